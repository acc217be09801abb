"""When, where and how many: which dates, places and figures of a sentence belong to an event."""

from collections.abc import Sequence
from datetime import date, timedelta

from whowhom.events.candidate import Candidate
from whowhom.records import Count, CountMention, DateMention, Place, Toponym, When

#: A clause about days further back than this gives its time to the clauses that describe it.
PAST_DAYS = 30
_AT = frozenset("in at near on outside inside around across throughout from into to through within over".split())


def when_of(c: Candidate, dates: Sequence[DateMention], published: date | None, stands_in: bool) -> When | None:
    """Return the time that the clause says, else the sentence's only one, else the publication date."""
    inside = [d for d in dates if _covers(c, d.start)]
    pool = inside or ([] if c.predicate.background else [d for d in dates if not _elsewhere(c, d.start)])
    if pool:
        d = min(pool, key=lambda d: (d.earliest is None, abs(d.start - _at(c))))
        return When(d.start, d.end, d.text, d.earliest, d.latest, d.basis)
    old = _old_frame(c, dates, published) if c.predicate.background else None
    if old is not None:
        return When(old.start, old.end, old.text, old.earliest, old.latest, old.basis)
    if published is not None and stands_in and not c.predicate.background:
        return When(None, None, None, published, published, "publication")
    return None


def _old_frame(c: Candidate, dates: Sequence[DateMention], published: date | None) -> DateMention | None:
    """Return the date of the clause above a background clause, where that clause tells of the past."""
    if published is None:
        return None
    past = [d for d in dates if d.latest is not None and d.latest < published - timedelta(days=PAST_DAYS)]
    above = {t.i for t in c.scene.sentence.ancestors(c.predicate.head)}
    return next((d for d in past if (i := _clause_at(c, d.start)) is not None and i in above), None)


def _clause_at(c: Candidate, offset: int) -> int | None:
    """Return the head of the verb in whose clause an offset lies."""
    i = _token_at(c, offset)
    if i is None:
        return None
    owners = (c.scene.by_token.get(t.i) for t in c.scene.sentence.ancestors(i))
    return next((o.head for o in owners if o is not None and o.kind == "verb"), None)


def where_of(c: Candidate, toponyms: Sequence[Toponym], taken: set[int]) -> Place | None:
    """Return the place that the clause says, else the nearest in the sentence that is nobody's name."""
    free = [t for t in toponyms if t.start not in taken]
    inside = [t for t in free if _covers(c, t.start)]
    pool = [t for t in inside if _located(c, t.start)] or [t for t in free if _located(c, t.start)] or inside
    if not pool:
        return None
    t = min(pool, key=lambda t: (t.start < _at(c), abs(t.start - _at(c))))
    return Place(
        t.start, t.end, t.text, t.name, t.geonames_id, t.latitude, t.longitude, t.country, t.admin1, t.precision
    )


def counts_of(
    c: Candidate, counts: Sequence[CountMention], owners: dict[int, Candidate], source: str | None, text: str
) -> tuple[Count, ...]:
    """Return the figures that say what befell whom in this event."""
    mine = [k for k in counts if owners.get(k.start) is c]
    return tuple(
        Count(k.kind, k.low, k.high, k.best, k.of, k.start, k.end, text[k.start : k.end], source) for k in mine
    )


def owners_of_counts(candidates: Sequence[Candidate], counts: Sequence[CountMention]) -> dict[int, Candidate]:
    """Give each figure to the event whose words say what befell them, or the nearest event above those words."""
    found: dict[int, Candidate] = {}
    for k in counts:
        for i in _upwards(candidates, k):
            owner = next((c for c in candidates if i in c.heads and c.content_of is None), None)
            if owner is not None:
                found[k.start] = owner
                break
        else:
            same = [c for c in candidates if c.event_type in ("ASSAULT", "PROTEST") and c.content_of is None]
            if len(same) == 1:
                found[k.start] = same[0]
    return found


def _upwards(candidates: Sequence[Candidate], k: CountMention) -> list[int]:
    if not candidates:
        return []
    sentence = candidates[0].scene.sentence
    return [k.predicate, k.head, *(t.i for t in sentence.ancestors(k.predicate))]


def _at(c: Candidate) -> int:
    return c.scene.sentence.tokens[c.predicate.head].start


def _covers(c: Candidate, offset: int) -> bool:
    """Whether an offset lies in the clause of an event, and in no clause that a nearer predicate heads."""
    i = _token_at(c, offset)
    if i is None:
        return False
    sentence = c.scene.sentence
    for t in [sentence.tokens[i], *sentence.ancestors(i)]:
        if t.i in c.heads:
            return True
        owner = c.scene.by_token.get(t.i)
        if owner is not None and owner.kind == "verb":
            return owner.head in c.heads
    return False


def _elsewhere(c: Candidate, offset: int) -> bool:
    """Whether an offset lies in a background clause."""
    i = _token_at(c, offset)
    if i is None:
        return True
    for t in c.scene.sentence.ancestors(i):
        owner = c.scene.by_token.get(t.i)
        if owner is not None and owner.background and owner.index != c.predicate.index:
            return True
    return False


def _token_at(c: Candidate, offset: int) -> int | None:
    return next((t.i for t in c.scene.sentence.tokens if t.start <= offset < t.end), None)


def _located(c: Candidate, offset: int) -> bool:
    """Whether a place name stands after a preposition of place."""
    i = _token_at(c, offset)
    if i is None:
        return False
    sentence = c.scene.sentence
    for t in [sentence.tokens[i], *sentence.ancestors(i)]:
        if t.dep == "pobj":
            return sentence.tokens[t.head].text.lower() in _AT
        if t.dep not in ("compound", "conj", "appos", "amod", "nmod"):
            return False
    return False
