"""The door of the room: one article in, its events and what was turned down out."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whowhom.codebook import Codebook
from whowhom.events.acled import with_acled
from whowhom.events.assemble import build_event, build_refusal
from whowhom.events.attribution import sources_of
from whowhom.events.candidate import Candidate
from whowhom.events.circumstances import counts_of, owners_of_counts, when_of, where_of
from whowhom.events.commitments import with_commitments
from whowhom.events.confidence import sure
from whowhom.events.contexts import ContextCues, contexts_in
from whowhom.events.relations import relations_of
from whowhom.events.scene import Scene, make_scene
from whowhom.events.select import Turned, merge_same, select
from whowhom.events.status import decide
from whowhom.records import (
    ActorMention,
    ActorUse,
    Article,
    Coded,
    CountMention,
    DateMention,
    Event,
    Mention,
    ParsedArticle,
    Predicate,
    Refusal,
    Relation,
    Statement,
    Toponym,
    Unknown,
)
from whowhom.settings import EventSettings


@dataclass(frozen=True, slots=True)
class Findings:
    """What the other rooms found in an article; `predicates` by sentence."""

    predicates: tuple[tuple[Predicate, ...], ...]
    actors: tuple[ActorMention, ...]
    governments: frozenset[tuple[int, int]]
    toponyms: tuple[Toponym, ...]
    dates: tuple[DateMention, ...]
    counts: tuple[CountMention, ...]
    statements: tuple[Statement, ...]
    unknowns: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True)
class _Work:
    """What is needed to build the events of one article."""

    article: Article
    found: Findings
    codebook: Codebook
    cues: ContextCues
    settings: EventSettings


def code_events(
    parsed: ParsedArticle, found: Findings, codebook: Codebook, cues: ContextCues, settings: EventSettings
) -> Coded:
    """Return everything that was found in an article, events first, in text order."""
    work = _Work(parsed.clean.article, found, codebook, cues, settings)
    told: list[tuple[Candidate, Event]] = []
    refusals: list[Refusal] = []
    relations: list[Relation] = []
    peoples: list[ActorMention] = []
    for scene in scenes(parsed, found):
        candidates, turned = select(scene, codebook)
        candidates, unsure = sure(merge_same(with_commitments(candidates, codebook)), codebook, settings.min_confidence)
        turned += [Turned(c.match, "unsure") for c in unsure]
        peoples += [m for c in candidates for m in c.recipients if m.method == "place"]
        told += zip(candidates, _events(work, scene, candidates), strict=True)
        refusals += [build_refusal(t, scene, work.article) for t in turned]
        relations += relations_of(scene, work.article, codebook, found.statements)
    unique = tuple({e.event_id: e for e in with_acled(told, codebook)}.values())
    return Coded(
        events=unique,
        relations=tuple({r.relation_id: r for r in relations}.values()),
        statements=found.statements,
        unknowns=found.unknowns,
        mentions=_mentions(work),
        refusals=tuple(refusals),
        actors=_uses((*found.actors, *peoples), unique),
    )


def scenes(parsed: ParsedArticle, found: Findings) -> Iterator[Scene]:
    """Yield the sentences that hold a predicate, with their actors by head token."""
    by_sentence: dict[int, dict[int, ActorMention]] = defaultdict(dict)
    cast: dict[str, ActorMention] = {}
    for m in found.actors:
        by_sentence[m.sentence].setdefault(m.head, m)
        cast.setdefault(m.actor_id, m)
    for sentence, predicates in zip(parsed.sentences, found.predicates, strict=True):
        if predicates:
            here = [t for t in found.toponyms if t.sentence == sentence.index]
            yield make_scene(sentence, predicates, by_sentence[sentence.index], cast, here)


def _events(work: _Work, scene: Scene, candidates: list[Candidate]) -> list[Event]:
    index = scene.sentence.index
    counts = [k for k in work.found.counts if k.sentence == index]
    owners = owners_of_counts(candidates, counts)
    contexts = (
        contexts_in(work.article.text[scene.sentence.start : scene.sentence.end], work.cues) if candidates else ()
    )
    return [_event(work, c, counts, owners, contexts) for c in candidates]


def _event(
    work: _Work, c: Candidate, counts: Sequence[CountMention], owners: dict[int, Candidate], contexts: tuple[str, ...]
) -> Event:
    article, found, index = work.article, work.found, c.scene.sentence.index
    when = when_of(
        c, [d for d in found.dates if d.sentence == index], article.published,
        stands_in=not c.content_status and not c.future,
    )  # fmt: skip
    taken = {m.start for m in (*c.actors, *c.recipients) if m.method != "place"} | {s for s, _ in found.governments}
    place = where_of(c, [t for t in found.toponyms if t.sentence == index], taken)
    verdict = decide(c, when, article.published, work.codebook, work.settings.historical_days)
    offset = c.scene.sentence.tokens[c.predicate.head].start
    sources = sources_of(offset, found.statements)
    who = (sources[-1].actor_id or sources[-1].text) if sources else None
    return build_event(
        c,
        article,
        work.codebook,
        verdict,
        when,
        place,
        counts_of(c, counts, owners, who, article.text),
        sources,
        contexts,
    )


def _mentions(work: _Work) -> tuple[Mention, ...]:
    """Return the rows of the mentions table: actors, and toponyms that name no government."""
    a, found = work.article.article_id, work.found
    actors = [
        Mention(
            a, m.start, m.end, m.text, "actor", m.name, m.actor_id, None, None, None, m.country, m.method, m.confidence
        )
        for m in found.actors
    ]
    places = [
        Mention(
            a,
            t.start,
            t.end,
            t.text,
            "place",
            t.name,
            None,
            t.geonames_id,
            t.latitude,
            t.longitude,
            t.country,
            t.method,
            t.confidence,
        )
        for t in found.toponyms
        if (t.start, t.end) not in found.governments
    ]
    return tuple(sorted((*actors, *places), key=lambda m: (m.start, m.end, m.kind)))


def _uses(actors: Sequence[ActorMention], events: Sequence[Event]) -> tuple[ActorUse, ...]:
    """Return how the article uses each actor: all the ways it is written, and in how many events it stands."""
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, ActorMention] = {}
    for m in actors:
        first.setdefault(m.actor_id, m)
        texts[m.actor_id][m.text] += m.mention != "pronoun"
    used = Counter(i for e in events for i in {p.actor_id for p in (*e.actors, *e.recipients)} if i is not None)
    return tuple(
        ActorUse(i, m.name, m.kind, m.country, m.sectors, tuple(sorted((+texts[i]).items())), used[i])
        for i, m in sorted(first.items())
    )
