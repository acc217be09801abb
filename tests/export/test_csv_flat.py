"""How nested fields become cells."""

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from whowhom.export.csv_flat import columns_of
from whowhom.records import Event, Incident
from whowhom.store import schema_of


def cells(name: str, kind: pa.DataType, value: Any) -> dict[str, str]:
    return {column.name: column.cell(value) for column in columns_of(name, kind)}


EVENT, INCIDENT = schema_of(Event), schema_of(Incident)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\tx", "\rx", '=HYPERLINK("http://x")'])
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert cells("title", pa.string(), text) == {"title": "'" + text}
    assert cells("modes", pa.list_(pa.string()), [text, "x"]) == {"modes": f"'{text};x"}


@pytest.mark.parametrize("value", [-1, -9.5, 0])
def test_numbers_stay_numbers(value: float) -> None:
    kind = pa.float64() if isinstance(value, float) else pa.int64()
    assert cells("n", kind, value) == {"n": str(value)}
    assert cells("n", pa.list_(kind), [value]) == {"n": str(value)}
    assert cells("n", pa.list_(kind), [-1, value])["n"].startswith("'-1")


def test_lists_of_parties_are_joined_in_step() -> None:
    parties = [
        {"start": 3, "end": 9, "text": "a; b", "name": "A", "country": None, "sectors": ["GOV", "MIL"]},
        {"start": None, "end": None, "text": None, "name": "B+C", "country": "LBY", "sectors": []},
    ]
    kind = EVENT.field("actors").type
    found = cells("actors", kind, [{"actor_id": None, "mention": "name", **party} for party in parties])
    assert found["actors_name"] == "A;B+C"
    assert found["actors_country"] == ";LBY"
    assert found["actors_sectors"] == "GOV+MIL;"
    assert found["actors_start"] == "3;"
    assert found["actors_text"] == "a, b;"


def test_records_inside_a_row_are_spread_and_missing_ones_are_empty() -> None:
    kind = EVENT.field("date").type
    when = {"start": 1, "end": 2, "text": "x", "earliest": date(2024, 2, 29), "latest": None, "basis": "stated"}
    assert cells("date", kind, when)["date_earliest"] == "2024-02-29"
    assert set(cells("date", kind, None).values()) == {""}


def test_lists_in_members_of_lists() -> None:
    reports = [{"event_id": "a", "low": 1, "high": None}, {"event_id": "b", "low": 3, "high": 4}]
    counts = [
        {"kind": "killed", "low": 1, "high": 4, "reports": reports},
        {"kind": "wounded", "low": 2, "high": None, "reports": []},
    ]
    found = cells("counts", INCIDENT.field("counts").type, counts)
    assert found["counts_kind"] == "killed;wounded"
    assert found["counts_reports_event_id"] == "a+b;"
    assert found["counts_reports_low"] == "1+3;"
