"""Brings the names of an article together: one figure for all the ways in which it is written."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from whowhom.actors.atoms import PARTICLES, skeleton, words_of
from whowhom.actors.catalogue import Alias, Catalogue, Entry
from whowhom.actors.figures import Figure
from whowhom.actors.holders import known_person
from whowhom.actors.likeness import likeness
from whowhom.actors.load import slug
from whowhom.actors.names import NameSpan
from whowhom.actors.tenure import standing
from whowhom.records.finding import ActorKind

_ENDINGS = frozenset(("jr", "sr", "ii", "iii", "iv", "vi"))
_STATES = frozenset(("country", "region", "capital"))


@dataclass(slots=True)
class Cast:
    """The named figures of one article, in the order in which they were made."""

    catalogue: Catalogue
    on: date | None
    countries: Counter[str]
    located: frozenset[str] = frozenset()
    figures: dict[str, Figure] = field(default_factory=dict)
    acronyms: dict[str, Figure] = field(default_factory=dict)
    of_span: dict[tuple[int, int], Figure] = field(default_factory=dict)

    def known(self, entry: Entry) -> Figure:
        """Return the figure of a catalogue entry, made on first sight with the office held on the day."""
        found = self.figures.get(entry.actor_id)
        if found is None:
            now = standing(entry, self.on)
            words = self._names(entry)
            found = Figure(
                entry.actor_id, entry.name, entry.kind, now.country, now.sectors, entry.gender, entry=entry, words=words
            )
            found.plural = entry.kind in ("group", "population")
            if now.office:
                found.lemmas.add(now.office)
            self.figures[entry.actor_id] = found
        return found

    def _names(self, entry: Entry) -> tuple[str, ...]:
        """Return an entry's words with the family name last (Kim, in Kim Jong-un, goes there)."""
        words = tuple(w.lower() for w in content(words_of(entry.name)))
        first = self.catalogue.surnames.get(skeleton(words[0]), ()) if entry.of == "person" else ()
        if any(s.entry is entry and s.given and s.word == words[0] for s in first):
            return (*words[1:], words[0])
        return words


