"""What the rooms find in a text before events are made of it; positions are article offsets."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ActorKind = Literal["person", "group", "state", "organisation", "population"]
MentionKind = Literal["name", "role", "pronoun", "implicit"]
Precision = Literal["point", "city", "district", "region", "country", "wider"]
Basis = Literal["stated", "relative", "publication"]
CountKind = Literal[
    "killed", "wounded", "casualties", "missing", "displaced", "arrested",
    "abducted", "released", "participants", "targeted",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in the text and the place that it was resolved to."""

    sentence: int
    start: int
    end: int
    text: str
    name: str
    geonames_id: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    precision: Precision
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that stand for somebody who can act, and who that is.

    `head` is the head token of the phrase in its sentence; `armed`, `state` and `office` are not
    kept here: slot restrictions are read off `kind`, `country` and `sectors`.
    """

    sentence: int
    head: int
    start: int
    end: int
    text: str
    actor_id: str
    name: str | None
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    mention: MentionKind
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time and the days it may mean, inclusive; None where it cannot be reckoned."""

    sentence: int
    start: int
    end: int
    text: str
    earliest: date | None
    latest: date | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class CountMention:
    """A figure in a sentence: of what kind, how many, of whom; `head` is the counted noun's token.

    `predicate` is the head token of the verb or noun that says what befell them ("killing 12").
    """

    sentence: int
    kind: CountKind
    head: int
    predicate: int
    low: int | None
    high: int | None
    best: int | None
    of: str | None
    start: int
    end: int
    text: str
