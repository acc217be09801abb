"""What happens to the characters: encodings, the one normalisation, files that are no text."""

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.ingest.encodings import decode
from whowhom.ingest.fields import field_names, read_record
from whowhom.ingest.formats.jsonl import parse_object
from whowhom.ingest.normal import normalise
from whowhom.settings import IngestSettings

from .conftest import Read

STORY = "Rebels left the hill town of Orsa on Friday. “We won’t be back,” a commander said – twice."


def expected(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(" " if c < " " and c not in "\n\t" else c for c in text)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_any_text_passes_json_lines_with_only_the_stated_changes(text: str, escaped: bool) -> None:
    line = json.dumps({"text": "x" + text}, ensure_ascii=escaped)
    draft = read_record(parse_object(line), field_names(IngestSettings()), 1)
    assert normalise(draft.text) == expected("x" + text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_normalising_is_as_stated(text: str) -> None:
    assert normalise(text) == expected(text)


@given(st.text(st.characters()))
def test_normalised_text_can_always_be_written(text: str) -> None:
    normalise(text).encode("utf-8")


@given(st.binary(max_size=300))
def test_decoding_any_bytes_gives_text_or_a_reason(raw: bytes) -> None:
    from whowhom.ingest.draft import Unreadable

    try:
        text = normalise(decode(raw).text)
    except Unreadable as error:
        assert error.reason and error.remedy
    else:
        text.encode("utf-8")


def test_what_must_survive_does() -> None:
    text = "  👩‍👩‍👧 🇱🇾 e\u0301 and é \u200fשלום\u200e \u00a0\u2028 ﬁn\u200b\ufeff \x7f\x85 \t\n\n  "
    assert normalise(text) == text


def test_line_ends_and_controls() -> None:
    assert normalise("\ufeffa\r\nb\rc\n\rd\x00\x0b\x0c\x1b\te") == "a\nb\nc\n\nd    \te"


@pytest.mark.parametrize("lone", ["\ud83d", "\ude00", "\ude00\ud83d"])
def test_lone_surrogates_are_replaced(lone: str) -> None:
    assert normalise(f"a{lone}b") == "a" + "\ufffd" * len(lone) + "b"


def test_surrogates_that_make_a_pair_are_joined() -> None:
    assert normalise("a\ud83d\ude00b") == "a😀b"


def test_a_lone_surrogate_in_json(read_file: Callable[..., Read]) -> None:
    read = read_file("a.jsonl", r'{"text": "cut \ud83d off", "title": "\ud83d"}')
    assert read.only.text == "cut \ufffd off"
    assert read.only.title == "\ufffd"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize(
    "name, shape",
    [
        ("a.txt", "{}"),
        ("a.jsonl", '{{"text": "{}"}}\n'),
        ("a.json", '[{{"text": "{}"}}]'),
        ("a.csv", 'id,text\n1,"{}"\n'),
        ("a.tsv", "id\ttext\n1\t{}\n"),
    ],
)
def test_unicode_encodings(read_file: Callable[..., Read], name: str, shape: str, encoding: str) -> None:
    read = read_file(name, shape.format(STORY).encode(encoding))
    assert read.only.text == STORY
    assert not read.notices


@pytest.mark.parametrize("order, mark", [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_utf_16_in_both_orders(read_file: Callable[..., Read], order: str, mark: bytes) -> None:
    assert read_file("a.txt", mark + STORY.encode(order)).only.text == STORY


def test_utf_16_cut_in_a_character(read_file: Callable[..., Read]) -> None:
    read = read_file("a.txt", STORY.encode("utf-16")[:-1])
    assert "not valid utf-16" in read.rejection.reason
    assert "UTF-8" in read.rejection.remedy


@pytest.mark.parametrize(
    "name, shape, line",
    [
        ("a.txt", "{}", 1),
        ("a.jsonl", '{{"text": "{}"}}\n', 1),
        ("a.json", '{{"text": "{}"}}', 1),
        ("a.csv", "id|text\n1|{}\n", 2),
    ],
)
def test_western_windows_text_is_guessed_and_said(
    read_file: Callable[..., Read], name: str, shape: str, line: int
) -> None:
    read = read_file(name, shape.format(STORY).encode("cp1252"))
    assert read.only.text == STORY
    (notice,) = read.notices
    assert "cp1252" in notice.message
    assert notice.line == line


@pytest.mark.parametrize(
    "encoding, text",
    [
        ("cp1251", "Министр иностранных дел заявил в среду, что войска покинут город в течение недели."),
        ("gb18030", "外交部发言人星期一说，双方将在北京举行会谈，讨论边境问题。"),
        ("cp1256", "قال وزير الخارجية يوم الاثنين إن القوات ستنسحب من المدينة خلال أسبوع"),
    ],
)
def test_other_scripts_are_guessed(read_file: Callable[..., Read], encoding: str, text: str) -> None:
    assert read_file("a.txt", text.encode(encoding)).only.text == text


def test_one_guess_holds_for_all_lines(read_file: Callable[..., Read]) -> None:
    lines = [json.dumps({"text": f"{n}: {STORY} Café."}, ensure_ascii=False) for n in range(50)]
    read = read_file("a.jsonl", "\n".join(lines).encode("cp1252"))
    assert read.texts == [f"{n}: {STORY} Café." for n in range(50)]
    assert len(read.notices) == 1


def test_damaged_utf_8_is_not_taken_for_another_encoding(read_file: Callable[..., Read]) -> None:
    read = read_file("a.txt", STORY.encode() + b" It was \xe2\x80 over.")
    assert not read.articles
    assert re.search(r"not valid UTF-8: byte 0xE2 at byte \d+", read.rejection.reason)
    assert "iconv" in read.rejection.remedy


@pytest.mark.parametrize("name, start", [("a.jsonl", ""), ("a.csv", "text\n")])
def test_one_damaged_line_does_not_stop_the_others(read_file: Callable[..., Read], name: str, start: str) -> None:
    row = (lambda t: json.dumps({"text": t}, ensure_ascii=False)) if name == "a.jsonl" else (lambda t: f'"{t}"')
    good, bad, after = (row(t).encode() for t in ("Café one", "Café cut –", "three"))
    read = read_file(name, start.encode() + good + b"\n" + bad.replace(b"\x93", b"") + b"\n" + after + b"\n")
    assert read.texts == ["Café one", "three"]
    assert read.rejection.line == 2 + bool(start)
    assert "not valid UTF-8" in read.rejection.reason


def test_a_damaged_line_inside_a_cell_drops_the_whole_row(read_file: Callable[..., Read]) -> None:
    content = "text\né\n“first\n".replace("“", '"').encode() + b'bad \xe2\x80 bytes\nlast"\nnext\n'
    read = read_file("a.csv", content)
    assert read.texts == ["é", "next"]
    assert read.rejection.line == 4


def test_the_charset_that_a_page_declares(read_file: Callable[..., Read]) -> None:
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250"></head>'
        "<body><article><p>Żołnierze opuścili miasto Łódź w piątek.</p></article></body></html>"
    )
    read = read_file("a.html", page.encode("cp1250"))
    assert read.only.text == "Żołnierze opuścili miasto Łódź w piątek."
    assert not read.notices


def test_a_page_that_declares_latin_1_means_windows(read_file: Callable[..., Read]) -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{STORY}</p></body></html>'
    assert read_file("a.html", page.encode("cp1252")).only.text == STORY


def test_a_page_that_declares_what_it_is_not(read_file: Callable[..., Read]) -> None:
    page = f'<html><head><meta charset="no-such-code"></head><body><p>{STORY}</p></body></html>'
    assert read_file("a.html", page.encode()).only.text == STORY
    assert read_file("b.html", page.encode("cp1252")).only.text == STORY


@pytest.mark.parametrize(
    "content, looks",
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF"),
        (b"PK\x03\x04\x14\x00[Content_Types].xml...word/document.xml", "Word document"),
        (b"PK\x03\x04\x14\x00story.txt", "zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image"),
        (b"{\\rtf1\\ansi Troops left.}", "RTF"),
        (b"PAR1\x15\x04", "Parquet"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"abc\x00\x00\x00\x01\x02\x03\x04" * 50, "binary"),
        (STORY.encode("utf-16-le"), "UTF-16 without a byte order mark"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html"])
def test_files_that_are_no_text(read_file: Callable[..., Read], name: str, content: bytes, looks: str) -> None:
    read = read_file(name, content)
    assert not read.articles
    assert looks in read.rejection.reason
    assert read.rejection.remedy


def test_a_stray_nul_is_no_reason_to_refuse(read_file: Callable[..., Read]) -> None:
    assert read_file("a.txt", "Troops left\0the town on Friday.").only.text == "Troops left the town on Friday."
