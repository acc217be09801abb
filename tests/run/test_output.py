"""Outputs and inputs that cannot be used: each is told before anything is coded, with what to do."""

import os
from pathlib import Path

import pytest

from whowhom.errors import BadInput, BadSettings
from whowhom.run import code_corpus
from whowhom.run.folder import Folder, at_work
from whowhom.settings import RunSettings, Settings

from . import fakes
from .conftest import Corpus


def run(source: object, output: Path, settings: Settings | None = None) -> None:
    code_corpus([str(source)], output, settings or Settings(), parts=fakes.PARTS)


def test_a_folder_of_something_else_is_left_alone(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").touch()
    with pytest.raises(BadSettings, match=r"thesis\.tex.*-o"):
        run(corpus(), tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["thesis.tex"]


def test_a_manifest_of_something_else_is_no_dataset(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.json").write_text('{"name": "an app"}', encoding="utf-8")
    with pytest.raises(BadSettings, match="no whowhom dataset"):
        run(corpus(), tmp_path / "out")


@pytest.mark.parametrize("inside", ["", "deep"])
def test_a_file_in_place_of_the_folder(corpus: Corpus, tmp_path: Path, inside: str) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(BadSettings, match=r"out is a file"):
        run(corpus(), tmp_path / "out" / inside)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_place(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(BadSettings, match=r"locked/out.*read-only"):
        run(corpus(), tmp_path / "locked" / "out")


def test_a_disk_that_refuses_is_named(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "out")
    with pytest.raises(BadSettings, match=r"out: Permission denied.*-o"), at_work(folder):
        raise PermissionError(13, "Permission denied", str(folder.path / "events.parquet"))
    with pytest.raises(BadSettings, match=r"the disk is full.*same command again"), at_work(folder):
        raise OSError(28, "No space left on device")


def test_an_input_that_refuses_is_not_taken_for_the_output(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), at_work(Folder(tmp_path / "out")):
        raise PermissionError(13, "Permission denied", str(tmp_path / "in.jsonl"))


def test_an_output_inside_the_input(corpus: Corpus) -> None:
    source = corpus()
    with pytest.raises(BadSettings, match="one inside the other"):
        run(source.parent, source.parent / "out")


def test_two_runs_into_one_folder(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "out")
    with at_work(folder), pytest.raises(BadSettings, match="Another run"), at_work(folder):
        pass


def test_an_input_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"nowhere\.jsonl: no such file"):
        run(tmp_path / "nowhere.jsonl", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_no_article_at_all(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    with pytest.raises(BadInput, match="no article"):
        run(tmp_path / "empty.jsonl", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_nothing_but_refused_inputs_is_a_dataset_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("no json\n", encoding="utf-8")
    summary = code_corpus([str(tmp_path / "bad.jsonl")], tmp_path / "out", Settings(), parts=fakes.PARTS)
    assert str(summary) == "1 in = 0 read + 1 refused"
    assert set(summary.rows.values()) == {0}


def test_no_jobs(corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="jobs"):
        run(corpus(), tmp_path / "out", Settings(run=RunSettings(jobs=0)))
