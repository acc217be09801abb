"""JSON lines: one object a row, with exactly the nesting of docs/records.md."""

import json
from datetime import date
from typing import BinaryIO

from whowhom.export.rows import Rows


def write_jsonl(rows: Rows, out: BinaryIO) -> None:
    """Write one JSON object a line, UTF-8, dates in ISO form, null for what is not known."""
    encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_iso)
    for row in rows.dicts():
        out.write(encoder.encode(row).encode("utf-8") + b"\n")


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")
