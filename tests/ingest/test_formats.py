"""Each format: what it gives, and what it turns down and goes on."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from .conftest import Read, read

Reads = Callable[..., Read]


# Plain text


def test_plain_text_is_the_whole_file(read_file: Reads) -> None:
    text = "  TROOPS LEAVE\n\nTroops left Orsa on Friday.  \n\n\n"
    article = read_file("a.txt", text).only
    assert article.text == text
    assert (article.title, article.source, article.url, article.published) == (None, None, None, None)
    assert (article.path, article.line, article.input_id, article.duplicate_of) == ("a.txt", 1, None, None)


def test_header_lines_without_front_matter_are_text(read_file: Reads) -> None:
    text = "Title: Troops leave\nDate: 2019-04-14\n\nTroops left."
    article = read_file("a.txt", text).only
    assert (article.text, article.title, article.published) == (text, None, None)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter(read_file: Reads, end: str) -> None:
    lines = ["---", 'Title: "Troops: out"', "date: 14 April 2019", "Source: Coast Daily", "URL: https://c.example/1",
             "tags:", "  - army", "", "---", "", "Troops left.", "---", "More."]  # fmt: skip
    article = read_file("a.md", end.join(lines)).only
    assert article.text == "\nTroops left.\n---\nMore."
    assert (article.title, article.published) == ("Troops: out", date(2019, 4, 14))
    assert (article.source, article.url) == ("Coast Daily", "https://c.example/1")


@pytest.mark.parametrize(
    "text",
    [
        "---\nTitle: never closed\n\nTroops left.",
        "---\nTroops left on Friday\n---\nMore.",
        "----\nTitle: x\n---\nText.",
    ],
)
def test_a_rule_at_the_top_is_not_front_matter(read_file: Reads, text: str) -> None:
    article = read_file("a.txt", text).only
    assert (article.text, article.title) == (text, None)


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\ufeff", "---\nTitle: x\n---\n \n"])
def test_an_empty_text_file_is_rejected(read_file: Reads, text: str) -> None:
    read = read_file("a.txt", text)
    assert not read.articles
    assert "empty" in read.rejection.reason


# HTML

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Troops leave Orsa - Coast Daily</title>
<meta property="og:site_name" content="Coast Daily"><meta property="og:title" content="Troops leave Orsa">
<link rel="canonical" href="https://www.coast.example/2019/orsa">
<meta property="article:published_time" content="2019-04-14T10:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Troops leave Orsa</h1>
<p>Troops left the hill town of Orsa on Friday, officials said, after two days of fighting with local militia.</p>
<p>At least 12 people were killed, a doctor said. The first shots fell on 2 January 2001.</p></article>
<footer>Copyright 2024 Coast Daily</footer></body></html>"""


def test_a_page(read_file: Reads) -> None:
    article = read_file("a.html", PAGE).only
    assert article.text.startswith("Troops leave Orsa\nTroops left the hill town")
    assert "Copyright" not in article.text and "Sport" not in article.text
    assert (article.title, article.source) == ("Troops leave Orsa", "Coast Daily")
    assert article.url == "https://www.coast.example/2019/orsa"
    assert article.published == date(2019, 4, 14)
    assert article.line == 1


def test_a_page_without_a_site_name_or_date(read_file: Reads) -> None:
    page = "\n".join(line for line in PAGE.split("\n") if "og:" not in line and "published_time" not in line)
    article = read_file("a.htm", page.replace("<body>", "</head><body>")).only
    assert article.source == "coast.example"
    assert article.published is None


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><head><title>T</title></head></html>"])
def test_a_page_without_an_article(read_file: Reads, page: str) -> None:
    rejection = read_file("a.html", page).rejection
    assert "no article" in rejection.reason
    assert ".txt" in rejection.remedy


# JSON lines


def test_json_lines(read_file: Reads) -> None:
    records = [
        {"ID": 7, "Headline": "Out", "Body": "Troops left.", "Pub_Date": "2019-04-14", "Publisher": "Coast",
         "Link": "https://c.example/1", "Language": "en-GB", "tags": ["a"], "author": {"name": "B"}},
        {"text": "Troops came."},
    ]  # fmt: skip
    first, second = read_file("a.jsonl", "\n".join(json.dumps(r) for r in records)).articles
    assert (first.input_id, first.title, first.text, first.source) == ("7", "Out", "Troops left.", "Coast")
    assert (first.url, first.language, first.published) == ("https://c.example/1", "en", date(2019, 4, 14))
    assert (second.input_id, second.title, second.source, second.line) == (None, None, None, 2)


