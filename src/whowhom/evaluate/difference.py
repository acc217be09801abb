"""Gained and lost events between two codings of the same articles, as exported rows.

An event is known again by its article (`input_id`), the place of its trigger and its type. `-` is
lost, `+` gained, `~` changed in the fields named.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

#: Rows as the program exported them: two states of it may write two different forms.
Row = dict[str, Any]
Key = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One event that is only in one of the two, or in both with other fields."""

    key: Key
    old: Row | None
    new: Row | None


def compare(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Difference]:
    """Yield the differences in the order of articles and text."""
    before, after = by_key(old), by_key(new)
    for key in sorted(before.keys() | after.keys()):
        ours, theirs = before.get(key, []), after.get(key, [])
        for i in range(max(len(ours), len(theirs))):
            was, now = (rows[i] if i < len(rows) else None for rows in (ours, theirs))
            if was is None or now is None or fields(was) != fields(now):
                yield Difference(key, was, now)


def by_key(rows: Sequence[Row]) -> dict[Key, list[Row]]:
    """Return the events by what they are known again by."""
    held: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        name = row.get("input_id") or row["article_id"]
        held[name, row["trigger"]["start"], row["trigger"]["end"], row["event_type"]].append(row)
    return held


def fields(row: Row) -> dict[str, str]:
    """Return what is compared in an event, in words."""
    date, place, source = (row.get(name) or {} for name in ("date", "place", "attribution"))
    return {
        "modes": "/".join(row.get("modes") or ()),
        "actors": names(row.get("actors")),
        "recipients": names(row.get("recipients")),
        "status": str(row.get("status")),
        "certainty": str(row.get("certainty")),
        "date": f"{date.get('earliest')}..{date.get('latest')}" if date else "",
        "place": place.get("name") or place.get("text") or "",
        "attribution": f"{source.get('kind', '')} {source.get('name') or source.get('text') or ''}".strip(),
        "counts": ", ".join(f"{c['kind']} {c.get('low')}-{c.get('high')}" for c in row.get("counts") or ()),
        "content of another": "yes" if row.get("embedded_in") else "no",
    }


def names(parties: Sequence[Row] | None) -> str:
    """Return parties in words, each with its country and sectors."""
    said = (p.get("name") or p.get("text") or "?" for p in parties or ())
    codes = ("+".join([p.get("country") or "-", *(p.get("sectors") or ())]) for p in parties or ())
    return ", ".join(f"{name} ({code})" for name, code in zip(said, codes, strict=True))


def lines(difference: Difference) -> Iterator[str]:
    """Yield a difference in one line, and one more for each field that changed."""
    row = difference.new or difference.old or {}
    sign = "~" if difference.old and difference.new else "+" if difference.new else "-"
    said = fields(row)
    yield (
        f"{sign} {difference.key[0]} {row['event_type']} {quoted(row)} "
        f"{said['actors'] or 'nobody'} -> {said['recipients'] or 'nobody'} ({said['status']}) [{row.get('rule')}]"
    )
    if difference.old and difference.new:
        was, now = fields(difference.old), fields(difference.new)
        for name in was:
            if was[name] != now[name]:
                yield f"    {name}: {was[name] or 'none'} -> {now[name] or 'none'}"


def quoted(row: Row) -> str:
    """Return the trigger with the words around it."""
    trigger, sentence = row["trigger"], row.get("sentence") or row["trigger"]
    at, end = trigger["start"] - sentence["start"], trigger["end"] - sentence["start"]
    text = sentence["text"]
    if at < 0 or end > len(text):
        return f"«{trigger['text']}»"
    return " ".join(f"{text[max(0, at - 40) : at]}«{text[at:end]}»{text[end : end + 40]}".split())


def summary(differences: Sequence[Difference], old: Sequence[Row], new: Sequence[Row]) -> str:
    """Return the numbers in one line."""
    gained, lost = sum(d.old is None for d in differences), sum(d.new is None for d in differences)
    changed = len(differences) - gained - lost
    return f"{len(old)} events, now {len(new)}: {gained} gained, {lost} lost, {changed} changed"
