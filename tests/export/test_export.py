"""The three first formats, read back by other means than they were written by."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from whowhom.dataset import open_dataset
from whowhom.errors import BadInput, BadSettings
from whowhom.export import FORMATS, export_table
from whowhom.store import TABLES


def lines(dataset: Path, table: str) -> list[dict[str, Any]]:
    out = dataset.parent / f"{table}.jsonl"
    export_table(dataset, table, "jsonl", out)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)


@pytest.mark.parametrize("table", TABLES)
def test_jsonl_has_the_rows_and_the_nesting(dataset: Path, table: str) -> None:
    rows = lines(dataset, table)
    assert len(rows) == open_dataset(dataset).manifest["rows"][table]
    names = pq.read_schema(dataset / f"{table}.parquet").names
    for row in rows:
        assert [name for name in row if name != "input_id"] == [name for name in names if name != "input_id"]
        if "article_id" in row:
            assert row["input_id"] == f"in-{row['article_id']}"


def test_every_span_quotes_its_article_and_every_reference_is_kept(dataset: Path) -> None:
    data = {table: lines(dataset, table) for table in TABLES}
    texts = {row["article_id"]: row["text"] for row in data["articles"]}
    spans = 0
    for row in (row for table in TABLES for row in data[table] if row.get("article_id")):
        for part in walk(row):
            if isinstance(part.get("start"), int) and part.get("text"):
                assert texts[row["article_id"]][part["start"] : part["end"]] == part["text"]
                spans += 1
    assert spans > 20
    incidents = {row["incident_id"]: row["events"] for row in data["incidents"]}
    actors = {row["actor_id"] for row in data["actors"]}
    for event in data["events"]:
        assert event["event_id"] in incidents[event["incident_id"]]
        assert {party["actor_id"] for party in event["actors"]} <= actors


def test_jsonl_is_utf8_with_nulls(dataset: Path) -> None:
    export_table(dataset, "events", "jsonl", dataset.parent / "out")
    raw = (dataset.parent / "out").read_bytes()
    assert "Ελλάδα".encode() in raw
    assert b'"place": null' in raw


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_csv_is_flat(dataset: Path) -> None:
    out = dataset.parent / "events.csv"
    export_table(dataset, "events", "csv", out)
    rows = read_csv(out)
    first = rows[0]
    assert len(rows) == open_dataset(dataset).manifest["rows"]["events"]
    assert (first["trigger_text"], first["trigger_start"]) == ("Ares>Bera", "0")
    assert (first["actors_name"], first["recipients_text"]) == ("Ares", "Bera")
    assert (first["attribution_kind"], first["place_name"], first["date_earliest"]) == ("narrator", "", "")
    assert (first["symmetric"], first["score"], first["cameo_code"]) == ("false", "-9.0", "18")
    # A `;` in a text that is no member of a list stays.
    assert first["sentence_text"].count(";") == 1
    assert all(name == name.lower() and name.replace("_", "a").isalnum() for name in first)
    assert len(set(first)) == len(out.read_text(encoding="utf-8").splitlines()[0].split(","))


@pytest.mark.parametrize("table", TABLES)
def test_csv_of_every_table_has_as_many_rows(dataset: Path, table: str) -> None:
    out = dataset.parent / "out.csv"
    export_table(dataset, table, "csv", out)
    assert len(read_csv(out)) == open_dataset(dataset).manifest["rows"][table]


def test_csv_of_articles_harms_no_spreadsheet(dataset: Path) -> None:
    out = dataset.parent / "articles.csv"
    export_table(dataset, "articles", "csv", out)
    assert [row["text"][:4] for row in read_csv(out)] == ["Ares", "Noth", "'@SU", "Ares"]


@pytest.mark.parametrize("table", TABLES)
def test_parquet_is_the_table_with_input_ids(dataset: Path, table: str) -> None:
    out = dataset.parent / "out.parquet"
    export_table(dataset, table, "parquet", out)
    held, exported = open_dataset(dataset).table(table), pq.read_table(out)
    assert exported.select(held.schema.names) == held
    assert ("input_id" in exported.schema.names) == ("article_id" in held.schema.names)


@pytest.mark.parametrize("fmt", FORMATS)
def test_standard_output_gets_the_same_bytes(dataset: Path, fmt: str, capfdbinary: Any) -> None:
    export_table(dataset, "events", fmt, dataset.parent / "out")
    export_table(dataset, "events", fmt, None)
    assert capfdbinary.readouterr().out == (dataset.parent / "out").read_bytes()


def test_what_cannot_be_is_said(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="jsonl, csv, parquet"):
        export_table(dataset, "events", "xls", None)
    with pytest.raises(BadInput, match="articles, passages"):
        export_table(dataset, "event", "csv", None)
    with pytest.raises(BadSettings, match=r"nowhere/out\.csv: No such file"):
        export_table(dataset, "events", "csv", tmp_path / "nowhere" / "out.csv")
    with pytest.raises(BadSettings, match="of the dataset itself"):
        export_table(dataset, "events", "csv", dataset / "events.parquet")


def test_an_export_that_fails_leaves_the_old_file(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")
    (dataset / "events.parquet").write_bytes(b"PAR1 broken")
    with pytest.raises(Exception, match=r"(?i)parquet"):
        export_table(dataset, "events", "csv", out)
    assert out.read_text() == "old"
    assert not list(tmp_path.glob("*.tmp-*"))


def test_a_device_is_written_to_and_not_replaced(dataset: Path) -> None:
    export_table(dataset, "events", "csv", Path("/dev/null"))
    assert Path("/dev/null").is_char_device()
