"""Phrases and whom they stand for: country, sectors, name and kind."""

from datetime import date
from pathlib import Path

import pytest

from tests.actors.reading import at, read

PHRASES = [
    line
    for line in (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("line", PHRASES)
def test_phrase_stands_for(line: str) -> None:
    text, words, country, sectors, name, kind = (cell.strip() for cell in line.split("|"))
    found = at(read(text), words)
    assert (found.country, found.sectors, found.name) == (country or None, tuple(sectors.split()), name or None)
    assert found.kind in kind.split()


def test_there_are_enough_phrases() -> None:
    assert len(PHRASES) >= 80


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador flew to Moscow on Friday.",
        "A bomb went off in Kabul.",
        "Rebels marched on Tripoli.",
        "They fought for control of the capital Tripoli.",
        "He was born in London.",
        "Kabul is calm.",
    ],
)
def test_capitals_as_places_are_no_actors(text: str) -> None:
    assert not [m for m in read(text).mentions if m.kind == "state"]


def test_a_capital_that_acts_is_listed_as_a_government() -> None:
    text = "Moscow accused Kabul on Monday. A bomb went off in Moscow."
    findings = read(text, places={"Moscow": "RUS", "Kabul": "AFG"})
    assert [text[a:b] for a, b in sorted(findings.governments)] == ["Moscow", "Kabul"]


def test_a_country_where_something_happens_is_a_mention_and_a_place() -> None:
    findings = read("Gunmen attacked a bus in Egypt.", places={"Egypt": "EGY"})
    assert at(findings, "Egypt").kind == "state"
    assert not findings.governments


def test_a_city_of_the_same_name_elsewhere_is_no_government() -> None:
    findings = read("Washington announced a new park.", places={"Washington": "GBR"})
    assert not [m for m in findings.mentions if m.kind == "state"]


@pytest.mark.parametrize(
    "text", ["Michael Jordan scored again.", "Chad Smith plays drums.", "The report surprised the market."]
)
def test_what_is_no_country_and_no_actor(text: str) -> None:
    assert not [m for m in read(text).mentions if m.kind in ("state", "organisation", "group")]


@pytest.mark.parametrize(
    ("day", "sectors"),
    [
        (date(2013, 5, 1), ("GOV", "MIL")),
        (date(2015, 5, 1), ("GOV",)),
    ],
)
def test_office_is_that_of_the_day(day: date, sectors: tuple[str, ...]) -> None:
    assert at(read("Abdel Fattah el-Sisi spoke in Cairo.", day), "Sisi").sectors == sectors


def test_past_office_is_elite_and_rebels_stay_rebels() -> None:
    found = read("Tony Blair met Joseph Kony in Uganda.", date(2010, 1, 1))
    assert at(found, "Blair").sectors == ("ELI", "GOV")
    assert at(found, "Kony").sectors == ("REB",)


def test_taliban_govern_after_2021() -> None:
    text = "The Taliban banned music."
    assert at(read(text, date(2020, 1, 1)), "Taliban").sectors == ("REB",)
    assert at(read(text, date(2022, 1, 1)), "Taliban").sectors == ("GOV",)


def test_shared_noun_gives_both_countries() -> None:
    found = read("Ugandan and Kenyan troops entered the town.")
    assert {(m.country, m.sectors) for m in found.mentions} == {("UGA", ("MIL",)), ("KEN", ("MIL",))}