def test_broken_json_at_line_7(read_file: Reads) -> None:
    lines = [json.dumps({"text": f"Story {n}."}) for n in range(1, 11)]
    lines[6] = '{"text": "Story 7.", oops}'
    read = read_file("a.ndjson", "\n".join(lines) + "\n")
    assert [a.line for a in read.articles] == [1, 2, 3, 4, 5, 6, 8, 9, 10]
    assert (read.rejection.path, read.rejection.line) == ("a.ndjson", 7)
    assert "Expecting property name" in read.rejection.reason
    assert "column 22" in read.rejection.reason


@pytest.mark.parametrize(
    "line, reason",
    [
        ("[1, 2]", "a JSON list"),
        ('"words"', "a JSON str"),
        ("null", "a JSON NoneType"),
        ('{"text": 5}', "a number"),
        ('{"text": true}', "true or false"),
        ('{"text": ["a", "b"]}', "a list"),
        ('{"text": {"en": "a"}}', "an object"),
        ('{"text": null}', "empty"),
        ('{"text": ""}', "empty"),
        ('{"text": NaN}', "empty"),
        ('{"text": " \\n "}', "empty"),
        ('{"words": "a", "date": "b"}', "the columns are: words, date"),
        ("{}", "the columns are: (none)"),
        ('{"text": ' + "1" * 5000 + "}", "cannot be read"),
        ('{"text": ' + "[" * 100_000, "cannot be read"),
        ("{", "broken JSON"),
    ],
)
def test_lines_that_are_turned_down(read_file: Reads, line: str, reason: str) -> None:
    read = read_file("a.jsonl", f'{line}\n{{"text": "Troops left."}}\n')
    assert read.texts == ["Troops left."]
    assert read.rejection.line == 1
    assert reason in read.rejection.reason
    assert read.rejection.remedy


def test_raw_line_feeds_blank_lines_and_nan(read_file: Reads) -> None:
    read = read_file("a.jsonl", '\n\r\n{"text": "a\tb", "title": NaN, "id": null, "source": ""}\r\n\n')
    assert (read.only.text, read.only.title, read.only.input_id, read.only.source) == ("a\tb", None, None, None)
    assert read.only.line == 3


def test_the_word_none_is_a_word(read_file: Reads) -> None:
    assert read_file("a.jsonl", '{"text": "None", "title": "None"}').only.title == "None"


def test_a_line_that_is_too_long(read_file: Reads) -> None:
    long = json.dumps({"text": "x" * 2000})
    read = read_file("a.jsonl", f'{{"text": "a"}}\n{long}\n{{"text": "b"}}\n{long}', max_line_bytes=1000)
    assert read.texts == ["a", "b"]
    assert [r.line for r in read.rejections] == [2, 4]
    assert "longer than 1,000 bytes" in read.rejections[0].reason


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_a_line_of_just_the_longest_length(read_file: Reads, end: str) -> None:
    line = json.dumps({"text": "x" * 50})
    assert read_file("a.jsonl", line + end, max_line_bytes=len(line)).only
    assert read_file("a.jsonl", line + end, max_line_bytes=len(line) - 1).rejection
    if end:
        assert [a.line for a in read_file("b.jsonl", (line + end) * 2, max_line_bytes=len(line)).articles] == [1, 2]


def test_a_line_of_25_million_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "a"}\n{"text": "' + "x" * 25_000_000 + '"}\n{"text": "b"}\n')
    found = read(file)
    assert found.texts == ["a", "b"]
    assert found.rejection.line == 2


# JSON


def test_a_json_array(read_file: Reads) -> None:
    read = read_file("a.json", '[\n  {"text": "a"},\n  {"text": 3},\n\n  {"text":\n "b"},\n 4\n]\n')
    assert [(a.text, a.line) for a in read.articles] == [("a", 2), ("b", 5)]
    assert [r.line for r in read.rejections] == [3, 7]


def test_one_json_object(read_file: Reads) -> None:
    assert read_file("a.json", '{\n "title": "T",\n "text": "a"\n}').only.title == "T"


def test_json_lines_in_a_json_file(read_file: Reads) -> None:
    read = read_file("a.json", '{"text": "a"}\n{"text": "b"}\n')
    assert [(a.text, a.line) for a in read.articles] == [("a", 1), ("b", 2)]


@pytest.mark.parametrize(
    "rest, line, reason",
    [
        (',\n{"text": oops}]', 2, "Expecting value at line 2, column 10"),
        ('\n{"text": "b"}]', 2, "expecting ',' or ']'"),
        ("", 1, "expecting ',' or ']'"),
        (",\n", 2, "not closed"),
        (',\n{"text": "cut', 2, "Unterminated string"),
    ],
)
def test_a_broken_array_keeps_what_came_before(read_file: Reads, rest: str, line: int, reason: str) -> None:
    read = read_file("a.json", '[{"text": "a"}' + rest)
    assert read.texts == ["a"]
    assert read.rejection.line == line
    assert reason in read.rejection.reason


