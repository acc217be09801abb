"""What each command says and writes when all goes well."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cli.conftest import STORY, Whowhom
from whowhom import open_dataset

COMMANDS = ("code", "inspect", "explain", "export", "evaluate", "demo", "codebook")


def test_help_names_every_command(whowhom: Whowhom) -> None:
    result = whowhom("--help")
    assert result.code == 0
    assert [name for name in COMMANDS if f" {name} " not in result.out] == []


@pytest.mark.parametrize("command", ["code", "inspect", "explain", "export", "evaluate", "demo", "codebook check"])
def test_help_has_an_example(whowhom: Whowhom, command: str) -> None:
    result = whowhom(*command.split(), "--help")
    assert result.code == 0
    assert f"Example: whowhom {command}" in " ".join(result.out.split())


def test_code_says_what_was_read_and_what_came_of_it(whowhom: Whowhom, news: Path, tmp_path: Path) -> None:
    result = whowhom("code", news, "-o", tmp_path / "out")
    assert result.code == 0
    first, second, *_ = result.out.splitlines()
    assert first == "3 in = 3 read + 0 refused"
    assert second == "of those read: 1 coded, 1 copies of an earlier one, 1 with nothing to code"
    assert result.out.splitlines()[-1] == f"written to {tmp_path / 'out'}"
    assert result.err == ""
    events = open_dataset(tmp_path / "out").table("events").to_pylist()
    assert [(e["event_type"], e["modes"], e["input_id"]) for e in events] == [("COERCE", ["arrest"], "n1")]


def test_a_long_path_with_brackets_is_printed_as_it_is(whowhom: Whowhom, news: Path, tmp_path: Path) -> None:
    folder = tmp_path / "[red]a very long name of a folder[/x]" / ("deep" * 40)
    assert whowhom("code", news, "-o", folder).out.splitlines()[-1] == f"written to {folder}"


def test_code_json_is_json_and_nothing_else(whowhom: Whowhom, news: Path, tmp_path: Path) -> None:
    result = whowhom("code", news, "-o", tmp_path / "out", "--json")
    held = json.loads(result.out)
    assert held["tally"] == {
        "given": 3, "read": 3, "refused": 0, "duplicates": 1, "not_english": 0, "gated_out": 1, "failed": 0, "coded": 1,
    }  # fmt: skip
    assert held["dataset_hash"] == open_dataset(tmp_path / "out").manifest["dataset_hash"]
    assert result.err == ""


def test_code_quiet_says_nothing(whowhom: Whowhom, news: Path, tmp_path: Path) -> None:
    for _ in range(2):  # the second time the dataset is there already
        result = whowhom("code", news, "-o", tmp_path / "out", "--quiet")
        assert (result.code, result.out, result.err) == (0, "", "")


def test_code_again_leaves_the_dataset_and_says_so(whowhom: Whowhom, news: Path, tmp_path: Path) -> None:
    first = whowhom("code", news, "-o", tmp_path / "out")
    again = whowhom("code", news, "-o", tmp_path / "out")
    assert again.out == first.out
    assert again.err == f"{tmp_path / 'out'} is finished already: same inputs, settings and versions\n"


def test_code_copies(whowhom: Whowhom, news: Path, tmp_path: Path) -> None:
    result = whowhom("code", news, "-o", tmp_path / "out", "--copies", "code", "--json")
    assert json.loads(result.out)["tally"]["coded"] == 2


def test_code_standard_input(whowhom: Whowhom, tmp_path: Path) -> None:
    result = whowhom("code", "-", "-o", tmp_path / "out", stdin=STORY.encode())
    assert result.out.startswith("1 in = 1 read + 0 refused\n")
    assert open_dataset(tmp_path / "out").table("articles").to_pylist()[0]["text"].strip() == STORY


def test_code_with_columns_of_ones_own(whowhom: Whowhom, tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text(f'Key,Story,Day\nk1,"{STORY}",2019-04-14\n', encoding="utf-8")
    fields = ["--field", "text=Story", "--field", "published=Day", "--field", "id=Key"]
    assert whowhom("code", table, "-o", tmp_path / "out", *fields).out.startswith("1 in = 1 read")
    (article,) = open_dataset(tmp_path / "out").table("articles").to_pylist()
    assert (article["input_id"], str(article["published"])) == ("k1", "2019-04-14")


def test_inspect_shows_text_and_findings(whowhom: Whowhom, news: Path) -> None:
    lines = whowhom("inspect", news).out.splitlines()
    assert lines[0] == "Police arrest activists  2019-04-14  The Lamp"
    assert lines[1] == STORY
    assert any("COERCE/arrest «arrested»" in line and "(occurred, certain)" in line for line in lines[2:])


def test_inspect_prints_brackets_as_they_are(whowhom: Whowhom, tmp_path: Path) -> None:
    story = tmp_path / "story.jsonl"
    story.write_text(json.dumps({"title": "[/bold] [red]Late[/red]", "text": f"[red]{STORY}"}), encoding="utf-8")
    lines = whowhom("inspect", story).out.splitlines()
    assert lines[0] == "[/bold] [red]Late[/red]  no date"
    assert lines[1] == f"[red]{STORY}"


def test_inspect_the_nth_article(whowhom: Whowhom, news: Path) -> None:
    assert "weather" in whowhom("inspect", news, "--number", 3).out


def test_explain_shows_predicates_and_frames(whowhom: Whowhom, news: Path) -> None:
    lines = whowhom("explain", news, "--at", STORY.index("arrested")).out.splitlines()
    assert lines[0] == STORY
    assert any("verb arrest: subject=police, object=activists" in line for line in lines)
    assert any(line.startswith("    + COERCE ") for line in lines)
    assert any(line.startswith("    - ") and "(failed: " in line for line in lines)


def test_explain_by_sentence_and_by_place_are_one(whowhom: Whowhom, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    text = f"{STORY} The rebels attacked the town on Sunday."
    story.write_text(text, encoding="utf-8")
    by_number = whowhom("explain", story, "--sentence", 2)
    assert by_number == whowhom("explain", story, "--at", text.index("attacked"))
    assert by_number.out.startswith("The rebels attacked")


def test_export_json_lines(whowhom: Whowhom, news: Path, tmp_path: Path) -> None:
    whowhom("code", news, "-o", tmp_path / "out")
    rows = [json.loads(line) for line in whowhom("export", tmp_path / "out").out.splitlines()]
    assert [(row["event_type"], row["input_id"]) for row in rows] == [("COERCE", "n1")]
    assert rows[0]["trigger"] == {
        "start": STORY.index("arrested"),
        "end": STORY.index("arrested") + 8,
        "text": "arrested",
    }


def test_export_csv_and_parquet(whowhom: Whowhom, news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    whowhom("code", news, "-o", out)
    table = whowhom("export", out, "--table", "articles", "--format", "csv").out
    assert [row["input_id"] for row in csv.DictReader(io.StringIO(table))] == ["n1", "n2", "n3"]
    target = tmp_path / "mentions.parquet"
    result = whowhom("export", out, "--table", "mentions", "--format", "parquet", "-o", target)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert "input_id" in pq.read_schema(target).names


@pytest.mark.slow
def test_evaluate_the_demo(whowhom: Whowhom) -> None:
    result = whowhom("evaluate", "--json", "--show")
    held = json.loads(result.out)
    assert (result.code, result.err) == (0, "")
    assert 0 < held["figures"]["type_f1"]["value"] <= 1
    assert held["slips"]


def test_evaluate_a_dataset_that_was_coded_before(whowhom: Whowhom, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "g1", "date": "2019-04-14", "text": STORY, "events": []}) + "\n", "utf-8")
    whowhom("code", gold, "-o", tmp_path / "out")
    result = whowhom("evaluate", gold, "--dataset", tmp_path / "out", "--json")
    assert json.loads(result.out)["figures"]["found"]["n"] == 1
    shown = whowhom("evaluate", gold, "--dataset", tmp_path / "out", "--show").out
    assert "against 1 hand-coded articles" in shown
    assert "arrested" in shown


@pytest.mark.slow
def test_demo(whowhom: Whowhom, tmp_path: Path) -> None:
    result = whowhom("demo", "-o", tmp_path / "demo")
    assert result.code == 0
    assert "in = " in result.out
    assert result.out.splitlines()[-1] == f"next: whowhom export {tmp_path / 'demo'} --format csv -o events.csv"
    assert open_dataset(tmp_path / "demo").table("events").num_rows > 100


def test_codebook_check_passes(whowhom: Whowhom, small_codebook: Path) -> None:
    result = whowhom("codebook", "check", small_codebook)
    assert (result.code, result.err) == (0, "")
    assert result.out == "mine 1: 1 entries, 1 frames, 1 examples, 0 of them fail\n"


def test_codebook_check_names_the_example_that_fails(whowhom: Whowhom, small_codebook: Path) -> None:
    entry = small_codebook / "events" / "coerce.yml"
    entry.write_text(entry.read_text(encoding="utf-8") + "    - text: Nothing happened.\n", encoding="utf-8")
    result = whowhom("codebook", "check", small_codebook)
    assert result.code == 1
    assert result.out.startswith(f"{entry}:1: coerce/arrest: codes nothing (wanted COERCE)")
    assert "2 examples, 1 of them fail" in result.out
