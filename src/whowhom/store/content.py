"""A hash over what tables say, the same however their rows lay in files, batches and buffers."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from whowhom.store.tables import NOT_HASHED

if TYPE_CHECKING:
    from hashlib import _Hash

#: Rows are stored and hashed in blocks of this many, wherever the shards were cut.
BLOCK_ROWS = 4096


def in_blocks(tables: Iterable[pa.Table], rows: int = BLOCK_ROWS) -> Iterator[pa.Table]:
    """Cut a stream of tables of one schema anew, into tables of exactly `rows` rows and a last one."""
    waiting: list[pa.Table] = []
    held = 0
    for table in tables:
        waiting.append(table)
        held += table.num_rows
        if held < rows:
            continue
        whole = pa.concat_tables(waiting)
        full = held - held % rows
        yield from (whole.slice(at, rows) for at in range(0, full, rows))
        waiting, held = [whole.slice(full)], held - full
    if held:
        yield pa.concat_tables(waiting)


class TableHash:
    """The hash of one table, fed block by block as `in_blocks` cuts them."""

    def __init__(self, name: str, schema: pa.Schema) -> None:
        skipped = NOT_HASHED.get(name, frozenset())
        self._columns = [column for column in schema.names if column not in skipped]
        kinds = [f"{column} {schema.field(column).type}" for column in self._columns]
        self._digest = hashlib.sha256("\n".join([name, *kinds]).encode())

    def add(self, block: pa.Table) -> None:
        """Take in one block of rows."""
        self._digest.update(block.num_rows.to_bytes(8, "little"))
        for column in self._columns:
            chunks = block.column(column).combine_chunks()
            for array in chunks.chunks if isinstance(chunks, pa.ChunkedArray) else [chunks]:
                _feed(self._digest, array)

    def hexdigest(self) -> str:
        """Return the hash of all that was added."""
        return self._digest.hexdigest()


def _feed(digest: "_Hash", array: pa.Array) -> None:
    """Feed what an array says: first what is missing, then values, with zeros under what is missing."""
    _feed_missing(digest, array)
    kind = array.type
    if pa.types.is_struct(kind):
        for part in array.flatten():
            _feed(digest, part)
    elif pa.types.is_list(kind):
        _feed_fixed(digest, pc.fill_null(pc.list_value_length(array), 0))
        _feed(digest, array.flatten())
    elif pa.types.is_string(kind):
        _feed_text(digest, array)
    elif pa.types.is_boolean(kind):
        _feed_fixed(digest, pc.fill_null(array, False).cast(pa.uint8()))
    elif pa.types.is_date32(kind):
        _feed_fixed(digest, pc.fill_null(array.cast(pa.int32()), 0))
    else:
        _feed_fixed(digest, pc.fill_null(array, 0))


def _feed_missing(digest: "_Hash", array: pa.Array) -> None:
    digest.update(array.null_count.to_bytes(8, "little"))
    if array.null_count:
        _feed_fixed(digest, array.is_null().cast(pa.uint8()))


def _feed_text(digest: "_Hash", array: pa.Array) -> None:
    filled = pc.fill_null(array, "")
    _feed_fixed(digest, pc.binary_length(filled))
    if len(filled):
        _, offsets, data = filled.buffers()
        ends = pa.Array.from_buffers(pa.int32(), len(filled) + 1, [None, offsets], offset=filled.offset)
        first, last = ends[0].as_py(), ends[len(filled)].as_py()
        if last > first:
            digest.update(memoryview(data)[first:last])


def _feed_fixed(digest: "_Hash", array: pa.Array) -> None:
    if len(array):
        width = array.type.bit_width // 8
        start = array.offset * width
        digest.update(memoryview(array.buffers()[1])[start : start + len(array) * width])
