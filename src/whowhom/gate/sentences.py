"""A rule sentencizer over raw text: ends of sentences, ends of lines, datelines, edges of passages."""

import re
from collections.abc import Iterator
from itertools import pairwise

from whowhom.records import CleanArticle

_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9À-ÞЀ-Я\[])")
_LINE = re.compile(r"[ \t\r\f\v]*\n\s*")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Za-z.'\u2019-]+[ ,/]*){1,4}(?:,? ?(?:\d{1,2} )?[A-Z][A-Za-z]{2,8}\.? ?\d{0,4})?"
    r" ?\((?:[A-Z][\w .]+)\) ?(?:--?|[\u2013\u2014])\s*(?:\[TEXT\]\s*)?"
    r"|[A-Z][A-Z .'\u2019]{2,30}(?:, (?:[A-Z][A-Za-z.]+ ?){1,2}\d{0,2})? ?(?:--|[\u2013\u2014])\s*"
)
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.]*)\.$")


def split_sentences(clean: CleanArticle, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of an article as article offsets, without surrounding white space.

    A sentence never crosses the edge of a passage; a dateline is a sentence of its own.
    """
    text = clean.article.text
    wrapped = _hard_wrapped(text)
    edges = sorted({0, len(text), *(p.start for p in clean.passages), *(p.end for p in clean.passages)})
    for start, end in pairwise(edges):
        cuts = [start, *_cuts(text, start, end, wrapped, abbreviations), end]
        for a, b in pairwise(cuts):
            while a < b and text[a].isspace():
                a += 1
            while b > a and text[b - 1].isspace():
                b -= 1
            if a < b:
                yield a, b


def _hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width, so that a line's end is no end of a sentence."""
    lines = [line for line in text.split("\n") if line.strip()]
    middling = [line for line in lines if 55 <= len(line) <= 95]
    if len(lines) < 4 or len(middling) < 0.5 * len(lines):
        return False
    return sum(line.rstrip()[-1] not in ".!?\"'”’:" for line in middling) > 0.6 * len(middling)


def _cuts(text: str, start: int, end: int, wrapped: bool, abbreviations: frozenset[str]) -> list[int]:
    cuts = {m.end() for m in _END.finditer(text, start, end) if _ends(text, m, abbreviations)}
    for m in _LINE.finditer(text, start, end):
        if not wrapped or m.group().count("\n") > 1:
            cuts.add(m.start())
    starts = [start, *sorted(cuts)]
    for at in starts:
        while at < end and text[at].isspace():
            at += 1
        if dateline := _DATELINE.match(text, at, min(end, at + 90)):
            cuts.add(dateline.end())
    return sorted(c for c in cuts if start < c < end)


def _ends(text: str, m: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation or an initial."""
    if text[m.start()] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, m.start() - 20), m.start() + 1)
    if before is None:
        return True
    word = before.group(1)
    if len(word) == 1 and word.isupper() and word != "I":
        return False
    if word.lower() not in abbreviations:
        return True
    follows = text[m.end() : m.end() + 30].split()
    return "." in word and bool(follows) and follows[0] in ("The", "He", "She", "It", "But", "They", "In", "A")
