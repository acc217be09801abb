"""What a run is known by; standard input, which can be read only once, included."""

import io
import sys
from pathlib import Path

import pytest

from whowhom.errors import BadSettings
from whowhom.run import Progress, RunSummary, code_corpus
from whowhom.run.identity import result_settings, survey
from whowhom.settings import ParseSettings, RunSettings, Settings

from . import fakes
from .conftest import Corpus


class Broken(Exception):
    pass


def test_settings_without_effect_are_left_out() -> None:
    quick = Settings(Path("/my/codebook"), parse=ParseSettings(batch_size=7), run=RunSettings(8, 9))
    assert result_settings(quick) == result_settings(Settings())
    assert result_settings(Settings(run=RunSettings(copies="code"))) != result_settings(Settings())


def test_a_file_that_cannot_be_read_has_no_hash(tmp_path: Path) -> None:
    (found,) = survey([fakes.Source(tmp_path / "gone.jsonl", "gone.jsonl")])
    assert (found.path, found.sha256) == ("gone.jsonl", None)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> object:
    """Run with a text on standard input."""

    def run(text: str, stop: bool = False) -> RunSummary:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))

        def report(progress: Progress) -> None:
            if stop and progress.phase == "code" and progress.done:
                raise Broken

        settings = Settings(run=RunSettings(shard_articles=3))
        return code_corpus(["-"], tmp_path / "out", settings, report, fakes.PARTS)

    return run


def test_standard_input_is_known_by_what_was_read(corpus: Corpus, given: object) -> None:
    assert callable(given)
    text = corpus().read_text(encoding="utf-8")
    with pytest.raises(Broken):
        given(text, stop=True)
    with pytest.raises(BadSettings, match="an unfinished dataset"):
        given(text.replace("Day 3", "Day X"))
    resumed = given(text)
    assert (resumed.new, resumed.shards_resumed) == (True, 1)
    assert not given(text).new
    with pytest.raises(BadSettings, match="a finished dataset"):
        given(text + text)
