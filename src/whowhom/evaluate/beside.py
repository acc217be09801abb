"""What is found beside events: unknowns, standing ties, and passages of another story."""

from collections.abc import Iterable, Iterator, Sequence

from whowhom.evaluate.gold import GoldArticle, GoldRelation, Range
from whowhom.evaluate.names import named
from whowhom.evaluate.parties import meets
from whowhom.evaluate.rows import ArticleRows
from whowhom.evaluate.scores import Share, Slip
from whowhom.records import Relation


def beside_shares(gold: GoldArticle, rows: ArticleRows) -> Iterator[Share]:
    """Yield precision, recall and F1 of unknowns and relations (by one), and of intruders (by code point).

    A measure of a table that was not given has no cases.
    """
    unknowns = None if rows.unknowns is None else [(u.start, u.end) for u in rows.unknowns]
    yield from _both("unknown", _touching(gold.unknowns, unknowns))
    yield from _both("relation", _ties(gold.relations, rows.relations))
    yield from _both("intruder", _characters(gold.intruders, _intruders(rows)))


def beside_slips(gold: GoldArticle, rows: ArticleRows) -> Iterator[Slip]:
    """Yield the unknowns and relations that were missed or false."""
    if rows.unknowns is not None:
        found = [(u.start, u.end) for u in rows.unknowns]
        for r in gold.unknowns:
            if not any(meets(r, f) for f in found):
                yield _slip("unknown missed", gold.text, r, "unknown", "")
        for f in found:
            if not any(meets(r, f) for r in gold.unknowns):
                yield _slip("unknown false", gold.text, f, "", "unknown")
    for g in gold.relations if rows.relations is not None else ():
        if not any(_same_tie(g, f) for f in rows.relations or ()):
            yield Slip("relation missed", 0, 0, "", f"{g.subject} {g.relation} {g.object}", "", None)
    for tie in rows.relations or ():
        if not any(_same_tie(g, tie) for g in gold.relations):
            at = (tie.trigger.start, tie.trigger.end)
            words = f"{tie.subject.name or tie.subject.text} {tie.relation} {tie.object.name or tie.object.text}"
            yield _slip("relation false", gold.text, at, "", words, tie.rule)


def _slip(kind: str, text: str, at: Range, wanted: str, got: str, rule: str | None = None) -> Slip:
    return Slip(kind, *at, " ".join(text[at[0] : at[1]].split()), wanted, got, rule)


def _both(name: str, counts: tuple[int, int, int, int]) -> Iterator[Share]:
    right_found, found, right_gold, gold = counts
    yield Share(f"{name}_precision", right_found, found, found)
    yield Share(f"{name}_recall", right_gold, gold, gold)
    # Where one answers several of the other side, this is the share of all, on both sides, that have an answer.
    yield Share(f"{name}_f1", right_found + right_gold, found + gold, gold)


def _touching(gold: Sequence[Range], found: Sequence[Range] | None) -> tuple[int, int, int, int]:
    if found is None:
        return 0, 0, 0, 0
    right_found = sum(any(meets(f, g) for g in gold) for f in found)
    right_gold = sum(any(meets(f, g) for f in found) for g in gold)
    return right_found, len(found), right_gold, len(gold)


def _ties(gold: Sequence[GoldRelation], found: Sequence[Relation] | None) -> tuple[int, int, int, int]:
    if found is None:
        return 0, 0, 0, 0
    right_found = sum(any(_same_tie(g, f) for g in gold) for f in found)
    right_gold = sum(any(_same_tie(g, f) for f in found) for g in gold)
    return right_found, len(found), right_gold, len(gold)


def _same_tie(gold: GoldRelation, found: Relation) -> bool:
    return (
        gold.relation == found.relation
        and named((gold.subject,), found.subject.name, found.subject.text)
        and named((gold.object,), found.object.name, found.object.text)
    )


def _intruders(rows: ArticleRows) -> list[Range] | None:
    if rows.passages is None:
        return None
    return [(p.start, p.end) for p in rows.passages if p.kind == "intruder"]


def _characters(gold: Sequence[Range], found: Sequence[Range] | None) -> tuple[int, int, int, int]:
    if found is None:
        return 0, 0, 0, 0
    wanted, got = _covered(gold), _covered(found)
    right = len(wanted & got)
    return right, len(got), right, len(wanted)


def _covered(ranges: Iterable[Range]) -> set[int]:
    return {at for start, end in ranges for at in range(start, end)}
