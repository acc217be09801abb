"""What goes wrong comes out in one line on standard error, with what to do next; a bug is not hidden."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Result, Whowhom

ONE_LINE = {
    "no such input": ("code nowhere.jsonl -o out", "no file or folder 'nowhere.jsonl'; check the path"),
    "output under a file": ("code news.jsonl -o news.jsonl/out", "Choose another place with -o"),
    "output holds something else": ("code news.jsonl -o full", "Choose another folder with -o"),
    "output inside the input": ("code full -o full/out", "Choose a folder outside the input with -o"),
    "a field that is none of ours": ("code news.jsonl -o out --field body=x", "with one of id, title, text"),
    "a field without a column": ("code news.jsonl -o out --field text=", "write OURS=YOURS"),
    "a model that is not there": ("code news.jsonl -o out --model xx_none", "xx_none is not installed; install it"),
    "a codebook that is not there": ("code news.jsonl -o out --codebook full", "full is no codebook"),
    "standard input twice": ("code - - -o out", "it can be read only once"),
    "inspect: too few articles": ("inspect news.jsonl --number 9", "no number 9; choose another with --number"),
    "inspect: nothing readable": ("inspect empty.txt", "line 1 was refused: the file is empty; leave it out"),
    "explain: no such place": ("explain news.jsonl --at 5000", "choose one from 0 to "),
    "explain: no such sentence": ("explain news.jsonl --sentence 9", "choose one from 1 to 1 with --sentence"),
    "export: no such dataset": ("export nowhere", "Make a dataset with: whowhom code INPUT -o nowhere"),
    "export: no dataset": ("export full", "Datasets are made with `whowhom code`"),
    "evaluate: no such gold": ("evaluate nowhere.jsonl", "Name a file of JSON lines"),
    "evaluate: faults in the gold": ("evaluate news.jsonl", "mend them: news.jsonl:1: events: Field required; "),
    "evaluate: no such dataset": ("evaluate --dataset nowhere", "there is no such folder"),
    "codebook: no such folder": ("codebook check nowhere", "nowhere is no codebook"),
}  # fmt: skip
USAGE = ("frobnicate", "code news.jsonl", "code", "code news.jsonl -o out --jobs 0", "export x --format xml",
         "inspect news.jsonl --number 0", "code news.jsonl -o out --copies maybe")  # fmt: skip


@pytest.fixture(autouse=True)
def place(news: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a good input, an empty one, and a folder that holds something of somebody else."""
    monkeypatch.chdir(news.parent)
    (news.parent / "full").mkdir()
    (news.parent / "full" / "letter.txt").write_text("Dear Ada, all is well here.", encoding="utf-8")
    (news.parent / "empty.txt").touch()
    return news.parent


def told(result: Result) -> str:
    """Return the one line that was said, after making sure that it was one."""
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("whowhom: ")
    assert result.err.count("\n") == 1
    assert result.err.endswith("\n")
    return result.err


@pytest.mark.parametrize("name", ONE_LINE)
def test_one_line_with_what_to_do_next(whowhom: Whowhom, name: str) -> None:
    command, words = ONE_LINE[name]
    assert words in told(whowhom(*command.split()))


@pytest.mark.parametrize("command", USAGE)
def test_a_command_that_is_mistyped_ends_with_2(whowhom: Whowhom, command: str) -> None:
    result = whowhom(*command.split())
    assert (result.code, result.out) == (2, "")
    assert "Usage: whowhom" in result.err


def test_nothing_is_left_behind_by_a_run_that_could_not_start(whowhom: Whowhom, place: Path) -> None:
    told(whowhom("code", "news.jsonl", "-o", "out", "--model", "xx_none"))
    assert not (place / "out").exists()


def test_the_same_output_with_another_input_is_left_alone(whowhom: Whowhom, place: Path) -> None:
    whowhom("code", "news.jsonl", "-o", "out")
    manifest = (place / "out" / "manifest.json").read_bytes()
    line = told(whowhom("code", "full/letter.txt", "-o", "out"))
    assert "out holds a finished dataset of another run: input news.jsonl was read, now letter.txt" in line
    assert "Choose another folder with -o, or delete out to begin anew." in line
    assert (place / "out" / "manifest.json").read_bytes() == manifest


def test_many_differences_are_still_one_line(whowhom: Whowhom) -> None:
    whowhom("code", "news.jsonl", "-o", "out")
    fields = ["--field", "title=text", "--copies", "code"]
    assert "settings.run.copies was skip, is now code" in told(whowhom("code", "news.jsonl", "-o", "out", *fields))


def test_a_table_that_is_none(whowhom: Whowhom) -> None:
    whowhom("code", "news.jsonl", "-o", "out")
    assert "The tables are: articles, passages, events" in told(whowhom("export", "out", "--table", "event"))


def test_a_broken_codebook_is_one_line_in_code_and_all_lines_in_check(whowhom: Whowhom, small_codebook: Path) -> None:
    entry = small_codebook / "events" / "coerce.yml"
    entry.write_text("- id: a\n  tpye: COERCE\n- id: b\n  type: COERCE\n  frames: 3\n", encoding="utf-8")
    line = told(whowhom("code", "news.jsonl", "-o", "out", "--codebook", small_codebook))
    assert line.startswith(f"whowhom: {entry}:2:")
    assert "more: whowhom codebook check FOLDER lists them all" in line
    result = whowhom("codebook", "check", small_codebook)
    first, *faults = result.err.splitlines()
    assert (result.code, result.out) == (2, "")
    assert first == f"whowhom: {len(faults)} faults in the codebook"
    assert all(fault.startswith(f"{entry}:") for fault in faults)


def test_a_bug_is_not_swallowed(whowhom: Whowhom, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug of ours")

    monkeypatch.setattr("whowhom.run.code_corpus", broken)
    with pytest.raises(ZeroDivisionError, match="a bug of ours"):
        whowhom("code", "news.jsonl", "-o", "out")


def test_stopping_says_how_to_go_on(whowhom: Whowhom, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("whowhom.run.code_corpus", stopped)
    result = whowhom("code", "news.jsonl", "-o", "out")
    assert (result.code, result.out) == (130, "")
    assert result.err == "whowhom: stopped; the same command goes on where it stopped\n"


def test_the_console_script_ends_with_2(place: Path) -> None:
    command = [sys.executable, "-c", "from whowhom.cli import main; main()", "export", "nowhere"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=place)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("whowhom: nowhere: there is no such folder.")
    assert done.stderr.count("\n") == 1
