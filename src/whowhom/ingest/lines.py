"""Lines of a file, decoded one by one, however long a bad one is."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader

from whowhom.ingest.draft import Unreadable
from whowhom.ingest.encodings import LineDecoder
from whowhom.ingest.notice import Notice
from whowhom.records import Rejection

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its line end; `number` counts from 1."""

    number: int
    text: str


def read_lines(stream: BufferedReader, path: str, limit: int) -> Iterator[Line | Rejection | Notice]:
    """Yield the lines of a file; one that is longer than `limit` bytes or damaged becomes a rejection."""
    decoder = LineDecoder()
    for number, raw in _raw_lines(stream, limit):
        if raw is None:
            yield Rejection(
                path,
                number,
                f"the line is longer than {limit:,} bytes",
                "check that each record ends with a line feed, or allow longer lines (max_line_bytes)",
            )
            continue
        known = decoder.guessed
        try:
            text = decoder.decode(raw, b"" if raw.isascii() else stream.peek(_CHUNK))
        except Unreadable as error:
            yield Rejection(path, number, error.reason, error.remedy)
            continue
        if decoder.guessed != known:
            yield guess_notice(path, number, decoder.guessed)
        yield Line(number, text)


def guess_notice(path: str, line: int, encoding: str | None) -> Notice:
    """Say that a file is not UTF-8 and which encoding it was taken for."""
    return Notice(path, line, f"not UTF-8; read as {encoding}, which is a guess: convert it if letters are wrong")


def _raw_lines(stream: BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and bytes, None for a line that is too long; what is too long is not kept."""
    number = 0
    while raw := stream.readline(limit + 2):
        number += 1
        if len(raw.rstrip(b"\r\n")) <= limit:
            yield number, raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = stream.readline(_CHUNK)
        yield number, None
