"""Scores one article: its events, then what was found beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from whowhom.evaluate.align import Alignment, align
from whowhom.evaluate.beside import beside_shares, beside_slips
from whowhom.evaluate.fields import FIELDS, Judged, judge, right_parties
from whowhom.evaluate.gold import GoldArticle, GoldEvent, Range
from whowhom.evaluate.parties import meets
from whowhom.evaluate.rows import ArticleRows
from whowhom.evaluate.scores import ArticleScore, Outcome, Share, Slip, Verdict
from whowhom.records import Event, Party

_AROUND = 30


@dataclass(frozen=True, slots=True)
class _Hit:
    """A gold event that was found: its reports of the right type, and how its parties and fields came out."""

    gold: GoldEvent
    reports: tuple[Event, ...]
    actor: bool
    recipient: bool
    fields: tuple[Judged, ...]


def score_article(gold: GoldArticle, rows: ArticleRows) -> ArticleScore:
    """Score what was found in one article."""
    pairs = align(gold.events, rows.events)
    typed = [_typed(event, pairs.reports[i], rows.events) for i, event in enumerate(gold.events)]
    hits = [_hit(event, reports) for event, reports in zip(gold.events, typed, strict=True) if reports]
    verdicts = tuple(_verdict(i, event, pairs, gold, typed) for i, event in enumerate(rows.events))
    missed = [i for i, event in enumerate(gold.events) if not typed[i] and not event.optional]
    slips = (
        *(_missed(gold, i, pairs, rows.events) for i in missed),
        *(slip for hit in hits for slip in _hit_slips(gold.text, hit)),
        *_false(gold, rows.events, verdicts),
        *beside_slips(gold, rows),
    )
    shares = (*_event_shares(gold, rows.events, hits, len(missed), verdicts), *beside_shares(gold, rows))
    return ArticleScore(gold.id, shares, tuple(sorted(slips, key=lambda s: s.start)), verdicts)


def _typed(gold: GoldEvent, reports: Iterable[int], events: Sequence[Event]) -> tuple[Event, ...]:
    return tuple(events[i] for i in reports if events[i].event_type in gold.event_type)


def _hit(gold: GoldEvent, reports: tuple[Event, ...]) -> _Hit:
    return _Hit(gold, reports, *right_parties(gold, reports), tuple(judge(gold, reports)))


def _verdict(at: int, event: Event, pairs: Alignment, gold: GoldArticle, typed: Sequence[tuple[Event, ...]]) -> Verdict:
    of = pairs.gold[at]
    outcome: Outcome = "uncounted" if event.embedded_in else "false"
    if of is not None and event.event_type in gold.events[of].event_type:
        outcome = "right" if event is typed[of][0] else "repeat"
    return Verdict(event.event_id, outcome, of, event.confidence)


def _event_shares(
    gold: GoldArticle, events: Sequence[Event], hits: Sequence[_Hit], missed: int, verdicts: Sequence[Verdict]
) -> Iterator[Share]:
    hit, wanted = len(hits), len(hits) + missed
    outcomes = Counter(v.outcome for v in verdicts)
    found = outcomes["right"] + outcomes["false"]
    both = sum(h.actor and h.recipient for h in hits)
    yield Share("type_precision", hit, found, found)
    yield Share("type_recall", hit, wanted, wanted)
    # F1 = 2 hit / (found + wanted): a share like the others, so that it too can be summed over articles.
    yield Share("type_f1", 2 * hit, found + wanted, wanted)
    yield Share("who_whom_f1", 2 * both, found + wanted, wanted)
    yield Share("actor", sum(h.actor for h in hits), hit, hit)
    yield Share("recipient", sum(h.recipient for h in hits), hit, hit)
    for field in FIELDS:
        results = [judged.right for h in hits for judged in h.fields if judged.field == field]
        yield Share(field, sum(results), len(results), len(results))
    strays = sum(v.outcome == "false" and _in(gold.intruders, e) for v, e in zip(verdicts, events, strict=True))
    numbers = (wanted, found, strays, outcomes["repeat"], outcomes["uncounted"])
    for name, number in zip(("gold", "found", "in_intruder", "repeats", "embedded_uncounted"), numbers, strict=True):
        yield Share(name, number, 0, number)


def _in(ranges: Iterable[Range], event: Event) -> bool:
    return any(meets((event.trigger.start, event.trigger.end), r) for r in ranges)


def _missed(gold: GoldArticle, at: int, pairs: Alignment, events: Sequence[Event]) -> Slip:
    event = gold.events[at]
    coded = "/".join(events[i].event_type for i in pairs.reports[at][:1])
    rule = next((events[i].rule for i in pairs.reports[at]), None)
    return _slip("missed", gold.text, event.triggers[0], "/".join(event.event_type), coded, rule)


def _hit_slips(text: str, hit: _Hit) -> Iterator[Slip]:
    first, gold = hit.reports[0], hit.gold
    at = (first.trigger.start, first.trigger.end)
    for kind, right, wanted, got in (
        ("actor", hit.actor, gold.actors, first.actors),
        ("recipient", hit.recipient, gold.recipients, first.recipients),
    ):
        if not right:
            names = ", ".join("/".join(party.names) for party in wanted)
            yield _slip(kind, text, at, names or "nobody", ", ".join(map(_name, got)), first.rule)
    for judged in hit.fields:
        if not judged.right:
            yield _slip(judged.field, text, at, judged.wanted, judged.got, first.rule)


def _false(gold: GoldArticle, events: Sequence[Event], verdicts: Sequence[Verdict]) -> Iterator[Slip]:
    for event, verdict in zip(events, verdicts, strict=True):
        if verdict.outcome == "false":
            wanted = "" if verdict.gold is None else "/".join(gold.events[verdict.gold].event_type)
            at = (event.trigger.start, event.trigger.end)
            yield _slip("false", gold.text, at, wanted, event.event_type, event.rule)


def _slip(kind: str, text: str, at: Range, wanted: str, got: str, rule: str | None) -> Slip:
    return Slip(kind, *at, words_around(text, at), wanted, got, rule)


def words_around(text: str, at: Range) -> str:
    """Return the words at a place with some whole ones on either side, in one line."""
    before, after = text[: at[0]][-_AROUND:], text[at[1] : at[1] + _AROUND]
    if len(before) == _AROUND:
        before = before[before.find(" ") + 1 :]
    if len(after) == _AROUND:
        after = after[: after.rfind(" ") + 1]
    return " ".join(f"{before}«{text[at[0] : at[1]]}»{after}".split())


def _name(party: Party) -> str:
    return party.name or party.text or "+".join(party.sectors) or "?"
