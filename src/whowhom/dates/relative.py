"""Dates that are reckoned from another day: weekdays, last month, two weeks ago, three days earlier."""

import math
from datetime import date, timedelta

from whowhom.dates.days import (
    UNKNOWN,
    Days,
    add_months,
    month_of,
    months_of,
    one_day,
    part_of,
    week_of,
    years_of,
)
from whowhom.dates.nodes import Match, Node, Reading, rule
from whowhom.dates.words import UNITS

#: Months in the units that are reckoned by months.
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
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


def _weekend(published: date, step: int) -> Days:
    """Return the weekend that began last (0), the one before (-1) or the one that begins next (1)."""
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    if step < 0 and published.weekday() < 5:
        step = 0
    saturday += timedelta(days=7 * step)
    return Days(saturday, saturday + timedelta(days=1))


def _weekday(match: Match, reading: Reading) -> Node | None:
    """Sunday; last Friday; next Tuesday; this Thursday."""
    named, published = match.get("Wd"), reading.published
    if match.before is not None and match.before.kind == "!" and not match.has("LXIJ"):
        return None
    if published is None:
        return match.node(UNKNOWN, stated=False)
    back = (published.weekday() - named.value) % 7
    ahead = (named.value - published.weekday()) % 7
    if match.has("LJ"):
        days = -(back or 7)
    elif match.has("X"):
        days = ahead or 7
    elif match.has("I"):
        days = ahead if reading.forward(named.start) or published.weekday() < named.value else -back
    else:
        limit = match.before is not None and match.before.kind in "UB"
        where = reading.direction(named.start)
        days = ahead if where == "ahead" or (limit and where == "open") else -back
    return match.node(one_day(published + timedelta(days=days)), stated=False, weekday=named.value)


def _weekday_of_week(match: Match, reading: Reading) -> Node | None:
    """Friday last week; Tuesday of next week."""
    if reading.published is None:
        return match.node(UNKNOWN, stated=False)
    if unit(match) != "week":
        return None
    monday = week_of(reading.published).earliest
    assert monday
    step = -7 if match.has("LJ") else 7 if match.has("X") else 0
    return match.node(one_day(monday + timedelta(days=step + match.get("Wd").value)), stated=False)


def _deictic(match: Match, reading: Reading) -> Node | None:
    """Today; yesterday; the day before yesterday; tomorrow morning."""
    step = match.get("T").value
    if match.has("ab"):
        step += match.get("ab").value
    return match.node(_from_published(reading, step, step), stated=False)


def _from_published(reading: Reading, first: int, last: int) -> Days:
    if reading.published is None:
        return UNKNOWN
    return Days(reading.published + timedelta(days=first), reading.published + timedelta(days=last))


def _night(match: Match, reading: Reading) -> Node | None:
    """This morning; last night; overnight."""
    if match.has("v"):
        return match.node(_from_published(reading, -1, 0), stated=False)
    step = -1 if match.has("L") else 0
    return match.node(_from_published(reading, step, step), stated=False)


def _unit(match: Match, reading: Reading) -> Node | None:
    """This week; last month; next year; last weekend."""
    published, name = reading.published, unit(match)
    if name == "hour" or (name == "day" and match.has("I")):
        return None
    if published is None:
        return match.node(UNKNOWN, stated=False)
    step = -1 if match.has("LJ") else 1 if match.has("X") else 0
    if name == "weekend":
        ahead = step == 0 and (published.weekday() < 5 and reading.forward(match.get("u").start))
        return match.node(_weekend(published, 1 if ahead else step), stated=False)
    if name == "decade":
        first = published.year // 10 * 10 + 10 * step
        return match.node(years_of(first, first + 9), stated=False)
    day = move(published, name, step)
    return match.node(whole(day, name) if day else None, stated=False)


def _the_weekend(match: Match, reading: Reading) -> Node | None:
    if unit(match) != "weekend" or (match.after and match.after.kind in "oab"):
        return None
    if reading.published is None:
        return match.node(UNKNOWN, stated=False)
    ahead = reading.published.weekday() < 5 and reading.forward(match.get("u").start)
    return match.node(_weekend(reading.published, 1 if ahead else 0), stated=False)


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


def _rolling(match: Match, reading: Reading) -> Node | None:
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


def _ago(match: Match, reading: Reading) -> Node | None:
    """Two weeks ago; a year ago; several days ago; decades ago."""
    least, most = amount(match, reading) or (2, 9)
    if reading.published is None:
        return match.node(UNKNOWN, stated=False)
    if unit(match) == "hour":
        return match.node(_from_published(reading, -math.ceil(most / 24), 0), stated=False)
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


