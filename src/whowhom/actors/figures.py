"""Actors of one article while it is being read: who they are, and where they were met."""

from dataclasses import dataclass, field

from whowhom.actors.catalogue import Entry
from whowhom.records.finding import ActorKind, MentionKind


@dataclass(slots=True)
class Figure:
    """An actor of one article; it gathers what the text says of it."""

    actor_id: str
    name: str | None
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    gender: str = ""
    plural: bool = False
    entry: Entry | None = None
    words: tuple[str, ...] = ()
    lemmas: set[str] = field(default_factory=set)
    stated: tuple[str, ...] = ()
    confidence: float = 0.9
    generic: bool = False
    settled: bool = False

    def note(self, sectors: tuple[str, ...], country: str | None, lemma: str = "") -> None:
        """Take over what a description in the text adds; words of the text come before the catalogue's."""
        self.stated = tuple(dict.fromkeys([*self.stated, *sectors]))
        if self.country is None:
            self.country = country
        if lemma:
            self.lemmas.add(lemma)

    def codes(self) -> tuple[str, ...]:
        """Return the sectors: the role that the text names, then the office held."""
        if "ELI" in self.stated:
            return tuple(dict.fromkeys(["ELI", *self.stated, *self.sectors]))
        return tuple(dict.fromkeys([*self.stated, *self.sectors]))


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a figure is mentioned: tokens first to last (exclusive) of a sentence, and the head."""

    sentence: int
    head: int
    first: int
    last: int
    figure: Figure
    mention: MentionKind
    method: str
    confidence: float
