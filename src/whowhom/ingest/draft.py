"""What the formats give: an article before its text is normalised, and the error that ends a file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader

from whowhom.ingest.notice import Notice
from whowhom.records import Rejection
from whowhom.settings import IngestSettings


@dataclass(frozen=True, slots=True)
class Draft:
    """One record as its file gives it. `date` is whatever stood there; it is read later."""

    line: int
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    date: object = None
    input_id: str | None = None


class Unreadable(Exception):
    """A file, or the rest of it, that cannot be read; becomes a rejection. `line` counts from 1."""

    def __init__(self, reason: str, remedy: str, line: int | None = None) -> None:
        self.reason = reason
        self.remedy = remedy
        self.line = line
        super().__init__(reason)


Outcome = Draft | Rejection | Notice

#: Reads one open file: the stream, the path to name it by, the settings.
Reader = Callable[[BufferedReader, str, IngestSettings], Iterator[Outcome]]
