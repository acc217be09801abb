"""docs/input.md names the formats, the fields and the reasons to refuse that there are."""

import ast
import re
from collections.abc import Iterator
from datetime import date

import pytest

from tests.docs.pages import codes, page, section, table
from tests.docs.test_reasons import trees
from whowhom.ingest.dates import read_date
from whowhom.ingest.fields import NAMES
from whowhom.ingest.formats.registry import SUFFIXES

#: The argument that holds the reason, by what is called.
_REASON_AT = {"Unreadable": 0, "Rejection": 2}


def test_formats() -> None:
    assert [suffix for row in table(section(page("input.md"), "Formats")) for suffix in codes(row[0])] == list(SUFFIXES)


def test_fields() -> None:
    shown = {codes(row[0])[0]: tuple(codes(row[1])) for row in table(section(page("input.md"), "Fields"))}
    assert shown == NAMES


def test_reasons_to_refuse() -> None:
    shown = {codes(row[0])[0] for row in table(section(page("input.md"), "What is refused"))}
    assert shown - {"internal error"} == {_kind(reason) for reason in _reasons()}


def _reasons() -> Iterator[str]:
    """Yield the reasons in the code of the room, with … for what is filled in."""
    for node in trees("ingest"):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _REASON_AT:
            at = _REASON_AT[node.func.id]
            found = _text(node.args[at]) if len(node.args) > at else None
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "reason":
            found = _text(node.value)
        else:
            continue
        if found:
            yield found


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "…" for v in node.values)
    return None


def _kind(reason: str) -> str:
    return re.split(r" ?[:;,(]", reason)[0]


@pytest.mark.parametrize(
    "written", [w for w in codes(section(page("input.md"), "Dates")) if w[0].isdigit() or " " in w]
)
def test_dates(written: str) -> None:
    wanted = {"03/04/2019": None, "25/04/2019": date(2019, 4, 25)}.get(written, date(2019, 4, 14))
    assert read_date(written) == wanted
