"""Dates of the calendar: days, months, years, decades, with or without their year."""

import re
from datetime import date

from whowhom.dates.days import (
    NO_YEAR,
    UNKNOWN,
    Days,
    fraction_of,
    make_day,
    month_of,
    months_of,
    one_day,
    years_of,
)
from whowhom.dates.nodes import Match, Node, Reading, rule


def _counts_something(node: Node | None, reading: Reading) -> bool:
    """Whether the word after a numeral shows that the numeral counts things."""
    return node is not None and node.text.lower() in reading.words.counted_nouns


def _year(match: Match) -> int | None:
    return match.get("Y").value if match.has("Y") else None


def _iso_or_slashes(match: Match, reading: Reading) -> Node | None:
    a, b, c = (int(x) for x in re.split(r"[-/.]", match.get("F").text))
    if a > 31:
        return match.node(_maybe(make_day(a, b, c)), stated=True)
    year = c if c > 99 else 1900 + c if c > 40 else 2000 + c
    readings = {d for d in (make_day(year, b, a), make_day(year, a, b)) if d}
    if len(readings) == 2:  # 4/5/2019: two ways to read it, so neither
        return match.node(UNKNOWN, stated=True)
    return match.node(_maybe(next(iter(readings), None)), stated=True)


def _maybe(day: date | None) -> Days | None:
    return one_day(day) if day else None


def _day(match: Match, reading: Reading) -> Node | None:
    """14 April 2019; April 14, 2019; April 14."""
    year = _year(match)
    in_month = match.nodes[match.last - 1].kind == "D" and match.before is not None and match.before.kind in "iS"
    if year is None and in_month and _counts_something(match.after, reading):
        return None  # "in May 12 people": a month and a count
    day = make_day(year or NO_YEAR, match.get("M").value, match.get("D").value)
    return match.node(_maybe(day), stated=True, yearless=year is None)


def _short_year(match: Match, reading: Reading) -> Node | None:
    """12 JAN 90, as in datelines."""
    month, year = match.get("M"), match.nodes[match.last - 1]
    if not month.text.isupper() or not year.text.isdecimal() or len(year.text) != 2:
        return None
    century = 1900 if year.value > 40 else 2000
    return match.node(_maybe(make_day(century + year.value, month.value, match.get("D").value)), stated=True)


def _days(match: Match, reading: Reading) -> Node | None:
    """From 3 to 5 May 2014; May 3-5, 2014."""
    first, last = match.all("D")[:2]
    year, month = _year(match), match.get("M").value
    if year is None and match.nodes[match.last - 1].kind == "D" and match.has("&"):
        after = match.after
        if after is not None and after.kind == ".":
            return None  # "May 3 and 4 soldiers"
    a, b = (make_day(year or NO_YEAR, month, n.value) for n in (first, last))
    if not a or not b or a >= b:
        return None
    return match.node(Days(a, b), stated=True, yearless=year is None)


def _month_and_year(match: Match, reading: Reading) -> Node | None:
    if match.has(",") and _counts_something(match.after, reading):
        return None
    return match.node(month_of(match.get("Y").value, match.get("M").value), stated=True)


def _months(match: Match, reading: Reading) -> Node | None:
    """Between March and May 2014; January-March."""
    first, last = match.all("M")[:2]
    year = _year(match)
    if first.value >= last.value or not (first.text[0].isupper() and last.text[0].isupper()):
        return None
    span = months_of(year or NO_YEAR, first.value, last.value - first.value + 1)
    return match.node(span, stated=True, yearless=year is None)


def _bare_month(match: Match, reading: Reading) -> Node | None:
    month, before, after = match.get("M"), match.before, match.after
    word = month.text.lower()
    if word in reading.words.abbreviations:
        return None
    if before is not None and before.kind in "iSUBfwabLXIER-&tq":
        if before.kind in "BfabS&t" and word in reading.words.need_capital and after and after.kind in "'.":
            return None  # "by May's cabinet", "since May took office"
        if before.kind in "&t-" and not (match.first > 1 and match.nodes[match.first - 2].kind in "CE"):
            return None
    elif not (word in reading.words.plain_months or (before and before.kind in "ok" and _loose(match))):
        return None
    elif (after and after.text[:1].isupper() and after.text.isalpha()) or (
        before and before.kind == "." and before.text[:1].isupper()
    ):
        return None  # part of a name
    return match.node(month_of(NO_YEAR, month.value), stated=True, yearless=True)


