"""Which column is which: the names that news data use for our fields, and the user's own."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from whowhom.errors import BadSettings
from whowhom.ingest.draft import Draft, Unreadable
from whowhom.ingest.encodings import decode
from whowhom.settings import IngestSettings

#: Our fields and the names they go by, likeliest first; letter case does not matter.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "doc_id", "_id"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "event_text", "article_text", "full_text"),
    "date": ("date", "published", "pub_date", "publication_date", "published_at", "datetime"),
    "source": ("source", "publisher", "domain", "outlet"),
    "url": ("url", "link", "web_url"),
    "language": ("lang", "language"),
}
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Names:
    """For each of our fields, the names to look for, in order and in small letters."""

    wanted: tuple[tuple[str, tuple[str, ...]], ...]

    def find(self, columns: Iterable[str]) -> dict[str, list[str]]:
        """Return, for each field, those of the columns that may hold it, likeliest first."""
        by_name: dict[str, str] = {}
        for column in columns:
            by_name.setdefault(column.strip().lower(), column)
        return {field: [by_name[n] for n in names if n in by_name] for field, names in self.wanted}


def field_names(settings: IngestSettings) -> Names:
    """Return the names to look for; a column that the user names is the only one for its field.

    Raises `BadSettings` where the user names a field that is not ours.
    """
    chosen: dict[str, tuple[str, ...]] = {}
    for ours, theirs in settings.fields:
        field = next((f for f, names in NAMES.items() if ours.strip().lower() in (f, *names)), None)
        if field is None:
            raise BadSettings(f"there is no field {ours!r}; the fields are {', '.join(NAMES)}")
        chosen[field] = (theirs.strip().lower(),)
    return Names(tuple({**NAMES, **chosen}.items()))


def read_record(record: Mapping[str, object], names: Names, line: int) -> Draft:
    """Return the draft that a record holds; keys that are not ours are left alone.

    Raises `Unreadable` where there is no text, or where it is not a string.
    """
    columns = names.find(record)
    require_text(columns, record)
    text = _text(_first(record, columns["text"]), columns["text"][0], line)
    strings = {f: _string(_first(record, columns[f])) for f in ("title", "source", "url", "language", "id")}
    return Draft(
        line=line,
        text=text,
        title=strings["title"],
        source=strings["source"],
        url=strings["url"],
        language=strings["language"],
        date=_first(record, columns["date"]),
        input_id=strings["id"],
    )


def require_text(columns: Mapping[str, list[str]], found: Iterable[str]) -> None:
    """Raise `Unreadable`, naming the columns there are, if none of them is the text."""
    if columns["text"]:
        return
    # A table without a header has an article where a name should be: show the start of it only.
    listed = [column[:40] for column in found]
    shown = ", ".join(listed[:_SHOWN]) + (f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else "")
    raise Unreadable(
        f"no column holds the text; the columns are: {shown or '(none)'}",
        "name the one that does: --field text=MyColumn",
    )


def _first(record: Mapping[str, object], columns: list[str]) -> object:
    """Return the first value that is there; null, NaN and the empty string are not."""
    for column in columns:
        value = record[column]
        missing = value is None or value == "" or (isinstance(value, float) and math.isnan(value))
        if not missing:
            return value
    return None


def _text(value: object, column: str, line: int) -> str:
    if isinstance(value, bytes):
        value = decode(value).text
    if value is None:
        raise Unreadable(f"the text is empty (column {column!r})", "give the article's words, or leave it out", line)
    if not isinstance(value, str):
        raise Unreadable(
            f"the text is no string but {_kind(value)} (column {column!r})",
            "join it to one string, or name another column: --field text=MyColumn",
            line,
        )
    return value


def _string(value: object) -> str | None:
    """Return a string or a number as it would be written; anything nested is not ours."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list) else "an object" if isinstance(value, dict) else type(value).__name__
