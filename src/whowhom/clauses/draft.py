"""A predicate while it is being built."""

from dataclasses import dataclass, field

from whowhom.records import Argument, Operators, Sentence
from whowhom.records.clause import PredicateKind

#: Dependents that are further heads of the same phrase ("A, B and C").
CONJUNCT = "conj"


@dataclass(slots=True)
class Draft:
    """What is known so far of one predicate; `head` is its token."""

    head: int
    kind: PredicateKind
    tokens: tuple[int, ...]
    lemmas: tuple[str, ...]
    particles: tuple[str, ...] = ()
    passive: bool = False
    arguments: list[Argument] = field(default_factory=list)
    operators: Operators = field(default_factory=Operators)
    governor: int | None = None
    link: str = "root"
    background: bool = False

    def fillers(self, role: str) -> list[int]:
        """Return the head tokens in a role."""
        return [a.head for a in self.arguments if a.role == role]

    def add(self, role: str, heads: list[int], inherited: bool = False) -> None:
        """Add arguments that are not there yet, never the predicate itself."""
        have = {(a.role, a.head) for a in self.arguments}
        self.arguments += [
            Argument(role, h, inherited) for h in heads if (role, h) not in have and h not in self.tokens
        ]


def conjuncts(sentence: Sentence, head: int) -> list[int]:
    """Return a phrase's head and the heads that are coordinated with it, in text order."""
    found, todo = [], [head]
    while todo:
        at = todo.pop()
        found.append(at)
        todo += [c.i for c in sentence.children(at, CONJUNCT) if c.pos != "VERB" or sentence.tokens[head].pos == "VERB"]
    return sorted(found)
