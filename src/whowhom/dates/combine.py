"""Words round a date that change what it means: parts of it, ranges, since, until, the eve of."""

from datetime import date, timedelta

from whowhom.dates.days import UNKNOWN, Days, in_year, one_day, part_of
from whowhom.dates.distance import END
from whowhom.dates.nodes import Match, Node, Reading, rule
from whowhom.dates.tense import Direction


def _same(match: Match, node: Node, days: Days | None = None, value: int = 0) -> Node | None:
    """Make one node of the match that means what one of its nodes means, or other days."""
    return match.node(
        node.days if days is None else days,
        stated=node.stated, yearless=node.yearless, weekday=node.weekday, value=value or node.value,
    )  # fmt: skip


def _part(match: Match, reading: Reading) -> Node | None:
    """Early 2014; mid-April; late on Sunday; the end of May."""
    inner = match.get("C")
    end = END if match.get("E").text.lower() == "end" else 0
    return _same(match, inner, part_of(inner.days, match.get("E").value), end)


def _part_of_day(match: Match, reading: Reading) -> Node | None:
    """Sunday morning; the night of 14 April; dawn on Monday; the early hours of Sunday."""
    inner = match.get("C")
    if match.has("o") and (inner.days.earliest != inner.days.latest):
        return None
    return _same(match, inner)


def _hours(match: Match, reading: Reading) -> Node | None:
    return _same(match, match.get("C")) if match.get("u").text.lower() == "hours" else None


def _overnight(match: Match, reading: Reading) -> Node | None:
    """Overnight on Saturday: that day and the next."""
    inner = match.get("C")
    if inner.days.latest is None or inner.days.earliest != inner.days.latest:
        return _same(match, inner)
    return _same(match, inner, Days(inner.days.earliest, inner.days.latest + timedelta(days=1)))


def _with_weekday(match: Match, reading: Reading) -> Node | None:
    """Sunday, April 14; Sunday (14 April 2019)."""
    first, second = match.all("C")
    if first.weekday is None or second.days.earliest != second.days.latest or not second.stated:
        return None
    if second.days.earliest is None:
        return None
    return match.node(second.days, stated=True, yearless=second.yearless, weekday=first.weekday)


def _earlier_on(match: Match, reading: Reading) -> Node | None:
    """Earlier on Sunday; later today; earlier that day."""
    return _same(match, match.get("C"))


def _eve(match: Match, reading: Reading) -> Node | None:
    inner = match.get("C")
    if inner.days.earliest is None:
        return _same(match, inner)
    return _same(match, inner, one_day(inner.days.earliest - timedelta(days=1)))


def settle(node: Node, reading: Reading, leans: Direction | None = None) -> Node:
    """Find the year of a node that has none: the nearest to publication, the past preferred.

    `leans` is where a word before it points, whatever the tense ("extended until October").
    """
    if not node.yearless:
        return node
    days = UNKNOWN
    if reading.published is not None:
        days = _nearest(node, reading.published, leans or reading.direction(node.start))
    return node._replace(days=days, yearless=False, weekday=None)


def _nearest(node: Node, published: date, direction: Direction) -> Days:
    past, same, future = (in_year(node.days, published.year + step) for step in (-1, 0, 1))
    if node.weekday is not None:
        fitting = [d for d in (same, past, future) if d.earliest and d.earliest.weekday() == node.weekday]
        if fitting:
            return fitting[0]
    if same.earliest is None or same.latest is None or same.earliest <= published <= same.latest:
        return same
    if direction == "ahead":  # "was planned for 30 March", a few weeks after that day
        return same if same.latest >= published - timedelta(days=60) else future
    ahead = same.earliest - published if same.earliest > published else timedelta.max
    # A day a few weeks ahead is meant rather than the same day a year ago, unless a verb says otherwise.
    soon = direction == "open" and ahead <= timedelta(days=45)
    return same if soon or same.latest < published else past


def _range(match: Match, reading: Reading) -> Node | None:
    """From April 3 to May 5, 2014; between Monday and Wednesday; Monday to Wednesday."""
    first, last = match.all("C")
    if first.yearless and not last.yearless and last.days.earliest:
        first = _lend_year(first, last.days.earliest)
    elif first.yearless or last.yearless:
        first, last = settle(first, reading), settle(last, reading)
    a, b = first.days, last.days
    if a.earliest and b.latest and a.earliest > b.latest:
        if last.stated or first.stated:
            return None
        a = Days(a.earliest - timedelta(days=7), None)  # "from Friday to Tuesday" reckons back from Tuesday
    return match.node(Days(a.earliest, b.latest), stated=first.stated and last.stated)


def _lend_year(first: Node, last: date) -> Node:
    days = in_year(first.days, last.year)
    if days.earliest and days.earliest > last:
        days = in_year(first.days, last.year - 1)
    return Node("C", first.start, first.end, "", 0, days, first.stated)


def _since(match: Match, reading: Reading) -> Node | None:
    inner = settle(match.get("C"), reading)
    latest = reading.published
    if inner.days.earliest and latest and latest < inner.days.earliest:
        latest = None
    return match.node(Days(inner.days.earliest, latest), stated=inner.stated)


def _until(match: Match, reading: Reading) -> Node | None:
    """Until Friday; by Friday: from publication on where that lies ahead, else open before."""
    inner = settle(match.get("C"), reading, "ahead")
    return match.node(Days(_from_now(inner.days.latest, reading), inner.days.latest), stated=inner.stated)


def _from_now(latest: date | None, reading: Reading) -> date | None:
    """Return the day of publication where a last day lies after it, else None: no lower bound."""
    published = reading.published
    return published if published and latest and latest > published else None


def _before_or_after(match: Match, reading: Reading) -> Node | None:
    """Before 2011; after Sunday. "After Sunday's attack" tells when the attack was, and is no bound."""
    after = match.after
    ends = after is None or after.kind not in "'.-" or after.text in ".;:?!"
    if not ends and after is not None and after.text.lower() not in reading.words.clause_words:
        return None
    inner = settle(match.get("C"), reading)
    if match.get("ab").value < 0:
        bound = inner.days.latest if inner.value == END else inner.days.earliest
        latest = bound - timedelta(days=1) if bound else None
        return match.node(Days(_from_now(latest, reading), latest), stated=inner.stated)
    earliest = inner.days.latest + timedelta(days=1) if inner.days.latest else None
    latest = reading.published
    if earliest and latest and latest < earliest:
        latest = None
    return match.node(Days(earliest, latest), stated=inner.stated)


MODIFIERS = (
    rule("C ,? \\(? C \\)?", "C", _with_weekday),
    rule("k? E -? o? k? C", "E", _part),
    rule("k? E [ni] C", "E", _part),
    rule("C P", "P", _part_of_day),
    rule("k? P [on] C", "P", _part_of_day),
    rule("k? P C", "P", _part_of_day),
    rule("k? E u o C", "E", _hours),
    rule("v [nio]? C", "v", _overnight),
    rule("R n? C", "R", _earlier_on),
    rule("k? e o k? C", "e", _eve),
)

RANGES = (
    rule("[fw]? C [tU-] C", "C", _range),
    rule("w C & C", "w", _range),
)

BOUNDS = (
    rule("S n? q? C", "S", _since),
    rule("[UB] n? q? C", "UB", _until),
    rule("[ab] C", "ab", _before_or_after),
)
