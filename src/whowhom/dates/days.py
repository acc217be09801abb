"""Arithmetic on intervals of days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

#: Days of no known year are kept in this leap year until a year is found for them.
NO_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `earliest` to `latest`, inclusive; None where there is no bound, or none is known."""

    earliest: date | None
    latest: date | None


UNKNOWN = Days(None, None)


def one_day(day: date) -> Days:
    """Return a day as an interval."""
    return Days(day, day)


def make_day(year: int, month: int, day: int) -> date | None:
    """Return a date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Days:
    """Return the days of a month; months outside 1 to 12 run over into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_of(year: int, month: int, count: int) -> Days:
    """Return the days of `count` months."""
    return Days(month_of(year, month).earliest, month_of(year, month + count - 1).latest)


def years_of(first: int, last: int) -> Days:
    """Return the days of the years `first` to `last`."""
    return Days(date(first, 1, 1), date(last, 12, 31))


def week_of(day: date) -> Days:
    """Return the days from Monday to Sunday round a day."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def add_months(day: date, count: int) -> date:
    """Return the same day of another month, or its last day where that month is shorter."""
    month = month_of(day.year, day.month + count)
    assert month.earliest and month.latest
    return min(month.earliest + timedelta(days=day.day - 1), month.latest)


def in_year(days: Days, year: int) -> Days:
    """Move days that were kept in `NO_YEAR` to a year (29 February becomes the 28th where it must)."""
    if days.earliest is None or days.latest is None:
        return days
    shift = 12 * (year - NO_YEAR)
    latest = add_months(days.latest, shift)
    if days.latest.month == 2 and days.latest.day == 29 and days.earliest != days.latest:
        latest = month_of(latest.year, 2).latest or latest
    return Days(add_months(days.earliest, shift), latest)


def part_of(days: Days, part: int) -> Days:
    """Return the early (0), middle (1) or late (2) third of an interval; a single day stays whole."""
    first, last = days.earliest, days.latest
    if first is None or last is None or first == last:
        return days
    length = (last - first).days + 1
    if 28 <= length <= 31 and first.day == 1:
        return (Days(first, first.replace(day=10)), Days(first.replace(day=11), first.replace(day=20)),
                Days(first.replace(day=21), last))[part]  # fmt: skip
    if 365 <= length <= 366 and (first.month, first.day) == (1, 1):
        return months_of(first.year, 1 + 4 * part, 4)
    if length >= 3650 and (first.month, first.day) == (1, 1):
        years = last.year - first.year + 1
        cuts = (0, round(years * 0.4), round(years * 0.7), years)
        return years_of(first.year + cuts[part], first.year + cuts[part + 1] - 1)
    third = max(length // 3, 1)
    cuts = (0, third, length - third, length)
    return Days(first + timedelta(days=cuts[part]), first + timedelta(days=cuts[part + 1] - 1))


def fraction_of(days: Days, which: int, parts: int) -> Days:
    """Return the first, second ... half or quarter of a year; other intervals stay whole."""
    if days.earliest is None or days.latest is None or not 365 <= (days.latest - days.earliest).days + 1 <= 366:
        return days
    months = 12 // parts
    return months_of(days.earliest.year, 1 + months * (which - 1), months)
