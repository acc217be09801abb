"""The formats that a dataset can be exported to. A new one is a file beside this and a line here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO

from whowhom.export.csv_flat import write_csv
from whowhom.export.jsonl import write_jsonl
from whowhom.export.parquet import write_parquet
from whowhom.export.rows import Rows

#: Writes the rows of one table to an open binary file.
Exporter = Callable[[Rows, BinaryIO], None]

FORMATS: Mapping[str, Exporter] = MappingProxyType(
    {
        "jsonl": write_jsonl,
        "csv": write_csv,
        "parquet": write_parquet,
    }
)
