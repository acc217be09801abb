"""docs/records.md and docs/dataset.md name what is there, all of it and nothing else."""

import json
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from tests.docs.pages import codes, page, section, table
from tests.run import fakes
from whowhom import records
from whowhom.codebook import schema
from whowhom.export.csv_flat import columns_of
from whowhom.pipeline import CoderDescription
from whowhom.records import Event, Rejection, SourceStatus
from whowhom.run import Tally, code_corpus
from whowhom.settings import Settings
from whowhom.store import TABLES, schema_of
from whowhom.store.tables import NOT_HASHED

_PLAIN = {str: "string", int: "int", float: "float", bool: "bool", date: "date"}


def title_of(record: type[Any]) -> str:
    """`SourceStatus` is `source status` on the page."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in record.__name__).strip()


def type_of(hint: Any) -> str:
    """Return how the page writes a type."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (inner,) = [a for a in get_args(hint) if a is not type(None)]
        return f"{type_of(inner)} or null"
    if origin is tuple:
        return f"list of {type_of(get_args(hint)[0])}"
    if origin is Literal:
        return "string"
    return title_of(hint) if is_dataclass(hint) and isinstance(hint, type) else _PLAIN[hint]


def expected(record: type[Any]) -> dict[str, str]:
    hints = get_type_hints(record)
    own = {f.name for f in fields(record)}
    if record is SourceStatus:  # the page refers to attribution for the rest
        own -= {f.name for f in fields(records.Attribution)}
    return {name: type_of(hints[name]) for name in hints if name in own}


def inner_records(record: type[Any]) -> Iterator[type[Any]]:
    for hint in get_type_hints(record).values():
        todo = [hint]
        while todo:
            one = todo.pop()
            if is_dataclass(one) and isinstance(one, type):
                yield one
                yield from inner_records(one)
            todo.extend(get_args(one))


def literals(hint: Any) -> Iterator[frozenset[str]]:
    if get_origin(hint) is Literal:
        yield frozenset(get_args(hint))
    for arg in get_args(hint):
        if not isinstance(arg, str):
            yield from literals(arg)


INNER = {title_of(r): r for t in TABLES.values() for r in inner_records(t)}
DOCUMENTED: dict[str, type[Any]] = {**TABLES, **INNER}


@pytest.mark.parametrize("name", DOCUMENTED)
def test_each_field_is_there_with_its_type_and_no_other(name: str) -> None:
    rows = [(field, row[1]) for row in table(section(page("records.md"), name)) for field in codes(row[0])]
    assert dict(rows) == expected(DOCUMENTED[name])
    assert len(rows) == len(dict(rows)), "a field is documented twice"


def test_each_table_and_inner_record_has_a_heading_and_no_other() -> None:
    headings = [line.lstrip("# ") for line in page("records.md").splitlines() if line.startswith("## ")]
    assert set(headings) == {*TABLES, "Rules for all tables", "Records inside records", "Values"}
    inner = [line.lstrip("# ") for line in page("records.md").splitlines() if line.startswith("### ")]
    assert set(inner) == set(INNER)


def test_values_are_those_of_the_records_and_the_codebook() -> None:
    shown = {frozenset(codes(row[1])) for row in table(section(page("records.md"), "Values"))}
    held = {s for r in DOCUMENTED.values() for hint in get_type_hints(r).values() for s in literals(hint)}
    held |= {s for alias in (schema.PloverType, schema.Relation, records.finding.ActorKind) for s in literals(alias)}
    assert shown == held


def test_each_field_with_fixed_values_names_them() -> None:
    names = {row[0]: frozenset(codes(row[1])) for row in table(section(page("records.md"), "Values"))}
    for title, record in DOCUMENTED.items():
        hints = get_type_hints(record)
        for row in table(section(page("records.md"), title)):
            for field in codes(row[0]):
                wanted = next(literals(hints[field]), None)
                named = next((v for k, v in names.items() if row[2].startswith(k)), None)
                assert wanted is None or named == wanted, f"{title}.{field}"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    (folder / "in.jsonl").write_text('{"id": "a", "text": "Ares>Bera", "date": 1}\nno JSON', encoding="utf-8")
    code_corpus([str(folder / "in.jsonl")], folder / "data", Settings(), parts=fakes.PARTS)
    return folder / "data"


def test_files_of_the_folder(dataset: Path) -> None:
    shown = [line.split()[0] for line in section(page("dataset.md"), "The folder of a dataset").splitlines()
             if line.startswith("      ")]  # fmt: skip
    assert sorted(shown) == sorted(p.name for p in dataset.iterdir())


def test_keys_of_the_manifest(dataset: Path) -> None:
    manifest = json.loads((dataset / "manifest.json").read_text(encoding="utf-8"))
    both = section(page("dataset.md"), "manifest.json").split("Of the `counts`")
    keys, counts = ([key for row in table(part) for key in codes(row[0])] for part in both)
    assert set(keys) == set(manifest)
    assert set(counts) == {f.name for f in fields(Tally)} == set(manifest["counts"])


def test_versions_of_the_manifest_are_spoken_of() -> None:
    said = next(row[1] for row in table(section(page("dataset.md"), "manifest.json")) if "versions" in row[0])
    for field in fields(CoderDescription):
        assert field.name.split("_")[0].lower() in said.lower()


def test_keys_of_a_rejection() -> None:
    shown = [k for row in table(section(page("dataset.md"), "rejected.jsonl and notices.jsonl")) for k in codes(row[0])]
    assert shown == [f.name for f in fields(Rejection)]


def test_what_is_in_no_hash() -> None:
    said = codes(section(page("dataset.md"), "dataset_hash"))
    assert {column for columns in NOT_HASHED.values() for column in columns} <= set(said)


def test_csv_columns_exist() -> None:
    columns = {c.name for field in schema_of(Event) for c in columns_of(field.name, field.type)}
    shown = [name for row in table(section(page("dataset.md"), "CSV columns")) for name in codes(row[0])]
    assert len(shown) >= 10
    assert set(shown) <= columns
