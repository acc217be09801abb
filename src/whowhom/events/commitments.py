"""What announcing an act is: a promise, a concession, a threat, a refusal."""

from collections.abc import Iterator
from dataclasses import replace

from whowhom.codebook import Codebook
from whowhom.events.candidate import Candidate
from whowhom.events.operators import own_link, planned_by, refused_by, unless

#: The condition of a threat or promise is part of what it says.
_CONDITIONAL = ("adverbial:unless", "adverbial:if", "adverbial:until")
_STATUS = {"THREATEN": "threatened", "REJECT": "negated"}


def with_commitments(candidates: list[Candidate], codebook: Codebook) -> list[Candidate]:
    """Put before each announced act the speech act that announcing it is ("will visit": AGREE, CONSULT planned).

    What the content of another speech act is stays as it is; a condition belongs to what hangs on it.
    """
    made = [x for c in candidates for x in _committed(c, codebook)]
    for c in made:
        if c.content_of is None and own_link(c.scene, c.predicate) in _CONDITIONAL:
            c.content_of = _host(c, made)
    return made


def _committed(c: Candidate, codebook: Codebook) -> Iterator[Candidate]:
    outcome = None if c.content_of is not None else _outcome(c, codebook)
    if outcome is not None:
        name, *modes = outcome.split()
        commitment = replace(c, event_type=name, modes=tuple(modes), future=False, committed=True, absorbed=[])
        c.content_of, c.content_status = commitment, _STATUS.get(name, "planned")
        yield commitment
    yield c


def _outcome(c: Candidate, codebook: Codebook) -> str | None:
    """Return type and modes of the commitment that an announced act makes, None where it makes none."""
    kind = codebook.types[c.event_type]
    if refused_by(c.scene, c.predicate):
        return kind.refused
    c.future = planned_by(c.scene, c.predicate, codebook)
    if not c.future or kind.future is None:
        return None
    if unless(c.scene, c.predicate):
        return "THREATEN relations" if not kind.future.startswith("THREATEN") else kind.future
    hostile = kind.future.startswith("THREATEN")
    return None if hostile and (c.predicate.passive or not c.actors) else kind.future


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
