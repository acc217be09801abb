"""The grammar's machinery: pieces of a sentence, and rules that put neighbours together.

Each piece is a node with a one-letter kind. The kinds of a sentence make a string, and a rule is a
regular expression over that string with a function that makes one node of those it matched.
Kinds made by rules: C an interval of days, m a month on its own, y a year on its own.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from whowhom.dates.days import UNKNOWN, Days
from whowhom.dates.tense import Direction
from whowhom.dates.words import DateWords


class Node(NamedTuple):
    """A piece of a sentence, from `start` to `end` in the article.

    `days` is what a date means (in `NO_YEAR` where `yearless`); `weekday` is one that was named beside
    a yearless date. `stated` is false where the days were reckoned from another day.
    """

    kind: str
    start: int
    end: int
    text: str
    value: int = 0
    days: Days = UNKNOWN
    stated: bool = False
    yearless: bool = False
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule may ask for beside the nodes: the words, the day of publication, tense, an anchor.

    `direction(start)` tells whether a day without direction at that offset lies ahead; `before` is the
    last date of the sentences before.
    """

    words: DateWords
    published: date | None
    direction: Callable[[int], Direction]
    before: Days

    def forward(self, start: int) -> bool:
        """Return whether the words at an offset speak of the future."""
        return self.direction(start) == "ahead"


@dataclass(frozen=True, slots=True)
class Match:
    """The nodes that a rule matched, and all nodes of the sentence round them."""

    nodes: Sequence[Node]
    first: int
    last: int

    def get(self, kind: str) -> Node:
        """Return the first node of a kind within the match."""
        return next(n for n in self.nodes[self.first : self.last] if n.kind in kind)

    def all(self, kind: str) -> list[Node]:
        """Return all nodes of some kinds within the match."""
        return [n for n in self.nodes[self.first : self.last] if n.kind in kind]

    def has(self, kind: str) -> bool:
        """Return whether a node of some kinds is within the match."""
        return any(n.kind in kind for n in self.nodes[self.first : self.last])

    @property
    def before(self) -> Node | None:
        """The node before the match."""
        return self.nodes[self.first - 1] if self.first else None

    @property
    def after(self) -> Node | None:
        """The node after the match."""
        return self.nodes[self.last] if self.last < len(self.nodes) else None

    def node(self, days: Days | None, *, stated: bool, yearless: bool = False, value: int = 0,
             weekday: int | None = None) -> Node | None:  # fmt: skip
        """Make one node of the match; None (no match) where there are no days."""
        if days is None:
            return None
        start, end = self.nodes[self.first].start, self.nodes[self.last - 1].end
        return Node("C", start, end, "", value, days, stated, yearless, weekday)


Build = Callable[[Match, Reading], Node | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over kinds and what to make of the nodes that match; `needs` are kinds it cannot do without."""

    pattern: re.Pattern[str]
    needs: frozenset[str]
    build: Build


def rule(pattern: str, needs: str, build: Build) -> Rule:
    """Make a rule; blanks in the pattern are for the reader only."""
    return Rule(re.compile(pattern.replace(" ", "")), frozenset(needs), build)


def rewrite(nodes: list[Node], rules: Sequence[Rule], reading: Reading) -> list[Node]:
    """Apply rules in their order, each from left to right, and return the nodes that are left."""
    kinds = "".join([n.kind for n in nodes])
    present = set(kinds)
    for each in rules:
        if present.isdisjoint(each.needs):
            continue
        at, position, out = 0, 0, []
        while found := each.pattern.search(kinds, position):
            new = each.build(Match(nodes, found.start(), found.end()), reading)
            if new is None:
                position = found.start() + 1
                continue
            out += [*nodes[at : found.start()], new]
            at = position = found.end()
        if at:
            nodes = [*out, *nodes[at:]]
            kinds = "".join([n.kind for n in nodes])
            present = set(kinds)
    return nodes


def read_pieces(text: str, offset: int, words: DateWords) -> list[Node]:
    """Cut a sentence into nodes; `offset` is where it starts in the article."""
    nodes: list[Node] = []
    phrases = _phrases(text, words)
    done = 0
    for found in words.pieces.finditer(text):
        start, end = found.span()
        if start < done:
            continue
        phrase = next((p for p in phrases if p.start() <= start < p.end()), None) if phrases else None
        if phrase is not None:
            kind, value, end = "H" if phrase.lastgroup == "day" else ".", 0, phrase.end()
        elif found.lastgroup == "word":
            kind, value = _word(found.group(), words)
            end += kind in "Md" and text[end : end + 1] == "." and text[start:end].lower() in words.abbreviations
        else:
            kind, value = _kind(found)
        nodes.append(Node(kind, offset + start, offset + end, text[start:end], value))
        done = end
    return nodes


def _phrases(text: str, words: DateWords) -> list[re.Match[str]]:
    """Find days that have a name, and names that only look like dates."""
    if words.phrase_words.isdisjoint(re.findall(r"[a-z]+|/", text.lower())):
        return []
    return list(words.phrases.finditer(text))


_SIGNS = {",": ",", "-": "-", "–": "-", "—": "_", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'"}


def _kind(found: re.Match[str]) -> tuple[str, int]:
    group, text = found.lastgroup or "other", found.group()
    if group in ("number", "ordinal"):
        return _number(text, found["ordinal"] is not None)
    if group == "decade":
        digits = int(re.sub(r"\D", "", text))
        return ("Z", digits) if digits > 100 else ("z", 1900 + digits)
    return ("F", 0) if group in ("iso", "slash") else (_SIGNS.get(text, "."), 0)


def _word(text: str, words: DateWords) -> tuple[str, int]:
    word = text.lower()
    kind, value = words.lexicon.get(word, (".", 0))
    if kind in "MWd" and word in words.need_capital and text[0].islower():
        return (".", 0)
    return kind, value


def _number(text: str, ordinal: bool) -> tuple[str, int]:
    """Return D for a day of a month, Y for a year, K for another ordinal, N for the rest."""
    digits = text.rstrip("stndrhSTNDRH")
    if not digits.isdecimal():
        return (".", 0) if "." in digits else ("N", int(digits.replace(",", "")) if digits.count(",") else 0)
    value = int(digits)
    if 1 <= value <= 31 and len(digits) <= 2:
        return "D", value
    if ordinal:
        return "K", value
    return ("Y" if len(digits) == 4 and 1000 <= value <= 2100 else "N"), min(value, 10**6)
