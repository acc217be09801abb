"""`manifest.json`: what made a dataset, what is in it; and the summary that is read off it."""

import os
import platform
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from whowhom.run.coding import ShardReport
from whowhom.run.finish import Contents
from whowhom.run.folder import Folder
from whowhom.run.identity import Identity, as_json
from whowhom.run.reading import Reading
from whowhom.run.summary import RunSummary, Tally
from whowhom.settings import Settings


def tally(reading: Reading, reports: Sequence[ShardReport]) -> Tally:
    """Count where the articles went."""
    outcomes: Counter[str] = Counter()
    for report in reports:
        outcomes.update(report.outcomes)
    refused = sum(reading.rejected.values())
    kinds = ("duplicates", "not_english", "gated_out", "failed", "coded")
    return Tally(reading.read + refused, reading.read, refused, **{kind: outcomes[kind] for kind in kinds})


def manifest(
    identity: Identity, counts: Tally, reading: Reading, contents: Contents, run: dict[str, Any]
) -> dict[str, Any]:
    """Return the manifest; all but its part `run` is the same for every run with the same identity."""
    return {
        **as_json(identity),
        "counts": as_json(counts),
        "rejected": reading.rejected,
        "notices": reading.notices,
        "rows": contents.rows,
        "refusals": contents.refusals,
        "table_hashes": contents.hashes,
        "dataset_hash": contents.dataset_hash,
        "run": run,
    }


def run_facts(settings: Settings, started: datetime, articles: int, shards: int, resumed: int) -> dict[str, Any]:
    """Return what is true of this start only: times, speed, machine, how the work was cut."""
    finished = datetime.now(UTC)
    seconds = (finished - started).total_seconds()
    return {
        "started": started.isoformat(timespec="seconds"),
        "finished": finished.isoformat(timespec="seconds"),
        "seconds": round(seconds, 3),
        "articles_a_second": round(articles / seconds, 3) if seconds else 0.0,
        "jobs": settings.run.jobs,
        "shards": shards,
        "shards_resumed": resumed,
        "batch_size": settings.parse.batch_size,
        "codebook_path": as_json(settings.codebook),
        "machine": {
            "system": platform.platform(),
            "processor": platform.machine(),
            "processors": os.cpu_count(),
            "python": platform.python_version(),
        },
    }


def summary(folder: Folder, held: dict[str, Any], new: bool) -> RunSummary:
    """Return the summary that a manifest tells."""
    run = held["run"]
    return RunSummary(
        output=folder.path,
        new=new,
        tally=Tally(**held["counts"]),
        rows=held["rows"],
        rejected=held["rejected"],
        refusals=held["refusals"],
        notices=held["notices"],
        shards=run["shards"],
        shards_resumed=run["shards_resumed"],
        seconds=run["seconds"],
        articles_a_second=run["articles_a_second"],
        dataset_hash=held["dataset_hash"],
    )
