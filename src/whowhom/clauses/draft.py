"""A predicate while it is being built."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from whowhom.codebook import EventNoun
from whowhom.records import Argument, Operators
from whowhom.records.clause import PredicateKind


@dataclass(slots=True)
class Draft:
    """What is known so far of one predicate; `head` is its token.

    `surface` are the heads of the grammatical subject, before voice is undone: what coordination
    and control share. `governor` is the token at the head of the governing draft;
    `noun` is what the lexicon knows of an event noun.
    """

    head: int
    kind: PredicateKind
    tokens: tuple[int, ...]
    lemmas: tuple[str, ...]
    particles: tuple[str, ...] = ()
    passive: bool = False
    arguments: list[Argument] = field(default_factory=list)
    surface: list[int] = field(default_factory=list)
    operators: Operators = field(default_factory=Operators)
    governor: int | None = None
    link: str = "root"
    background: bool = False
    noun: EventNoun | None = None

    def fillers(self, role: str) -> list[int]:
        """Return the head tokens in a role."""
        return [a.head for a in self.arguments if a.role == role]

    def add(self, role: str, heads: Iterable[int], inherited: bool = False) -> None:
        """Add arguments that are not there yet, never the predicate itself."""
        have = {a.head for a in self.arguments if a.role == role}
        have.update(self.tokens)
        for h in heads:
            if h not in have:
                have.add(h)
                self.arguments.append(Argument(role, h, inherited))

    def lend_subject(self, heads: Iterable[int]) -> None:
        """Give the predicate a grammatical subject that stands elsewhere, under the role that voice makes of it."""
        shared = [h for h in heads if h not in self.tokens]
        if not self.passive:
            role = "subject"
        else:
            role = "indirect" if self.fillers("object") else "object"
        self.add(role, shared, inherited=True)
        self.surface = self.surface or shared
