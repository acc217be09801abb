"""Parquet: the table as it is stored, with `input_id` beside `article_id`."""

import shutil
import tempfile
from typing import BinaryIO

import pyarrow.parquet as pq

from whowhom.export.rows import Rows


def write_parquet(rows: Rows, out: BinaryIO) -> None:
    """Write one Parquet file. It is made in a temporary file first, since a pipe cannot be gone back in."""
    with tempfile.TemporaryFile() as draft:
        with pq.ParquetWriter(draft, rows.schema, compression="zstd") as writer:
            for batch in rows.batches():
                writer.write_batch(batch)
        draft.seek(0)
        shutil.copyfileobj(draft, out)
