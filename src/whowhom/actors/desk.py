"""The working table of one article: what has been sighted so far, and the country that it is mostly about."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from whowhom.actors.cluster import Cast
from whowhom.actors.describe import Description
from whowhom.actors.figures import Figure, Sighting
from whowhom.actors.load import CLASSES, slug
from whowhom.actors.view import View, located, place_country

#: Sectors whose people act at home unless the text says otherwise; armed ones do so only with strong evidence.
_HOME = frozenset("GOV COP JUD LEG SPY PTY OPP CVL ELI BUS LAB AGR EDU MED JRN REL REF SOC UAF CRM UNK".split())
_ARMED = frozenset("MIL REB PRM".split())
_REPEATED = (("MIL",), ("REB",), ("PRM",))
_LAWLESS = frozenset("UAF CRM UNK".split())
#: Those whose country is not the one where they happen to be.
_ABROAD = frozenset("MIL GOV SPY ELI".split())


def _position(sighting: Sighting) -> tuple[int, int]:
    return sighting.sentence, sighting.head


@dataclass(slots=True)
class Desk:
    """All that is known while an article is read; `located` counts the countries in which it says things are."""

    cast: Cast
    views: dict[int, View]
    located: Counter[str] = field(default_factory=Counter)
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

    def home(self, view: View, sectors: tuple[str, ...], head: int) -> str | None:
        """Return the country of people of whom the text says none: that of the place, else the article's."""
        first = next((s for s in sectors if s in _HOME or s in _ARMED), None)
        if first is None:
            return None
        total = Counter({c: n for c, n in self.cast.countries.items() if c not in CLASSES})
        top = max(total.values(), default=0)
        if first not in _ABROAD:
            near = self._near(view, first)
            if near is not None and (first not in _ARMED or total[near] == top):
                return near
        if not total:
            return None
        if top / total.total() < (0.75 if first in _ARMED else 0.5):
            return self._scene(3 if first == "MIL" else 2) if first in _ARMED else None
        return self._last_named(view, head, {c for c, n in total.items() if n == top})

    def _near(self, view: View, sector: str) -> str | None:
        """Return the one country of a sentence's places; for the armed, of those where it says something is."""
        if sector in _ARMED or sector in _LAWLESS:
            near = set(located(view))
        else:
            near = {p.country for p in view.toponyms if p.country and p.precision != "wider"}
        return near.pop() if len(near) == 1 else None

    def _scene(self, least: int) -> str | None:
        """Return the country in which nearly all of an article's places lie, however many states it names."""
        if self.located.total() < least:
            return None
        country, count = min(self.located.items(), key=lambda item: (-item[1], item[0]))
        return country if count / self.located.total() >= 0.75 else None

    def only_country(self) -> str | None:
        """Return the country of an article in which no other occurs."""
        found = [c for c in self.cast.countries if c not in CLASSES]
        return found[0] if len(found) == 1 else None

    def home_among(self, view: View, head: int, homes: tuple[str, ...]) -> str | None:
        """Return in which of its homes a people without a state is meant: the sentence's, else the article's."""
        here = {country for country in located(view) if country in homes}
        if len(here) == 1:
            return next(iter(here))
        counts = self.located if any(self.located[c] for c in (here or homes)) else self.cast.countries
        known = {c: counts[c] for c in (here or homes) if counts[c]}
        top = max(known.values(), default=0)
        return self._last_named(view, head, {c for c, n in known.items() if n == top}) if top else None

    def _last_named(self, view: View, head: int, among: set[str]) -> str:
        """Return the country of a few that was named last in front of a token of its sentence, else the first code."""
        for i in range(head, -1, -1):
            if len(among) > 1 and (country := place_country(view, i)) in among:
                return country
        return min(among)


def generic(desk: Desk, view: View, found: Description, owner: Figure | None) -> Figure:
    """Make (or find again) the figure of an unnamed person, group or body."""
    noun = found.noun
    sectors, country = coded(found, owner)
    if noun in view.catalogue.acting["either"] and sectors == found.agent.sectors:
        sectors = _met_last(desk, view, found) or sectors
    if found.homes and (sectors[:1] == ("MIL",) or (not sectors and noun == "force")):
        sectors = ("REB", "MIL")  # a people without a state has no state's army
    if owner is not None and owner.kind not in ("state", "population"):
        noun = f"{owner.name or ''} {noun}".strip()
    if found.homes:
        country = desk.home_among(view, found.head, found.homes) or country
    if country is None and not found.abroad and noun not in view.catalogue.acting["many"]:
        country = desk.home(view, sectors, found.head)
        country = country or _as_before(desk, view, found, sectors)
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


def _as_before(desk: Desk, view: View, found: Description, sectors: tuple[str, ...]) -> str | None:
    """Return the country of the unnamed of one trade who came before (Israeli troops ... the soldiers)."""
    beside = [i for i in view.sentence.tokens[found.head].children if i < found.head and i not in found.used]
    if sectors[:1] not in _REPEATED or any(view.sentence.tokens[i].text.lower() != "the" for i in beside):
        return None
    seen: set[str] = set()
    for s in desk.before(view.sentence.index, found.head, 8):
        country = s.figure.country
        if not s.figure.generic or s.figure.codes()[:1] != sectors[:1] or country is None or country in CLASSES:
            continue
        if found.noun in s.figure.lemmas:
            return country
        seen.add(country)
    return seen.pop() if len(seen) == 1 else None


def _met_last(desk: Desk, view: View, found: Description) -> tuple[str, ...]:
    """Return the uniform of those who may wear either (officers): that of the last police or soldiers met."""
    for s in desk.before(view.sentence.index, found.head):
        worn = next((c for c in s.figure.codes() if c in ("COP", "MIL")), None)
        if worn is not None:
            return (worn,)
    return ()


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