def content(words: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a personal name that tell people apart."""
    kept = tuple(
        w for w in words if w.lower() not in PARTICLES and w.lower() not in _ENDINGS and len(w.rstrip(".")) > 1
    )
    return kept or tuple(words)


def cast_of(
    names: list[NameSpan], catalogue: Catalogue, on: date | None, places: list[str], located: frozenset[str]
) -> Cast:
    """Link all names of an article: full ones first, so that short ones find them wherever they stand.

    `places` are the countries of its toponyms, `located` the toponyms' own words.
    """
    countries = Counter(places)
    countries.update(n.alias.entry.country for n in names if _tells_country(n) and n.alias.entry.country)  # type: ignore[union-attr]
    cast = Cast(catalogue, on, countries, located)
    plain = {n.alias.entry.actor_id for n in names if n.alias is not None and not n.alias.ambiguous}
    left: list[NameSpan] = []
    for name in names:
        alias = _backed(name, plain, countries, catalogue)
        if alias is None:
            left.append(name)
        elif alias.entry.of in ("organisation", "seat", "person", "country", "region"):
            cast.of_span[name.sentence, name.first] = cast.known(alias.entry)
    for name in sorted(left, key=lambda n: len(content(n.words)) < 2):
        figure = _link(name, cast)
        if figure is not None:
            cast.of_span[name.sentence, name.first] = figure
    return cast


def _tells_country(name: NameSpan) -> bool:
    return name.alias is not None and "JRN" not in name.alias.entry.tenures[0].sectors and not name.alias.ambiguous


def _backed(name: NameSpan, plain: set[str], countries: Counter[str], catalogue: Catalogue) -> Alias | None:
    """Return the alias that holds: an ambiguous one needs its full name, or its country, in the article."""
    if name.alias is None or not name.alias.ambiguous:
        return name.alias
    for alias in catalogue.names[name.alias.words[0].upper()]:
        if alias.words == name.alias.words:
            country = alias.entry.country
            if alias.entry.actor_id in plain or (country and countries[country]):
                return alias
    return None


def _link(name: NameSpan, cast: Cast) -> Figure | None:
    """Find or make the figure of a name that the catalogue does not hold in these words."""
    words = tuple(w.lower() for w in content(name.words))
    if not words or name.words[0][:1].isdigit():
        return None
    organised = name.label in ("ORG", "FAC") and not name.title
    if organised and (figure := _same_body(name, words, cast)):
        return figure
    if name.label != "FAC":
        if figure := _same_person(name, words, cast):
            return figure
        if not organised and (entry := known_person(name, words, cast.catalogue, cast.on, cast.countries)):
            return cast.known(entry)
        if (
            organised
            and len(words) == 1
            and (entry := known_person(name, words, cast.catalogue, cast.on, cast.countries))
        ):
            return cast.known(entry)
    if organised and name.label == "ORG":
        if " ".join(w.lower() for w in name.words) in cast.catalogue.agents:
            return None  # a bare "Foreign Ministry" is a role noun, whose country the sentence tells
        return _new_body(name, words, cast)
    if (name.label == "PERSON" or name.title) and name.label not in ("GPE", "LOC"):
        if len(words) == 1 and not name.title and name.text in cast.located:
            return None
        return _new_person(name, words, cast)
    return None


def _same_person(name: NameSpan, words: tuple[str, ...], cast: Cast) -> Figure | None:
    """Find a person of the article with a like surname and nothing against it; of several, the one named last."""
    scored: list[tuple[float, Figure]] = []
    for figure in cast.figures.values():
        if figure.kind != "person" or not figure.words:
            continue
        score = likeness(words, figure.words)
        against = name.title and figure.gender and _gender(name, cast.catalogue) not in ("", figure.gender)
        if score and not against:
            scored.append((score, figure))
    if not scored:
        return None
    top = max(score for score, _ in scored)
    figures = [figure for score, figure in scored if score == top]
    best = figures[0] if len(figures) == 1 else _nearest(name, figures, cast)
    if len(words) > len(best.words) and best.entry is None:
        best.words = words
    return best


def _nearest(name: NameSpan, figures: list[Figure], cast: Cast) -> Figure:
    """Return the figure that was named last in front of a name, else the first one after it."""
    here = (name.sentence, name.first)
    spans = [(at, figure) for at, figure in cast.of_span.items() if any(figure is f for f in figures)]
    before = [s for s in spans if s[0] < here]
    if before:
        return max(before, key=lambda s: s[0])[1]
    return min(spans, key=lambda s: s[0])[1] if spans else figures[0]


def _gender(name: NameSpan, catalogue: Catalogue) -> str:
    title = catalogue.titles.get(name.title)
    if title is not None and title.gender:
        return title.gender
    return catalogue.genders.get(name.words[0].lower(), "") if len(name.words) > 1 else ""


def _new_person(name: NameSpan, words: tuple[str, ...], cast: Cast) -> Figure:
    text = name.text
    figure = Figure(
        f"person:{slug(text)}", text, "person", None, (), _gender(name, cast.catalogue), words=words, confidence=0.75
    )
    return cast.figures.setdefault(figure.actor_id, figure)


def _same_body(name: NameSpan, words: tuple[str, ...], cast: Cast) -> Figure | None:
    """Find an organisation of the article by the same words, its acronym, or the end of its name."""
    if len(words) == 1 and name.words[0] in cast.acronyms:
        return cast.acronyms[name.words[0]]
    for figure in cast.figures.values():
        tail = len(words) > 1 and figure.words[-len(words) :] == words
        if figure.kind in ("organisation", "group") and figure.words and (words == figure.words or tail):
            return figure
    return None


def _new_body(name: NameSpan, words: tuple[str, ...], cast: Cast) -> Figure | None:
    from_noun = body_noun(name, cast.catalogue)
    if from_noun is None and name.text in cast.located:
        return None
    hint = name.hint.entry.country if name.hint is not None else None
    text = name.text
    kind, sectors, country = from_noun or ("organisation", (), None)
    if kind == "none":
        return None
    place = (country or hint or "xx").lower()
    known: ActorKind = "group" if kind in ("group", "people") else "organisation"
    key = f"org:{place}:{slug(text)}" if place != "xx" else f"org:{slug(text)}"
    figure = Figure(key, text, known, country or hint, sectors, words=words, confidence=0.7)
    figure = cast.figures.setdefault(figure.actor_id, figure)
    initials = "".join(w[0] for w in name.words if w[0].isupper())
    if len(initials) > 2:
        cast.acronyms.setdefault(initials, figure)
    return figure


def body_noun(name: NameSpan, catalogue: Catalogue) -> tuple[str, tuple[str, ...], str | None] | None:
    """Return (kind, sectors, country) by the noun that a name ends or begins with: Army, Ministry of ..."""
    lower = [w.lower() for w in name.words]
    for start in range(len(lower)):
        for form in (lower[-1], lower[-1].rstrip("s")):
            agent = catalogue.agents.get(" ".join([*lower[start:-1], form]))
            if agent is not None:
                return agent.kind, agent.sectors, agent.country
    for end in range(len(lower), 0, -1):
        agent = catalogue.agents.get(" ".join(lower[:end]))
        if agent is not None and end < len(lower) and lower[end] in ("of", "for"):
            return agent.kind, agent.sectors, agent.country
    return None
