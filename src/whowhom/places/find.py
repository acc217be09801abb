"""From sentences to resolved places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whowhom.places.accept import accepted
from whowhom.places.contain import containers, follows_name
from whowhom.places.evidence import Beside, Support, in_lists, kinds_asked_for, read_beside
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

#: Capitals up to this length are taken for initials, unless something strong speaks for a place.
_INITIALS = 5


@dataclass(frozen=True, slots=True)
class _Use:
    """One match, its neighbours, and the candidate that it shares with its like.

    `anchored` says that it stands beside the place that contains it, or one that it contains.
    """

    match: Match
    beside: Beside
    candidate: Candidate
    anchored: bool


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
    plain = [m for m, _ in matches]
    held = containers(plain, text, gazetteer)
    beside = in_lists(plain, [read_beside(m, s, text, gazetteer.cues, people) for m, s in matches], text)
    persons = {m.key for m, b in zip(plain, beside, strict=True) if b.person}
    inside = {m.key: held[at] for at, m in enumerate(plain) if at in held}
    made: dict[tuple[str, tuple[int, ...]], Candidate] = {}
    uses = []
    for at, match in enumerate(plain):
        outer = at - 1 in held or follows_name(match, text)
        senses = _possible(match, beside[at], at in held, outer, match.key in persons, gazetteer)
        senses = held.get(at) or (senses and inside.get(match.key)) or senses
        asked = kinds_asked_for(match, text, gazetteer.cues)
        senses = tuple(s for s in senses if s.kind in asked) or senses
        if senses:
            key = (match.key, tuple(s.row for s in senses))
            candidate = made.setdefault(key, Candidate(match.key, senses, 0.0, match.key in inside))
            anchored = at in held or (outer and senses[0].kind in ("country", "admin1", "admin2"))
            candidate.weight += _weight(beside[at], senses, anchored)
            uses.append(_Use(match, beside[at], candidate, anchored))
    return uses


def _possible(
    match: Match, beside: Beside, held: bool, outer: bool, person: bool, gazetteer: Gazetteer
) -> tuple[Sense, ...]:
    """Return the senses of a match that may be a place, none where it can be none."""
    if not (held or outer or _may_be_place(beside)):
        return ()
    senses = _senses(match, gazetteer, outer)
    if match.text.isupper() and len(match.text) <= _INITIALS and not (match.capitals or held or outer):
        senses = tuple(s for s in senses if s.rank == Rank.EXACT or beside.support == Support.STRONG)
    return () if person and not held and not _outweighs_person(beside, senses) else senses


def _may_be_place(beside: Beside) -> bool:
    """Whether a match is worth resolving; most ordinary words with capitals end here."""
    doubtful = beside.stop in ("word", "given", "surname")
    return beside.support >= (Support.MILD if doubtful else Support.NONE)


def _outweighs_person(beside: Beside, senses: Sequence[Sense]) -> bool:
    """Whether a name that somebody seems to bear elsewhere in the article is a place all the same."""
    large = any(s.kind not in ("city", "admin2") or s.population > 300_000 for s in senses)
    return large or beside.support == Support.STRONG


def _senses(match: Match, gazetteer: Gazetteer, outer: bool) -> tuple[Sense, ...]:
    """Return the senses that the match's own letters allow; `outer` says that a part of it precedes."""
    senses = gazetteer.senses(match.key)
    if outer and (larger := tuple(s for s in senses if s.kind in ("country", "admin1", "admin2"))):
        return larger
    return tuple(s for s in senses if s.rank != Rank.EXACT or match.text.isupper())


def _weight(beside: Beside, senses: Sequence[Sense], anchored: bool) -> float:
    """Return how much one use of a name says about where the article is set."""
    if anchored:
        return 1.0
    doubtful = beside.stop not in ("", "both") or beside.longer
    large = any(s.kind in ("country", "admin1") for s in senses)
    return _WEIGHT[beside.support] * (0.1 if doubtful else 1.0 if large else 0.6)


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
        if accepted(use.match, use.beside, sense, use.anchored, elsewhere >= 1.0):
            yield _toponym(use, sense, text, gazetteer)


def _toponym(use: _Use, sense: Sense, text: str, gazetteer: Gazetteer) -> Toponym:
    match = use.match
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
        method=_method(use),
        confidence=_confidence(use),
    )


def _method(use: _Use) -> str:
    """Return how the sense was chosen."""
    candidate = use.candidate
    if candidate.contained:
        return "containment" if use.anchored else "one_sense"
    if len(candidate.senses) == 1:
        return "gazetteer"
    first = max(candidate.senses, key=lambda s: (candidate.prior[s.row], -s.row))
    return "prominence" if candidate.sense == first else "context"


def _confidence(use: _Use) -> float:
    """Return how sure name and place are together, from the neighbours and the lead of the sense."""
    named = {Support.AGAINST: 0.4, Support.NONE: 0.7, Support.MILD: 0.85, Support.STRONG: 0.95}
    sure = named[use.beside.support] * (0.8 if use.beside.longer or use.beside.stop else 1.0)
    sure = named[Support.STRONG] if use.anchored else sure
    lead = 1.0 if use.candidate.contained else min(1.0, 0.5 + use.candidate.margin / 4)
    return round(sure * lead, 3)


def _without_overlaps(toponyms: Iterator[Toponym]) -> Iterator[Toponym]:
    """Drop what a widened phrase before it already covers."""
    end = -1
    for toponym in toponyms:
        if toponym.start >= end:
            end = toponym.end
            yield toponym
