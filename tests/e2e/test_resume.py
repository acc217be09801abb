"""The same articles give the same dataset: killed and resumed, in one process or two, in small shards or large."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.articles import write_corpus
from tests.e2e.checker import faults
from tests.e2e.conftest import Run
from whowhom import RunSummary, Settings, code_corpus, open_dataset
from whowhom.settings import RunSettings

ARTICLES, SHARD = 60, 4
SCRIPT = """
import sys
from pathlib import Path
from whowhom import Settings, code_corpus
from whowhom.settings import RunSettings
if __name__ == "__main__":
    run = RunSettings(jobs=int(sys.argv[3]), shard_articles=int(sys.argv[4]))
    code_corpus([sys.argv[1]], Path(sys.argv[2]), Settings(run=run))
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("in") / "news.jsonl", ARTICLES, seed=11)


@pytest.fixture(scope="module")
def whole(run: Run, corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> RunSummary:
    return run(corpus, tmp_path_factory.mktemp("whole") / "dataset")


def test_the_corpus_holds_a_bit_of_everything(whole: RunSummary) -> None:
    tally = whole.tally
    assert str(whole) == "62 in = 60 read + 2 refused"
    assert (tally.duplicates, tally.not_english, tally.gated_out, tally.failed) == (1, 1, 1, 0)
    assert whole.rows["events"] > 3 * ARTICLES
    assert faults(open_dataset(whole.output)) == []


@pytest.mark.parametrize("shard", [1, 17])
def test_the_size_of_a_shard_does_not_matter(
    run: Run, corpus: Path, whole: RunSummary, tmp_path: Path, shard: int
) -> None:
    assert run(corpus, tmp_path / "out", shard_articles=shard).dataset_hash == whole.dataset_hash


@pytest.mark.slow
def test_the_number_of_processes_does_not_matter(corpus: Path, whole: RunSummary, tmp_path: Path) -> None:
    two = code_corpus([str(corpus)], tmp_path / "out", Settings(run=RunSettings(jobs=2, shard_articles=9)))
    assert two.dataset_hash == whole.dataset_hash


@pytest.mark.slow
def test_killed_five_times_and_resumed(corpus: Path, whole: RunSummary, tmp_path: Path) -> None:
    chance = random.Random(2)
    out = tmp_path / "out"
    #: How many shards are done when the process is killed; the first time it has hardly begun.
    moments = [0, *sorted(chance.sample(range(1, ARTICLES // SHARD - 2), 4))]
    for number, done in enumerate(moments):
        kill_after(corpus, out, done, pause=chance.random() / 5, jobs=1 + number % 2)
        assert not (out / "manifest.json").exists()
    resumed = start(corpus, out, jobs=1)
    assert resumed.wait(120) == 0, resumed.stderr and resumed.stderr.read()
    dataset = open_dataset(out)
    assert dataset.manifest["dataset_hash"] == whole.dataset_hash
    assert dataset.manifest["run"]["shards_resumed"] >= moments[-1]
    assert sorted(path.name for path in out.iterdir()) == sorted(path.name for path in whole.output.iterdir())
    assert (out / "rejected.jsonl").read_text("utf-8") == (whole.output / "rejected.jsonl").read_text("utf-8")


def start(corpus: Path, out: Path, jobs: int) -> "subprocess.Popen[bytes]":
    """Start a run in a process of its own."""
    script = out.parent / "main.py"
    script.write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, str(script), str(corpus), str(out), str(jobs), str(SHARD)]
    return subprocess.Popen(command, env=os.environ, stderr=subprocess.PIPE)


def kill_after(corpus: Path, out: Path, done: int, pause: float, jobs: int) -> None:
    """Start a run, and kill it (SIGKILL) a moment after so many shards are done."""
    process = start(corpus, out, jobs)
    give_up = time.monotonic() + 120
    while len(list((out / "shards").glob("[0-9]*[0-9]/done.json"))) < done:
        assert process.poll() is None and time.monotonic() < give_up, process.stderr and process.stderr.read()
        time.sleep(0.005)
    time.sleep(pause)
    process.kill()
    process.wait()
