"""What a run writes, and that it is the same however it was cut, spread and broken off."""

import dataclasses
import json
import shutil
from pathlib import Path

import pytest

from whowhom.dataset import open_dataset
from whowhom.errors import BadInput, BadSettings, WhowhomError
from whowhom.run import Progress, RunSummary, code_corpus
from whowhom.run.finish import dataset_hash
from whowhom.settings import EventSettings, RunSettings, Settings
from whowhom.store import TABLES, hash_compacted

from . import fakes
from .conftest import Corpus

SMALL = Settings(run=RunSettings(shard_articles=3))
LAZY = dataclasses.replace(fakes.PARTS, code=fakes.code_lazily)


def run(source: Path, output: Path, settings: Settings = SMALL, **more: object) -> RunSummary:
    return code_corpus([str(source)], output, settings, **{"parts": fakes.PARTS, **more})  # type: ignore[arg-type]


def rejected(output: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (output / "rejected.jsonl").read_text(encoding="utf-8").splitlines()]


def test_everything_given_is_accounted_for(corpus: Corpus, tmp_path: Path) -> None:
    source = corpus("Nothing here", "Eris>Fama", "Eris>Fama", "played")
    with source.open("a", encoding="utf-8") as file:
        file.write(
            "no json\n" + json.dumps({"id": "f" * 16, "text": "Gaia>Hera", "language": "fr", "date": "?"}) + "\n"
        )
    summary = run(source, tmp_path / "out")
    assert str(summary) == "26 in = 25 read + 1 refused"
    tally = summary.tally
    assert (tally.duplicates, tally.not_english, tally.gated_out, tally.failed, tally.coded) == (1, 1, 1, 0, 22)
    assert summary.rejected == {"no JSON": 1}
    assert summary.refusals == {"sport": 21}
    assert summary.notices == 1
    assert rejected(tmp_path / "out") == [
        {"path": "news.jsonl", "line": 25, "reason": "no JSON: half a line", "remedy": "mend the line"}
    ]
    assert json.loads((tmp_path / "out" / "notices.jsonl").read_text())["message"] == "date not understood"


def test_the_folder_holds_the_tables_and_nothing_of_the_work(corpus: Corpus, tmp_path: Path) -> None:
    run(corpus(), tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"{name}.parquet" for name in TABLES} | {"manifest.json", "rejected.jsonl"}


def test_rows_stand_in_input_order_then_by_position(corpus: Corpus, tmp_path: Path) -> None:
    summary = run(corpus(), tmp_path / "out")
    events = open_dataset(tmp_path / "out").table("events").to_pylist()
    keys = [(event["article_id"], event["trigger"]["start"]) for event in events]
    assert keys == sorted(keys)
    assert len(keys) == summary.rows["events"] == 40
    assert all(event["incident_id"] == f"i-{event['trigger']['text']}" for event in events)


def test_actors_are_summed_over_all_articles(corpus: Corpus, tmp_path: Path) -> None:
    run(corpus(), tmp_path / "out")
    actors = {row["actor_id"]: row for row in open_dataset(tmp_path / "out").table("actors").to_pylist()}
    assert actors["Bera"]["aliases"] == [{"text": "Bera", "count": 20}]
    assert (actors["Bera"]["articles"], actors["Ares1"]["events"]) == (20, 7)


