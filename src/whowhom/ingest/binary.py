"""Files that are not text at all: what they look like, and what to do with them."""

from whowhom.ingest.draft import Unreadable

_AS_TEXT = "save its text as .txt, or as one JSON object a line with a `text` key (.jsonl)"
_UNPACK = "unpack it and give the folder"

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", _AS_TEXT),
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls)", _AS_TEXT),
    (b"\x89PNG", "an image", _AS_TEXT),
    (b"\xff\xd8\xff", "an image", _AS_TEXT),
    (b"GIF8", "an image", _AS_TEXT),
    (b"RIFF", "an image, sound or film", _AS_TEXT),
    (b"PAR1", "a Parquet table", "name it .parquet"),
    (b"SQLite format 3", "an SQLite database", "export the table of articles as .csv"),
    (b"\x1f\x8b", "a gzip archive", "name it .gz after the suffix of what is inside, such as .jsonl.gz"),
    (b"BZh91AY&SY", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACK),
    (b"7z\xbc\xaf", "a 7z archive", _UNPACK),
    (b"\x7fELF", "a program", "give the articles instead"),
)
_ZIPPED = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"opendocument", "an OpenDocument file"),
    (b"epub", "an EPUB book"),
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\f\x1b")


def refuse_binary(head: bytes) -> None:
    """Raise `Unreadable`, saying what it looks like, if the first bytes are not those of a text."""
    if head.startswith(b"PK\x03\x04"):
        kind = next((kind for mark, kind in _ZIPPED if mark in head), None)
        raise _refusal(kind or "a zip archive", _AS_TEXT if kind else _UNPACK)
    for magic, kind, remedy in _MAGIC:
        if head.startswith(magic):
            raise _refusal(kind, remedy)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if head and controls > len(head) / 10:
        if max(head[::2].count(0), head[1::2].count(0)) > len(head) / 5:
            raise _refusal("UTF-16 without a byte order mark", "convert it: iconv -f utf-16le -t utf-8")
        raise _refusal("binary data", _AS_TEXT)


def _refusal(kind: str, remedy: str) -> Unreadable:
    return Unreadable(f"not a text: it looks like {kind}", remedy)
