"""Publication dates: what is written unambiguously is read, everything else is not guessed at."""

import re
from datetime import date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_CLOCK = r"\d{1,2}(?::\d{2}){0,2}(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?"
_ZONE = r"\s*(?:z|[a-z]{2,5}|(?:utc|gmt)?\s*[+-]\d{1,2}:?(?:\d{2})?)?(?:\s*\([^)]*\))?"
#: A time of day may follow a date; it is passed over, so the date is the one of the writer's zone.
_TAIL = rf"(?:[\s,|–-]*(?:t|at)?\s*{_CLOCK}{_ZONE})?"

_WITH_NAME = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}{_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}{_TAIL}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TAIL}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s+{_CLOCK}(?:\s+(?:[a-z]{{3,4}}|[+-]\d{{4}}))?\s+{_YEAR}",
    )
)
_YEAR_FIRST = re.compile(rf"{_YEAR}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){_TAIL}", re.IGNORECASE)
_COMPACT = re.compile(
    r"(?P<year>1[5-9]\d\d|2[01]\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:t?\d{6}|t\d{4})?(?:z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_YEAR_LAST = re.compile(rf"(?P<one>\d{{1,2}})([-/.])(?P<two>\d{{1,2}})\2{_YEAR}{_TAIL}", re.IGNORECASE)


def read_date(value: object) -> date | None:
    """Return the day that a value names, None where it names none or more than one.

    Reads ISO dates and times, `YYYYMMDD` (also as a number), RFC 2822, and days with an English month.
    `25/04/2019` can only be read one way and is; `03/04/2019` can be read two ways and is not.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    written = " ".join(str(value).split())
    return _with_name(written) or _with_numbers(written) or _year_last(written)


def _with_name(written: str) -> date | None:
    for pattern in _WITH_NAME:
        if found := pattern.fullmatch(written):
            month = _MONTHS.index(found["name"][:3].lower()) + 1
            return _day(found["year"], month, found["day"])
    return None


def _with_numbers(written: str) -> date | None:
    found = _YEAR_FIRST.fullmatch(written) or _COMPACT.fullmatch(written)
    return _day(found["year"], found["month"], found["day"]) if found else None


def _year_last(written: str) -> date | None:
    found = _YEAR_LAST.fullmatch(written)
    if not found:
        return None
    day_first = _day(found["year"], found["two"], found["one"])
    month_first = _day(found["year"], found["one"], found["two"])
    if day_first and month_first and day_first != month_first:
        return None
    return day_first or month_first


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