def test_an_empty_array(read_file: Reads) -> None:
    assert "empty" in read_file("a.json", " [ ] ").rejection.reason


# CSV and TSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_by_any_delimiter(read_file: Reads, delimiter: str) -> None:
    rows = [["id", "title", "text"], ["1", "Out", '"Troops, they say; left | ""all"" of it\tnow"'], ["2", "", "In"]]
    read = read_file("a.csv", "\n".join(delimiter.join(row) for row in rows))
    first, second = read.articles
    assert first.text == 'Troops, they say; left | "all" of it\tnow'
    assert (first.line, first.input_id, second.line, second.title) == (2, "1", 3, None)


def test_csv_of_one_column_with_punctuation_in_its_rows(read_file: Reads) -> None:
    assert read_file("a.csv", 'text\n"a, b; c"\nd; e | f\n').texts == ["a, b; c", "d; e | f"]


def test_tsv_keeps_commas(read_file: Reads) -> None:
    assert read_file("a.tsv", "text\tdate\nTroops, again, left\t2019-04-14\n").only.text == "Troops, again, left"


def test_rows_over_several_lines(read_file: Reads) -> None:
    read = read_file("a.csv", 'id,text\r\n1,"a\r\nb\n\nc"\r\n2,"d\re"\r\n\r\n3,f\r\n')
    assert read.texts == ["a\nb\n\nc", "d\ne", "f"]
    assert [a.line for a in read.articles][:2] == [2, 6]


def test_a_file_with_old_mac_line_ends(read_file: Reads) -> None:
    assert read_file("a.csv", "id,text\r1,a\r2,b\r").texts == ["a", "b"]


def test_ragged_rows(read_file: Reads) -> None:
    read = read_file("a.csv", "id,text,date\n1,a,2019-04-14\n2,b\n3,c,d,e\n,,\n4,f,2019-04-15\n")
    assert read.texts == ["a", "f"]
    assert [(r.line, r.reason) for r in read.rejections] == [
        (3, "2 cells where the header has 3"),
        (4, "4 cells where the header has 3"),
    ]


def test_a_stray_quote_does_not_alter_the_text(read_file: Reads) -> None:
    read = read_file("a.tsv", 'text\tid\n"We left," he said.\t1\nHe said "yes".\t2\n')
    assert read.texts == ['He said "yes".']
    assert read.rejection.line == 2


def test_a_quote_that_is_never_closed(read_file: Reads) -> None:
    read = read_file("a.csv", 'id,text\n1,a\n2,"b\n3,c\n4,d\n')
    assert read.texts == ["a"]
    assert read.rejection.line == 3
    assert "lines 3 to 5" in read.rejection.reason


def test_a_cell_that_is_large(read_file: Reads) -> None:
    text = "Troops left. " * 20_000
    assert read_file("a.csv", f"id,text\n1,{text}\n").only.text == text


def test_a_row_that_is_too_long(read_file: Reads) -> None:
    read = read_file("a.csv", f"id,text\n1,{'x' * 5000}\n2,b\n", max_line_bytes=1000)
    assert read.texts == ["b"]
    assert read.rejection.line == 2


