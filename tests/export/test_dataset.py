"""Opening a dataset: Arrow, pandas, SQL, and folders that are none."""

import shutil
import sys
from pathlib import Path

import pytest

from whowhom.dataset import open_dataset
from whowhom.errors import BadInput, MissingPart
from whowhom.store import TABLES


def test_tables_and_sql_tell_the_same(dataset: Path) -> None:
    data = open_dataset(dataset)
    assert data.tables == tuple(TABLES)
    assert data.sql("SELECT count(*) AS n FROM events").to_pylist() == [{"n": data.table("events").num_rows}]
    assert data.sql("SELECT DISTINCT actors[1].name AS who FROM events ORDER BY who").num_rows == 3


def test_sql_in_a_folder_with_a_difficult_name(dataset: Path) -> None:
    odd = shutil.move(dataset, dataset.parent / "Anna's [draft] 50% *new*?")
    assert open_dataset(odd).sql("SELECT * FROM articles").num_rows == 4


def test_several_connections_read_at_once(dataset: Path) -> None:
    data = open_dataset(str(dataset))
    with data.duckdb() as one, data.duckdb() as two:
        query = "SELECT count(*) FROM incidents"
        assert one.execute(query).fetchall() == two.execute(query).fetchall()


def test_a_query_that_does_not_run_names_the_tables(dataset: Path) -> None:
    with pytest.raises(BadInput, match="articles, passages, events"):
        open_dataset(dataset).sql("SELECT * FROM event")


def test_pandas(dataset: Path) -> None:
    frame = open_dataset(dataset).pandas("events")
    assert frame["event_type"].tolist() == ["ASSAULT"] * len(frame)


def test_pandas_that_is_not_installed(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingPart, match=r"pip install whowhom\[pandas\]"):
        open_dataset(dataset).pandas("events")


def test_folders_that_are_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such folder"):
        open_dataset(tmp_path / "nowhere")
    with pytest.raises(BadInput, match="is no whowhom dataset"):
        open_dataset(tmp_path)
    (tmp_path / ".work").mkdir()
    with pytest.raises(BadInput, match=r"not finished.*same `whowhom code` command"):
        open_dataset(tmp_path)
    (tmp_path / "manifest.json").write_text('{"name": "an app"}')
    with pytest.raises(BadInput, match="something else"):
        open_dataset(tmp_path)


def test_a_table_that_was_removed(dataset: Path) -> None:
    (dataset / "mentions.parquet").unlink()
    data = open_dataset(dataset)
    assert "mentions" not in data.tables
    with pytest.raises(BadInput, match="missing"):
        data.table("mentions")
    assert data.sql("SELECT 1 AS one").num_rows == 1
