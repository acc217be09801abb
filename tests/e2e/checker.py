"""Says every fault of a dataset: a span whose words are not the article's, an id used twice, a reference to nothing."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from whowhom import Dataset

Row = dict[str, Any]
IDS = {
    "articles": "article_id", "events": "event_id", "relations": "relation_id", "statements": "statement_id",
    "unknowns": "unknown_id", "actors": "actor_id", "incidents": "incident_id",
}  # fmt: skip
BARRED = ("intruder", "boilerplate", "section_label", "duplicate")


def faults(dataset: Dataset) -> list[str]:
    """Return all faults, as `table row N: path: what is wrong`; an empty list for a sound dataset."""
    rows = {name: dataset.table(name).to_pylist() for name in dataset.tables}
    texts = {row["article_id"]: row["text"] for row in rows["articles"]}
    found: list[str] = []
    for name, held in rows.items():
        for number, row in enumerate(held):
            of_row = [*_blank(row), *(_in_article(row, texts) if name != "articles" and "article_id" in row else ())]
            found.extend(f"{name} row {number}: {fault}" for fault in of_row)
    found.extend(_twice(rows))
    found.extend(_dangling(rows))
    found.extend(_in_barred_passages(rows))
    return found


def _in_article(row: Row, texts: dict[str, str]) -> Iterator[str]:
    text = texts.get(row["article_id"])
    if text is None:
        yield f"its article {row['article_id']} is not there"
        return
    for path, part in parts(row):
        if "start" in part and "end" in part:
            yield from (f"{path}: {fault}" for fault in _span(part, text))


def _span(part: Row, text: str) -> Iterator[str]:
    start, end, words = part["start"], part["end"], part.get("text")
    if start is None or end is None:
        if (start, end) != (None, None):
            yield f"has one end only: {start}..{end}"
    elif not 0 <= start < end <= len(text):
        yield f"{start}..{end} is not inside the {len(text)} characters"
    elif "text" in part and text[start:end] != words:
        yield f"says {words!r} where {text[start:end]!r} stands"


def parts(value: object, path: str = "row") -> Iterator[tuple[str, Row]]:
    """Yield every record inside a row, itself first, with the path to it."""
    if isinstance(value, dict):
        yield path, value
        for key, item in value.items():
            yield from parts(item, f"{path}.{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from parts(item, f"{path}[{number}]")


def _blank(row: Row) -> Iterator[str]:
    for path, part in parts(row):
        yield from (f"{path}.{key} is an empty string" for key, value in part.items() if value == "")


def _twice(rows: dict[str, list[Row]]) -> Iterator[str]:
    for name, key in IDS.items():
        counts = Counter(row[key] for row in rows[name])
        yield from (f"{name}: {key} {value} stands {count} times" for value, count in counts.items() if count > 1)


def _dangling(rows: dict[str, list[Row]]) -> Iterator[str]:
    events = {row["event_id"]: row for row in rows["events"]}
    incidents = {row["incident_id"]: row for row in rows["incidents"]}
    actors = {row["actor_id"] for row in rows["actors"]}
    for event_id, event in events.items():
        outer = event["embedded_in"]
        if outer is not None and (outer not in events or events[outer]["article_id"] != event["article_id"]):
            yield f"event {event_id} is embedded in {outer}, which is no event of its article"
        if event_id not in incidents.get(event["incident_id"], {"events": []})["events"]:
            yield f"event {event_id} is not listed by its incident {event['incident_id']}"
        for party in (*event["actors"], *event["recipients"]):
            if party["actor_id"] is not None and party["actor_id"] not in actors:
                yield f"event {event_id} names actor {party['actor_id']}, which is not there"
    listed = Counter(event_id for incident in incidents.values() for event_id in incident["events"])
    yield from (f"incidents list {name} {n} times" for name, n in listed.items() if n > 1 or name not in events)


def _in_barred_passages(rows: dict[str, list[Row]]) -> Iterator[str]:
    barred = [row for row in rows["passages"] if row["kind"] in BARRED]
    for event in rows["events"]:
        for row in barred:
            here = event["article_id"] == row["article_id"] and row["start"] <= event["trigger"]["start"] < row["end"]
            if here:
                yield f"event {event['event_id']} stands in a passage of kind {row['kind']}"
