"""The crosswalk to ACLED: its sub-types hang on the sides, the place and what else is told near by."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whowhom.codebook import RESTRICTIONS, Codebook
from whowhom.codebook.schema import AcledRow
from whowhom.events.candidate import Candidate
from whowhom.events.words import keys
from whowhom.records import Event, Party

#: How many sentences away an event may stand to belong to the same report.
NEAR = 1


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with the words of its sentence and the events near by."""

    event: Event
    words: frozenset[str]
    near: tuple[Event, ...]


def with_acled(told: Sequence[tuple[Candidate, Event]], codebook: Codebook) -> tuple[Event, ...]:
    """Give the events of one article ACLED's type and sub-type by the first row of acled.yml that fits."""
    words: dict[int, frozenset[str]] = {}
    found = []
    for c, event in told:
        s = c.scene.sentence
        if s.index not in words:
            words[s.index] = frozenset(k for t in s.tokens for k in keys(s, t.i))
        near = tuple(e for d, e in told if abs(d.scene.sentence.index - s.index) <= NEAR and e is not event)
        found.append(_mapped(_Told(event, words[s.index], near), codebook))
    return tuple(found)


def _mapped(told: _Told, codebook: Codebook) -> Event:
    row = next((r for r in codebook.acled if _fits(told, r, codebook)), None)
    if row is None or not row.acled:
        return told.event
    return replace(told.event, acled_event_type=row.acled[0], acled_sub_event_type=row.acled[1])


def _fits(told: _Told, row: AcledRow, codebook: Codebook) -> bool:
    e = told.event
    return (
        e.event_type == row.type
        and (not row.modes or bool(set(row.modes) & set(e.modes)))
        and (not row.rules or e.rule.split("#")[0] in row.rules)
        and (not row.status or e.status in row.status)
        and (row.symmetric is None or row.symmetric == e.symmetric)
        and (not row.words or any(codebook.classes[w] & told.words for w in row.words))
        and not any(codebook.classes[w] & told.words for w in row.without)
        and _side_fits(e.actors, row.actor)
        and _side_fits(e.recipients, row.recipient)
        and (row.foreign is None or row.foreign == _foreign(e))
        and (not row.near or any(_is(n, kind) for n in told.near for kind in row.near))
    )


def _side_fits(parties: Sequence[Party], wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    if not parties:
        return "nobody" in wanted
    rules = [RESTRICTIONS[w] for w in wanted if w != "nobody"]
    return any(r.sectors & set(p.sectors) for r in rules for p in parties)


def _is(event: Event, kind: str) -> bool:
    name, *modes = kind.split()
    return event.event_type == name and (not modes or bool(set(modes) & set(event.modes)))


def _foreign(e: Event) -> bool:
    """Whether all who did it are of other countries than the place, or than those whom it befell."""
    there = {e.place.country} if e.place is not None else {p.country for p in e.recipients}
    theirs = {p.country for p in e.actors} - {None}
    return bool(theirs) and bool(there - {None}) and not theirs & there
