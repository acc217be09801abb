"""Processes that die: a worker by an article, by chance or while loading; the whole run by a kill."""

import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from whowhom.errors import WhowhomError
from whowhom.run import RunSummary, code_corpus
from whowhom.settings import RunSettings, Settings

from . import fakes
from .conftest import Corpus

TWO = Settings(run=RunSettings(jobs=2, shard_articles=4))


def run(source: Path, output: Path, settings: Settings = TWO) -> RunSummary:
    return code_corpus([str(source)], output, settings, parts=fakes.PARTS)


def test_an_article_that_kills_its_process_is_rejected(corpus: Corpus, tmp_path: Path) -> None:
    summary = run(corpus("Eris>Fama", "Gaia>Hera DEADLY", "Iris>Juno DEADLY", "Leto>Maia"), tmp_path / "out")
    assert (summary.tally.failed, summary.tally.coded) == (2, 22)
    lines = [json.loads(line) for line in (tmp_path / "out" / "rejected.jsonl").read_text().splitlines()]
    assert [line["line"] for line in lines] == [2, 3]
    assert lines[0]["reason"] == "internal error: the coding process was killed by signal 9"


def test_a_process_that_dies_by_chance_costs_nothing(corpus: Corpus, tmp_path: Path) -> None:
    summary = run(corpus(f"Eris>Fama ONCE:{tmp_path / 'mark'}"), tmp_path / "out")
    assert (tmp_path / "mark").exists()
    assert (summary.tally.failed, summary.tally.coded) == (0, 21)


def test_a_process_that_dies_while_loading_ends_the_run(corpus: Corpus, tmp_path: Path) -> None:
    parts = dataclasses.replace(fakes.PARTS, load=fakes.load_and_die)
    with pytest.raises(WhowhomError, match="signal 9 while it loaded"):
        code_corpus([str(corpus())], tmp_path / "out", TWO, parts=parts)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_that_is_killed_goes_on_where_it_stopped(corpus: Corpus, tmp_path: Path, jobs: int) -> None:
    source = corpus(word="SLOW", plain=18)
    settings = Settings(run=RunSettings(jobs=jobs, shard_articles=4))
    whole = run(source, tmp_path / "whole", settings)
    out = tmp_path / "out"
    _kill_in_coding(source, out, jobs)
    done = len(list((out / "shards").glob("*/done.json")))
    assert not (out / "manifest.json").exists()
    resumed = run(source, out, settings)
    assert resumed.dataset_hash == whole.dataset_hash
    assert resumed.shards_resumed >= done > 0


def _kill_in_coding(source: Path, out: Path, jobs: int) -> None:
    """Start a run in a process of its own and kill it as soon as two shards are done."""
    script = (
        "import sys; from pathlib import Path; from whowhom.settings import *; from whowhom.run import code_corpus\n"
        f"from {fakes.__name__} import PARTS\n"
        "if __name__ == '__main__':\n"
        f"    run = RunSettings(jobs={jobs}, shard_articles=4)\n"
        "    code_corpus([sys.argv[1]], Path(sys.argv[2]), Settings(run=run), parts=PARTS)\n"
    )
    main = source.parent.parent / "main.py"
    main.write_text(script, encoding="utf-8")
    root = Path(__file__).resolve().parents[fakes.__name__.count(".")]
    process = subprocess.Popen(
        [sys.executable, main, source, out], env={**os.environ, "PYTHONPATH": str(root)}, stderr=subprocess.PIPE
    )
    give_up = time.monotonic() + 60
    while len(list((out / "shards").glob("*/done.json"))) < 2:
        assert process.poll() is None and time.monotonic() < give_up, process.stderr and process.stderr.read()
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
