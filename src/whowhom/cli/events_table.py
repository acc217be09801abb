"""Events as a table for the terminal."""

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from whowhom.dataset import Dataset

QUERY = """
SELECT event_type, modes, actors, recipients, status, date.earliest AS day, place.name AS place,
       attribution.kind AS source, trigger.text AS words
FROM events WHERE embedded_in IS NULL ORDER BY confidence DESC, article_id, trigger.start LIMIT {most}
"""


def events_table(dataset: "Dataset", most: int) -> Table:
    """Return the events that the coder is surest of."""
    table = Table(title=f"the {most} surest events", title_justify="left")
    for name in ("what", "who", "to whom", "status", "day", "place", "source", "words"):
        table.add_column(name)
    with dataset.duckdb() as connection:
        rows = connection.execute(QUERY.format(most=most)).fetchall()
    for kind, modes, actors, recipients, *rest in rows:
        what = f"{kind} {'/'.join(modes)}".strip()
        cells = (what, _names(actors), _names(recipients), *("" if x is None else str(x) for x in rest))
        table.add_row(*map(Text, cells))
    return table


def _names(parties: list[dict[str, Any]]) -> str:
    return ", ".join(p["name"] or p["text"] or "+".join(p["sectors"]) or "?" for p in parties)
