"""Plain text: the whole file is the article, after the front matter if it opens with one.

Front matter is a block between two lines `---`, of lines such as `Title: ...` and `Date: ...`.
"""

import re
from collections.abc import Iterator
from io import BufferedReader

from whowhom.ingest.draft import Draft, Outcome
from whowhom.ingest.fields import NAMES
from whowhom.ingest.formats.whole import read_whole
from whowhom.settings import IngestSettings

_FRONT = re.compile(r"---[ \t]*\n((?:(?!---[ \t]*\n)[^\n]*\n)*?)---[ \t]*(?:\n|\Z)")
#: A key with its value, a blank line, or a line that goes on with the value before it.
_FRONT_LINE = re.compile(r"[A-Za-z_][\w -]*:(?:\s.*)?|\s*|[ \t-].*|#.*")


def read_plain(stream: BufferedReader, path: str, settings: IngestSettings) -> Iterator[Outcome]:
    """Yield the one article of a text file."""
    text, notices = read_whole(stream, path)
    yield from notices
    values: dict[str, str] = {}
    found = _FRONT.match(text)
    if found and all(_FRONT_LINE.fullmatch(line) for line in found[1].split("\n")):
        values = _front_matter(found[1])
        text = text[found.end() :]
    yield Draft(
        line=1,
        text=text,
        title=values.get("title"),
        source=values.get("source"),
        url=values.get("url"),
        language=values.get("language"),
        date=values.get("date"),
        input_id=values.get("id"),
    )


def _front_matter(block: str) -> dict[str, str]:
    fields = {name: field for field, names in NAMES.items() for name in names}
    values: dict[str, str] = {}
    for line in block.split("\n"):
        key, colon, value = line.partition(":")
        field = fields.get(key.lower())
        if colon and field and value.strip():
            values.setdefault(field, _unquoted(value.strip()))
    return values


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
