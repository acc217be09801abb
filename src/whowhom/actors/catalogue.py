"""What is known of actors before an article is read: names, offices, nouns for people, and their codes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from whowhom.records.finding import ActorKind

EntryKind = Literal["country", "region", "demonym", "capital", "seat", "people", "organisation", "person"]


@dataclass(frozen=True, slots=True)
class Tenure:
    """What somebody was, and when: country or class, sectors in order, the office; open ends are None."""

    country: str | None
    sectors: tuple[str, ...]
    office: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody the catalogue knows. A demonym or capital is an entry of its own with its state's id.

    `homes` are the countries among which a people without a state of its own lives.
    """

    actor_id: str
    name: str
    of: EntryKind
    kind: ActorKind
    gender: str
    tenures: tuple[Tenure, ...]
    homes: tuple[str, ...] = ()

    @property
    def country(self) -> str | None:
        """The country or class of the latest tenure (the first row of the data)."""
        return self.tenures[0].country if self.tenures else None


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write an entry, as words; `ambiguous` ones need the country or the full name nearby."""

    words: tuple[str, ...]
    entry: Entry
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Surname:
    """The last name in one way of writing a person, in lower case, and the given names.

    With no given names it is the first name, by which somebody may go after a title.
    """

    word: str
    given: tuple[str, ...]
    entry: Entry


@dataclass(frozen=True, slots=True)
class Agent:
    """What a noun says of whom it stands for; flag is "", "weak", "support" or "modifier"."""

    sectors: tuple[str, ...]
    kind: str
    country: str | None
    flag: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """What a word beside a noun adds: effect is sector, weak, country, past or suspected."""

    effect: str
    value: str


@dataclass(frozen=True, slots=True)
class Title:
    """What a title before a name says of its bearer."""

    sectors: tuple[str, ...]
    gender: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of it, indexed for look-up. `names` goes by the first word in capitals, longest alias first;
    `starts` holds those first words as they are written.

    `surnames` goes by the skeleton of a person's last name. `agents` and `titles` go by lower-case
    words joined with a space; `edges` holds the words that a listed noun begins or ends with.
    `digest` identifies the data.
    """

    names: dict[str, tuple[Alias, ...]]
    starts: frozenset[str]
    surnames: dict[str, tuple[Surname, ...]]
    countries: dict[str, Entry]
    agents: dict[str, Agent]
    modifiers: dict[str, Modifier]
    titles: dict[str, Title]
    edges: frozenset[str]
    genders: dict[str, str]
    acting: dict[str, frozenset[str]]
    digest: str
