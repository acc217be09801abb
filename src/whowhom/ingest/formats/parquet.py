"""Parquet tables, read a batch of rows at a time; only the columns that are wanted."""

from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from whowhom.ingest.draft import Draft, Outcome, Unreadable
from whowhom.ingest.fields import Names, field_names, read_record, require_text
from whowhom.ingest.streams import seekable
from whowhom.records import Rejection
from whowhom.settings import IngestSettings

_BATCH = 1_000


def read_parquet(stream: BufferedReader, path: str, settings: IngestSettings) -> Iterator[Outcome]:
    """Yield an article or a rejection for each row; `line` is the row's number, from 1."""
    import pyarrow as pa  # slow to load, and most inputs are not Parquet
    import pyarrow.parquet as pq

    names = field_names(settings)
    row = 0
    try:
        table = pq.ParquetFile(seekable(stream))
        for batch in table.iter_batches(batch_size=_BATCH, columns=_wanted(table.schema_arrow.names, names)):
            columns = {name: _plain(batch.column(i)) for i, name in enumerate(batch.schema.names)}
            for i in range(batch.num_rows):
                row += 1
                yield _read_row(columns, i, path, row, names)
    except (pa.ArrowException, OSError) as error:
        message = str(error).splitlines()[0]
        raise Unreadable(f"broken Parquet: {message}", "write or fetch the file again", row + 1) from error
    if not row:
        raise Unreadable("the table has no row", "leave the file out, or fetch it again")


def _wanted(found: list[str], names: Names) -> list[str]:
    columns = names.find(found)
    require_text(columns, found)
    return [column for candidates in columns.values() for column in candidates]


def _plain(column: Any) -> Any:
    """Return a column whose values Python's own types can hold: times to the microsecond, in UTC."""
    import pyarrow as pa

    return column.cast(pa.timestamp("us"), safe=False) if pa.types.is_timestamp(column.type) else column


def _read_row(columns: dict[str, Any], i: int, path: str, row: int, names: Names) -> Draft | Rejection:
    try:
        return read_record({name: column[i].as_py() for name, column in columns.items()}, names, row)
    except Unreadable as error:
        return Rejection(path, row, error.reason, error.remedy)
    except UnicodeDecodeError as error:
        return Rejection(path, row, f"not valid UTF-8: {error.reason}", "write the table again from clean strings")
