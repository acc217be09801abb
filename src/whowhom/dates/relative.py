"""Dates that are reckoned from publication: Sunday, next Tuesday, last month, earlier this week."""

from datetime import date, timedelta

from whowhom.dates.days import UNKNOWN, Days, month_of, months_of, one_day, part_of, week_of, years_of
from whowhom.dates.distance import END, ago, ahead, anchored, from_published, move, rolling, unit, whole
from whowhom.dates.nodes import Match, Node, Reading, rule


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
        in_range = match.first > 1 and match.nodes[match.first - 2].kind in "WC"
        limit = match.before is not None and match.before.kind in "UB" and not in_range
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
    return match.node(from_published(reading, step, step), stated=False)


def _night(match: Match, reading: Reading) -> Node | None:
    """This morning; last night; overnight."""
    if match.has("v"):
        return match.node(from_published(reading, -1, 0), stated=False)
    step = -1 if match.has("L") else 0
    return match.node(from_published(reading, step, step), stated=False)


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
    days = part_of(whole(reading.published, unit(match)), match.get("E").value)
    return match.node(days, stated=False, value=END if match.get("E").text.lower() == "end" else 0)


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
    rule("k? [LJX] " + _NUMBER + " u", "u", lambda m, r: rolling(m, r)),
    rule("R I u", "u", _earlier_in),
    rule("R i k u", "u", _earlier_in),
    rule("k? E [oi] [kI] u", "E", _end_of),
    rule("[kIA]? (?:[ND][-t])? " + _NUMBER + "? u G", "G", ago),
    rule(_NUMBER + " u [Rab]", "u", anchored),
    rule("k u [ab]", "u", lambda m, r: anchored(m, r) if unit(m) == "day" else None),
    rule("k [xJX] u", "u", lambda m, r: anchored(m, r) if _is_next_day(m) else None),
    rule("k? = [uP]", "uP", lambda m, r: anchored(m, r) if unit(m) == "day" else None),
    rule("k J u", "u", rolling),
    rule("J u", "u", lambda m, r: rolling(m, r) if _is_recent(m) else None),
    rule("k [LX] u", "u", lambda m, r: rolling(m, r)),
    rule("[LIX] u", "u", _unit),
    rule("(?<=[in]) k u", "u", _the_weekend),
    rule("i " + _NUMBER + " u", "u", ahead),
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
