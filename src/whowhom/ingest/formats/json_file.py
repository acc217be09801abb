"""A JSON file: an array of objects, one object, or several one after the other."""

import json
import re
from collections.abc import Iterator
from io import BufferedReader

from whowhom.ingest.draft import Draft, Outcome, Unreadable
from whowhom.ingest.fields import Names, field_names, read_record
from whowhom.ingest.formats.jsonl import require_object
from whowhom.ingest.formats.whole import read_whole
from whowhom.records import Rejection
from whowhom.settings import IngestSettings

_BLANK = re.compile(r"\s*")
_REMEDY = "mend the file; records after this place were not read (as .jsonl, one a line, they would be)"


def read_json(stream: BufferedReader, path: str, settings: IngestSettings) -> Iterator[Outcome]:
    """Yield an article or a rejection for each object; broken JSON ends the file."""
    text, notices = read_whole(stream, path)
    yield from notices
    names = field_names(settings)
    line, counted, empty = 1, 0, True
    for at, value in _values(text):
        line += text.count("\n", counted, at)
        counted, empty = at, False
        yield _read_value(value, path, line, names)
    if empty:
        raise Unreadable("the array is empty", "leave the file out")


def _values(text: str) -> Iterator[tuple[int, object]]:
    """Yield each record and where it starts: the elements of an array, or the objects in a row."""
    decoder = json.JSONDecoder(strict=False)
    at = _skip(text, 0)
    array = text[at] == "["
    at = _skip(text, at + 1) if array else at
    while at < len(text) and not (array and text[at] == "]"):
        value, end = _parse(decoder, text, at)
        yield at, value
        at = _skip(text, end)
        if array and text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif array and text[at : at + 1] != "]":
            raise _broken("expecting ',' or ']'", text, at)
    if array and at >= len(text):
        raise _broken("the array is not closed", text, at)


def _parse(decoder: json.JSONDecoder, text: str, at: int) -> tuple[object, int]:
    try:
        return decoder.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _broken(error.msg, text, error.pos) from None
    except (ValueError, RecursionError) as error:
        raise _broken(str(error), text, at) from None


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _broken(message: str, text: str, at: int) -> Unreadable:
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    return Unreadable(f"broken JSON: {message} at line {line}, column {column}", _REMEDY, line)


def _read_value(value: object, path: str, line: int, names: Names) -> Draft | Rejection:
    try:
        return read_record(require_object(value), names, line)
    except Unreadable as error:
        return Rejection(path, line, error.reason, error.remedy)
