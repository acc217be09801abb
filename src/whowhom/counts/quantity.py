"""Read the expressions of quantity in a sentence: "at least 12", "several hundred", "20 to 30"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from whowhom.counts.words import CountWords, Modifier

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_RANGE = re.compile(r"(\d+(?:,\d{3})*)[–—-](\d+(?:,\d{3})*)")
_JOINERS = ("-", "–", "to", "or", "and")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An expression of quantity: tokens `first` to `last` (inclusive) and what it allows.

    `core` is the first token of the figure itself, after words such as "at least". `exact` is true
    for a bare numeral; `capped` where only an upper bound is said; `vague` where no numeral is.
    """

    first: int
    core: int
    last: int
    low: int | None
    high: int | None
    best: int | None
    exact: bool = False
    capped: bool = False
    vague: bool = False


def find_quantities(texts: Sequence[str], words: CountWords) -> list[Quantity]:
    """Return the quantities among the lower-case words of a sentence, from left to right."""
    found: list[Quantity] = []
    at = 0
    while at < len(texts):
        begins = texts[at] in words.starters or texts[at][:1].isdecimal()
        quantity = _ranged(texts, at, words) if begins else None
        if quantity is None:
            at += 1
            continue
        quantity = _modified(texts, quantity, words, found[-1].last + 1 if found else 0)
        found.append(quantity)
        at = quantity.last + 1
    return found


def _ranged(texts: Sequence[str], at: int, words: CountWords) -> Quantity | None:
    """Read a figure, or two that make a range: 20 to 30, between 20 and 30, 20 or 25."""
    joined = _RANGE.fullmatch(texts[at])
    if joined:
        low, high = (int(g.replace(",", "")) for g in joined.groups())
        return _span(at, at, low, high) if low < high else None
    first = _figure(texts, at, words)
    if first is None or not first.exact or first.last + 2 >= len(texts):
        return first
    joiner = texts[first.last + 1]
    between = at > 0 and texts[at - 1] == "between"
    if joiner not in _JOINERS or (joiner == "and" and not between):
        return first
    second = _figure(texts, first.last + 2, words)
    if second is None or not second.exact or first.best is None or second.best is None:
        return first
    low, high = first.best, second.best
    if low < 20 and high >= 1000 and high % 1000 == 0 and texts[second.last] in words.magnitudes:
        low *= words.magnitudes[texts[second.last]]  # "two to three thousand"
    if low >= high:
        return first
    span = _span(at - between, second.last, low, high)
    return replace(span, best=low) if joiner == "or" else span


