"""The door: which files are read, in what order, under what names, ids, dates and languages."""

import gzip
import hashlib
import io
import json
import os
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from whowhom.errors import BadInput, BadSettings
from whowhom.ingest import read_articles
from whowhom.settings import IngestSettings

from .conftest import Read, read

Reads = Callable[..., Read]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", "a/z.txt", ".hidden.txt", ".git/x.txt", "sub/.x/y.txt"):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Story {name}")
    return tmp_path / "in"


def test_a_folder_is_read_by_path_without_hidden_files(folder: Path) -> None:
    assert [a.path for a in read(folder).articles] == ["a.txt", "a/z.txt", "b.txt", "sub/c.txt"]


def test_unknown_files_in_a_folder_are_rejected_in_their_place(folder: Path) -> None:
    (folder / "aa.docx").write_bytes(b"PK")
    (folder / "README").write_text("x")
    found = list(read_articles([str(folder)], IngestSettings()))
    assert [f.path for f in found] == ["README", "a.txt", "a/z.txt", "aa.docx", "b.txt", "sub/c.txt"]
    rejection = read(folder).rejections[1]
    assert "not a kind of file" in rejection.reason
    assert ".jsonl" in rejection.remedy


def test_inputs_keep_their_order_and_a_file_its_name(folder: Path) -> None:
    found = read(folder / "sub", folder / "b.txt", folder / "a" / "z.txt")
    assert [a.path for a in found.articles] == ["c.txt", "b.txt", "z.txt"]


def test_patterns(folder: Path) -> None:
    assert [a.path for a in read(folder / "*.txt").articles] == ["a.txt", "b.txt"]
    assert [a.path for a in read(folder / "**" / "*.txt").articles] == ["a.txt", "a/z.txt", "b.txt", "sub/c.txt"]
    assert [a.path for a in read(folder / "s*").articles] == ["sub/c.txt"]
    assert [a.path for a in read(f"{folder}/*/c.txt").articles] == ["sub/c.txt"]


def test_a_pattern_relative_to_the_folder_one_is_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [a.path for a in read("*/*.txt").articles] == ["a/z.txt", "sub/c.txt"]
    assert [a.path for a in read(".").articles] == ["a.txt", "a/z.txt", "b.txt", "sub/c.txt"]


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("Story")
    assert read(tmp_path / "a[1].txt").only.path == "a[1].txt"


def test_what_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no file or folder .*missing\.txt"):
        read_articles([str(tmp_path / "missing.txt")], IngestSettings())
    with pytest.raises(BadInput, match="holds no files"):
        read_articles([str(tmp_path / "*.txt")], IngestSettings())
    with pytest.raises(BadInput, match="no input was named"):
        read_articles([], IngestSettings())
    with pytest.raises(BadInput, match="twice"):
        read_articles(["-", "-"], IngestSettings())


def test_a_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"holds no files; files that can be read end in \.txt"):
        read_articles([str(tmp_path)], IngestSettings())
    (tmp_path / "a.docx").touch()
    (tmp_path / "b.docx").touch()
    (tmp_path / "c").touch()
    with pytest.raises(BadInput, match=r"3 files \(2 with \.docx, 1 with no suffix\)"):
        read_articles([str(tmp_path)], IngestSettings())


def test_a_file_that_is_gone_or_a_broken_link(folder: Path) -> None:
    (folder / "b.txt").unlink()
    (folder / "b.txt").symlink_to(folder / "nowhere")
    found = read(folder)
    assert [a.path for a in found.articles] == ["a.txt", "a/z.txt", "sub/c.txt"]
    assert found.rejection.path == "b.txt"
    assert "No such file" in found.rejection.reason


def test_an_empty_file_among_others(folder: Path) -> None:
    (folder / "b.txt").write_text("")
    found = read(folder)
    assert len(found.articles) == 3
    assert (found.rejection.path, found.rejection.reason) == ("b.txt", "the file is empty")


