"""Why a frame fitted or not: for `explain`, and for whoever writes an entry."""

from collections.abc import Iterator
from dataclasses import dataclass

from whowhom.codebook import Codebook
from whowhom.codebook.frames import Slot
from whowhom.events.match import Trigger, bind, triggers, try_rule
from whowhom.events.scene import Scene
from whowhom.records import Predicate


@dataclass(frozen=True, slots=True)
class Trial:
    """One frame tried on one predicate: its weight where it fitted, else the slot that could not be filled."""

    predicate: int
    rule: str
    frame: str
    outcome: str | None
    weight: float | None
    failed: str | None


def trace(scene: Scene, codebook: Codebook) -> Iterator[Trial]:
    """Yield every frame that was tried in a sentence, those that fitted first, heaviest first."""
    for p in scene.predicates:
        trials = [_trial(scene, p, t, codebook) for t in triggers(scene, p, codebook, codebook.rules)]
        yield from sorted(trials, key=lambda t: (t.weight is None, -(t.weight or 0.0)))


def _trial(scene: Scene, p: Predicate, trigger: Trigger, codebook: Codebook) -> Trial:
    rule, match = trigger.rule, try_rule(scene, p, trigger, codebook)
    outcome = rule.entry.event_type or f"refuse: {rule.entry.refuse}"
    if match is not None:
        return Trial(p.index, rule.name, rule.frame.text, outcome, match.weight, None)
    failing = next(
        (s for s in rule.frame.slots if not s.optional and bind(scene, p, s, codebook, trigger.particle) is None), None
    )
    return Trial(p.index, rule.name, rule.frame.text, outcome, None, _describe(failing) if failing else "no party")


def _describe(slot: Slot) -> str:
    what = (slot.word_class and f"{{{slot.word_class}}}") or "|".join(sorted(slot.words)) or slot.filler
    return f"{slot.role}: {what}{':' + slot.restriction if slot.restriction else ''}"
