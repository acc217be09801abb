"""Find the dates of an article, sentence by sentence."""

import re
from collections.abc import Sequence

from whowhom.dates import absolute, combine, distance, relative
from whowhom.dates.days import UNKNOWN, Days
from whowhom.dates.nodes import Node, Reading, Rule, read_pieces, rewrite
from whowhom.dates.tense import direction
from whowhom.dates.words import DateWords
from whowhom.records import DateMention, ParsedArticle, Sentence

_WORD = re.compile(r"[a-z]+|\d+")
_DIGITS = re.compile(r"\d0['’]?s\b|\d[-/.]\d{1,2}[-/.]\d|9/11|\b[12]\d\d\d\b")

#: What is put together before and after dates that hang on other dates are reckoned.
_INNER: tuple[Sequence[Rule], ...] = (absolute.RULES, relative.RULES, combine.MODIFIERS, combine.RANGES)
_OUTER: tuple[Sequence[Rule], ...] = (combine.MODIFIERS, combine.BOUNDS, relative.LAST_RULES)


def find_dates(parsed: ParsedArticle, words: DateWords) -> tuple[DateMention, ...]:
    """Return all dates of an article in the order of its text, parsed sentences or not.

    A relative date is reckoned from the day of publication, or from another date where it says so
    ("three days earlier"); with no day to reckon from, `earliest` and `latest` are None.
    """
    found: list[DateMention] = []
    for sentence in parsed.sentences:
        text = parsed.clean.article.text[sentence.start : sentence.end]
        if _may_hold_date(text, words):
            found += _in_sentence(parsed, sentence, text, words, found)
    return tuple(found)


def _may_hold_date(text: str, words: DateWords) -> bool:
    return not words.triggers.isdisjoint(_WORD.findall(text.lower())) or _DIGITS.search(text) is not None


def _in_sentence(
    parsed: ParsedArticle, sentence: Sentence, text: str, words: DateWords, found: list[DateMention]
) -> list[DateMention]:
    before = Days(found[-1].earliest, found[-1].latest) if found else UNKNOWN
    reading = Reading(
        words=words,
        published=parsed.clean.article.published,
        direction=lambda start: direction(sentence, text, start, words),
        before=before,
    )
    nodes = _without_names(read_pieces(text, sentence.start, words), sentence)
    for rules in _INNER:
        nodes = rewrite(nodes, rules, reading)
    nodes = _anchored(nodes, reading)
    for rules in _OUTER:
        nodes = rewrite(nodes, rules, reading)
    whole = parsed.clean.article.text
    return [_mention(combine.settle(n, reading), sentence.index, whole) for n in nodes if n.kind == "C"]


def _without_names(nodes: list[Node], sentence: Sentence) -> list[Node]:
    """Take the months and weekdays out that are somebody's name by the parser's account."""
    inside = [
        (sentence.tokens[n.first].start, sentence.tokens[n.last - 1].end) for n in sentence.names if n.label == "PERSON"
    ]
    if not inside:
        return nodes
    return [
        Node(".", n.start, n.end, n.text)
        if n.kind in "MWd" and any(a < n.start < b or (a == n.start and n.end < b) for a, b in inside)
        and not _beside_number(nodes, at)
        else n
        for at, n in enumerate(nodes)
    ]  # fmt: skip


def _beside_number(nodes: list[Node], at: int) -> bool:
    return any(n.kind in "DY" for n in nodes[max(at - 1, 0) : at + 2])


def _anchored(nodes: list[Node], reading: Reading) -> list[Node]:
    """Reckon "three days earlier" from the date before it in the sentence, or failing that, after it."""
    done: list[Node] = []
    last = UNKNOWN
    for node in nodes:
        if node.kind == "r":
            node = distance.anchor(node, last, reading)
        elif node.kind == "C":
            last = combine.settle(node, reading).days
        done.append(node)
    return done


def _mention(node: Node, index: int, text: str) -> DateMention:
    return DateMention(
        sentence=index,
        start=node.start,
        end=node.end,
        text=text[node.start : node.end],
        earliest=node.days.earliest,
        latest=node.days.latest,
        basis="stated" if node.stated else "relative",
    )
