"""Reads the marked sentences of `training/sentences`; run as a script it checks them and counts."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from whowhom.records import Article

TYPES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
_MARK = re.compile(r"\[(\d)(\^?)(?: ([A-Z]+)(?: ([a-z,-]+))?)?:([^\[\]{}]+)\]|\{((?:[AR]\d)+):([^\[\]{}]+)\}")
_ROLE = re.compile(r"([AR])(\d)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A trigger: event number (0: no event), type ("none" for number 0), modes, whether it is content, and its span."""

    number: int
    event_type: str
    modes: tuple[str, ...]
    content: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Role:
    """Who stands where in which event; offsets into the plain text."""

    number: int
    side: str
    start: int
    end: int


def touches(start: int, end: int, other: Mark | Role) -> bool:
    """Whether a span and a mark or role overlap."""
    return start < other.end and other.start < end


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, and the marks; `name` is file and line."""

    name: str
    text: str
    marks: tuple[Mark, ...]
    roles: tuple[Role, ...]


def read_marked(line: str, name: str) -> Marked:
    """Read one marked sentence. Raises ValueError that says what is wrong and where."""
    text, marks, roles, at = "", [], [], 0
    for m in _MARK.finditer(line):
        text += line[at : m.start()]
        at = m.end()
        start = len(text)
        text += m[5] or m[7]
        if m[5]:
            if (m[1] == "0") != (m[3] is None) or (m[3] is not None and m[3] not in TYPES):
                raise ValueError(f"{name}: bad mark {m[0]!r}: [0:words] or [n TYPE:words] with one of the 16 types")
            modes = tuple((m[4] or "").split(",")) if m[4] else ()
            marks.append(Mark(int(m[1]), m[3] or "none", modes, bool(m[2]), start, len(text)))
        else:
            roles += [Role(int(n), side, start, len(text)) for side, n in _ROLE.findall(m[6])]
    text += line[at:]
    if set("[]{}") & set(text):
        raise ValueError(f"{name}: a bracket is left over: {line!r}")
    if not marks:
        raise ValueError(f"{name}: nothing is marked: {line!r}")
    known = {m.number for m in marks if m.number}
    if len(known) != sum(1 for m in marks if m.number):
        raise ValueError(f"{name}: an event number stands twice: {line!r}")
    if any(r.number not in known for r in roles):
        raise ValueError(f"{name}: a party of an event that is not marked: {line!r}")
    return Marked(name, text, tuple(marks), tuple(roles))


def as_articles(sentences: Iterable[Marked]) -> Iterator[Article]:
    """Yield each sentence as an article of its own."""
    for n, s in enumerate(sentences):
        yield Article(s.name, None, s.text, None, None, "en", None, None, None, "x", n)


def read_folder(folder: Path) -> Iterator[Marked]:
    """Yield all sentences of a folder in order of files and lines."""
    for path in sorted(folder.glob("*.txt")):
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield read_marked(line.strip(), f"{path.name}:{n}")


def main() -> int:
    """Check files and print counts: python training/marks.py [FILE ...]."""
    here = Path(__file__).parent / "sentences"
    paths = [Path(p) for p in sys.argv[1:]] or sorted(here.glob("*.txt"))
    faults, types, seen, count = [], Counter[str](), set[str](), 0
    for path in paths:
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                marked = read_marked(line.strip(), f"{path.name}:{n}")
            except ValueError as e:
                faults.append(str(e))
                continue
            if marked.text in seen:
                faults.append(f"{path.name}:{n}: stands twice")
            seen.add(marked.text)
            count += 1
            types.update(m.event_type for m in marked.marks)
    print("\n".join(faults) or "no faults")
    print(count, "sentences;", ", ".join(f"{k} {v}" for k, v in sorted(types.items())))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
