"""The fields of an event that was found: each is right where one of its reports has it right."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from whowhom.evaluate.gold import GoldCount, GoldEvent, GoldParty
from whowhom.evaluate.names import named
from whowhom.evaluate.parties import right_countries, right_sectors, same_side
from whowhom.records import Event, Party

#: The fields that `judge` judges; the gold need not have all of them.
FIELDS = ("country", "sector", "status", "mode", "attribution", "place", "date", "count")


@dataclass(frozen=True, slots=True)
class Judged:
    """One field of one gold event: was it right, what was wanted, what came."""

    field: str
    right: bool
    wanted: str
    got: str


def sides(gold: GoldEvent, event: Event) -> tuple[Sequence[Party], Sequence[Party]]:
    """Return who may stand as actor and who as recipient: anybody, where the happening has no doer."""
    both = (*event.actors, *event.recipients)
    return (both, both) if gold.symmetric else (event.actors, event.recipients)


def right_parties(gold: GoldEvent, reports: Sequence[Event]) -> tuple[bool, bool]:
    """Return whether any report has who did it, and whether any has to whom."""
    found = [sides(gold, event) for event in reports]
    actor = any(same_side(gold.actors, who) for who, _ in found)
    return actor, any(same_side(gold.recipients, whom) for _, whom in found)


def judge(gold: GoldEvent, reports: Sequence[Event]) -> Iterator[Judged]:
    """Yield a judgement for each field that the gold event has; `reports` are of the right type."""
    first = reports[0]
    yield from _codes("country", gold, reports, right_countries, lambda p: p.country or "-")
    yield from _codes("sector", gold, reports, right_sectors, lambda p: "+".join(p.sectors) or "-")
    if gold.status:
        yield Judged("status", any(e.status in gold.status for e in reports), "/".join(gold.status), first.status)
    if gold.mode:
        right = any(set(gold.mode) & set(e.modes) for e in reports)
        yield Judged("mode", right, "/".join(gold.mode), "/".join(first.modes))
    for field, wanted, check, show in (
        ("attribution", gold.attribution, _right_source, source_words),
        ("place", gold.place, _right_place, place_words),
        ("date", gold.date, _right_date, date_words),
    ):
        if wanted:
            yield Judged(field, any(check(gold, e) for e in reports), _wanted(gold, field), show(first))
    for count in gold.counts:
        right = any(_right_count(count, e) for e in reports)
        yield Judged("count", right, f"{'/'.join(count.what)} {_either(count.low)}", count_words(first))


def _codes(
    field: str,
    gold: GoldEvent,
    reports: Sequence[Event],
    check: Callable[[Sequence[GoldParty], Sequence[Party]], bool | None],
    show: Callable[[Party], str],
) -> Iterator[Judged]:
    found = [sides(gold, event) for event in reports]
    for at, wanted in enumerate((gold.actors, gold.recipients)):
        verdicts = [check(wanted, pair[at]) for pair in found]
        if verdicts[0] is None:
            continue
        codes = [g.country or "-" if field == "country" else "+".join(g.sectors) or "-" for g in wanted]
        yield Judged(field, any(verdicts), ", ".join(codes), ", ".join(show(p) for p in found[0][at]))


def _right_source(gold: GoldEvent, event: Event) -> bool:
    wanted, found = gold.attribution, event.attribution
    if wanted is None or found.kind not in wanted.kind:
        return False
    return not wanted.names or named(wanted.names, found.name, found.text)


def _right_place(gold: GoldEvent, event: Event) -> bool:
    found = event.place
    return gold.place is not None and found is not None and named(gold.place.names, found.name, found.text)


def _right_date(gold: GoldEvent, event: Event) -> bool:
    if gold.date is None:
        return False
    earliest, latest = (event.date.earliest, event.date.latest) if event.date else (None, None)
    return earliest in gold.date.earliest and latest in gold.date.latest


def _right_count(gold: GoldCount, event: Event) -> bool:
    return any(count.kind in gold.what and count.low in gold.low for count in event.counts)


def _wanted(gold: GoldEvent, field: str) -> str:
    if field == "attribution" and gold.attribution:
        return f"{'/'.join(gold.attribution.kind)} {'/'.join(gold.attribution.names)}".strip()
    if field == "place" and gold.place:
        return "/".join(gold.place.names)
    return f"{_either(gold.date.earliest)}..{_either(gold.date.latest)}" if gold.date else ""


def _either(values: Sequence[object]) -> str:
    return "/".join("open" if value is None else str(value) for value in values)


def source_words(event: Event) -> str:
    """Return who vouches for an event, in words."""
    return f"{event.attribution.kind} {event.attribution.name or event.attribution.text or ''}".strip()


def place_words(event: Event) -> str:
    """Return where an event happened, in words."""
    return (event.place.name or event.place.text or "") if event.place else ""


def date_words(event: Event) -> str:
    """Return when an event happened, in words."""
    return _either((event.date.earliest,)) + ".." + _either((event.date.latest,)) if event.date else ""


def count_words(event: Event) -> str:
    """Return the figures of an event, in words."""
    return ", ".join(f"{count.kind} {_either((count.low,))}" for count in event.counts)
