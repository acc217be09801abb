"""Records come back from Arrow as they went in, whatever they hold."""

from dataclasses import dataclass, fields
from datetime import date
from typing import get_args, get_type_hints

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whowhom.records import Actor, Event, Incident, Relation, Statement
from whowhom.store import TABLES, from_table, schema_of, to_table

st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))
st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=8))

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)


def records(record: type) -> st.SearchStrategy[object]:
    """Build records field by field, with short lists: the real ones are nested deep."""
    hints = get_type_hints(record)
    return st.builds(record, **{f.name: _values(hints[f.name]) for f in fields(record)})


def _values(hint: object) -> st.SearchStrategy[object]:
    args = get_args(hint)
    if Ellipsis in args:
        return st.lists(_values(args[0]), max_size=2).map(tuple)
    if type(None) in args:
        return st.none() | _values(args[0])
    if isinstance(hint, type) and hint.__module__.startswith("whowhom"):
        return records(hint)
    return st.from_type(hint)  # type: ignore[arg-type]


@pytest.mark.parametrize("record", [Event, Incident, Relation, Statement, Actor])
def test_records_survive_the_way_to_arrow_and_back(record: type) -> None:
    @FEW
    @given(st.lists(records(record), max_size=4))
    def check(rows: list[object]) -> None:
        table = to_table(record, rows)
        assert list(from_table(record, table)) == rows
        assert list(from_table(record, table.slice(1))) == rows[1:]

    check()


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_the_columns_of_its_record(name: str) -> None:
    schema = schema_of(TABLES[name])
    assert schema.names == [field.name for field in fields(TABLES[name])]
    assert to_table(TABLES[name], []).schema == schema


def test_types_follow_the_hints() -> None:
    schema = schema_of(Event)
    assert schema.field("published").type == pa.date32()
    assert schema.field("status").type == pa.string()
    assert schema.field("score").type == pa.float64()
    party = schema.field("actors").type.value_type
    assert party.field("sectors").type.value_type == pa.string()
    # An attribution with a status keeps the fields it inherits first.
    assert schema.field("attributions").type.value_type.names[-1] == "status"


def test_a_value_of_the_wrong_type_is_an_error() -> None:
    actor = Actor("a", "Ares", "person", None, (), (), "three", 0)  # type: ignore[arg-type]
    with pytest.raises((pa.ArrowException, TypeError, ValueError)):
        to_table(Actor, [actor])


def test_a_hint_that_no_table_can_hold_is_named() -> None:
    @dataclass
    class Odd:
        days: dict[str, date]

    with pytest.raises(TypeError, match="dict"):
        schema_of(Odd)
