"""Gained, lost and changed events between two codings."""

import json
from dataclasses import asdict
from typing import Any

from tests.evaluate.build import event, shelling, talks
from whowhom.evaluate import compare, lines, summary
from whowhom.records import Event


def rows(*events: Event) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(asdict(e), default=str)) for e in events]


def told(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[str]:
    return [line for d in compare(old, new) for line in lines(d)]


def test_the_same_is_no_difference() -> None:
    assert told(rows(shelling(), talks()), rows(talks(), shelling())) == []


def test_gained_and_lost_with_their_words() -> None:
    lost, gained = told(rows(shelling(), talks()), rows(talks(), event("COERCE", "jailed")))
    assert lost.startswith("- one ASSAULT Norland «shelled» the port of Oster") and "Norland (NRL+MIL)" in lost
    assert gained.startswith("+ one COERCE") and "«jailed»" in gained


def test_another_type_at_the_same_place_is_lost_and_gained() -> None:
    signs = [line[0] for line in told(rows(shelling()), rows(shelling(event_type="MOBILIZE")))]
    assert sorted(signs) == ["+", "-"]


def test_a_change_names_the_fields() -> None:
    head, *changes = told(rows(shelling()), rows(shelling(status="planned", place=None)))
    assert head.startswith("~ one ASSAULT")
    assert changes == ["    status: occurred -> planned", "    place: Oster -> none"]


def test_two_events_at_one_place_are_held_apart() -> None:
    (line,) = told(rows(shelling(), shelling()), rows(shelling()))
    assert line.startswith("- ")


def test_summary_counts() -> None:
    old, new = rows(shelling(), talks()), rows(talks(status="planned"), event("COERCE", "jailed"), event("AID", "why"))
    differences = list(compare(old, new))
    assert summary(differences, old, new) == "2 events, now 3: 2 gained, 1 lost, 1 changed"
    assert summary([], old, old) == "2 events, now 2: 0 gained, 0 lost, 0 changed"
