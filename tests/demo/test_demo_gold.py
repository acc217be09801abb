"""The hand-coded demo articles must be sound: spans, names, codes and ids."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any, get_args

import pytest

from whowhom.records.event import Status
from whowhom.records.finding import CountKind

Row = dict[str, Any]

COPY = "demo-mali-hombori-1-copy"
EVENTLESS = "demo-sport-final"

MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
    "aerial drone heavy-weapons crowd-control unconventional",
}
RELATIONS = set(
    "leads member_of commands backs opposes recognises rejects_recognition allied_with based_in exiled_in "
    "succeeded controls envoy_of".split()
)
SECTORS = set(
    "GOV MIL COP JUD LEG SPY PRM REB UAF PTY UNK OPP CVL ELI BUS LAB AGR EDU MED JRN REL CRM REF SOC PRE".split()
)
SOURCE_KINDS = set("narrator named unnamed official media social".split())
# Full names of actors that their article only writes in another way.
CANONICAL = {
    "European Union",
    "Fayez al-Sarraj",
    "France",
    "Hong Kong Police Force",
    "Laureano Ortega",
    "National Liberation Army",
    "Persian Gulf",
    "Sudanese Armed Forces",
    "UN Security Council",
    "United Kingdom",
    "United States",
    "Volodymyr Zelensky",
}


def rows(name: str) -> list[Row]:
    text = (files("whowhom") / "demo" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


ARTICLES = {row["id"]: row for row in rows("articles.jsonl")}
GOLD = rows("gold.jsonl")


def one_or_more(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def parties(event: Row) -> Iterator[Row]:
    yield from event["actors"]
    yield from event["recipients"]


def spans(row: Row) -> Iterator[list[int]]:
    yield from row["intruders"]
    yield from row["unknowns"]
    for event in row["events"]:
        yield from event["triggers"]
        for party in parties(event):
            yield from party["spans"]


def names(row: Row) -> Iterator[str]:
    for event in row["events"]:
        for party in parties(event):
            yield from party["names"]
        for key in ("place", "attribution"):
            yield from event.get(key, {}).get("names", [])
    for relation in row["relations"]:
        yield relation["subject"]
        yield relation["object"]


def test_ids_are_unique_and_every_english_original_is_coded() -> None:
    assert len(ARTICLES) == len(rows("articles.jsonl"))
    coded = [row["id"] for row in GOLD]
    wanted = [key for key, row in ARTICLES.items() if row["language"] == "en" and key != COPY]
    assert coded == wanted
    assert len(coded) >= 13


def test_there_is_one_copy_and_one_article_in_another_language() -> None:
    texts = Counter(row["text"] for row in ARTICLES.values())
    twice = [row for row in ARTICLES.values() if texts[row["text"]] == 2]
    assert COPY in {row["id"] for row in twice}
    assert len({row["source"] for row in twice}) == len(twice) == 2
    assert [row["language"] for row in ARTICLES.values() if row["language"] != "en"] == ["fr"]


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_gold_repeats_its_article(row: Row) -> None:
    article = ARTICLES[row["id"]]
    for key in ("title", "text", "published", "source"):
        assert row[key] == article[key]
    assert 1200 <= len(row["text"]) <= 3000
    date.fromisoformat(row["published"])


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_spans_quote_words_of_the_text(row: Row) -> None:
    for start, end in spans(row):
        assert 0 <= start < end <= len(row["text"])
        quoted = row["text"][start:end]
        assert quoted == quoted.strip()
        before, after = row["text"][start - 1 : start], row["text"][end : end + 1]
        assert not (before.isalnum() or after.isalnum()), f"{quoted!r} is cut out of a word"


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_no_event_stands_in_an_intruder(row: Row) -> None:
    for start, end in row["intruders"]:
        triggers = [trigger for event in row["events"] for trigger in event["triggers"]]
        assert not [t for t in triggers if t[0] < end and start < t[1]]


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_names_are_in_the_text_or_canonical(row: Row) -> None:
    text = row["text"].lower()
    strangers = {name for name in names(row) if name.lower() not in text}
    assert strangers <= CANONICAL


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_codes_are_of_the_codebook(row: Row) -> None:
    for event in row["events"]:
        types = one_or_more(event["event_type"])
        assert set(types) <= set(MODES)
        assert set(event.get("mode", [])) <= {mode for name in types for mode in MODES[name].split()}
        assert event["status"] and set(event["status"]) <= set(get_args(Status))
        assert set(event.get("attribution", {"kind": []})["kind"]) <= SOURCE_KINDS
        assert event["triggers"]
        for party in parties(event):
            assert party["names"] and set(party.get("sectors", [])) <= SECTORS
            assert party.get("country") is None or len(party["country"]) == 3
    assert {relation["relation"] for relation in row["relations"]} <= RELATIONS


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_dates_and_counts_can_be_read(row: Row) -> None:
    for event in row["events"]:
        when = event.get("date", {"earliest": ["2019-01-01"], "latest": ["2019-01-01"]})
        earliest = [date.fromisoformat(day) for day in when["earliest"] if day]
        latest = [date.fromisoformat(day) for day in when["latest"] if day]
        assert earliest and (None in when["latest"] or min(earliest) <= max(latest))
        for count in event.get("counts", []):
            assert set(count["what"]) <= set(get_args(CountKind))
            assert count["low"] and min(count["low"]) >= 0


def test_every_type_occurs_three_times_for_certain() -> None:
    firm = Counter(
        event["event_type"]
        for row in GOLD
        for event in row["events"]
        if isinstance(event["event_type"], str) and not event.get("optional")
    )
    assert {name: firm[name] for name in MODES if firm[name] < 3} == {}


def test_only_the_sports_report_has_no_events() -> None:
    assert [row["id"] for row in GOLD if not row["events"]] == [EVENTLESS]


def test_the_set_is_as_untidy_as_it_claims() -> None:
    assert any(row["intruders"] for row in GOLD)
    assert sum(len(row["unknowns"]) for row in GOLD) >= 5
    seen = {status for row in GOLD for event in row["events"] for status in event["status"]}
    assert seen == set(get_args(Status))
