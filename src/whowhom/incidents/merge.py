"""A sound first way to merge: same type, same parties, no open contradiction of time or place."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from whowhom.records import (
    CountReport,
    Decision,
    Event,
    EventStatus,
    Incident,
    IncidentCount,
    Party,
)


@dataclass(frozen=True, slots=True)
class Merged:
    """The incidents of a dataset, in order of first report, and to which one each event belongs."""

    incidents: tuple[Incident, ...]
    of_event: dict[str, str]
    decisions: tuple[Decision, ...]


@dataclass(slots=True)
class _Group:
    """Reports of one happening, and what they say of it together."""

    events: list[Event]
    sides: frozenset[str]
    earliest: date | None
    latest: date | None
    place: int | None


def merge_events(events: Sequence[Event]) -> Merged:
    """Merge events into incidents. Deterministic: the order of the input does not matter.

    Two reports are one happening when they have one type and one kind of status, name at least two
    of the same parties (or the same single one, in the same article), and neither their days nor
    their places contradict each other.
    """
    groups: dict[tuple[str, str], list[_Group]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (e.published or date.min, e.article_id, e.trigger.start, e.event_id)):
        block = groups[event.event_type, _reality(event)]
        host = next((g for g in block if _same(g, event)), None)
        if host is None:
            block.append(_new(event))
        else:
            _join(host, event)
    incidents = sorted((_incident(g.events) for b in groups.values() for g in b), key=_order)
    of_event = {e: i.incident_id for i in incidents for e in i.events}
    return Merged(tuple(incidents), of_event, ())


def _order(incident: Incident) -> tuple[date, str]:
    return incident.first_reported or date.min, incident.incident_id


def _reality(event: Event) -> str:
    """Return which events may be one happening at all: told as fact, announced, or said not to be."""
    if event.status in ("occurred", "ongoing", "historical"):
        return "real"
    return event.status if event.embedded_in is None else f"embedded {event.status}"


def _parties(event: Event) -> frozenset[str]:
    named = (p.actor_id for p in (*event.actors, *event.recipients) if p.actor_id)
    return frozenset(i for i in named if not i.startswith(("role:", "generic:")))


def _days(event: Event) -> tuple[date | None, date | None]:
    return (event.date.earliest, event.date.latest) if event.date else (None, None)


def _new(event: Event) -> _Group:
    place = event.place.geonames_id if event.place else None
    return _Group([event], _parties(event), *_days(event), place)


def _same(group: _Group, event: Event) -> bool:
    sides = _parties(event)
    shared = sides & group.sides
    one_article = any(e.article_id == event.article_id for e in group.events)
    if not shared or (sides != group.sides and not (one_article and (sides < group.sides or group.sides < sides))):
        return False
    if len(shared) < 2 and not one_article:
        return False
    earliest, latest = _days(event)
    if group.earliest and group.latest and earliest and latest and (earliest > group.latest or latest < group.earliest):
        return False
    if not one_article and (earliest is None or group.earliest is None):
        return False
    place = event.place.geonames_id if event.place else None
    return place is None or group.place is None or place == group.place


def _join(group: _Group, event: Event) -> None:
    group.events.append(event)
    group.sides |= _parties(event)
    earliest, latest = _days(event)
    group.earliest, group.latest = group.earliest or earliest, group.latest or latest
    group.place = group.place or (event.place.geonames_id if event.place else None)


def _incident(events: list[Event]) -> Incident:
    best = max(events, key=lambda e: (len(e.actors) + len(e.recipients), e.confidence))
    ids = sorted(e.event_id for e in events)
    place = next((e.place for e in events if e.place), None)
    when = next((e.date for e in events if e.date and e.date.basis != "publication"), None) or events[0].date
    return Incident(
        incident_id=hashlib.sha256("\x1f".join(ids).encode()).hexdigest()[:16],
        event_type=best.event_type,
        modes=tuple(dict.fromkeys(m for e in events for m in e.modes)),
        actors=tuple(_plain(best.actors)),
        recipients=tuple(_plain(best.recipients)),
        date=replace(when, start=None, end=None, text=None) if when else None,
        place=replace(place, start=None, end=None, text=None) if place else None,
        events=tuple(e.event_id for e in events),
        articles=tuple(dict.fromkeys(e.article_id for e in events)),
        sources=tuple(dict.fromkeys(e.source for e in events if e.source)),
        first_reported=min((e.published for e in events if e.published), default=None),
        counts=tuple(_counts(events)),
        statuses=tuple(EventStatus(e.status, e.event_id) for e in events),
    )


def _plain(parties: Iterable[Party]) -> Iterable[Party]:
    return (replace(p, start=None, end=None) for p in parties)


def _counts(events: Sequence[Event]) -> Iterable[IncidentCount]:
    kinds = dict.fromkeys(c.kind for e in events for c in e.counts)
    for kind in kinds:
        reports = tuple(CountReport(e.event_id, c.low, c.high) for e in events for c in e.counts if c.kind == kind)
        lows = [r.low for r in reports if r.low is not None]
        highs = [r.high for r in reports]
        top = max((h for h in highs if h is not None), default=None) if None not in highs else None
        yield IncidentCount(kind, min(lows, default=None), top, reports)
