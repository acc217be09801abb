"""The content hash: the same for the same rows, another for any other."""

import dataclasses
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.records import Actor, Alias, Article, Decision
from whowhom.store import schema_of, to_table, write_compacted
from whowhom.store.content import TableHash, in_blocks

ACTOR = Actor("a", "Ares", "person", None, ("MIL", "GOV"), (Alias("Ares", 2), Alias("he", 1)), 1, 2)
ARTICLE = Article("1", None, "Text", None, None, "en", date(2024, 2, 29), None, None, "in.jsonl", 7)


def digest(name: str, table: pa.Table) -> str:
    found = TableHash(name, table.schema)
    for block in in_blocks([table]):
        found.add(block)
    return found.hexdigest()


def actors(*rows: Actor) -> str:
    return digest("actors", to_table(Actor, rows))


@pytest.mark.parametrize(
    "change",
    [
        {"name": None}, {"name": ""}, {"name": "Arez"}, {"country": "GRC"}, {"country": ""}, {"sectors": ()},
        {"sectors": ("GOV", "MIL")}, {"sectors": ("MILGOV",)}, {"aliases": (Alias("Ares", 2),)}, {"articles": 2},
        {"aliases": (Alias("Ares", 1), Alias("he", 2))}, {"actor_id": "aA", "name": "res"},
    ],
)  # fmt: skip
def test_any_change_of_a_field_changes_the_hash(change: dict[str, object]) -> None:
    assert actors(ACTOR) != actors(dataclasses.replace(ACTOR, **change))  # type: ignore[arg-type]


def test_order_and_number_of_rows_count() -> None:
    other = dataclasses.replace(ACTOR, actor_id="b")
    assert len({actors(ACTOR, other), actors(other, ACTOR), actors(ACTOR), actors()}) == 4


def test_members_of_lists_belong_to_their_row() -> None:
    one, two = dataclasses.replace(ACTOR, sectors=("MIL",)), dataclasses.replace(ACTOR, sectors=("MIL", "GOV"))
    assert actors(one, two) != actors(two, one)


def test_where_and_when_do_not_count() -> None:
    moved = dataclasses.replace(ARTICLE, path="/elsewhere.jsonl", line=1)
    assert digest("articles", to_table(Article, [ARTICLE])) == digest("articles", to_table(Article, [moved]))
    verdict = Decision("a", "b", "same", 1.0, "", "program", None, False)
    later = dataclasses.replace(verdict, at=date(2030, 1, 1))
    assert digest("decisions", to_table(Decision, [verdict])) == digest("decisions", to_table(Decision, [later]))


def test_what_lies_under_a_missing_value_does_not_count() -> None:
    schema = pa.schema([("x", pa.string()), ("y", pa.int64())])
    mask = pa.array([True, False])
    hidden = [pa.array(["secret", "a"]), pa.array([7, 1])]
    nulled = [pa.compute.if_else(mask, pa.scalar(None, array.type), array) for array in hidden]
    plain = pa.table({"x": [None, "a"], "y": [None, 1]}, schema=schema)
    assert digest("t", pa.Table.from_arrays(nulled, schema=schema)) == digest("t", plain)


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(1, 7))
def test_blocks_hold_all_rows_in_order_however_they_came(sizes: list[int], rows: int) -> None:
    numbers = iter(range(sum(sizes)))
    tables = [pa.table({"n": pa.array([next(numbers) for _ in range(size)], pa.int64())}) for size in sizes]
    blocks = list(in_blocks(tables, rows))
    assert [n for block in blocks for n in block.column("n").to_pylist()] == list(range(sum(sizes)))
    assert all(block.num_rows == rows for block in blocks[:-1])


def test_a_compacted_file_is_one_hash_however_its_rows_came(tmp_path: Path) -> None:
    rows = [dataclasses.replace(ACTOR, actor_id=str(i), articles=i) for i in range(9000)]
    table = to_table(Actor, rows)
    ways = ([table], [table.slice(at, 37) for at in range(0, 9000, 37)], [table.slice(0, 5000), table.slice(5000)])
    found = {write_compacted(tmp_path / "actors.parquet", "actors", schema_of(Actor), way) for way in ways}
    assert len(found) == 1
    assert pq.read_table(tmp_path / "actors.parquet") == table