@pytest.mark.parametrize(
    "name, content, text",
    [
        ("story", "Troops left.", "Troops left."),
        ("story.log", "Troops left.", "Troops left."),
        ("story.data", '{"text": "Troops left."}\n', "Troops left."),
        ("story.gz", gzip.compress(b"Troops left."), "Troops left."),
        ("story.old", gzip.compress(b'[{"text": "Troops left."}]'), "Troops left."),
    ],
)
def test_a_named_file_of_no_known_kind_is_looked_into(
    read_file: Reads, name: str, content: str | bytes, text: str
) -> None:
    assert read_file(name, content).only.text == text


def test_a_named_pipe_is_read_as_it_comes(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    lines = "".join(f'{{"text": "Story {n}."}}\n' for n in range(20_000))
    writer = threading.Thread(target=pipe.write_text, args=(lines,))
    writer.start()
    found = read(pipe)
    writer.join()
    assert len(found.articles) == 20_000


def test_a_named_pdf_is_rejected(read_file: Reads) -> None:
    assert "a PDF" in read_file("a.pdf", b"%PDF-1.7 ...").rejection.reason


# Standard input


@pytest.mark.parametrize(
    "content",
    [
        b"Troops left.",
        b'\n  {"text": "Troops left."}\n',
        b'{\n  "text": "Troops left."\n}\n',
        b'[{"text": "Troops left."}]',
        b'\xef\xbb\xbf{"text": "Troops left."}',
        b"\n<!DOCTYPE html><html><body><p>Troops left.</p></body></html>",
        b"<html><body><p>Troops left.</p></body></html>",
        "Troops left.".encode("utf-16"),
        gzip.compress(b'{"text": "Troops left."}'),
    ],
)
def test_standard_input_is_looked_into(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    article = read("-").only
    assert (article.text, article.path) == ("Troops left.", "-")


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    found = read("-")
    assert (found.rejection.path, found.rejection.reason) == ("-", "the file is empty")


# Fields


@pytest.mark.parametrize(
    "field, names",
    [
        ("input_id", "id article_id doc_id _id"),
        ("title", "title headline"),
        ("text", "text body content event_text article_text full_text"),
        ("published", "date published pub_date publication_date published_at datetime"),
        ("source", "source publisher domain outlet"),
        ("url", "url link web_url"),
        ("language", "lang language"),
    ],
)
def test_every_name_of_a_field(read_file: Reads, field: str, names: str) -> None:
    value = {"published": "2019-04-14", "language": "fr"}.get(field, "Words")
    for name in names.split():
        for written in (name, name.upper(), name.title()):
            record = {written: value} if field == "text" else {"text": "Troops left.", written: value}
            assert str(getattr(read_file("a.jsonl", json.dumps(record)).only, field)) == value


def test_the_likeliest_name_that_has_a_value_wins(read_file: Reads) -> None:
    assert read_file("a.jsonl", '{"body": "b", "text": "a"}').only.text == "a"
    assert read_file("a.jsonl", '{"body": "b", "text": ""}').only.text == "b"


def test_the_users_names_come_first_and_alone(read_file: Reads) -> None:
    record = '{"text": "teaser", "Story": "Troops left.", "t": "Out", "title": "other"}'
    article = read_file("a.jsonl", record, fields=(("text", "story"), ("headline", "t"))).only
    assert (article.text, article.title) == ("Troops left.", "Out")
    assert "--field" in read_file("a.jsonl", '{"text": "a"}', fields=(("text", "Story"),)).rejection.remedy


def test_a_field_that_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Story")
    with pytest.raises(BadSettings, match=r"no field 'writer'.*title"):
        read_articles([str(tmp_path)], IngestSettings(fields=(("writer", "x"),)))


def test_nested_values_are_ignored(read_file: Reads) -> None:
    record = {"text": "a", "source": {"name": "b"}, "title": ["c"], "id": {"$oid": "d"}, "url": True}
    article = read_file("a.jsonl", json.dumps(record)).only
    assert (article.source, article.title, article.input_id, article.url) == (None, None, None, None)


def test_the_input_id_is_untouched(read_file: Reads) -> None:
    assert read_file("a.jsonl", '{"id": " 007\\t", "text": "a"}').only.input_id == " 007\t"
    assert read_file("b.csv", "id,text\n007,a\n").only.input_id == "007"
    assert read_file("c.jsonl", '{"id": 12, "text": "a"}').only.input_id == "12"


# Dates


def test_a_date_that_is_none_leaves_a_notice_and_the_article(read_file: Reads) -> None:
    lines = [{"text": "a", "date": "03/04/2019"}, {"text": "b", "date": "soon"}, {"text": "c", "date": "20190414"}]
    read = read_file("a.jsonl", "\n".join(map(json.dumps, lines)))
    assert [a.published is None for a in read.articles] == [True, True, False]
    assert [(n.path, n.line) for n in read.notices] == [("a.jsonl", 1), ("a.jsonl", 2)]
    assert "'soon'" in read.notices[1].message
    assert not read.rejections


@pytest.mark.parametrize("value", [None, "", float("nan")])
def test_no_date_is_no_reason_for_a_notice(read_file: Reads, value: object) -> None:
    read = read_file("a.jsonl", json.dumps({"text": "a", "date": value}))
    assert read.only.published is None
    assert not read.notices


# Ids


def test_ids_are_the_hash_of_four_fields(read_file: Reads) -> None:
    article = read_file("a.jsonl", '{"text": "a\\r\\né", "source": "s", "title": "t", "id": 5, "date": "2019"}').only
    key = '["s",null,"t","a\\né"]'.encode()
    assert article.article_id == hashlib.sha256(key).hexdigest()[:16]


def test_fields_do_not_run_together(read_file: Reads) -> None:
    records = [
        {"text": "a", "title": "bc"},
        {"text": "a", "title": "b", "url": "c"},
        {"text": "a", "source": "bc"},
        {"text": "a"},
        {"text": "a", "title": 'b","c'},
    ]
    ids = [a.article_id for a in read_file("a.jsonl", "\n".join(map(json.dumps, records))).articles]
    assert len(set(ids)) == len(records)


def test_identical_inputs_are_numbered_over_all_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text("Troops left.")
    (tmp_path / "ab.txt").write_text("Others came.")
    ids = {a.path: a.article_id for a in read(tmp_path).articles}
    first = ids["a.txt"]
    assert len(first) == 16
    assert (ids["b.txt"], ids["c.txt"]) == (f"{first}-2", f"{first}-3")
    assert read(tmp_path / "c.txt").only.article_id == first
    assert all(a.duplicate_of is None for a in read(tmp_path).articles)


# Languages

FRENCH = "Les soldats ont quitté la ville vendredi, ont annoncé les autorités, après deux jours de combats acharnés."


@pytest.mark.parametrize(
    "given, text, language",
    [
        ("EN", FRENCH, "en"),
        ("pt-BR", FRENCH, "pt"),
        ("de_AT", FRENCH, "de"),
        ("French", FRENCH, "fr"),
        (None, FRENCH, "fr"),
        (None, FRENCH[:79], "en"),
        (None, "Soldiers left the town on Friday, the authorities said, after two days of heavy fighting.", "en"),
    ],
)
def test_languages(read_file: Reads, given: str | None, text: str, language: str) -> None:
    assert read_file("a.jsonl", json.dumps({"text": text, "lang": given})).only.language == language


def test_the_language_of_short_texts_is_a_setting(read_file: Reads) -> None:
    assert read_file("a.txt", "Troops left.", language="sw").only.language == "sw"


def test_only_the_start_of_a_text_tells_its_language(read_file: Reads) -> None:
    english = "Soldiers left the town on Friday, the authorities said, after days of heavy fighting. "
    assert read_file("a.txt", english * 24 + FRENCH * 200).only.language == "en"


# All of it


def test_two_readings_give_the_same(folder: Path) -> None:
    (folder / "x.jsonl").write_text('{"text": "a"}\n{oops\n{"text": "b", "date": "?"}\n')
    (folder / "y.pdf").write_bytes(b"%PDF")
    assert list(read_articles([str(folder)], IngestSettings())) == list(read_articles([str(folder)], IngestSettings()))
