"""What a run is known by: its inputs, the settings that change its result, the versions behind it."""

import dataclasses
import hashlib
import platform
import stat
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from whowhom.run.parts import SourceLike
from whowhom.settings import Settings

#: Settings that change how the work is done and not what is found; the codebook is known by its hash.
_WITHOUT_EFFECT = (("run", "jobs"), ("run", "shard_articles"), ("parse", "batch_size"), ("codebook",))


@dataclasses.dataclass(frozen=True, slots=True)
class InputFile:
    """One file that is read: its path relative to the input named, its size in bytes and its SHA-256.

    The hash is None for a file that cannot be read. For standard input `size` counts the articles,
    and the hash is over what was read of it.
    """

    path: str
    size: int
    sha256: str | None


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


def survey(sources: Iterable[SourceLike]) -> tuple[InputFile, ...]:
    """Hash the files that are read, without those that can be read only once."""
    return tuple(_input_file(source.path, source.name) for source in sources if source.path and not is_stream(source))


def is_stream(source: SourceLike) -> bool:
    """Return whether a source can be read only once: standard input, or a pipe."""
    try:
        return source.path is None or not stat.S_ISREG(source.path.stat().st_mode)
    except OSError:
        return False


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


def _input_file(path: Path, name: str) -> InputFile:
    try:
        with path.open("rb") as file:
            return InputFile(name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:  # reading it becomes a rejection, with the reason
        return InputFile(name, 0, None)


def _input_differences(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterator[str]:
    if len(before) != len(after):
        yield f"there were {len(before)} input files, there are now {len(after)}"
    for old, new in zip(before, after, strict=False):
        if old != new:
            same = old["path"] == new["path"]
            yield f"input {new['path']} has changed" if same else f"input {old['path']} was read, now {new['path']}"
            return
