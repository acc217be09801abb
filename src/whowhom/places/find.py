"""From sentences to resolved places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whowhom.places.accept import accepted
from whowhom.places.contain import containers
from whowhom.places.evidence import Beside, Support, read_beside
from whowhom.places.fold import fold
from whowhom.places.gazetteer import Gazetteer, Rank, Sense
from whowhom.places.hints import country_hints
from whowhom.places.match import Match, find_matches
from whowhom.places.people import family_names
from whowhom.places.phrase import phrase_around
from whowhom.places.resolve import Candidate, resolve
from whowhom.records import ParsedArticle, Toponym

#: How much a name counts as context, by the words beside it.
_WEIGHT = {Support.AGAINST: 0.0, Support.NONE: 0.5, Support.MILD: 0.8, Support.STRONG: 1.0}


@dataclass(frozen=True, slots=True)
class _Use:
    """One match, its neighbours, and the candidate that it shares with its like."""

    match: Match
    beside: Beside
    candidate: Candidate


def find_places(parsed: ParsedArticle, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the places that an article names, in the order of the text, each resolved to one place.

    All sentences are read, with a tree or without. Spans are code points of the article's text and
    do not overlap. A name that only stands for a government ("Washington said") is left out.
    """
    uses = _read_uses(parsed, gazetteer)
    candidates = list({id(use.candidate): use.candidate for use in uses}.values())
    resolve(candidates, country_hints(parsed.clean.article, gazetteer))
    counted = _countries(candidates)
    text = parsed.clean.article.text
    return tuple(_without_overlaps(_toponyms(uses, counted, text, gazetteer)))


def _read_uses(parsed: ParsedArticle, gazetteer: Gazetteer) -> list[_Use]:
    """Find all matches that something may speak for, grouped into candidates by name."""
    text = parsed.clean.article.text
    folded = fold(text)
    people = family_names(parsed, gazetteer.cues)
    matches = [(m, s) for s in parsed.sentences for m in find_matches(s, text, folded, gazetteer)]
    held = containers([m for m, _ in matches], text, gazetteer)
    beside = [read_beside(m, s, text, gazetteer.cues, people) for m, s in matches]
    inside = {m.key: held[at] for at, (m, _) in enumerate(matches) if at in held}
    persons = {m.key for (m, _), b in zip(matches, beside, strict=True) if b.person}
    made: dict[tuple[str, tuple[int, ...]], Candidate] = {}
    uses = []
    for at, (match, _) in enumerate(matches):
        follows = at - 1 in held
        if not (at in held or follows or _may_be_place(beside[at])):
            continue
        senses = held.get(at) or inside.get(match.key) or _senses(match, gazetteer, follows)
        if match.key in persons and at not in held and not _outweighs_person(beside[at], senses):
            continue
        if senses:
            key = (match.key, tuple(s.row for s in senses))
            candidate = made.setdefault(key, Candidate(match.key, senses, 0.0, match.key in inside))
            candidate.weight += _weight(match, beside[at], senses, at in held or follows)
            uses.append(_Use(match, _led(beside[at], at in held or follows), candidate))
    return uses


def _may_be_place(beside: Beside) -> bool:
    """Whether a match is worth resolving; most ordinary words with capitals end here."""
    needed = {"word": Support.STRONG, "given": Support.MILD, "surname": Support.MILD}
    return beside.support >= needed.get(beside.stop, Support.NONE)


def _outweighs_person(beside: Beside, senses: Sequence[Sense]) -> bool:
    """Whether a name that somebody seems to bear elsewhere in the article is a place all the same."""
    large = any(s.kind not in ("city", "admin2") or s.population > 300_000 for s in senses)
    return large or beside.support == Support.STRONG


