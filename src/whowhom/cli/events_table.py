"""Events as a table for the terminal."""

from typing import Any

from rich.table import Table

from whowhom.dataset import Dataset

QUERY = """
SELECT event_type, modes, actors, recipients, status, date.earliest AS day, place.name AS place,
       attribution.kind AS source, trigger.text AS words
FROM events WHERE embedded_in IS NULL ORDER BY confidence DESC LIMIT {most}
"""


def events_table(dataset: Dataset, most: int) -> Table:
    """Return the events that the coder is surest of."""
    table = Table(title=f"the {most} surest events", title_justify="left")
    for name in ("what", "who", "to whom", "status", "day", "place", "source", "words"):
        table.add_column(name)
    connection = dataset.duckdb()
    for kind, modes, actors, recipients, *rest in connection.execute(QUERY.format(most=most)).fetchall():
        what = f"{kind} {'/'.join(modes)}".strip()
        table.add_row(what, _names(actors), _names(recipients), *("" if x is None else str(x) for x in rest))
    return table


def _names(parties: list[dict[str, Any]]) -> str:
    return ", ".join(p["name"] or p["text"] or "+".join(p["sectors"]) or "?" for p in parties)
