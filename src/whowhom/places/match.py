"""Finding names of the gazetteer in a sentence: capitalised, at word boundaries, longest first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whowhom.places.gazetteer import Gazetteer
from whowhom.records import Sentence

#: A word that may begin a name: a capital, or an Arabic article or an apostrophe joined to one.
_START = re.compile(r"(?<![\w&@#])(?:(?:al|el|ar|as|ad|an|at|az|ash)[-‑–]|['‘’ʿ])?(?=[^\W\d_a-z])")
_ANY_START = re.compile(r"(?<![\w&@#])(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_][\w.'’]*")
_BEFORE = re.compile(r"([^\s]+)(\s+)$")
_AFTER = re.compile(r"(['’]s?\b)?(\s+|[-‑–])?([^\W_][\w'’]*\.?|\S)?")
#: The share of capitals from which a sentence is read as set in capitals.
_CAPITALS = 0.7


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the gazetteer in the text, with the words that stand beside it.

    `before` and `after` are the neighbouring words as written, empty where there are none;
    `after` is the next word whatever joins it, and `joint` is what does: a space, a hyphen,
    `'s` (then a space), or nothing where punctuation stands between.
    """

    sentence: int
    start: int
    end: int
    text: str
    key: str
    before: str
    before_starts: bool
    joint: str
    after: str
    capitals: bool


def find_matches(sentence: Sentence, text: str, folded: str, gazetteer: Gazetteer) -> Iterator[Match]:
    """Yield the longest names of a sentence from left to right; none overlaps another."""
    capitals = in_capitals(text[sentence.start : sentence.end])
    pattern, at = _ANY_START if capitals else _START, sentence.start
    while found := pattern.search(text, at, sentence.end):
        at = found.start() + 1
        key = _longest(found.start(), sentence.end, text, folded, gazetteer, capitals)
        if key:
            match = _with_neighbours(sentence, found.start(), key, text, capitals)
            at = match.end
            yield match


def in_capitals(text: str) -> bool:
    """Whether a text is set in capitals throughout."""
    if len(text) < 12:
        return False
    upper = sum(map(str.isupper, text))
    return upper > 0.5 * len(text) and upper > _CAPITALS * sum(map(str.isalpha, text))


def _longest(start: int, stop: int, text: str, folded: str, gazetteer: Gazetteer, capitals: bool) -> str | None:
    """Return the longest name that begins at `start`, ends at a boundary and has its capitals."""
    for key in reversed(gazetteer.starting_at(folded, start)):
        end = start + len(key)
        if end > stop or (end < stop and key[-1] != "." and _goes_on(text, end)):
            continue
        if capitals or _has_capitals(text[start:end], gazetteer):
            return key
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether the word goes on after `end`: a letter, or an apostrophe that is no possessive."""
    char = text[end]
    if char in "'’" and end + 1 < len(text) and text[end + 1].isalpha():
        return not (text[end + 1] in "sS" and not text[end + 2 : end + 3].isalpha())
    return char.isalnum() or char == "_"


def _has_capitals(name: str, gazetteer: Gazetteer) -> bool:
    """Whether each word has a capital, or is one of the small words that stand inside names."""
    words = [w.group() for w in _WORD.finditer(name.replace("-", " "))]
    small = [w for w in words if w.islower()]
    return len(small) < len(words) and all(w in gazetteer.cues.connector for w in small)


def _with_neighbours(sentence: Sentence, start: int, key: str, text: str, capitals: bool) -> Match:
    end = start + len(key)
    left = _BEFORE.search(text, max(sentence.start, start - 40), start)
    right = _AFTER.match(text, end, min(sentence.end, end + 40))
    joint, after = "", ""
    if right:
        joint = (right[1] or "") + (right[2] or "")
        after = right[3] or "" if right[2] else ""
    return Match(
        sentence=sentence.index,
        start=start,
        end=end,
        text=text[start:end],
        key=key,
        before=left[1] if left else "",
        before_starts=bool(left) and not text[sentence.start : left.start() if left else 0].strip(" \"“'‘("),
        joint=joint,
        after=after,
        capitals=capitals,
    )
