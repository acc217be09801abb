"""Builds the rows: ids, scores, crosswalks, spans."""

import hashlib
from collections.abc import Sequence

from whowhom.codebook import Codebook
from whowhom.codebook.schema import TypeRow
from whowhom.events.attribution import NARRATOR, with_status
from whowhom.events.candidate import Candidate
from whowhom.events.confidence import confidence
from whowhom.events.parties import as_party, implicit_party, members
from whowhom.events.scene import Scene
from whowhom.events.select import Turned
from whowhom.events.status import Verdict, cue_span
from whowhom.records import Article, Attribution, Count, Event, Party, Place, Refusal, Span, When


def row_id(*parts: object) -> str:
    """Return a stable id: 16 hex digits of a hash over the parts."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def trigger_of(c: Candidate, text: str) -> Span:
    """Return the words of the trigger: from the first of its tokens to the last where they stand close."""
    tokens = c.scene.sentence.tokens
    head = tokens[c.predicate.head]
    first, last = tokens[c.tokens[0]], tokens[c.tokens[-1]]
    if last.i - first.i > 4:
        first = last = head
    return Span(first.start, last.end, text[first.start : last.end])


def sentence_span(c: Candidate, text: str) -> Span:
    """Return the sentence of a candidate."""
    s = c.scene.sentence
    return Span(s.start, s.end, text[s.start : s.end])


def event_id_of(c: Candidate, article: Article) -> str:
    """Return the stable id of an event: article, type and trigger decide it."""
    trigger = trigger_of(c, article.text)
    return row_id(article.article_id, c.event_type, trigger.start, trigger.end)


def build_event(
    c: Candidate, article: Article, codebook: Codebook, verdict: Verdict, when: When | None, place: Place | None,
    counts: tuple[Count, ...], sources: tuple[Attribution, ...], contexts: tuple[str, ...],
) -> Event:  # fmt: skip
    """Build the row of one event."""
    entry, kind = c.match.rule.entry, codebook.types[c.event_type]
    modes = tuple(m for m in c.modes if m in kind.modes)
    scored = [kind.modes[m].score for m in modes if kind.modes[m].score is not None] or [kind.score]
    silent = verdict.status in ("negated", "denied", "hypothetical")
    crosses = [row for m in modes or (None,) if (row := codebook.cameo.get((c.event_type, m))) is not None]
    cross = next((row for row in crosses if row.cameo is not None), None)
    actors, recipients, symmetric = _sides(c, kind)
    return Event(
        event_id=event_id_of(c, article), incident_id=None, article_id=article.article_id, input_id=article.input_id,
        source=article.source, url=article.url, title=article.title, published=article.published,
        event_type=c.event_type, modes=modes, contexts=tuple(dict.fromkeys((*entry.contexts, *contexts))),
        quad_class=kind.quad_class, score=None if silent else max(scored, key=lambda s: abs(s or 0.0)),
        cameo_code=cross.cameo if cross else None, goldstein=cross.goldstein if cross else None,
        acled_event_type=None, acled_sub_event_type=None,
        actors=actors, recipients=recipients, symmetric=symmetric, date=when, place=place,
        status=verdict.status, certainty=verdict.certainty, status_cue=cue_span(c, verdict),  # type: ignore[arg-type]
        embedded_in=event_id_of(c.content_of, article) if c.content_of else None,
        attribution=sources[-1] if sources else NARRATOR,
        attributions=tuple(with_status(s, verdict.status) for s in sources) or (with_status(NARRATOR, verdict.status),),
        counts=counts, trigger=trigger_of(c, article.text), sentence=sentence_span(c, article.text),
        rule=c.match.rule.name, confidence=confidence(c, codebook),
    )  # fmt: skip


def _sides(c: Candidate, kind: TypeRow) -> tuple[tuple[Party, ...], tuple[Party, ...], bool]:
    """Return who did it, to whom, and whether no side is the doer.

    None is where the entry says so and the type is still the entry's, or where several do together what is joint.
    """
    entry = c.match.rule.entry
    actors = _parties([as_party(m) for a in c.actors for m in members(c.scene, a)])
    recipients = _parties([as_party(m) for a in c.recipients for m in members(c.scene, a)])
    doers = {p.actor_id for p in actors if p.actor_id}
    recipients = tuple(p for p in recipients if p.actor_id not in doers or (p.actor_id or "").startswith("role:"))
    if entry.symmetric and c.event_type == entry.event_type:
        return _parties([*actors, *recipients]), (), True
    if not actors and entry.implicit_actor:
        actors = (implicit_party(entry.implicit_actor),)
    return actors, recipients, kind.joint and len(actors) > 1 and not recipients


def _parties(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties without those that stand twice."""
    seen: dict[object, Party] = {}
    for p in parties:
        seen.setdefault((p.start, p.end, p.actor_id), p)
    return tuple(seen.values())


def build_refusal(turned: Turned, scene: Scene, article: Article) -> Refusal:
    """Build the row of a match that was turned down."""
    s, head = scene.sentence, scene.sentence.tokens[turned.match.predicate.head]
    trigger = Span(head.start, head.end, head.text)
    sentence = Span(s.start, s.end, article.text[s.start : s.end])
    return Refusal(article.article_id, trigger, sentence, turned.match.rule.name, turned.reason)
