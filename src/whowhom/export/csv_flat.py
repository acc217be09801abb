"""CSV: flat, one column a field, safe to open in a spreadsheet.

The fields of a record inside a row become columns of their own: `place_name`, `trigger_text`. A list
of records becomes one column a field, its members joined with `;` in the same order in each
(`actors_name`, `actors_country`); a list inside a member is joined with `+` (`actors_sectors`).
A `;` or `+` that a member itself holds is written as `,`, so that cells can be split again; JSON lines are
the form without loss. What is not known is an empty cell.
"""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import pyarrow as pa

from whowhom.export.rows import Rows

#: Cells that begin so are run as formulas by spreadsheets.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
#: What joins the members of a list, and those of a list in a list.
_JOINTS = (";", "+", "|")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name and what reads its cell off a value of the row."""

    name: str
    cell: Callable[[Any], str]


def write_csv(rows: Rows, out: BinaryIO) -> None:
    """Write a header and one line a row, UTF-8, comma-separated."""
    fields = [(field.name, columns_of(field.name, field.type)) for field in rows.schema]
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(column.name for _, columns in fields for column in columns)
        for row in rows.dicts():
            writer.writerow(column.cell(row[name]) for name, columns in fields for column in columns)
        text.flush()
    finally:
        text.detach()


def columns_of(name: str, kind: pa.DataType) -> list[Column]:
    """Return the flat columns of one field of a table."""
    return [Column("_".join([name, *leaf.path]), _harmless(leaf.cell, leaf.number)) for leaf in _leaves(kind, depth=0)]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A plain value inside a field: the way to it, what writes it, whether it is a number."""

    path: tuple[str, ...]
    cell: Callable[[Any], str]
    number: bool


def _leaves(kind: pa.DataType, depth: int) -> Iterator[_Leaf]:
    """Yield the plain values inside a type; `depth` is how many lists they already stand in."""
    if pa.types.is_list(kind):
        for leaf in _leaves(kind.value_type, depth + 1):
            yield _Leaf(leaf.path, _joined(leaf.cell, _JOINTS[depth]), leaf.number)
    elif pa.types.is_struct(kind):
        for field in kind:
            for leaf in _leaves(field.type, depth):
                yield _Leaf((field.name, *leaf.path), _inside(field.name, leaf.cell), leaf.number)
    else:
        yield _Leaf((), _text(depth) if pa.types.is_string(kind) else _plain, not pa.types.is_string(kind))


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)  # a date's str is ISO


def _text(depth: int) -> Callable[[Any], str]:
    commas = str.maketrans(dict.fromkeys(_JOINTS[:depth], ","))
    return lambda value: "" if value is None else value.translate(commas)


def _inside(name: str, cell: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda record: "" if record is None else cell(record[name])


def _joined(cell: Callable[[Any], str], joint: str) -> Callable[[Any], str]:
    return lambda values: joint.join(map(cell, values or ()))


def _harmless(cell: Callable[[Any], str], number: bool) -> Callable[[Any], str]:
    """Put an apostrophe before what a spreadsheet would run; one number alone stays a number."""

    def write(value: Any) -> str:
        text = cell(value)
        if not text.startswith(_FORMULA) or (number and not any(joint in text for joint in _JOINTS)):
            return text
        return "'" + text

    return write
