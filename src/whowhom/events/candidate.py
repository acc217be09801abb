"""A candidate: an event while it is being made, before its status, time and place are known."""

from dataclasses import dataclass, field

from whowhom.events.match import Match
from whowhom.events.scene import Scene
from whowhom.records import ActorMention, Predicate


@dataclass(slots=True, eq=False)
class Candidate:
    """One act of one sentence. `content_of` is the speech act whose content it is.

    `future`: it is announced; `committed`: it is the announcement, told by the same words.
    """

    scene: Scene
    predicate: Predicate
    match: Match
    event_type: str
    modes: tuple[str, ...]
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    content_of: "Candidate | None" = None
    content_status: str | None = None
    future: bool = False
    committed: bool = False
    absorbed: list[Predicate] = field(default_factory=list)

    @property
    def tokens(self) -> list[int]:
        """The tokens of the trigger."""
        return sorted(self.predicate.tokens)

    @property
    def heads(self) -> set[int]:
        """The head tokens of all predicates that this event is told by."""
        return {self.predicate.head, *self.predicate.tokens} | {p.head for p in self.absorbed}
