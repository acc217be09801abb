"""docs/status.md: its values are those of the records, and its examples come out as it says."""

from datetime import date
from typing import get_args

import pytest

from tests.docs.pages import codes, page, section, table
from whowhom.pipeline import Coder, code_article
from whowhom.records import Article, Coded, Status
from whowhom.records.event import Certainty, SourceKind, UnknownKind


def examples(title: str) -> dict[str, str]:
    return {codes(row[0])[0]: row[-1] for row in table(section(page("status.md"), title))}


STATUSES, SOURCES = examples("Status"), examples("Sources")
UNKNOWNS = examples("What the article says is not known")


def read(text: str, coder: Coder) -> Coded:
    article = Article("a", None, text, None, None, "en", date(2019, 4, 14), None, None, "", 1)
    return code_article(article, coder)


def test_values() -> None:
    assert tuple(STATUSES) == get_args(Status)
    assert tuple(examples("Certainty")) == get_args(Certainty)
    assert set(SOURCES) == set(get_args(SourceKind))
    assert tuple(UNKNOWNS) == get_args(UnknownKind)


@pytest.mark.parametrize("status", STATUSES)
def test_status(status: str, coder: Coder) -> None:
    assert status in {e.status for e in read(STATUSES[status], coder).events}


@pytest.mark.parametrize("kind", SOURCES)
def test_source(kind: str, coder: Coder) -> None:
    assert [e.attribution.kind for e in read(SOURCES[kind], coder).events] == [kind]


@pytest.mark.parametrize("kind", UNKNOWNS)
def test_unknown(kind: str, coder: Coder) -> None:
    assert [u.kind for u in read(UNKNOWNS[kind], coder).unknowns] == [kind]


def test_a_threat_and_its_content(coder: Coder) -> None:
    events = read("The militia threatened to attack the port.", coder).events
    assert [(e.event_type, e.status, e.embedded_in is not None) for e in events] == [
        ("THREATEN", "occurred", False), ("ASSAULT", "threatened", True),
    ]  # fmt: skip


def test_an_announcement_and_its_content(coder: Coder) -> None:
    events = read("Egypt will host the talks.", coder).events
    assert [(e.event_type, e.status, e.embedded_in is not None) for e in events] == [
        ("AGREE", "occurred", False), ("CONSULT", "planned", True),
    ]  # fmt: skip


def test_a_refusal_and_its_content(coder: Coder) -> None:
    events = read("The general said he would not withdraw his troops.", coder).events
    assert [(e.event_type, e.status, e.embedded_in is not None) for e in events] == [
        ("REJECT", "occurred", False), ("RETREAT", "negated", True),
    ]  # fmt: skip
