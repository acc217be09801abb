"""The output folder while a run is at work in it: what lies where, what state it is in, whose it is."""

import errno
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whowhom.errors import BadSettings

_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.ENOENT, errno.ENAMETOOLONG}


@dataclass(frozen=True, slots=True)
class Folder:
    """The places inside an output folder."""

    path: Path

    @property
    def work(self) -> Path:
        """What is needed only while the run is at work."""
        return self.path / ".work"

    @property
    def shards(self) -> Path:
        """Coded shards, one folder each."""
        return self.path / "shards"

    def input(self, index: int) -> Path:
        """Return the file with the articles of a shard, as they were read."""
        return self.work / "input" / f"{index:05}.parquet"

    def shard(self, index: int) -> Path:
        """Return the folder of a coded shard."""
        return self.shards / f"{index:05}"

    def manifest(self) -> dict[str, Any] | None:
        """Return the manifest of a finished dataset, None where there is none."""
        found = _read_json(self.path / "manifest.json")
        return found if found is not None and "dataset_hash" in found else None

    def plan(self) -> dict[str, Any] | None:
        """Return the plan of an unfinished run whose inputs were read to the end, None where there is none."""
        return _read_json(self.work / "plan.json")

    def begin_anew(self) -> None:
        """Drop what an earlier start left."""
        shutil.rmtree(self.work / "input", ignore_errors=True)
        (self.work / "plan.json").unlink(missing_ok=True)
        shutil.rmtree(self.shards, ignore_errors=True)

    def clear_work(self) -> None:
        """Remove all that is needed only while the run is at work."""
        shutil.rmtree(self.shards, ignore_errors=True)
        shutil.rmtree(self.work, ignore_errors=True)

    def drop_drafts(self) -> None:
        """Remove half-written shards and files of a process that is gone."""
        for draft in self.path.glob("*.tmp-*"):
            draft.unlink(missing_ok=True)
        for draft in self.shards.glob("*.tmp-*"):
            shutil.rmtree(draft, ignore_errors=True)


def check_output(folder: Folder, inputs: Iterable[Path]) -> None:
    """Raise BadSettings where the output cannot be written, is of something else, or is among the inputs."""
    here = folder.path.resolve()
    for path in (path.resolve() for path in inputs):
        if path.is_relative_to(here) or (path.is_dir() and here.is_relative_to(path)):
            raise BadSettings(
                f"The output {folder.path} and the input {path} lie one inside the other, so that what is "
                "written would be read as articles the next time. Choose a folder outside the input with -o."
            )
    _check_writable(folder)
    if folder.path.is_dir() and folder.manifest() is None and not folder.work.is_dir():
        names = sorted(path.name for path in folder.path.iterdir())
        if names:
            raise BadSettings(
                f"{folder.path} is not empty and is no whowhom dataset (it holds {', '.join(names[:3])}"
                f"{' ...' if len(names) > 3 else ''}). Choose another folder with -o."
            )


def _check_writable(folder: Folder) -> None:
    """Find out before anything is loaded, as far as that can be told without writing."""
    there = next(path for path in (folder.path.absolute(), *folder.path.absolute().parents) if path.exists())
    if not there.is_dir():
        raise BadSettings(f"{there} is a file, and no folder can be made there. Choose another place with -o.")
    if folder.manifest() is None and not os.access(there, os.W_OK | os.X_OK):
        raise _not_writable(folder, f"{there} is read-only for you")


def _not_writable(folder: Folder, why: str) -> BadSettings:
    return BadSettings(f"Cannot write to {folder.path}: {why}. Choose a folder you may write to with -o.")


@contextmanager
def at_work(folder: Folder) -> Iterator[None]:
    """Make the folder and hold it for this process; turn a disk that refuses into BadSettings.

    A folder that was made here and holds nothing in the end is removed again.
    """
    made = not folder.path.exists()
    try:
        folder.work.mkdir(parents=True, exist_ok=True)
        with (folder.work / "lock").open("w") as lock:
            _hold(lock.fileno(), folder)
            yield
    except OSError as error:
        explained = _explained(error, folder)
        if explained is None:
            raise
        raise explained from error
    finally:
        if made and folder.plan() is None and folder.manifest() is None:
            shutil.rmtree(folder.path, ignore_errors=True)


def _hold(file: int, folder: Folder) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: two runs into one folder are then not told apart
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise BadSettings(
            f"Another run is writing to {folder.path}. Wait for it to end, or choose another folder with -o."
        ) from error


def _explained(error: OSError, folder: Folder) -> BadSettings | None:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return BadSettings(
            f"{folder.path}: the disk is full. Make room and start the same command again; it goes on where it stopped."
        )
    place = Path(error.filename).absolute() if isinstance(error.filename, str) else None
    here = folder.path.absolute()
    if (
        place is not None
        and error.errno in _NOT_WRITABLE
        and (place.is_relative_to(here) or here.is_relative_to(place))
    ):
        return _not_writable(folder, str(error.strerror))
    return None


def _read_json(path: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