@pytest.mark.parametrize("name, delimiter", [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_a_table_without_a_text_column_is_rejected_once(read_file: Reads, name: str, delimiter: str) -> None:
    rows = [["id", "words", "date"], *(["1", "Troops left.", "2019-04-14"] for _ in range(20))]
    content = "\n".join(delimiter.join(row) for row in rows)
    read = read_file(name, content)
    assert not read.articles
    assert "words" in read.rejection.reason
    assert "--field text=MyColumn" in read.rejection.remedy
    assert len(read_file(name, content, fields=(("text", "words"),)).articles) == 20


@pytest.mark.parametrize("content, reason", [("", "empty"), ("\n\n", "empty"), ("id,text\n", "no row")])
def test_tables_of_nothing(read_file: Reads, content: str, reason: str) -> None:
    assert reason in read_file("a.csv", content).rejection.reason


# Parquet


def write_parquet(path: Path, **columns: list[object]) -> Path:
    pq.write_table(pa.table(columns), path, row_group_size=2)
    return path


def test_parquet(tmp_path: Path) -> None:
    when = datetime(2019, 4, 14, 10, 0, tzinfo=UTC)
    file = write_parquet(
        tmp_path / "a.parquet",
        Article_ID=[1, 2, 3, 4, None],
        Text=["a", None, "c\r\nd", " ", "e"],
        Published=[when, when, None, when, when],
        other=[[1], [2], [3], [4], [5]],
    )
    found = read(file)
    assert [(a.text, a.line, a.input_id) for a in found.articles] == [("a", 1, "1"), ("c\nd", 3, "3"), ("e", 5, None)]
    assert [a.published for a in found.articles] == [date(2019, 4, 14), None, date(2019, 4, 14)]
    assert [r.line for r in found.rejections] == [2, 4]
    assert not found.notices


def test_parquet_dates_of_other_kinds(tmp_path: Path) -> None:
    day = date(2019, 4, 14)
    nanoseconds = pa.array([1555236000000000001], pa.timestamp("ns"))
    for kind, column in {"day": [day], "ns": nanoseconds, "text": ["2019-04-14"], "number": [20190414]}.items():
        file = tmp_path / f"{kind}.parquet"
        pq.write_table(pa.table({"text": [kind], "date": column}), file)
        assert read(file).only.published == day, kind


def test_parquet_without_a_text_column_is_rejected_once(tmp_path: Path) -> None:
    file = write_parquet(tmp_path / "a.parquet", words=["a", "b", "c"])
    assert "words" in read(file).rejection.reason
    assert read(file, fields=(("text", "Words"),)).texts == ["a", "b", "c"]


def test_parquet_with_text_as_numbers_or_bytes(tmp_path: Path) -> None:
    assert len(read(write_parquet(tmp_path / "n.parquet", text=[1, 2])).rejections) == 2
    found = read(write_parquet(tmp_path / "b.parquet", text=["café".encode(), b"caf\xc3 \xc3\xa9"]))
    assert found.texts == ["café"]
    assert found.rejection.line == 2


def test_broken_and_empty_parquet(tmp_path: Path) -> None:
    whole = write_parquet(tmp_path / "a.parquet", text=["a", "b"]).read_bytes()
    cut = tmp_path / "cut.parquet"
    cut.write_bytes(whole[:-20])
    assert "broken Parquet" in read(cut).rejection.reason
    cut.write_bytes(b"")
    assert "broken Parquet" in read(cut).rejection.reason
    none = tmp_path / "none.parquet"
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), none)
    assert "no row" in read(none).rejection.reason


# gzip


@pytest.mark.parametrize(
    "name, content",
    [
        ("a.txt.gz", "Troops left."),
        ("a.jsonl.gz", '{"text": "Troops left."}'),
        ("a.json.gz", '[{"text": "Troops left."}]'),
        ("a.csv.GZ", "id,text\n1,Troops left.\n"),
        ("a.tsv.gz", "id\ttext\n1\tTroops left.\n"),
        ("a.html.gz", "<html><body><p>Troops left.</p></body></html>"),
    ],
)
def test_zipped_files(read_file: Reads, name: str, content: str) -> None:
    article = read_file(name, gzip.compress(content.encode())).only
    assert (article.text, article.path) == ("Troops left.", name)


def test_zipped_parquet_and_utf_16(tmp_path: Path, read_file: Reads) -> None:
    whole = write_parquet(tmp_path / "a.parquet", text=["a", "b", "c"]).read_bytes()
    assert read_file("b.parquet.gz", gzip.compress(whole)).texts == ["a", "b", "c"]
    assert read_file("c.txt.gz", gzip.compress("– a".encode("utf-16"))).only.text == "– a"


@pytest.mark.parametrize("name, start", [("a.jsonl.gz", ""), ("a.csv.gz", "text,n\n")])
def test_truncated_gzip_keeps_the_lines_before(read_file: Reads, name: str, start: str) -> None:
    numbers = [n * 7919**9 for n in range(1, 3000)]
    rows = [f'{{"text": "Story {n}."}}' if "jsonl" in name else f"Story {n}.,{n}" for n in numbers]
    packed = gzip.compress((start + "\n".join(rows)).encode())
    read = read_file(name, packed[: len(packed) // 2])
    assert len(read.articles) > 1000
    assert read.texts == [f"Story {n}." for n in numbers[: len(read.articles)]]
    assert "damaged gzip" in read.rejection.reason
    assert read.rejection.line == read.articles[-1].line + 1


def test_damaged_gzip(read_file: Reads) -> None:
    assert "damaged gzip" in read_file("a.txt.gz", b"Troops left.").rejection.reason
    packed = bytearray(gzip.compress(b"Troops left. " * 500))
    packed[20] ^= 0xFF
    assert "damaged gzip" in read_file("b.txt.gz", bytes(packed)).rejection.reason
    assert "damaged gzip" in read_file("c.txt.gz", gzip.compress(b"Troops left. " * 500)[:-6]).rejection.reason