def _senses(match: Match, gazetteer: Gazetteer, follows: bool) -> tuple[Sense, ...]:
    """Return the senses that the match's own letters allow; `follows` says that a part of it precedes."""
    senses = gazetteer.senses(match.key)
    if follows:
        return tuple(s for s in senses if s.kind in ("country", "admin1", "admin2"))
    if match.text.isupper() and not match.capitals and len(match.text) < 4:
        return tuple(s for s in senses if s.rank == Rank.EXACT)
    return tuple(s for s in senses if s.rank != Rank.EXACT or match.text.isupper())


def _weight(match: Match, beside: Beside, senses: Sequence[Sense], contained: bool) -> float:
    """Return how much one use of a name says about where the article is set."""
    if contained:
        return 1.0
    doubtful = beside.stop not in ("", "both") or beside.longer
    large = any(s.kind in ("country", "admin1") for s in senses)
    return _WEIGHT[beside.support] * (0.1 if doubtful else 1.0 if large else 0.6)


def _led(beside: Beside, contained: bool) -> Beside:
    """Return the reading of a use whose containment overrules its neighbours."""
    if not contained:
        return beside
    return Beside(Support.STRONG, "", False, False, False)


def _countries(candidates: Sequence[Candidate]) -> Mapping[str, float]:
    """Return the weight of each country over all candidates."""
    counted: dict[str, float] = {}
    for candidate in candidates:
        if candidate.sense and candidate.sense.country:
            country = candidate.sense.country
            counted[country] = counted.get(country, 0.0) + candidate.weight
    return counted


def _toponyms(uses: Sequence[_Use], counted: Mapping[str, float], text: str, gazetteer: Gazetteer) -> Iterator[Toponym]:
    """Yield a toponym for each use that is accepted."""
    for use in uses:
        sense, candidate = use.candidate.sense, use.candidate
        if sense is None:
            continue
        elsewhere = counted.get(sense.country or "", 0.0) - candidate.weight
        contained = candidate.contained and use.beside.support == Support.STRONG and not use.beside.stop
        if accepted(use.match, use.beside, sense, contained, elsewhere >= 1.0):
            yield _toponym(use, sense, text, gazetteer)


def _toponym(use: _Use, sense: Sense, text: str, gazetteer: Gazetteer) -> Toponym:
    match, candidate = use.match, use.candidate
    phrase = phrase_around(match, gazetteer.precision(sense.row), text, gazetteer.cues)
    name = gazetteer.name(sense.row)
    return Toponym(
        sentence=match.sentence,
        start=phrase.start,
        end=phrase.end,
        text=text[phrase.start : phrase.end],
        name=f"{phrase.direction} {name}" if phrase.direction else name,
        geonames_id=gazetteer.geonames_id(sense.row),
        latitude=sense.latitude,
        longitude=sense.longitude,
        country=sense.country,
        admin1=sense.admin1,
        precision=phrase.precision,
        method=_method(candidate),
        confidence=_confidence(use),
    )


def _method(candidate: Candidate) -> str:
    """Return how the sense was chosen."""
    if candidate.contained:
        return "containment"
    if len(candidate.senses) == 1:
        return "gazetteer"
    first = max(candidate.senses, key=lambda s: (candidate.prior[s.row], -s.row))
    return "prominence" if candidate.sense == first else "context"


def _confidence(use: _Use) -> float:
    """Return how sure name and place are together, from the neighbours and the lead of the sense."""
    named = {Support.AGAINST: 0.4, Support.NONE: 0.7, Support.MILD: 0.85, Support.STRONG: 0.95}
    sure = named[use.beside.support] * (0.8 if use.beside.longer or use.beside.stop else 1.0)
    lead = 1.0 if use.candidate.contained else min(1.0, 0.5 + use.candidate.margin / 4)
    return round(sure * lead, 3)


def _without_overlaps(toponyms: Iterator[Toponym]) -> Iterator[Toponym]:
    """Drop what a widened phrase before it already covers."""
    end = -1
    for toponym in toponyms:
        if toponym.start >= end:
            end = toponym.end
            yield toponym
