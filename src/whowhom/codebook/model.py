"""The loaded codebook: read-only, made once, handed to the stages."""

from collections.abc import Mapping
from dataclasses import dataclass

from whowhom.codebook.frames import Frame
from whowhom.codebook.lexicon import Lexicon
from whowhom.codebook.schema import AcledRow, CameoRow, ConfidenceRow, ContextRow, ExampleRow, TypeRow


@dataclass(frozen=True, slots=True)
class Outcome:
    """A type with its modes."""

    event_type: str
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What becomes of an entry and of the event it is about; `becomes` is keyed by that event's type."""

    status: str
    becomes: Mapping[str, Outcome]
    required: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the codebook. `rule` is its full name, e.g. `consult/meet`; `refuse` a reason slug."""

    rule: str
    event_type: str | None
    refuse: str | None
    relation: str | None
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    symmetric: bool
    invert: bool
    result: bool
    implicit_actor: tuple[str, ...]
    content: Content | None
    priority: int
    examples: tuple[ExampleRow, ...]
    counterexamples: tuple[str, ...]
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One frame of one entry; `number` counts the entry's frames from 1, as in `consult/meet#3`."""

    entry: Entry
    frame: Frame
    number: int

    @property
    def name(self) -> str:
        """The name that events carry in `rule`."""
        return f"{self.entry.rule}#{self.number}"


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules by the lemma of their head, verb frames and noun frames apart."""

    verbs: Mapping[str, tuple[Rule, ...]]
    nouns: Mapping[str, tuple[Rule, ...]]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All that the events stage needs to know of the world.

    `rules` are those of events and refusals, `relations` those of standing ties; `classes` are
    expanded; `digest` is a hash over the files it was made of.
    """

    name: str
    version: str
    digest: str
    entries: tuple[Entry, ...]
    rules: Rules
    relations: Rules
    classes: Mapping[str, frozenset[str]]
    types: Mapping[str, TypeRow]
    contexts: tuple[ContextRow, ...]
    acled: tuple[AcledRow, ...]
    cameo: Mapping[tuple[str, str | None], CameoRow]
    confidence: ConfidenceRow
    lexicon: Lexicon
    trigger_forms: frozenset[str]
