"""CSV and TSV: a header, then one article a row."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from io import BufferedReader

from whowhom.ingest.draft import Draft, Outcome, Unreadable
from whowhom.ingest.fields import Names, field_names, read_record, require_text
from whowhom.ingest.lines import Line, read_lines
from whowhom.ingest.notice import Notice
from whowhom.records import Rejection
from whowhom.settings import IngestSettings

_PHYSICAL = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_QUOTES = "put the cell in double quotes, and double each quote inside it; or use .jsonl"


def read_csv(stream: BufferedReader, path: str, settings: IngestSettings) -> Iterator[Outcome]:
    """Yield an article or a rejection for each row of a table split at commas, `;`, tabs or `|`."""
    return _read(stream, path, settings, _sniff(stream, field_names(settings)))


def read_tsv(stream: BufferedReader, path: str, settings: IngestSettings) -> Iterator[Outcome]:
    """Yield an article or a rejection for each row of a table split at tabs."""
    return _read(stream, path, settings, "\t")


class _Feed:
    """Hands lines to the csv module, and keeps aside what cannot be handed on.

    A line that was rejected is replaced by an empty one, so that the row around it can be dropped.
    """

    def __init__(self, lines: Iterator[Line | Rejection | Notice]) -> None:
        self._lines = lines
        self._ready: deque[str] = deque()
        self._aside: list[Rejection | Notice] = []
        self.number = 0
        self.spoiled = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while not self._ready:
            item = next(self._lines)
            if isinstance(item, Line):
                self._ready.extend(_PHYSICAL.findall(item.text))
                continue
            self._aside.append(item)
            if isinstance(item, Rejection):
                self.spoiled = True
                self._ready.append("\n")
        self.number += 1
        return self._ready.popleft()

    def drain(self) -> list[Rejection | Notice]:
        """Return what was kept aside since the last call."""
        aside, self._aside = self._aside, []
        return aside


def _read(stream: BufferedReader, path: str, settings: IngestSettings, delimiter: str) -> Iterator[Outcome]:
    names = field_names(settings)
    header: list[str] | None = None
    empty = True
    for line, row in _rows(stream, path, settings.max_line_bytes, delimiter):
        if not isinstance(row, list):
            yield row
        elif header is None:
            header = row
            require_text(names.find(header), header)
        else:
            empty = False
            yield _read_row(header, row, path, line, names)
    if header is None:
        raise Unreadable("the file is empty", "leave it out, or fetch it again")
    if empty:
        raise Unreadable("there is a header but no row", "leave the file out, or fetch it again")


def _rows(
    stream: BufferedReader, path: str, limit: int, delimiter: str
) -> Iterator[tuple[int, list[str] | Rejection | Notice]]:
    """Yield each row that is not blank with the line it starts on, and what is wrong with others."""
    # The limit belongs to the whole process, so it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), limit))
    feed = _Feed(read_lines(stream, path, limit))
    # Strict: a stray quote is an error. Otherwise the csv module drops it, and alters the text.
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        start, feed.spoiled = feed.number + 1, False
        row: list[str] | Rejection | None
        try:
            row = next(reader, None)
        except csv.Error as error:
            row = Rejection(path, start, f"broken row, lines {start} to {feed.number}: {error}", _QUOTES)
        for aside in feed.drain():
            yield start, aside
        if row is None:
            return
        if isinstance(row, Rejection) or (any(row) and not feed.spoiled):
            yield start, row


def _read_row(header: list[str], row: list[str], path: str, line: int, names: Names) -> Draft | Rejection:
    if len(row) != len(header):
        return Rejection(path, line, f"{len(row)} cells where the header has {len(header)}", _QUOTES)
    try:
        return read_record(dict(zip(header, row, strict=True)), names, line)
    except Unreadable as error:
        return Rejection(path, line, error.reason, error.remedy)


def _sniff(stream: BufferedReader, names: Names) -> str:
    """Return the delimiter under which the header has a text column and the most columns."""
    head = stream.peek(1 << 16).decode("utf-8", "replace").lstrip("\r\n")
    first = re.split(r"[\r\n]", head, maxsplit=1)[0]

    def fit(delimiter: str) -> tuple[bool, int]:
        header = next(csv.reader([first], delimiter=delimiter), [])
        return bool(names.find(header)["text"]), len(header)

    # max keeps the first of equals: a comma.
    return max(",;\t|", key=fit)
