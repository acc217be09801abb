"""The rows of a dataset that hang on one article: events, relations, statements and the rest."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from whowhom.records.article import Span
from whowhom.records.finding import Basis, CountKind, MentionKind, Precision

Status = Literal[
    "occurred", "ongoing", "planned", "threatened", "requested", "hypothetical", "denied", "negated", "historical"
]
Certainty = Literal["certain", "probable", "possible", "unknown"]
SourceKind = Literal["narrator", "named", "unnamed", "official", "media", "social"]
Form = Literal["direct", "indirect"]
UnknownKind = Literal["unclear", "no_details", "unconfirmed", "no_comment", "not_mentioned"]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody at this place in the text, and the actor that he, she, it or they were resolved to."""

    start: int | None
    end: int | None
    text: str | None
    actor_id: str | None
    name: str | None
    country: str | None
    sectors: tuple[str, ...]
    mention: MentionKind


@dataclass(frozen=True, slots=True)
class When:
    """The days on which something may have happened, inclusive, and the words that say so."""

    start: int | None
    end: int | None
    text: str | None
    earliest: date | None
    latest: date | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened, as the text says it and as the gazetteer knows it."""

    start: int | None
    end: int | None
    text: str | None
    name: str | None
    geonames_id: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who vouches for something; the narrator where nobody is named."""

    kind: SourceKind
    form: Form | None
    start: int | None
    end: int | None
    text: str | None
    actor_id: str | None
    name: str | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class SourceStatus(Attribution):
    """A source, with the status that this source gives the event."""

    status: Status


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as one source gives it; `high` is None when there is no upper bound."""

    kind: CountKind
    low: int | None
    high: int | None
    best: int | None
    of: str | None
    start: int | None
    end: int | None
    text: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, as one article tells it; see docs/records.md for every field."""

    event_id: str
    incident_id: str | None
    article_id: str
    input_id: str | None
    source: str | None
    url: str | None
    title: str | None
    published: date | None
    event_type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    quad_class: int
    score: float | None
    cameo_code: str | None
    goldstein: float | None
    acled_event_type: str | None
    acled_sub_event_type: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    symmetric: bool
    date: When | None
    place: Place | None
    status: Status
    certainty: Certainty
    status_cue: Span | None
    embedded_in: str | None
    attribution: Attribution
    attributions: tuple[SourceStatus, ...]
    counts: tuple[Count, ...]
    trigger: Span
    sentence: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing tie between two actors, which is no event."""

    relation_id: str
    article_id: str
    subject: Party
    relation: str
    object: Party
    status: Status
    attribution: Attribution
    since: When | None
    until: When | None
    trigger: Span
    sentence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that the article attributes to somebody."""

    statement_id: str
    article_id: str
    speaker: Party | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: SourceKind
    form: Form | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A thing that the article says is not known."""

    unknown_id: str
    article_id: str
    kind: UnknownKind
    start: int
    end: int
    text: str
    about: Span | None
    event_id: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an actor or a place, and what it was resolved to."""

    article_id: str
    start: int
    end: int
    text: str
    kind: Literal["actor", "place"]
    name: str | None
    actor_id: str | None
    geonames_id: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate that was found and turned down, with the reason as a short slug."""

    article_id: str
    trigger: Span
    sentence: Span
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class ActorUse:
    """One actor as one article uses it; the actors table is summed up from these."""

    actor_id: str
    name: str | None
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    aliases: tuple[tuple[str, int], ...]
    events: int


@dataclass(frozen=True, slots=True)
class Coded:
    """All that was found in one article. An article that is not coded has empty lists."""

    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    statements: tuple[Statement, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    mentions: tuple[Mention, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    actors: tuple[ActorUse, ...] = ()
