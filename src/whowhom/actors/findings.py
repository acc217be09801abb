"""What the door of this room gives back."""

from dataclasses import dataclass

from whowhom.records import ActorMention


@dataclass(frozen=True, slots=True)
class ActorFindings:
    """The mentions of an article in text order, one at most for a head token.

    `governments` holds (start, end) of the toponyms that stand for a government, and so are no places.
    """

    mentions: tuple[ActorMention, ...]
    governments: frozenset[tuple[int, int]]
