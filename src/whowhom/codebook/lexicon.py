"""What the clause builder must know of words: event nouns, support verbs, operators."""

from collections.abc import Mapping
from dataclasses import dataclass

from whowhom.codebook.schema import FamilyNoun, OperatorRow


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun that names a verb's act, and how its complements map to the verb's."""

    verb: str
    of: str
    possessive: str
    modifier: str
    object_prepositions: frozenset[str]

    @staticmethod
    def from_row(verb: str, row: FamilyNoun) -> "EventNoun":
        """Make it from a row of families.yml."""
        return EventNoun(verb, row.of, row.possessive, row.modifier, frozenset(row.object))


@dataclass(frozen=True, slots=True)
class Support:
    """A verb that carries an event noun: as its object ("launch an attack") or subject ("clashes erupted")."""

    role: str
    inverted: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that matter to grammar and status; all keys are lemmas, lower case.

    `event_nouns` has every noun that can head a predicate: those of families, and the heads of
    noun frames (which have no verb of their own and map to themselves).
    """

    event_nouns: Mapping[str, EventNoun]
    support: Mapping[str, tuple[Support, ...]]
    operators: Mapping[tuple[str, str], OperatorRow]
    subject_control: frozenset[str]
