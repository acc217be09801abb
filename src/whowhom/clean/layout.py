"""Paragraphs and sentences of plain text, whichever way its lines were broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from whowhom.clean.rules import CleanRules

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
# A sentence in brackets ends with them, whether or not it has a full stop ("(Reporting by ...)").
_END = re.compile(r"""(?:([.!?…]+)["')\]]*|[)\]])\s+(?=["'(\[]*[^\W_a-z])""")
_CLOSES = {")": "(", "]": "["}
_INITIALS = re.compile(r"(?:\w\.)*\w")
_TERMINAL = (".", "!", "?", "…", ":")
_WIDEST_WRAP = 110


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph or a sentence without outer blanks; `gap` is whether a blank line follows."""

    start: int
    end: int
    gap: bool = False


def paragraphs(text: str) -> list[Stretch]:
    """Return the paragraphs: lines, or runs of lines where the text is wrapped at a fixed width."""
    lines = [match.span() for match in _LINE.finditer(text)]
    gaps = [text.count("\n", a[1], b[0]) > 1 for a, b in pairwise(lines)] + [True]
    width = _wrap_width(text, lines, gaps)
    found: list[Stretch] = []
    start: int | None = None
    for at, (line_start, line_end) in enumerate(lines):
        start = line_start if start is None else start
        if width is None or gaps[at] or not _is_full(text, lines, at, width):
            found.append(Stretch(start, line_end, gaps[at]))
            start = None
    return found


def _wrap_width(text: str, lines: list[tuple[int, int]], gaps: list[bool]) -> int | None:
    """Return the width at which lines were wrapped, None where each line is a paragraph."""
    width = max((end - start for start, end in lines), default=0)
    pairs = [at for at, gap in enumerate(gaps) if not gap]
    if width > _WIDEST_WRAP or len(pairs) < 2:
        return None
    broken = sum(_is_full(text, lines, at, width) and not text.endswith(_TERMINAL, 0, lines[at][1]) for at in pairs)
    return width if broken >= 2 and broken * 2 >= len(pairs) else None


def _is_full(text: str, lines: list[tuple[int, int]], at: int, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    start, end = lines[at]
    next_start, next_end = lines[at + 1]
    word = text.find(" ", next_start, next_end)
    length = (next_end if word < 0 else word) - next_start
    # Lines are not always filled to the last column; a small letter shows that the sentence goes on.
    slack = 12 if text[next_start].islower() else 4
    return end - start + 1 + length > width - slack


def sentences(flat: str, stretch: Stretch, rules: CleanRules) -> Iterator[Stretch]:
    """Yield the sentences of a paragraph of a flattened text; abbreviations do not end one."""
    start = stretch.start
    for match in _END.finditer(flat, stretch.start, stretch.end):
        if match[1] == "." and _abbreviated(flat, start, match.start(1), rules):
            continue
        if match[1] or flat[start : start + 1] in _CLOSES.get(match[0][0], ()):
            yield from _trimmed(flat, start, match.start() + len(match[0].rstrip()))
            start = match.end()
    yield from _trimmed(flat, start, stretch.end)


def _trimmed(flat: str, start: int, end: int) -> Iterator[Stretch]:
    words = flat[start:end]
    if words.strip():
        yield Stretch(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def _abbreviated(flat: str, start: int, dot: int, rules: CleanRules) -> bool:
    word = flat[max(start, flat.rfind(" ", start, dot) + 1) : dot].lstrip("\"'([-")
    initials = _INITIALS.fullmatch(word) is not None and not word.isdigit()
    return initials or word.casefold() in rules.abbreviations
