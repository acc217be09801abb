"""Hand-coded articles: the keys of one line of a gold file, as frozen records.

Every list of names, types, modes, statuses or dates is a list of acceptable answers. Ranges are
`(start, end)` in code points of `text`, end exclusive.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field

from whowhom.records.event import SourceKind, Status
from whowhom.records.finding import CountKind

Range = tuple[int, int]

#: A key that is not known is a fault: a slip in `optional` or `symmetric` would change the figures silently.
_STRICT = ConfigDict(extra="forbid")


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class GoldParty:
    """Somebody who did it, or to whom it was done: by any of these names, or at any of these places."""

    names: tuple[str, ...]
    spans: tuple[Range, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()

    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class GoldSource:
    """Who vouches for an event; with no names any source of such a kind will do."""

    kind: tuple[SourceKind, ...]
    names: tuple[str, ...] = ()

    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Where it happened."""

    names: tuple[str, ...]

    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class GoldDate:
    """The first and the last day on which it may have happened; None where the text leaves it open."""

    earliest: tuple[date | None, ...]
    latest: tuple[date | None, ...]

    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class GoldCount:
    """One figure: of what kind, and its lower bound."""

    what: tuple[CountKind, ...]
    low: tuple[int | None, ...]

    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One happening, with every place of the article that reports it."""

    event_type: Annotated[tuple[str, ...], BeforeValidator(_one_or_many), Field(min_length=1)]
    triggers: Annotated[tuple[Range, ...], Field(min_length=1)]
    actors: tuple[GoldParty, ...] = ()
    recipients: tuple[GoldParty, ...] = ()
    mode: tuple[str, ...] = ()
    symmetric: bool = False
    status: tuple[Status, ...] = ()
    attribution: GoldSource | None = None
    place: GoldPlace | None = None
    date: GoldDate | None = None
    counts: tuple[GoldCount, ...] = ()
    optional: bool = False

    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A standing tie, by the names of its two ends."""

    subject: str
    relation: str
    object: str

    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One hand-coded article. `id` is the `input_id` of what is scored against it."""

    id: str
    text: str
    events: tuple[GoldEvent, ...]
    title: str | None = None
    intruders: tuple[Range, ...] = ()
    unknowns: tuple[Range, ...] = ()
    relations: tuple[GoldRelation, ...] = ()
