"""Predicates: what the clause builder makes of a tree, whatever the grammar was.

Roles of arguments, after voice, control, coordination and nominalisation are undone:

- `subject` (who), `object` (whom or what), `indirect` (to whom, without a preposition);
- a preposition (`with`, `against`, `to`, `out of` ...);
- `clause:to`, `clause:that`, `clause:ing`, `clause:whether`: a complement, by its head token;
- `prep + ing`, such as `of:ing` or `from:ing`: a gerund after a preposition.
"""

from dataclasses import dataclass
from typing import Literal

PredicateKind = Literal["verb", "light", "noun", "compound"]
Tense = Literal["past", "present", "future", "infinitive", "none"]


@dataclass(frozen=True, slots=True)
class Argument:
    """One logical argument of a predicate, by the head token of its phrase."""

    role: str
    head: int
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Operators:
    """What is done to a predicate: each cue is the token that shows it, None where there is none."""

    negation: int | None = None
    modal: int | None = None
    condition: int | None = None
    tense: Tense = "none"
    perfect: bool = False
    progressive: bool = False
    infinitive_headline: bool = False
    question: bool = False


@dataclass(frozen=True, slots=True)
class Predicate:
    """One act, state or saying, with its logical arguments.

    `head` is the token that names it (the noun, in "hold talks"); `tokens` are all that make it up;
    `lemmas` are the words under which the codebook may know it (for an event noun: the noun and
    the verb of its family). `governor` is the index of the predicate that governs this one and
    `link` says how: a role of `Argument`, `conj`, `relative`, `adverbial:<marker>`, `parataxis`
    or `root`. `background` is true for clauses that give cause, time or description.
    """

    index: int
    head: int
    tokens: tuple[int, ...]
    lemmas: tuple[str, ...]
    particles: tuple[str, ...]
    kind: PredicateKind
    passive: bool
    arguments: tuple[Argument, ...]
    operators: Operators
    governor: int | None
    link: str
    background: bool

    def fillers(self, role: str) -> tuple[int, ...]:
        """Return the head tokens of all arguments in a role."""
        return tuple(a.head for a in self.arguments if a.role == role)
