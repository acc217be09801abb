"""Writing so that a file or folder is there as a whole or not at all."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from whowhom.store.content import TableHash, in_blocks
from whowhom.store.tables import TABLES


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a path to write to, which takes the place of `path` when nothing was raised."""
    draft = path.with_name(f"{path.name}.tmp-{os.getpid()}")
    try:
        yield draft
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_json(path: Path, value: Any) -> None:
    """Write a JSON file at once, readable for people too."""
    with whole_file(path) as draft:
        draft.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_table(path: Path, table: pa.Table) -> None:
    """Write one small table, that of a shard, to a Parquet file."""
    pq.write_table(table, path, compression="zstd", write_statistics=False)


def write_compacted(path: Path, name: str, schema: pa.Schema, tables: Iterable[pa.Table]) -> tuple[int, str]:
    """Write a stream of tables as one Parquet file; return the number of rows and the content hash."""
    digest = TableHash(name, schema)
    rows = 0
    with whole_file(path) as draft, pq.ParquetWriter(draft, schema, compression="zstd") as writer:
        for block in in_blocks(tables):
            digest.add(block)
            rows += block.num_rows
            writer.write_table(block, row_group_size=block.num_rows)
    return rows, digest.hexdigest()


def hash_compacted(path: Path) -> str:
    """Return the content hash of a compacted table, reckoned anew from its file `TABLE.parquet`."""
    with pq.ParquetFile(path) as file:
        digest = TableHash(path.stem, file.schema_arrow)
        groups = (file.read_row_group(i) for i in range(file.num_row_groups))
        for block in in_blocks(groups):
            digest.add(block)
    return digest.hexdigest()


def write_shard(folder: Path, tables: dict[str, pa.Table], report: Any) -> None:
    """Write a coded shard: a Parquet file a table and, last, `done.json` with its report.

    The folder appears under its name when all of it is written. One that is there already, from a
    process that was thought dead, holds the same and stays.
    """
    draft = folder.with_name(f"{folder.name}.tmp-{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    for name, table in tables.items():
        write_table(draft / f"{name}.parquet", table)
    write_json(draft / "done.json", report)
    try:
        draft.rename(folder)
    except OSError:
        if not shard_done(folder):
            raise
        shutil.rmtree(draft, ignore_errors=True)


def shard_done(folder: Path) -> bool:
    """Return whether a shard was written to its end."""
    return (folder / "done.json").is_file()


def read_table(path: Path) -> pa.Table:
    """Read one table of a shard, or a whole compacted one."""
    with pq.ParquetFile(path) as file:
        return file.read()


def table_files(folder: Path) -> dict[str, Path]:
    """Return the compacted tables of a dataset folder that are there, by name."""
    return {name: folder / f"{name}.parquet" for name in TABLES if (folder / f"{name}.parquet").is_file()}
