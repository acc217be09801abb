"""Reads the pages in docs/: their sections, and the rows of the tables in them."""

import re
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
_CODE = re.compile(r"`([^`]+)`")


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def section(text: str, title: str) -> str:
    """Return what stands between a heading and the next one, of whatever level."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"there is no heading {title!r}"
    return found[1]


def table(text: str) -> Iterator[list[str]]:
    """Yield the cells of each row of the tables in a text, without headers."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        header = at + 1 < len(lines) and lines[at + 1].startswith("| ---")
        if line.startswith("|") and not line.startswith("| ---") and not header:
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def codes(cell: str) -> list[str]:
    """Return what stands in backticks."""
    return _CODE.findall(cell)