def _loose(match: Match) -> bool:
    """Whether "of May" stands after a part of it: "the end of May", "the middle of March"."""
    before = match.nodes[max(match.first - 3, 0) : match.first]
    return any(n.kind in "EQPu" for n in before)


def _years(match: Match, reading: Reading) -> Node | None:
    """From 2003 to 2006; 2003-06."""
    first, last = match.get("Y"), match.nodes[match.last - 1]
    end = last.value
    if last.kind != "Y":
        if len(last.text) != 2 or not last.text.isdecimal():
            return None
        end = first.value // 100 * 100 + last.value
    if not 1400 < first.value < end <= 2100 or _counts_something(match.after, reading):
        return None
    return match.node(years_of(first.value, end), stated=True)


def _bare_year(match: Match, reading: Reading) -> Node | None:
    year, before, after = match.get("Y"), match.before, match.after
    if not 1400 <= year.value <= 2099 or _counts_something(after, reading):
        return None
    if before is None or (after is not None and after.kind in "u-/"):
        return None
    if before.kind == "o":
        led_by = match.nodes[match.first - 2].text.lower() if match.first > 1 else ""
        if led_by in ("total", "force", "number", "crowd", "group", "some", "one", "maximum", "strength"):
            return None
    elif before.kind not in "iSUBfwabEkRLJ=I!(eq" and not (before.kind == "-" and _after_early(match)):
        follows_owner = match.first > 1 and before.text == "s" and match.nodes[match.first - 2].kind == "'"
        if not (follows_owner or before.text.lower() in ("its", "their", "his", "her", "year", "a")):
            return None
    if before.kind in "(" and not (after and after.kind == ")"):
        return None
    return match.node(years_of(year.value, year.value), stated=True)


def _after_early(match: Match) -> bool:
    return match.first > 1 and match.nodes[match.first - 2].kind == "E"


def _decade(match: Match, reading: Reading) -> Node | None:
    first = match.get("Zz").value
    length = 100 if first % 100 == 0 and match.get("Zz").kind == "Z" and first < 2000 else 10
    return match.node(years_of(first, first + length - 1), stated=True)


def _century(match: Match, reading: Reading) -> Node | None:
    number = match.get("DK").value
    if match.get("u").text.lower() != "century" or number > 21:
        return None
    return match.node(years_of(100 * (number - 1) + 1, 100 * number), stated=True)


def _named_day(match: Match, reading: Reading) -> Node | None:
    named = reading.words.named_days[match.get("H").text.lower().replace("’", "'")]
    year = named.year or _year(match)
    day = make_day(year or NO_YEAR, named.month, named.day)
    return match.node(_maybe(day), stated=True, yearless=year is None)


def _season(match: Match, reading: Reading) -> Node | None:
    return match.node(months_of(match.get("Y").value, match.get("s").value, 3), stated=True)


def _fraction(match: Match, reading: Reading) -> Node | None:
    """The first half of 2014; the third quarter of 2013."""
    inner = match.get("C")
    return match.node(fraction_of(inner.days, match.get("O").value, match.get("Q").value), stated=inner.stated)


RULES = (
    rule("F", "F", _iso_or_slashes),
    rule("H (?:,? Y)?", "H", _named_day),
    rule("[fw]? k? D [-t&U] k? D o? M ,? Y", "M", _days),
    rule("[fw]? k? D [-t&U] k? D o? M", "M", _days),
    rule("[fw]? M k? D [-t&U] k? D ,? Y", "M", _days),
    rule("[fw]? M k? D [-t&U] D", "M", _days),
    rule("D M [ND](?!u)", "M", _short_year),
    rule("k? D k? o? M [,o]? Y", "M", _day),
    rule("M k? D ,? Y", "M", _day),
    rule("[fw]? M [-t&U] M [,o]? Y?", "M", _months),
    rule("M [,o]? k? Y", "M", _month_and_year),
    rule("k? D o? M (?!D(?!u))", "M", _day),
    rule("M k? D", "M", _day),
    rule("k? s o? Y", "s", _season),
    rule("[fw]? Y [-t&U/] [YND]", "Y", _years),
    rule("Y", "Y", _bare_year),
    rule("k? Z", "Z", _decade),
    rule("k z", "z", _decade),
    rule("E -? k? z", "z", _decade),
    rule("k? [DK] -? u", "DK", _century),
    rule("M", "M", _bare_month),
    rule("k? O Q o C", "Q", _fraction),
)
