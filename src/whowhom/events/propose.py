"""What the reader adds to the frames: it reorders the matches of a predicate, and proposes acts where no frame fits."""

from math import log

from whowhom.codebook import Codebook, Entry, Frame, Rule, Slot
from whowhom.events.match import Match, Trigger, try_rule
from whowhom.events.scene import Scene
from whowhom.records import NONE, Opinion, Predicate

#: From this chance on an act is proposed that no frame finds.
LEAST = 0.6
#: How many points of weight a chance ten times as high is worth.
PULL = 1.0
_FLOOR = 0.02
_SLOTS = (Slot("subject", "ACTOR"), Slot("object", "RECIPIENT", optional=True))
_MUTUAL = (Slot("subject", "ACTOR"), Slot("with", "RECIPIENT", optional=True), Slot("object", "RECIPIENT", optional=True))
#: Types whose sides all act.
_SYMMETRIC = frozenset(("CONSULT", "COOPERATE"))


def reordered(matches: list[Match], opinion: Opinion | None) -> list[Match]:
    """Return the matches of a predicate, best first, with the reader's opinion weighed in."""
    if opinion is None or len(matches) < 2:
        return matches
    return sorted(matches, key=lambda m: -(m.weight + PULL * log(max(_chance(m, opinion), _FLOOR)) / log(10)))


def _chance(match: Match, opinion: Opinion) -> float:
    """Return the chance of what a match would make: its type, or one that its content may turn it into."""
    entry = match.rule.entry
    if entry.event_type is None:
        return opinion.of(NONE)
    turned = (o.event_type for o in entry.content.becomes.values()) if entry.content is not None else ()
    return max(opinion.of(kind) for kind in (entry.event_type, *turned))


def propose(scene: Scene, p: Predicate, opinion: Opinion | None, codebook: Codebook) -> Match | None:
    """Return the act that the reader sees in a predicate, where it is sure enough and somebody does it."""
    if opinion is None or p.kind == "compound" or opinion.of(opinion.best) < LEAST:
        return None
    if opinion.best not in codebook.types:
        return None
    match = try_rule(scene, p, Trigger(_rule(opinion.best), p.lemmas[-1]), codebook)
    return match if match is not None and match.actors else None


def _rule(event_type: str) -> Rule:
    mutual = event_type in _SYMMETRIC
    entry = Entry(
        rule=f"reader/{event_type.lower()}", event_type=event_type, refuse=None, relation=None, modes=(), contexts=(),
        symmetric=mutual, invert=False, result=False, implicit_actor=(), content=None, priority=0, examples=(),
        counterexamples=(), path="", line=0,
    )  # fmt: skip
    return Rule(entry, Frame("reader", "verb", frozenset(), None, _MUTUAL if mutual else _SLOTS), 1)
