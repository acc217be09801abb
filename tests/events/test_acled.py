"""The crosswalk to ACLED by its conditions: sides, place, means, and what else is told near by."""

from collections.abc import Callable

import pytest

from whowhom.records import Coded

CASES = [
    ("Army jets bombed a rebel camp near Kidal.", "ASSAULT", "Air/drone strike"),
    ("A suicide bomber killed nine soldiers in Maiduguri.", "ASSAULT", "Suicide bomb"),
    ("The army recaptured the town of Bama from the rebels.", "ASSAULT", "Government regains territory"),
    ("Rebels captured the town of Sake from the army.", "ASSAULT", "Non-state actor overtakes territory"),
    ("Police arrested forty students in Dakar.", "COERCE", "Arrests"),
    ("Thousands of teachers marched in Lima.", "PROTEST", "Peaceful protest"),
    ("Gunmen kidnapped three aid workers in Port-au-Prince.", "ASSAULT", "Abduction/forced disappearance"),
    ("The government and the rebels signed a peace agreement in Juba.", "SUPPORT", "Agreement"),
]


@pytest.mark.parametrize(("text", "kind", "wanted"), CASES)
def test_sub_event_type(text: str, kind: str, wanted: str, coded: Callable[[str], Coded]) -> None:
    assert (kind, wanted) in {(e.event_type, e.acled_sub_event_type) for e in coded(text).events}


def test_what_acled_does_not_record_has_no_sub_type(coded: Callable[[str], Coded]) -> None:
    events = coded("The minister praised the rebels for their patience.").events
    assert [e.acled_sub_event_type for e in events] == [None]
