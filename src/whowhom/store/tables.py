"""Which record fills which table, and how its rows are ordered and hashed."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from whowhom.records import (
    Actor,
    Article,
    Decision,
    Event,
    Incident,
    Mention,
    Passage,
    Refusal,
    Relation,
    Statement,
    Unknown,
)

#: All tables of a dataset, in the order in which they are written and hashed.
TABLES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "articles": Article,
        "passages": Passage,
        "events": Event,
        "relations": Relation,
        "statements": Statement,
        "unknowns": Unknown,
        "mentions": Mention,
        "refusals": Refusal,
        "actors": Actor,
        "incidents": Incident,
        "decisions": Decision,
    }
)

#: The tables that a coded shard holds; its articles lie in the input shard. `actors` are part sums.
SHARD_TABLES = (
    "passages", "events", "relations", "statements", "unknowns", "mentions", "refusals", "actors",
)  # fmt: skip

#: Columns that say where and when something was read or decided, not what: no hash holds them.
NOT_HASHED: Mapping[str, frozenset[str]] = MappingProxyType(
    {"articles": frozenset({"path", "line"}), "decisions": frozenset({"at"})}
)


def _trigger(row: Event | Relation | Refusal) -> int:
    return row.trigger.start


def _start(row: Passage | Unknown | Mention) -> int:
    return row.start


def _statement(row: Statement) -> int:
    starts = [span.start for span in row.content]
    return min(starts) if starts else row.cue.start if row.cue else 0


#: Where in its article a row stands; rows of one article are stored in this order.
POSITION: Mapping[str, Callable[[Any], int]] = MappingProxyType(
    {
        "passages": _start,
        "events": _trigger,
        "relations": _trigger,
        "statements": _statement,
        "unknowns": _start,
        "mentions": _start,
        "refusals": _trigger,
    }
)
