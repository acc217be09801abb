"""Files and shards are there as a whole or not at all."""

from pathlib import Path

import pytest

from whowhom.records import Actor
from whowhom.store import shard_done, to_table, whole_file, write_shard

EMPTY = to_table(Actor, [])


def test_a_file_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old")
    with pytest.raises(KeyError), whole_file(target) as draft:
        draft.write_text("half")
        raise KeyError
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_a_shard_is_done_when_its_report_is_there(tmp_path: Path) -> None:
    assert not shard_done(tmp_path / "00001")
    write_shard(tmp_path / "00001", {"actors": EMPTY}, {"index": 1})
    assert shard_done(tmp_path / "00001")
    assert {path.name for path in (tmp_path / "00001").iterdir()} == {"actors.parquet", "done.json"}


def test_a_shard_that_was_written_meanwhile_stays(tmp_path: Path) -> None:
    write_shard(tmp_path / "00001", {"actors": EMPTY}, {"index": 1})
    before = (tmp_path / "00001" / "done.json").stat().st_ino
    write_shard(tmp_path / "00001", {"actors": EMPTY}, {"index": 1})
    assert (tmp_path / "00001" / "done.json").stat().st_ino == before
    assert [path.name for path in tmp_path.iterdir()] == ["00001"]
