"""Bad input costs what is bad and no more, and the dataset says what and why."""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import STORY, Result, Whowhom
from whowhom import open_dataset

SUMMARY = re.compile(r"([\d,]+) in = ([\d,]+) read \+ ([\d,]+) refused\n")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def line(text: str, **more: object) -> str:
    return json.dumps({"text": text, **more}, ensure_ascii=False) + "\n"


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(one) for one in path.read_text(encoding="utf-8").splitlines()]


def figures(result: Result, out: Path) -> tuple[int, int, int]:
    """Return what the first line of the summary says, after holding it against the dataset."""
    found = SUMMARY.match(result.out)
    assert found, result.out
    given, read, refused = (int(figure.replace(",", "")) for figure in found.groups())
    assert result.code == (0 if read else 1), result.err
    assert given == read + refused
    assert read == open_dataset(out).table("articles").num_rows
    assert refused == len(lines_of(out / "rejected.jsonl"))
    return given, read, refused


def refusals(out: Path) -> list[tuple[str, int, str]]:
    rows = lines_of(out / "rejected.jsonl")
    assert all(row["remedy"] for row in rows)
    return [(row["path"], row["line"], row["reason"]) for row in rows]


@pytest.mark.parametrize("name", ["empty.jsonl", "empty.txt", "empty.csv", "empty.html", "empty.json", "empty"])
def test_an_empty_file(whowhom: Whowhom, tmp_path: Path, out: Path, name: str) -> None:
    (tmp_path / name).touch()
    result = whowhom("code", tmp_path / name, "-o", out)
    assert figures(result, out) == (1, 0, 1)
    assert refusals(out) == [(name, 1, "the file is empty")]
    assert "of those read" not in result.out
    assert f"each with its remedy in {out / 'rejected.jsonl'}" in result.out


def test_a_binary_file(whowhom: Whowhom, tmp_path: Path, out: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(random.Random(1).randbytes(4000))
    assert figures(whowhom("code", tmp_path / "photo.txt", "-o", out), out) == (1, 0, 1)
    assert refusals(out) == [("photo.txt", 1, "not a text: it looks like binary data")]


def test_broken_json_on_one_line(whowhom: Whowhom, tmp_path: Path, out: Path) -> None:
    rows = [line(f"{STORY} It was day {i}.") for i in range(1, 12)]
    rows[6] = rows[6][:40] + "\n"
    (tmp_path / "news.jsonl").write_text("".join(rows), encoding="utf-8")
    assert figures(whowhom("code", tmp_path / "news.jsonl", "-o", out), out) == (11, 10, 1)
    ((path, number, reason),) = refusals(out)
    assert (path, number) == ("news.jsonl", 7)
    assert reason.startswith("broken JSON: ")
    assert open_dataset(out).table("events").num_rows == 10


def test_a_table_without_a_text_column(whowhom: Whowhom, tmp_path: Path, out: Path) -> None:
    (tmp_path / "news.csv").write_text("headline,day\nWar,2019-01-01\n", encoding="utf-8")
    result = whowhom("code", tmp_path / "news.csv", "-o", out)
    assert figures(result, out) == (1, 0, 1)
    assert refusals(out) == [("news.csv", 1, "no column holds the text; the columns are: headline, day")]
    assert "1  no column holds the text " in result.out
    assert "--field text=" in lines_of(out / "rejected.jsonl")[0]["remedy"]


@pytest.mark.slow
def test_a_line_of_fifty_megabytes(whowhom: Whowhom, tmp_path: Path, out: Path) -> None:
    with (tmp_path / "news.jsonl").open("w", encoding="utf-8") as file:
        file.write(line(STORY))
        file.write(line("a " * 25_000_000))
        file.write(line(f"{STORY} It rained."))
    assert figures(whowhom("code", tmp_path / "news.jsonl", "-o", out), out) == (3, 2, 1)
    assert refusals(out) == [("news.jsonl", 2, "the line is longer than 20,000,000 bytes")]


@pytest.mark.parametrize("day", ["soon", "2019-02-30", "03/04/2019", "0000-00-00", -1, [2019]])
def test_a_date_that_is_none(whowhom: Whowhom, tmp_path: Path, out: Path, day: object) -> None:
    (tmp_path / "news.jsonl").write_text(line(STORY, date=day), encoding="utf-8")
    result = whowhom("code", tmp_path / "news.jsonl", "-o", out)
    assert figures(result, out) == (1, 1, 0)
    assert "1 was read with a notice" in result.out
    dataset = open_dataset(out)
    assert dataset.table("articles").column("published").to_pylist() == [None]
    (event,) = dataset.table("events").to_pylist()
    assert (event["event_type"], event["date"]["text"]) == ("COERCE", "Saturday")
    assert (event["date"]["earliest"], event["date"]["latest"]) == (None, None)
    (notice,) = lines_of(out / "notices.jsonl")
    assert (notice["path"], notice["line"]) == ("news.jsonl", 1)
    assert notice["message"].startswith("the date ")


def test_invalid_utf8(whowhom: Whowhom, tmp_path: Path, out: Path) -> None:
    rows = line(f"{STORY} Said Mr Núñez.") + line(f"{STORY} Said Mrs Müller.")
    (tmp_path / "news.jsonl").write_bytes(rows.encode("latin-1"))
    result = whowhom("code", tmp_path / "news.jsonl", "-o", out)
    assert figures(result, out) == (2, 2, 0)
    texts = open_dataset(out).table("articles").column("text").to_pylist()
    assert [text.rsplit(" ", 1)[1] for text in texts] == ["Núñez.", "Müller."]
    assert "not UTF-8" in lines_of(out / "notices.jsonl")[0]["message"]


@pytest.mark.parametrize("names", [(), ("a.png", "b.docx"), (".hidden.txt",)])
def test_a_folder_without_articles(whowhom: Whowhom, tmp_path: Path, out: Path, names: tuple[str, ...]) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in names:
        (folder / name).write_text(STORY, encoding="utf-8")
    result = whowhom("code", folder, "-o", out)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("whowhom: ")
    assert "files that can be read end in .txt, " in result.err
    assert not out.exists()


def test_a_folder_with_good_and_bad(whowhom: Whowhom, tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    (folder / "deep" / "b.jsonl").write_text(line(f"{STORY} It rained.") + "{\n" + line(""), encoding="utf-8")
    (folder / "c.pdf").write_bytes(b"%PDF-1.7 ...")
    (folder / "d.txt.gz").write_bytes(b"no gzip at all")
    assert figures(whowhom("code", folder, "-o", out), out) == (6, 2, 4)
    assert [(path, number) for path, number, _ in refusals(out)] == [
        ("c.pdf", 1), ("d.txt.gz", 1), ("deep/b.jsonl", 2), ("deep/b.jsonl", 3),
    ]  # fmt: skip


def test_an_output_that_cannot_be_written(whowhom: Whowhom, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    result = whowhom("code", tmp_path / "a.txt", "-o", tmp_path / "a.txt" / "deep" / "out")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("is a file, and no folder can be made there. Choose another place with -o.\n")


def test_an_export_that_cannot_be_written(whowhom: Whowhom, tmp_path: Path, out: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    whowhom("code", tmp_path / "a.txt", "-o", out)
    for target in (tmp_path / "a.txt" / "x.csv", tmp_path, out / "events.parquet"):
        result = whowhom("export", out, "-o", target)
        assert (result.code, result.out) == (2, "")
        assert result.err.count("\n") == 1
        assert "Name another" in result.err
