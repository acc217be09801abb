"""Dates at a distance: two weeks ago, the past month, three days earlier, in two weeks."""

import math
from datetime import date, timedelta

from whowhom.dates.days import UNKNOWN, Days, add_months, month_of, one_day, week_of, years_of
from whowhom.dates.nodes import Match, Node, Reading
from whowhom.dates.words import UNITS

#: Months in the units that are reckoned by months.
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
#: The value of a node for the end of something, which is its last day to "before" and "after".
END = 1
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}


def unit(match: Match) -> str:
    """Return the unit of time in a match; the night of "that night" counts as its day."""
    return "day" if match.has("P") else UNITS[match.get("u").value]


def move(day: date, name: str, count: int) -> date | None:
    """Return the day that lies `count` units after a day (before it, where negative)."""
    try:
        if name in _MONTHS:
            return add_months(day, _MONTHS[name] * count)
        return day + timedelta(days=_DAYS.get(name, 1) * count)
    except (ValueError, OverflowError):
        return None


def whole(day: date, name: str) -> Days:
    """Return the week, month, year ... that a day lies in."""
    if name in ("week", "fortnight"):
        return week_of(day)
    if name == "month":
        return month_of(day.year, day.month)
    if name in ("year", "decade", "century"):
        return years_of(day.year, day.year)
    return one_day(day)


def from_published(reading: Reading, first: int, last: int) -> Days:
    """Return the days from `first` to `last` days after publication."""
    if reading.published is None:
        return UNKNOWN
    return Days(reading.published + timedelta(days=first), reading.published + timedelta(days=last))


def amount(match: Match, reading: Reading) -> tuple[int, int] | None:
    """Return the least and the most that the numeral of a match may mean."""
    if match.has("V"):
        return reading.words.vague[match.get("V").text.lower()]
    numbers = [n.value for n in match.all("NDY")]
    if not numbers:
        return (1, 1) if match.has("A") else None
    if len(numbers) == 2 and numbers[0] < numbers[1]:  # two to three; not twenty-two
        return (numbers[0], numbers[1])
    return (sum(numbers), sum(numbers))


def rolling(match: Match, reading: Reading) -> Node | None:
    """The past two weeks; the last 24 hours; the coming days; recent months."""
    name, published = unit(match), reading.published
    _, most = amount(match, reading) or (1, 1)
    plural = match.get("u").text.lower().endswith("s")
    if not match.has("NDVAY") and plural:
        most = {"day": 7, "decade": 3}.get(name, 6)
    if published is None:
        return match.node(UNKNOWN, stated=False)
    if name == "hour":
        name, most = "day", math.ceil(most / 24)
    other = move(published, name, most if match.has("X") else -most)
    if other is None:
        return None
    return match.node(Days(min(other, published), max(other, published)), stated=False)


def ago(match: Match, reading: Reading) -> Node | None:
    """Two weeks ago; a year ago; several days ago; decades ago."""
    least, most = amount(match, reading) or (2, 9)
    if reading.published is None:
        return match.node(UNKNOWN, stated=False)
    if unit(match) == "hour":
        return match.node(from_published(reading, -math.ceil(most / 24), 0), stated=False)
    return match.node(_away(reading.published, unit(match), -least, -most), stated=False)


def _away(anchor: date, name: str, near: int, far: int) -> Days | None:
    """Return the days that lie `near` to `far` units from an anchor, as roughly as the unit says."""
    a, b = move(anchor, name, near), move(anchor, name, far)
    if a is None or b is None:
        return None
    a, b = min(a, b), max(a, b)
    if name in ("week", "fortnight"):
        slack = timedelta(days=3)
        return Days(a - slack, b + slack)
    return Days(whole(a, name).earliest, whole(b, name).latest)


def ahead(match: Match, reading: Reading) -> Node | None:
    """In two weeks, in two days' time: only where the sentence looks ahead; else it is a duration."""
    least, most = amount(match, reading) or (1, 1)
    start = match.get("u").start
    if reading.published is None or unit(match) == "hour" or not reading.forward(start):
        return None
    if match.get("i").text.lower() == "within":
        other = move(reading.published, unit(match), most)
        return match.node(Days(reading.published, other), stated=False)
    return match.node(_away(reading.published, unit(match), least, most), stated=False)


def anchored(match: Match, reading: Reading) -> Node | None:
    """Three days earlier; the day before; two weeks later; the following day; that day.

    What it is reckoned from is known only when all dates of the sentence are read: see `anchor`.
    """
    if match.nodes[match.last - 1].kind in "ab":
        after = match.after
        if after is not None and after.kind not in ",)_" and after.text not in ".;:":
            return None
    sign = 0 if match.has("=") else 1 if match.has("x") or _later(match) else -1
    if match.has("=") and match.get("=").text.lower() == "that" and not _that_is_a_date(match, reading):
        return None
    least, most = amount(match, reading) or (1, 1)
    first, last = match.nodes[match.first], match.nodes[match.last - 1]
    text = f"{unit(match)} {sign * least} {sign * most}"
    return Node("r", first.start, last.end, text)


def _that_is_a_date(match: Match, reading: Reading) -> bool:
    return match.before is None or match.before.kind in "in,EkR"


def _later(match: Match) -> bool:
    return any(n.value > 0 for n in match.all("Rab")) or match.has("X")


def anchor(node: Node, at: Days, reading: Reading) -> Node:
    """Reckon an anchored node from a date; `at` is the last one before it, or `UNKNOWN`."""
    name, near, far = node.text.split()
    base = at.latest or (reading.before.latest if at == UNKNOWN else None)
    if base is None and int(near) < 0:
        base = reading.published
    days = _away(base, name, int(near), int(far)) if base else None
    return Node("C", node.start, node.end, "", 0, days or UNKNOWN, False)
