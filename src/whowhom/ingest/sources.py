"""From what the user named to the files that are read, in an order that is always the same."""

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from whowhom.errors import BadInput
from whowhom.ingest.formats.registry import SUFFIXES, Format, format_of

_KINDS = f"files that can be read end in {', '.join(SUFFIXES)}, or one of these and .gz"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read; `path` is None for standard input, `name` is what its records are filed under.

    `format` is None where the name does not tell it: then a file that was named itself is looked
    into, for gzip too (`zipped` is None), and one that was found in a folder is not.
    """

    path: Path | None
    name: str
    format: Format | None
    zipped: bool | None
    named: bool


def find_sources(inputs: Sequence[str]) -> list[Source]:
    """Return the files under all inputs: files, folders, patterns with `*`, or `-`.

    Raises `BadInput` for an input that does not exist or holds no file that could be an article.
    """
    if not inputs:
        raise BadInput("no input was named; give files, folders, or - for standard input")
    if inputs.count("-") > 1:
        raise BadInput("standard input (-) was named twice; it can be read only once")
    return [source for given in inputs for source in _under(given)]


def _under(given: str) -> list[Source]:
    if given == "-":
        return [Source(None, "-", None, zipped=None, named=True)]
    path = Path(given)
    if path.is_dir():
        return _readable(given, [_source(file, path) for file in _walk(path)])
    if path.exists():
        return [_source(path, path.parent, named=True)]
    if glob.has_magic(given):
        return _readable(given, _matching(given))
    raise BadInput(f"there is no file or folder {given!r}; check the path (the folder now is {Path.cwd()})")


def _matching(pattern: str) -> list[Source]:
    """Return the files that match, and those in folders that match; paths start at the first `*`."""
    fixed = Path(*_fixed_parts(Path(pattern).parts))
    # Unlike Path.glob this passes over hidden files.
    found = {Path(match) for match in glob.iglob(pattern, recursive=True)}  # noqa: PTH207
    files = {file for match in found for file in (_walk(match) if match.is_dir() else [match])}
    return [_source(file, fixed) for file in _sorted(files, fixed)]


def _fixed_parts(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        if glob.has_magic(part):
            return
        yield part


def _walk(folder: Path) -> list[Path]:
    """Return the files in a folder and all folders in it; hidden ones are passed over."""
    files: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files.extend(Path(here, name) for name in names if not name.startswith("."))
    return _sorted(files, folder)


def _sorted(files: Iterable[Path], base: Path) -> list[Path]:
    return sorted(files, key=lambda file: file.relative_to(base).as_posix())


def _source(file: Path, base: Path, named: bool = False) -> Source:
    name = file.name if named else file.relative_to(base).as_posix()
    # A file name need not be valid UTF-8; what is written into a dataset must be.
    name = os.fsencode(name).decode("utf-8", "replace")
    form, zipped = format_of(file.name)
    return Source(file, name, form, None if named and form is None else zipped, named)


def _readable(given: str, sources: list[Source]) -> list[Source]:
    if any(source.format for source in sources):
        return sources
    if not sources:
        raise BadInput(f"{given!r} holds no files; {_KINDS}")
    kinds = Counter(Path(source.name).suffix or "no suffix" for source in sources)
    found = ", ".join(f"{count} with {kind}" for kind, count in kinds.most_common(5))
    raise BadInput(f"{given!r} holds no articles: {len(sources)} files ({found}); {_KINDS}")
