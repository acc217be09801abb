"""What a run tells its user: how far it is, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Phase = Literal["load", "read", "code", "merge", "write"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: articles done in this phase, of how many (None while not known).

    `events` counts all events found so far; `note` is a line worth showing, if there is one.
    """

    phase: Phase
    done: int
    total: int | None
    events: int = 0
    seconds: float = 0.0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Where the articles went. given = read + refused; read = the sum of the other five.

    `duplicates` are copies of an earlier article that were not coded, `not_english` articles in
    another language, `gated_out` those in which no sentence held anything to code, `failed` those
    on which the program itself failed (they stand in rejected.jsonl too).
    """

    given: int
    read: int
    refused: int
    duplicates: int
    not_english: int
    gated_out: int
    failed: int
    coded: int


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What came of a run; `new` is false where the dataset was there already, finished.

    `rows` counts the rows of each table, `rejected` the inputs refused by reason, `refusals` the
    candidates turned down by reason; `seconds` and `articles_a_second` are of this start only.
    """

    output: Path
    new: bool
    tally: Tally
    rows: Mapping[str, int]
    rejected: Mapping[str, int]
    refusals: Mapping[str, int]
    notices: int
    shards: int
    shards_resumed: int
    seconds: float
    articles_a_second: float
    dataset_hash: str

    def __str__(self) -> str:
        """Return the first thing to know: `1,000 in = 997 read + 3 refused`."""
        return f"{self.tally.given:,} in = {self.tally.read:,} read + {self.tally.refused:,} refused"
