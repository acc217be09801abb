"""Store: records as Arrow tables, shards that are there as a whole or not at all, one hash over all."""

from whowhom.store.columns import from_table, schema_of, to_table
from whowhom.store.content import BLOCK_ROWS
from whowhom.store.files import (
    hash_compacted,
    read_table,
    shard_done,
    table_files,
    whole_file,
    write_compacted,
    write_json,
    write_shard,
    write_table,
)
from whowhom.store.tables import POSITION, SHARD_TABLES, TABLES

__all__ = [
    "BLOCK_ROWS", "POSITION", "SHARD_TABLES", "TABLES", "from_table", "hash_compacted", "read_table", "schema_of",
    "shard_done", "table_files", "to_table", "whole_file", "write_compacted", "write_json", "write_shard",
    "write_table",
]  # fmt: skip
