"""JSON lines: one object a line, read one line at a time."""

import json
from collections.abc import Iterator
from io import BufferedReader

from whowhom.ingest.draft import Draft, Outcome, Unreadable
from whowhom.ingest.fields import Names, field_names, read_record
from whowhom.ingest.lines import Line, read_lines
from whowhom.records import Rejection
from whowhom.settings import IngestSettings


def read_jsonl(stream: BufferedReader, path: str, settings: IngestSettings) -> Iterator[Outcome]:
    """Yield an article or a rejection for each line that is not blank."""
    names = field_names(settings)
    empty = True
    for line in read_lines(stream, path, settings.max_line_bytes):
        if not isinstance(line, Line):
            empty = False
            yield line
        elif line.text.strip():
            empty = False
            yield _read_line(line, path, names)
    if empty:
        raise Unreadable("the file is empty", "leave it out, or fetch it again")


def _read_line(line: Line, path: str, names: Names) -> Draft | Rejection:
    try:
        return read_record(parse_object(line.text), names, line.number)
    except Unreadable as error:
        return Rejection(path, line.number, error.reason, error.remedy)


def parse_object(text: str) -> dict[str, object]:
    """Return the object that a line holds; raises `Unreadable` with the reader's own message."""
    try:
        # Not strict: a raw tab or line feed inside a string is common, and clear.
        value = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"broken JSON: {error.msg} at column {error.colno}",
            "mend the line; each line must be one whole JSON object (an array goes into a .json file)",
        ) from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"JSON that cannot be read: {error}", "mend the line") from None
    return require_object(value)


def require_object(value: object) -> dict[str, object]:
    """Return a JSON value that is an object; raises `Unreadable` for any other."""
    if isinstance(value, dict):
        return value
    raise Unreadable(
        f"a JSON {type(value).__name__} where an object was expected",
        'write each article as {"text": "...", "date": "...", ...}',
    )
