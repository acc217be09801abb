"""Rows that need more than one article: actors, incidents and the verdicts behind them."""

import datetime
from dataclasses import dataclass
from typing import Literal

from whowhom.records.event import Party, Place, When


@dataclass(frozen=True, slots=True)
class Alias:
    """One way an actor was written, and how often."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the dataset, with all the ways it was written."""

    actor_id: str
    name: str | None
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    aliases: tuple[Alias, ...]
    articles: int
    events: int


@dataclass(frozen=True, slots=True)
class CountReport:
    """The figure of one report."""

    event_id: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class IncidentCount:
    """All reports of one kind of figure, side by side; low and high are their envelope."""

    kind: str
    low: int | None
    high: int | None
    reports: tuple[CountReport, ...]


@dataclass(frozen=True, slots=True)
class EventStatus:
    """The status that one report gives."""

    status: str
    event_id: str


@dataclass(frozen=True, slots=True)
class Incident:
    """A real-world happening, merged over reports; where they differ, all of them stand."""

    incident_id: str
    event_type: str
    modes: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: When | None
    place: Place | None
    events: tuple[str, ...]
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    first_reported: datetime.date | None
    counts: tuple[IncidentCount, ...]
    statuses: tuple[EventStatus, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on whether two reports tell of one happening. A person's survives every re-run."""

    left_event: str
    right_event: str
    verdict: Literal["same", "different"]
    score: float
    features: str
    by: str
    at: datetime.date | None
    revoked: bool
