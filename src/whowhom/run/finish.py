"""After the shards: one file a table, actors summed, incidents merged, the hash over all of it."""

import dataclasses
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa

from whowhom.records import Actor, Event
from whowhom.run.coding import ShardReport
from whowhom.run.folder import Folder
from whowhom.run.parts import MergedLike, Parts
from whowhom.run.reading import copy_lines, json_line
from whowhom.run.sums import ActorSums
from whowhom.store import (
    BLOCK_ROWS,
    TABLES,
    from_table,
    read_table,
    schema_of,
    to_table,
    whole_file,
    write_compacted,
)


@dataclasses.dataclass(frozen=True, slots=True)
class Contents:
    """What a dataset holds: rows and content hash of each table, refusals by reason, one hash over all."""

    rows: dict[str, int]
    hashes: dict[str, str]
    refusals: dict[str, int]
    dataset_hash: str


def finish(folder: Folder, reports: Sequence[ShardReport], parts: Parts, phase: Callable[[str], None]) -> Contents:
    """Write all tables and `rejected.jsonl`; `reports` are in input order."""
    phase("merge")
    merged = parts.merge([event for table in _shards(folder, reports, "events") for event in from_table(Event, table)])
    phase("write")
    refusals: Counter[str] = Counter()
    rows: dict[str, int] = {}
    hashes: dict[str, str] = {}
    for name, record in TABLES.items():
        tables = _content(name, folder, reports, merged, refusals)
        target = folder.path / f"{name}.parquet"
        rows[name], hashes[name] = write_compacted(target, name, schema_of(record), tables)
    rejected = _write_rejected(folder, reports)
    return Contents(rows, hashes, dict(refusals.most_common()), dataset_hash(hashes, rejected))


def dataset_hash(tables: dict[str, str], rejected: Path) -> str:
    """Return the hash over the hashes of all tables and over what was refused (line, reason, remedy)."""
    digest = hashlib.sha256()
    for name in TABLES:
        digest.update(f"{name} {tables[name]}\n".encode())
    with rejected.open(encoding="utf-8") as lines:
        for line in lines:
            held = json.loads(line)
            digest.update(json_line([held["line"], held["reason"], held["remedy"]]).encode())
    return digest.hexdigest()


def _content(
    name: str, folder: Folder, reports: Sequence[ShardReport], merged: MergedLike, refusals: Counter[str]
) -> Iterator[pa.Table]:
    if name == "articles":
        return (read_table(folder.input(report.index)) for report in reports)
    if name == "events":
        return (_with_incidents(table, merged.of_event) for table in _shards(folder, reports, name))
    if name == "refusals":
        return _counted(_shards(folder, reports, name), refusals)
    if name == "actors":
        return _from_rows(Actor, list(_actors(folder, reports)))
    if name == "incidents":
        return _from_rows(TABLES[name], merged.incidents)
    if name == "decisions":
        return _from_rows(TABLES[name], merged.decisions)
    return _shards(folder, reports, name)


def _shards(folder: Folder, reports: Sequence[ShardReport], name: str) -> Iterator[pa.Table]:
    for report in reports:
        if report.rows[name]:
            yield read_table(folder.shard(report.index) / f"{name}.parquet")


def _with_incidents(table: pa.Table, incidents: dict[str, str]) -> pa.Table:
    ids = [incidents.get(event_id) for event_id in table.column("event_id").to_pylist()]
    at = table.schema.get_field_index("incident_id")
    return table.set_column(at, table.schema.field(at), pa.array(ids, pa.string()))


def _counted(tables: Iterator[pa.Table], reasons: Counter[str]) -> Iterator[pa.Table]:
    for table in tables:
        reasons.update(table.column("reason").to_pylist())
        yield table


def _actors(folder: Folder, reports: Sequence[ShardReport]) -> Iterator[Actor]:
    sums = ActorSums()
    for table in _shards(folder, reports, "actors"):
        for actor in from_table(Actor, table):
            sums.add(actor)
    return sums.rows()


def _from_rows(record: type, rows: Sequence[object]) -> Iterator[pa.Table]:
    for at in range(0, len(rows), BLOCK_ROWS):
        yield to_table(record, rows[at : at + BLOCK_ROWS])


def _write_rejected(folder: Folder, reports: Sequence[ShardReport]) -> Path:
    """Write what ingest refused, in input order, then the articles on which the program itself failed."""
    target = folder.path / "rejected.jsonl"
    with whole_file(target) as draft, draft.open("w", encoding="utf-8") as out:
        copy_lines(folder.work / "rejected.jsonl", out)
        for report in reports:
            for failure in report.failures:
                out.write(json_line(dataclasses.asdict(failure)))
    with whole_file(folder.path / "notices.jsonl") as draft, draft.open("w", encoding="utf-8") as out:
        notices = copy_lines(folder.work / "notices.jsonl", out)
    if not notices:
        (folder.path / "notices.jsonl").unlink()
    return target