def _span(first: int, last: int, low: int, high: int) -> Quantity:
    return Quantity(first, first, last, low, high, (low + high) // 2)


def _figure(texts: Sequence[str], at: int, words: CountWords) -> Quantity | None:
    """Read one figure: a phrase, a numeral, number words, or a vague word."""
    length, bounds = _longest(texts, at, words.phrases)
    if bounds is not None:
        return Quantity(at, at, at + length - 1, *bounds, vague=bounds[0] != bounds[1])
    share = _share(texts, at, words)
    if share is not None:
        return share
    end, value = _number(texts, at, words)
    if end > at:
        return Quantity(at, at, end - 1, value, value, value, exact=True)
    return _vague(texts, at, words)


def _longest(texts: Sequence[str], at: int, phrases: Mapping[tuple[str, ...], Value]) -> tuple[int, Value | None]:
    for length in (5, 4, 3, 2, 1):
        bounds = phrases.get(tuple(texts[at : at + length]))
        if bounds is not None and at + length <= len(texts):
            return length, bounds
    return 0, None


def _number(texts: Sequence[str], at: int, words: CountWords) -> tuple[int, int]:
    """Read a numeral; return the token after it and its value, or `at` where there is none."""
    position, total, current, seen = at, 0, 0.0, False
    if texts[at] in ("a", "an") and at + 1 < len(texts) and texts[at + 1] in words.magnitudes:
        position, current, seen = at + 1, 1.0, True
    while position < len(texts):
        text = texts[position]
        if _DIGITS.fullmatch(text) and not seen:
            current = float(text.replace(",", ""))
            if "." in text and texts[position + 1 : position + 2] != [] and texts[position + 1] not in words.magnitudes:
                return at, 0
        elif text in words.numbers and (not seen or current % 100 == 0 or _tens_and_one(current, words.numbers[text])):
            current += words.numbers[text]
        elif text in words.magnitudes and seen and current:
            current *= words.magnitudes[text]
            if words.magnitudes[text] >= 1000:
                total, current = total + round(current), 0.0
        elif seen and text in ("-", "and") and _goes_on(texts, position, words, current or total):
            position += 1
            continue
        else:
            break
        seen, position = True, position + 1
    return (position, total + round(current)) if seen else (at, 0)


def _tens_and_one(current: float, value: int) -> bool:
    return current % 10 == 0 and 20 <= current % 100 <= 90 and value < 10


def _goes_on(texts: Sequence[str], at: int, words: CountWords, current: float) -> bool:
    """Whether "-" or "and" stands within a number: twenty-two, a hundred and twenty."""
    following = texts[at + 1] if at + 1 < len(texts) else ""
    if following not in words.numbers:
        return False
    value = words.numbers[following]
    if texts[at] == "-":
        return _tens_and_one(current, value)
    return current >= 100 and current % 100 == 0 and not texts[at - 1].isdigit() and texts[at - 1] in words.magnitudes


def _vague(texts: Sequence[str], at: int, words: CountWords) -> Quantity | None:
    """Read "dozens", "a few", "several hundred", "a couple of thousand"."""
    start = at
    if texts[at] in ("a", "an") and at + 1 < len(texts) and texts[at + 1] in ("few", "handful", "couple", "pair"):
        at += 1
    bounds = words.vague.get(texts[at])
    if bounds is None or (texts[at] == "few" and at == start) or (at and texts[at - 1] in ("as", "so", "how")):
        return None
    after = at + 2 if texts[at + 1 : at + 2] == ["of"] else at + 1
    times = words.vague_times.get(texts[at])
    if times and after < len(texts) and texts[after] in words.magnitudes:
        unit = words.magnitudes[texts[after]]
        return Quantity(start, start, after, times[0] * unit, times[1] * unit, times[0] * unit, vague=True)
    return Quantity(start, start, at, *bounds, vague=bounds[0] != bounds[1])


def _share(texts: Sequence[str], at: int, words: CountWords) -> Quantity | None:
    """Read "half of the 60", "a third of 90", "most of the 60"."""
    if texts[at] == "one":
        return _one_in(texts, at, words)
    position = at + 1 if texts[at] in ("a", "the") else at
    if position >= len(texts) or texts[position] not in words.shares:
        return None
    share, after = texts[position], position + 1
    while after < len(texts) and texts[after] in ("of", "the", "those", "these", "its", "their"):
        after += 1
    if after == position + 1 or after >= len(texts):
        return None
    end, whole = _number(texts, after, words)
    if end == after or whole < 2:
        return None
    part, parts = words.shares[share]
    figure = whole * part // parts
    if share in ("most", "majority"):
        return Quantity(at, at, end - 1, figure + 1, whole, figure + 1)
    return Quantity(at, at, end - 1, figure, figure, figure)


def _one_in(texts: Sequence[str], at: int, words: CountWords) -> Quantity | None:
    """Read "one in three of the 90"."""
    end, parts = _number(texts, at + 2, words) if at + 2 < len(texts) and texts[at + 1] == "in" else (0, 0)
    if end <= at + 2 or parts < 2 or tuple(texts[end : end + 1]) != ("of",):
        return None
    start = end + 2 if texts[end + 1 : end + 2] == ["the"] else end + 1
    last, whole = _number(texts, start, words) if start < len(texts) else (start, 0)
    part = whole // parts
    return Quantity(at, at, last - 1, part, part, part) if last > start else None


def _modified(texts: Sequence[str], quantity: Quantity, words: CountWords, floor: int) -> Quantity:
    """Take in the words before and after a figure that widen or narrow it."""
    length, modifier = _longest(texts, quantity.last + 1, words.after)
    if modifier is not None:
        quantity = replace(_apply(quantity, modifier), last=quantity.last + length)
    first = quantity.first
    while True:
        length, modifier = _before(texts, first, words, floor)
        if modifier is None:
            return quantity
        first -= length
        quantity = replace(_apply(quantity, modifier), first=first)


def _before(texts: Sequence[str], end: int, words: CountWords, floor: int) -> tuple[int, Modifier | None]:
    for length in (5, 4, 3, 2, 1):
        modifier = words.before.get(tuple(texts[end - length : end])) if end - length >= floor else None
        if modifier is not None:
            return length, modifier
    return 0, None


def _apply(quantity: Quantity, modifier: Modifier) -> Quantity:
    """Work a modifier into the bounds; a vague figure keeps its own lower bound."""
    low, high, best = quantity.low, quantity.high, quantity.best
    if low is None or best is None or modifier == "exact":
        return quantity
    if quantity.vague or low != high:
        open_above = modifier in ("at_least", "more_than")
        return replace(quantity, high=None, best=low) if open_above else quantity
    spread = max(1, round(best / 10))
    bounds: dict[str, tuple[int, int | None, int]] = {
        "at_least": (best, None, best),
        "more_than": (best + 1, None, best + 1),
        "about": (best - spread, best + spread, best),
        "nearly": (best - spread, best - 1, best - 1),
        "just_over": (best + 1, best + spread, best + 1),
        "fewer_than": (1, best - 1, best - 1),
        "at_most": (1, best, best),
    }
    low, high, best = bounds[modifier]
    return replace(quantity, low=low, high=high, best=best, exact=False, capped=modifier in ("fewer_than", "at_most"))
