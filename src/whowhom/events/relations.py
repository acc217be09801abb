"""Standing ties between actors, by the same frames as events; a tie is no event."""

from collections.abc import Iterator, Sequence

from whowhom.codebook import Codebook
from whowhom.events.assemble import row_id
from whowhom.events.attribution import NARRATOR, sources_of
from whowhom.events.match import Match, matches
from whowhom.events.operators import operator_over
from whowhom.events.parties import as_party
from whowhom.events.scene import Scene
from whowhom.records import Article, Relation, Span, Statement

#: A refusal to recognise is a tie of its own kind.
_REFUSED = {"recognises": "rejects_recognition"}
_REFUSING = frozenset({"refuse", "decline"})


def relations_of(
    scene: Scene, article: Article, codebook: Codebook, statements: Sequence[Statement]
) -> Iterator[Relation]:
    """Yield the ties that a sentence states: one a predicate, both sides named."""
    for p in scene.predicates:
        found = [m for m in matches(scene, p, codebook, codebook.relations) if m.actors and m.recipients]
        if found and p.operators.modal is None and not p.operators.progressive:
            yield _relation(scene, found[0], article, codebook, statements)


def _relation(
    scene: Scene, match: Match, article: Article, codebook: Codebook, statements: Sequence[Statement]
) -> Relation:
    p, head = match.predicate, scene.sentence.tokens[match.predicate.head]
    name, status = match.rule.entry.relation or "", "ongoing"
    governor = scene.predicates[p.governor] if p.governor is not None else None
    if governor is not None and p.link == "clause:to" and set(governor.lemmas) & _REFUSING and name in _REFUSED:
        name = _REFUSED[name]
    elif p.operators.negation is not None or operator_over(scene, p, codebook) is not None:
        status = "negated" if p.operators.negation is not None else "hypothetical"
    elif p.operators.tense == "past" and p.kind == "verb" and not p.passive and not p.background:
        status = "occurred"
    sources = sources_of(head.start, statements)
    s = scene.sentence
    return Relation(
        relation_id=row_id(article.article_id, name, head.start, match.actors[0].start, match.recipients[0].start),
        article_id=article.article_id,
        subject=as_party(match.actors[0]),
        relation=name,
        object=as_party(match.recipients[0]),
        status=status,  # type: ignore[arg-type]
        attribution=sources[-1] if sources else NARRATOR,
        since=None,
        until=None,
        trigger=Span(head.start, head.end, head.text),
        sentence=Span(s.start, s.end, article.text[s.start : s.end]),
        rule=match.rule.name,
    )