def test_the_hash_can_be_reckoned_from_the_files(corpus: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "out"
    summary = run(corpus(), out)
    hashes = {name: hash_compacted(out / f"{name}.parquet") for name in TABLES}
    assert dataset_hash(hashes, out / "rejected.jsonl") == summary.dataset_hash


@pytest.mark.parametrize("settings", [RunSettings(1, 1), RunSettings(1, 7), RunSettings(1, 500), RunSettings(2, 3)])
def test_cutting_and_processes_do_not_change_the_hash(corpus: Corpus, tmp_path: Path, settings: RunSettings) -> None:
    source = corpus("Eris>Fama BOOM", "Gaia>Hera")
    one = run(source, tmp_path / "one")
    assert run(source, tmp_path / "two", Settings(run=settings)).dataset_hash == one.dataset_hash
    assert rejected(tmp_path / "one") == rejected(tmp_path / "two")


def test_the_place_of_the_input_does_not_change_the_hash(corpus: Corpus, tmp_path: Path) -> None:
    source = corpus()
    elsewhere = tmp_path / "elsewhere" / "deep"
    elsewhere.mkdir(parents=True)
    moved = shutil.copy(source, elsewhere / source.name)
    first, second = run(source, tmp_path / "one"), run(Path(moved), tmp_path / "two")
    assert first.dataset_hash == second.dataset_hash
    manifests = [json.loads((tmp_path / name / "manifest.json").read_text()) for name in ("one", "two")]
    assert all(manifest.pop("run") for manifest in manifests)
    assert manifests[0] == manifests[1]


def test_other_texts_change_the_hash(corpus: Corpus, tmp_path: Path) -> None:
    one = run(corpus(), tmp_path / "one")
    assert run(corpus(word="again"), tmp_path / "two").dataset_hash != one.dataset_hash


class Broken(Exception):
    pass


@pytest.mark.parametrize("stop", range(14))
def test_a_run_broken_off_anywhere_ends_the_same(corpus: Corpus, tmp_path: Path, stop: int) -> None:
    source = corpus("Eris>Fama BOOM")
    whole = run(source, tmp_path / "whole")
    told: list[Progress] = []

    def report(progress: Progress) -> None:
        told.append(progress)
        if len(told) == stop + 1:
            raise Broken

    try:
        run(source, tmp_path / "out", report=report)
    except Broken:
        with pytest.raises(BadInput):
            open_dataset(tmp_path / "out")
    resumed = run(source, tmp_path / "out")
    assert resumed.dataset_hash == whole.dataset_hash
    assert rejected(tmp_path / "out") == rejected(tmp_path / "whole")
    coded_before = sum(progress.phase == "code" for progress in told) - 1
    if resumed.new and coded_before > 0:
        assert resumed.shards_resumed == coded_before


def test_a_run_broken_off_in_merging_goes_on_without_coding_anew(corpus: Corpus, tmp_path: Path) -> None:
    def merge(events: object) -> fakes.Merged:
        raise Broken

    source = corpus()
    with pytest.raises(Broken):
        run(source, tmp_path / "out", parts=dataclasses.replace(fakes.PARTS, merge=merge))
    coded: list[str] = []

    def load(settings: Settings) -> fakes.Coder:
        return fakes.Coder(settings, coded)

    run(source, tmp_path / "out", parts=dataclasses.replace(fakes.PARTS, load=load))
    assert coded == []


def test_a_finished_dataset_is_left_as_it_is(corpus: Corpus, tmp_path: Path) -> None:
    source = corpus()
    first = run(source, tmp_path / "out")
    before = (tmp_path / "out" / "manifest.json").stat().st_mtime_ns
    second = run(source, tmp_path / "out", Settings(run=RunSettings(jobs=1, shard_articles=9)))
    assert (first.new, second.new) == (True, False)
    assert (second.dataset_hash, second.tally) == (first.dataset_hash, first.tally)
    assert (tmp_path / "out" / "manifest.json").stat().st_mtime_ns == before


def test_leftovers_of_a_finished_run_are_cleared(corpus: Corpus, tmp_path: Path) -> None:
    source = corpus()
    run(source, tmp_path / "out")
    (tmp_path / "out" / ".work").mkdir()
    assert not run(source, tmp_path / "out").new
    assert not (tmp_path / "out" / ".work").exists()


def test_another_finished_run_is_not_overwritten(corpus: Corpus, tmp_path: Path) -> None:
    run(corpus(), tmp_path / "out")
    with pytest.raises(BadSettings, match=r"input news.jsonl has changed[\s\S]*-o"):
        run(corpus(word="again"), tmp_path / "out")


def test_an_unfinished_run_with_other_settings_says_what_differs(corpus: Corpus, tmp_path: Path) -> None:
    def report(progress: Progress) -> None:
        if progress.phase == "code" and progress.done:
            raise Broken

    source = corpus()
    with pytest.raises(Broken):
        run(source, tmp_path / "out", report=report)
    other = dataclasses.replace(SMALL, events=EventSettings(historical_days=7))
    with pytest.raises(BadSettings, match=r"settings\.events\.historical_days was 30, is now 7"):
        run(source, tmp_path / "out", other)


def test_an_article_that_raises_is_rejected_and_the_others_are_coded(corpus: Corpus, tmp_path: Path) -> None:
    for parts in (fakes.PARTS, LAZY):
        out = tmp_path / f"out-{parts.code.__name__}"
        summary = run(corpus("Eris>Fama", "Gaia>Hera BOOM", "Iris>Juno"), out, parts=parts)
        assert (summary.tally.failed, summary.tally.coded, summary.tally.read) == (1, 22, 23)
        (line,) = rejected(out)
        assert line["reason"] == "internal error: ValueError: this article is too much"
        assert (line["path"], line["line"]) == ("news.jsonl", 2)
        assert summary.rows["articles"] == 23


def test_rows_that_no_table_can_hold_cost_only_their_article(corpus: Corpus, tmp_path: Path) -> None:
    summary = run(corpus("Eris>Fama", "Gaia>Hera UNSTORABLE"), tmp_path / "out")
    assert (summary.tally.failed, summary.tally.coded) == (1, 21)
    assert "internal error: " in str(rejected(tmp_path / "out")[0]["reason"])


def test_an_error_of_ours_in_coding_ends_the_run_with_its_words(corpus: Corpus, tmp_path: Path) -> None:
    def code(articles: object, coder: object) -> None:
        raise WhowhomError("the model is gone")

    with pytest.raises(WhowhomError, match="the model is gone"):
        run(corpus(), tmp_path / "out", parts=dataclasses.replace(fakes.PARTS, code=code))  # type: ignore[arg-type]


def test_copies_are_known_over_shards_and_can_be_coded(corpus: Corpus, tmp_path: Path) -> None:
    source = corpus("Eris>Fama", *(f"Day: Gaia>Hera{i}" for i in range(9)), "Eris>Fama")
    run(source, tmp_path / "out")
    articles = open_dataset(tmp_path / "out").table("articles").to_pylist()
    assert [(a["article_id"], a["duplicate_of"]) for a in articles if a["duplicate_of"]] == [
        (f"{10:016x}", f"{0:016x}")
    ]
    both = run(source, tmp_path / "both", Settings(run=RunSettings(copies="code")))
    assert (both.tally.duplicates, both.tally.coded) == (0, 31)
