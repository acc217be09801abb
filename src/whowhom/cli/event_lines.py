"""Events as lines for the terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.text import Text

if TYPE_CHECKING:
    from whowhom.dataset import Dataset

QUERY = """
SELECT event_type, modes, actors, recipients, status, date.earliest AS day, place.name AS place,
       attribution.kind AS source, sentence.text AS words
FROM events WHERE embedded_in IS NULL ORDER BY confidence DESC, article_id, trigger.start LIMIT {most}
"""


def event_lines(dataset: "Dataset", most: int) -> Iterator[Text]:
    """Yield the events that the coder is surest of, two lines each: who did what to whom, and the words that say so."""
    with dataset.duckdb() as connection:
        rows = connection.execute(QUERY.format(most=most)).fetchall()
    for kind, modes, actors, recipients, status, day, place, source, sentence in rows:
        line = Text(f"{kind} {'/'.join(modes)}".strip(), style="bold green")
        line.append(f"  {_names(actors) or 'nobody named'}", style="bold")
        line.append(f" -> {_names(recipients)}" if recipients else "", style="bold")
        facts = [status, str(day or ""), place or "", "" if source == "narrator" else f"source: {source}"]
        line.append(f"  ({', '.join(f for f in facts if f)})\n")
        line.append("    " + " ".join(sentence.split()), style="dim")
        yield line


def _names(parties: list[dict[str, Any]]) -> str:
    return ", ".join(p["name"] or p["text"] or "+".join(p["sectors"]) or "?" for p in parties)
