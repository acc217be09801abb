"""Which coded event reports which happening of the gold."""

from collections.abc import Sequence
from dataclasses import dataclass

from whowhom.evaluate.gold import GoldEvent
from whowhom.evaluate.parties import meets, same_side
from whowhom.records import Event


@dataclass(frozen=True, slots=True)
class Alignment:
    """`reports[g]` are the events that report gold event `g`, closest first; `gold[e]` is what event `e` reports."""

    reports: tuple[tuple[int, ...], ...]
    gold: tuple[int | None, ...]


def align(gold: Sequence[GoldEvent], events: Sequence[Event]) -> Alignment:
    """Pair events with gold events, closest pairs first.

    A coded event reports one happening; a happening may have several reports (its headline and its
    body). Ties go to what comes first, so the outcome does not depend on anything but the order given.
    """
    pairs = sorted(
        (-closeness(g, e), gi, ei) for gi, g in enumerate(gold) for ei, e in enumerate(events) if closeness(g, e)
    )
    of_event: list[int | None] = [None] * len(events)
    reports: list[list[int]] = [[] for _ in gold]
    for _, gi, ei in pairs:
        if of_event[ei] is None:
            of_event[ei] = gi
            reports[gi].append(ei)
    return Alignment(tuple(map(tuple, reports)), tuple(of_event))


def closeness(gold: GoldEvent, event: Event) -> int:
    """Return how well an event fits a gold event, 0 where not at all.

    They fit where the trigger touches one of the gold's, or where both stand in one sentence and
    agree in type. The trigger counts most, then the type, then who, then to whom.
    """
    trigger, sentence = (event.trigger.start, event.trigger.end), (event.sentence.start, event.sentence.end)
    direct = any(meets(trigger, t) for t in gold.triggers)
    typed = event.event_type in gold.event_type
    if not direct and not (typed and any(meets(sentence, t) for t in gold.triggers)):
        return 0
    who, whom = same_side(gold.actors, event.actors), same_side(gold.recipients, event.recipients)
    return 8 * direct + 4 * typed + 2 * who + whom