def _ahead(match: Match, reading: Reading) -> Node | None:
    """In two weeks, in two days' time: only where the sentence looks ahead; else it is a duration."""
    least, most = amount(match, reading) or (1, 1)
    start = match.get("u").start
    if reading.published is None or unit(match) == "hour" or not reading.forward(start):
        return None
    if match.get("i").text.lower() == "within":
        other = move(reading.published, unit(match), most)
        return match.node(Days(reading.published, other), stated=False)
    return match.node(_away(reading.published, unit(match), least, most), stated=False)


def _anchored(match: Match, reading: Reading) -> Node | None:
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
    return match.before is None or match.before.kind in "in,Ek"


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


def _earlier_in(match: Match, reading: Reading) -> Node | None:
    """Earlier this month; later this year; earlier in the week; later in the day."""
    published, name = reading.published, unit(match)
    if published is None:
        return match.node(UNKNOWN, stated=False)
    if name == "hour":
        return None
    days = whole(published, name)
    if match.get("R").value < 0:
        return match.node(Days(days.earliest, published), stated=False)
    return match.node(Days(published, days.latest), stated=False)


def _end_of(match: Match, reading: Reading) -> Node | None:
    """The end of the month; the start of this year; early in the week."""
    if reading.published is None:
        return match.node(UNKNOWN, stated=False)
    if unit(match) not in ("week", "month", "year"):
        return None
    return match.node(part_of(whole(reading.published, unit(match)), match.get("E").value), stated=False)


def _month(match: Match, reading: Reading) -> Node | None:
    """Last April; next June; this March."""
    published, month = reading.published, match.get("M").value
    if match.get("M").text[0].islower() and match.get("M").text in reading.words.need_capital:
        return None
    if published is None:
        return match.node(UNKNOWN, stated=False)
    year = published.year
    if match.has("L") and month >= published.month:
        year -= 1
    if match.has("X") and month <= published.month:
        year += 1
    return match.node(month_of(year, month), stated=False)


def _season(match: Match, reading: Reading) -> Node | None:
    """Last summer; this winter; next spring."""
    published = reading.published
    if published is None:
        return match.node(UNKNOWN, stated=False)
    first = match.get("s").value
    spans = [months_of(published.year + step, first, 3) for step in (-2, -1, 0, 1, 2)]
    if match.has("L"):
        return match.node([s for s in spans if s.latest and s.latest < published][-1], stated=False)
    if match.has("X"):
        return match.node(next(s for s in spans if s.earliest and s.earliest > published), stated=False)
    running = next((s for s in spans if s.earliest and s.latest and s.earliest <= published <= s.latest), None)
    return match.node(running or spans[2], stated=False)


_NUMBER = "(?: A?V o? | A | (?:[ND][-t&])?[NDY] )"

RULES = (
    rule("[Wd] (?:,|o|i)? k? [LIXJ] u", "W", _weekday_of_week),
    rule("[LX] M", "M", _month),
    rule("I M", "M", _month),
    rule("k? [LX] s", "s", _season),
    rule("I s", "s", _season),
    rule("k? u [ab] T", "T", _deictic),
    rule("T", "T", _deictic),
    rule("[LI] P", "P", _night),
    rule("k? [LJX] " + _NUMBER + " u", "u", lambda m, r: _rolling(m, r)),
    rule("R I u", "u", _earlier_in),
    rule("R i k u", "u", _earlier_in),
    rule("k? E [oi] [kI] u", "E", _end_of),
    rule("[kIA]? (?:[ND][-t])? " + _NUMBER + "? u G", "G", _ago),
    rule(_NUMBER + " u [Rab]", "u", _anchored),
    rule("k u [ab]", "u", lambda m, r: _anchored(m, r) if unit(m) == "day" else None),
    rule("k [xJX] u", "u", lambda m, r: _anchored(m, r) if _is_next_day(m) else None),
    rule("k? = [uP]", "uP", lambda m, r: _anchored(m, r) if unit(m) == "day" else None),
    rule("k J u", "u", _rolling),
    rule("J u", "u", lambda m, r: _rolling(m, r) if _is_recent(m) else None),
    rule("k [LX] u", "u", lambda m, r: _rolling(m, r)),
    rule("[LIX] u", "u", _unit),
    rule("(?<=[in]) k u", "u", _the_weekend),
    rule("i " + _NUMBER + " u", "u", _ahead),
    rule("[kI]? [LXIJ]? X? W", "W", _weekday),
    rule("(?<=[nE]) d", "d", _weekday),
)


#: What is left when words round a date had their turn.
LAST_RULES = (rule("v", "v", _night),)


def _is_next_day(match: Match) -> bool:
    """Whether it says the following day, the previous day; "the previous week" counts as anchored too."""
    word = match.all("xJX")[0].text.lower()
    plural = match.get("u").text.lower().endswith("s")
    return not plural and (word in ("following", "previous", "preceding") or (word == "next" and unit(match) == "day"))


def _is_recent(match: Match) -> bool:
    return match.get("J").text.lower() == "recent"
