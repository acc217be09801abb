"""What a run is known by: its inputs, the settings that change its result, the versions behind it."""

import dataclasses
import hashlib
import os
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from whowhom.errors import BadInput
from whowhom.settings import Settings

#: Settings that change how the work is done and not what is found; the codebook is known by its hash.
_WITHOUT_EFFECT = (("run", "jobs"), ("run", "shard_articles"), ("parse", "batch_size"), ("codebook",))


@dataclasses.dataclass(frozen=True, slots=True)
class InputFile:
    """One file that is read: its path relative to the input named, its bytes and their SHA-256."""

    path: str
    size: int
    sha256: str


@dataclasses.dataclass(frozen=True, slots=True)
class Identity:
    """Two runs with the same identity give the same dataset."""

    inputs: tuple[InputFile, ...]
    settings: dict[str, Any]
    versions: dict[str, Any]

    def differences(self, held: dict[str, Any]) -> list[str]:
        """Say in lines how this run differs from the one that a plan or manifest tells of."""
        now = as_json(self)
        lines = list(_input_differences(held.get("inputs") or [], now["inputs"]))
        for section in ("settings", "versions"):
            before, after = flat(held.get(section) or {}), flat(now[section])
            for key in sorted(before.keys() | after.keys()):
                if before.get(key) != after.get(key):
                    lines.append(f"{section}.{key} was {before.get(key)}, is now {after.get(key)}")
        return lines


def survey(inputs: Sequence[str]) -> tuple[InputFile, ...]:
    """List and hash the files behind the inputs, `-` left out; BadInput where one is not there."""
    return tuple(file for name in inputs if name != "-" for file in _files(Path(name)))


def result_settings(settings: Settings) -> dict[str, Any]:
    """Return the settings that change the result, as JSON has them."""
    found: dict[str, Any] = as_json(settings)
    for *sections, key in _WITHOUT_EFFECT:
        place = found
        for section in sections:
            place = place[section]
        place.pop(key, None)
    return found


def versions(description: Any) -> dict[str, Any]:
    """Return the versions and hashes behind a run, from what the coder says it was loaded from."""
    python = ".".join(platform.python_version_tuple()[:2])
    return {"whowhom": version("whowhom"), "python": python, **as_json(description)}


def as_json(value: Any) -> Any:
    """Turn dataclasses, tuples, paths and dates into what JSON has."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: as_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def flat(value: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Flatten nested sections to dotted keys."""
    found: dict[str, Any] = {}
    for key, item in value.items():
        if isinstance(item, dict):
            found |= flat(item, f"{prefix}{key}.")
        else:
            found[prefix + key] = item
    return found


def _files(path: Path) -> Iterator[InputFile]:
    try:
        if not path.is_dir():
            yield _input_file(path, path.name)
            return
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(name for name in names if not name.startswith(".")):
                file = Path(folder, name)
                if file.is_file():
                    yield _input_file(file, file.relative_to(path).as_posix())
    except FileNotFoundError as error:
        raise BadInput(f"{path}: no such file or folder. Check the name, and where you are: {Path.cwd()}") from error
    except OSError as error:
        raise BadInput(f"{error.filename or path}: cannot be read: {error.strerror}") from error


def _input_file(path: Path, name: str) -> InputFile:
    with path.open("rb") as file:
        return InputFile(name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def _input_differences(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterator[str]:
    if len(before) != len(after):
        yield f"there were {len(before)} input files, there are now {len(after)}"
    for old, new in zip(before, after, strict=False):
        if old != new:
            same = old["path"] == new["path"]
            yield f"input {new['path']} has changed" if same else f"input {old['path']} was read, now {new['path']}"
            return
