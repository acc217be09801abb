"""What announcing an act is: a promise, a concession, a threat, a refusal."""

from collections.abc import Iterator
from dataclasses import replace

from whowhom.codebook import Codebook
from whowhom.events.candidate import Candidate
from whowhom.events.operators import own_link, planned_by, refused_by, unless
from whowhom.events.parties import party_at
from whowhom.records import ActorMention

#: The condition of a threat or promise is part of what it says.
_CONDITIONAL = ("adverbial:unless", "adverbial:if", "adverbial:until")
_STATUS = {"THREATEN": "threatened", "REJECT": "negated"}


def with_commitments(candidates: list[Candidate], codebook: Codebook) -> list[Candidate]:
    """Put before each announced act the speech act that announcing it is ("will visit": AGREE, CONSULT planned).

    What the content of another speech act is stays as it is; a condition belongs to what hangs on it.
    """
    made = [x for c in candidates for x in _committed(c, codebook)]
    for c in made:
        if c.content_of is None and _conditional(c):
            c.content_of = _host(c, made)
    return made


def _committed(c: Candidate, codebook: Codebook) -> Iterator[Candidate]:
    outcome = None if c.content_of is not None else _outcome(c, codebook)
    if outcome is not None:
        name, *modes = outcome.split()
        commitment = replace(
            c, event_type=name, modes=tuple(modes), actors=_who_says(c), future=False, committed=True, absorbed=[]
        )
        c.content_of, c.content_status = commitment, _STATUS.get(name, "planned")
        yield commitment
    yield c


def _outcome(c: Candidate, codebook: Codebook) -> str | None:
    """Return type and modes of the commitment that an announced act makes, None where it makes none."""
    kind = codebook.types[c.event_type]
    if refused_by(c.scene, c.predicate):
        return kind.refused
    c.future = planned_by(c.scene, c.predicate, codebook)
    if c.future and unless(c.scene, c.predicate):
        hostile = kind.future is not None and kind.future.startswith("THREATEN")
        return kind.future if hostile or "THREATEN" not in codebook.types else "THREATEN relations"
    if not c.future or kind.future is None:
        return None
    hostile = kind.future.startswith("THREATEN")
    return None if hostile and (c.predicate.passive or not c.actors) else kind.future


def _conditional(c: Candidate) -> bool:
    """Whether an act stands in a condition, itself or by the verb that governs it."""
    p = c.predicate
    for _ in range(4):
        if own_link(c.scene, p) in _CONDITIONAL:
            return True
        if p.governor is None or p.link in ("clause:that", "root"):
            return False
        p = c.scene.predicates[p.governor]
    return False


def _host(c: Candidate, made: list[Candidate]) -> Candidate | None:
    """Return the nearest act above a condition."""
    above = c.predicate.governor
    for _ in range(6):
        if above is None:
            return None
        found = next((o for o in made if o.predicate.index == above and o is not c and o.content_of is not c), None)
        if found is not None:
            return found
        above = c.scene.predicates[above].governor
    return None


def _who_says(c: Candidate) -> tuple[ActorMention, ...]:
    """Return who commits: where "it" or "they" stands in what he says of himself, the one who says it."""
    governor = c.scene.predicates[c.predicate.governor] if c.predicate.governor is not None else None
    if governor is None or c.predicate.link != "clause:that" or any(m.mention != "pronoun" for m in c.actors):
        return c.actors
    speakers = [m for h in governor.fillers("subject") for m in [party_at(c.scene, h)] if m is not None]
    ids = {m.actor_id for m in c.actors}
    return tuple(m for m in speakers if m.actor_id in ids) or c.actors
