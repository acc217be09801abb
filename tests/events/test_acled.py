"""The crosswalk to ACLED by its conditions: sides, place, means, and what else is told near by."""

import pytest

from whowhom.pipeline import Coder, code_article
from whowhom.records import Article

CASES = [
    ("Army jets bombed a rebel camp near Kidal.", "ASSAULT", "Air/drone strike"),
    ("A suicide bomber killed nine soldiers in Maiduguri.", "ASSAULT", "Suicide bomb"),
    ("The army recaptured the town of Bama from the rebels.", "ASSAULT", "Government regains territory"),
    ("Rebels captured the town of Sake from the army.", "ASSAULT", "Non-state actor overtakes territory"),
    ("Police arrested forty students in Dakar.", "COERCE", "Arrests"),
    ("Thousands of teachers marched in Lima.", "PROTEST", "Peaceful protest"),
    ("Gunmen kidnapped three aid workers in Port-au-Prince.", "COERCE", "Abduction/forced disappearance"),
    ("The government and the rebels signed a peace agreement in Juba.", "AGREE", "Agreement"),
]


@pytest.mark.parametrize(("text", "kind", "wanted"), CASES)
def test_sub_event_type(text: str, kind: str, wanted: str, coder: Coder) -> None:
    coded = code_article(Article("a", None, text, None, None, "en", None, None, None, "x", 1), coder)
    found = {(e.event_type, e.acled_sub_event_type) for e in coded.events}
    assert any(sub == wanted for _, sub in found), found


def test_what_acled_does_not_record_has_no_sub_type(coder: Coder) -> None:
    text = "The minister praised the rebels for their patience."
    coded = code_article(Article("a", None, text, None, None, "en", None, None, None, "x", 1), coder)
    assert [e.acled_sub_event_type for e in coded.events] == [None]
