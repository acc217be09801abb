"""Whether it happened: status and certainty, with the words that decide (docs/status.md)."""

from dataclasses import dataclass
from datetime import date, timedelta

from whowhom.codebook import Codebook
from whowhom.events.candidate import Candidate
from whowhom.events.operators import operator_over
from whowhom.records import Span, Token, When

_POSSIBLE = frozenset({"may", "might", "could", "would", "can"})
_DIRECTIVE = frozenset({"should", "must"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Status and certainty of an event, and the token that decided them."""

    status: str
    certainty: str
    cue: int | None = None


def decide(c: Candidate, when: When | None, published: date | None, codebook: Codebook, window: int) -> Verdict:
    """Decide by precedence: negated or denied, then possible, then the content of a speech act, then time."""
    ops, over = c.predicate.operators, operator_over(c.scene, c.predicate, codebook)
    if c.committed:
        return Verdict("occurred", "certain")
    if ops.negation is not None:
        return Verdict("negated", "certain", ops.negation)
    if over is not None and over[0].status in ("negated", "denied"):
        return Verdict(over[0].status, over[0].certainty, over[1])
    if ops.condition is not None and c.content_status != "negated":
        return Verdict("hypothetical", "possible", ops.condition)
    modal = c.scene.sentence.tokens[ops.modal].lemma.lower() if ops.modal is not None else None
    if c.content_status is not None:
        cue = c.content_of.predicate.head if c.content_of else None
        return Verdict(c.content_status, _content_certainty(c.content_status), cue)
    if c.future:
        return Verdict("planned", "probable", ops.modal if ops.modal is not None else over[1] if over else None)
    if modal in _POSSIBLE:
        return Verdict("hypothetical", "possible", ops.modal)
    if modal in _DIRECTIVE:
        return Verdict("requested", "unknown", ops.modal)
    if over is not None and over[0].status in ("hypothetical", "requested"):
        return Verdict(over[0].status, over[0].certainty, over[1])
    if ops.question:
        return Verdict("hypothetical", "unknown")
    return _past_or_going_on(c, when, published, window, over)


def _content_certainty(status: str) -> str:
    return {"planned": "probable", "threatened": "possible", "requested": "unknown", "hypothetical": "possible"}.get(
        status, "unknown"
    )


def _past_or_going_on(
    c: Candidate, when: When | None, published: date | None, window: int, over: tuple[object, int] | None
) -> Verdict:
    latest = when.latest if when is not None and when.basis != "publication" else None
    if latest is not None and published is not None and latest < published - timedelta(days=window):
        return Verdict("historical", "certain")
    row = over[0] if over is not None else None
    certainty = str(getattr(row, "certainty", "certain"))
    if getattr(row, "status", None) == "ongoing" and over is not None:
        return Verdict("ongoing", certainty, over[1])
    ops = c.predicate.operators
    if ops.progressive and ops.tense in ("present", "future"):
        return Verdict("ongoing", certainty, c.predicate.head)
    return Verdict("occurred", certainty)


def cue_span(c: Candidate, verdict: Verdict) -> Span | None:
    """Return the words that decided the status, None where nothing but the tense did."""
    if verdict.cue is None:
        return None
    token: Token = c.scene.sentence.tokens[verdict.cue]
    return Span(token.start, token.end, token.text)
