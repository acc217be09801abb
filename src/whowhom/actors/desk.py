"""The working table of one article: what has been sighted so far, and the country that it is mostly about."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from whowhom.actors.cluster import Cast
from whowhom.actors.describe import Description, View
from whowhom.actors.figures import Figure, Sighting
from whowhom.actors.load import CLASSES, slug

#: Sectors whose people act at home unless the text says otherwise; armed ones do so only with strong evidence.
_HOME = frozenset("GOV COP JUD LEG SPY PTY OPP CVL ELI BUS LAB AGR EDU MED JRN REL REF SOC".split())
_ARMED = frozenset("MIL REB PRM UAF CRM UNK".split())


def _position(sighting: Sighting) -> tuple[int, int]:
    return sighting.sentence, sighting.head


@dataclass(slots=True)
class Desk:
    """All that is known while an article is read from front to back."""

    cast: Cast
    views: dict[int, View]
    sightings: dict[tuple[int, int], Sighting] = field(default_factory=dict)
    order: list[Sighting] = field(default_factory=list)
    governments: set[tuple[int, int]] = field(default_factory=set)

    def put(self, sighting: Sighting) -> None:
        """Enter a sighting; the first one at a head token stays."""
        key = (sighting.sentence, sighting.head)
        if key not in self.sightings:
            self.sightings[key] = sighting
            insort(self.order, sighting, key=_position)

    def before(self, sentence: int, token: int, reach: int = 10_000) -> Iterator[Sighting]:
        """Yield sightings in front of a token, the nearest first, at most `reach` sentences back."""
        for i in range(bisect_left(self.order, (sentence, token), key=_position) - 1, -1, -1):
            if self.order[i].sentence < sentence - reach:
                return
            yield self.order[i]

    def at(self, view: View, token: int) -> Figure | None:
        """Return the figure sighted at a token."""
        found = self.sightings.get((view.sentence.index, token))
        return found.figure if found is not None else None

    def home(self, view: View, sectors: tuple[str, ...]) -> str | None:
        """Return the country of people of whom the text says none: that of the place, else the article's."""
        first = next((s for s in sectors if s in _HOME or s in _ARMED), None)
        if first is None:
            return None
        total = Counter({c: n for c, n in self.cast.countries.items() if c not in CLASSES})
        if first in _HOME and first not in ("GOV", "SPY", "ELI"):
            near = {p.country for p in view.places.values() if p.country and p.precision != "wider"}
            if len(near) == 1:
                return next(iter(near))
        if not total:
            return None
        country, count = min(total.items(), key=lambda item: (-item[1], item[0]))
        share = count / total.total()
        return country if share >= (0.5 if first in _HOME else 0.75) else None


def generic(desk: Desk, view: View, found: Description, owner: Figure | None) -> Figure:
    """Make (or find again) the figure of an unnamed person, group or body."""
    noun = found.noun
    sectors, country = coded(found, owner)
    if owner is not None and owner.kind not in ("state", "population"):
        noun = f"{owner.name or ''} {noun}".strip()
    if country is None and not found.abroad:
        country = desk.home(view, sectors)
    kind = found.agent.kind
    if kind in ("people", "person"):
        kind = "group" if found.plural else "person"
    key = f"role:{country or 'xx'}:{'-'.join(s.lower() for s in sectors[:1]) or 'xx'}:{slug(noun)}"
    known = desk.cast.figures.get(key)
    if known is None:
        known = Figure(key, None, kind, country, sectors, plural=found.plural, confidence=0.8, generic=True)  # type: ignore[arg-type]
        known.lemmas.add(found.noun)
        desk.cast.figures[key] = known
    known.plural = known.plural or found.plural
    return known


def coded(found: Description, owner: Figure | None) -> tuple[tuple[str, ...], str | None]:
    """Return sectors and country of a description; weak nouns have them from their owner."""
    if owner is None:
        return found.sectors, found.country
    sectors = found.sectors
    if not sectors or (found.agent.flag == "weak" and set(sectors) <= set(found.agent.sectors)):
        sectors = _handed_down(owner, found) or sectors
    return sectors, found.country or owner.country


def _handed_down(owner: Figure, found: Description) -> tuple[str, ...]:
    """Return the sectors that somebody's own people have from him: a rebel's forces are rebels."""
    codes = owner.codes()
    if owner.kind in ("state", "population"):
        return ()
    if "MIL" in found.agent.sectors or "REB" in found.agent.sectors:
        armed = tuple(c for c in codes if c in _ARMED)
        return armed or (("MIL",) if "GOV" in codes else ())
    return codes
