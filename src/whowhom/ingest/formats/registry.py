"""Which format is read by what: by the suffix of a file, or by how its first bytes look."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from whowhom.ingest.draft import Reader
from whowhom.ingest.formats.delimited import read_csv, read_tsv
from whowhom.ingest.formats.html import read_html
from whowhom.ingest.formats.json_file import read_json
from whowhom.ingest.formats.jsonl import read_jsonl
from whowhom.ingest.formats.parquet import read_parquet
from whowhom.ingest.formats.plain import read_plain


@dataclass(frozen=True, slots=True)
class Format:
    """A way to read a file; `binary` where it is not made of characters."""

    read: Reader
    suffixes: tuple[str, ...]
    binary: bool = False


_PLAIN = Format(read_plain, (".txt", ".md"))
_HTML = Format(read_html, (".html", ".htm"))
_JSONL = Format(read_jsonl, (".jsonl", ".ndjson"))
_JSON = Format(read_json, (".json",))
_CSV = Format(read_csv, (".csv",))
_TSV = Format(read_tsv, (".tsv",))
_PARQUET = Format(read_parquet, (".parquet",), binary=True)
_FORMATS = (_PLAIN, _HTML, _JSONL, _JSON, _CSV, _TSV, _PARQUET)

#: All suffixes that are read, each also with `.gz`.
SUFFIXES: tuple[str, ...] = tuple(suffix for f in _FORMATS for suffix in f.suffixes)

_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|meta|article|!--|\?xml)", re.IGNORECASE)


def format_of(name: str) -> tuple[Format | None, bool]:
    """Return the format of a file name, None where it is not known, and whether it is zipped."""
    path = PurePath(name.lower())
    zipped = path.suffix == ".gz"
    suffix = path.with_suffix("").suffix if zipped else path.suffix
    return next((f for f in _FORMATS if suffix in f.suffixes), None), zipped


def sniff(head: bytes) -> Format:
    """Return the format of an input without a telling name, by its first bytes."""
    if head.startswith(b"PAR1"):
        return _PARQUET
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        # A brace alone on its line opens a printed-out object, not JSON lines.
        return _JSON if start.split(b"\n", 1)[0].strip() == b"{" else _JSONL
    if re.match(rb"\[\s*[{\]]", start):
        return _JSON
    return _HTML if _PAGE.match(start) else _PLAIN
