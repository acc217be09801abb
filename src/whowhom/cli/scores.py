"""What `whowhom evaluate` prints: the figures, and what went wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from whowhom.evaluate import NUMBERS, Figure, GoldArticle, Scores, Slip


def as_dict(scores: Scores, show: bool) -> dict[str, object]:
    """Return scores as JSON can hold them; the slips only where they are to be shown."""
    figures = {f.measure: {"value": f.value, "low": f.low, "high": f.high, "n": f.n} for f in scores.figures}
    held: dict[str, object] = {"figures": figures, "notes": list(scores.notes)}
    if show:
        held["slips"] = {a.article_id: [asdict(slip) for slip in a.slips] for a in scores.articles}
    return held


def print_scores(scores: Scores, gold: Sequence[GoldArticle], show: bool) -> None:
    """Print the figures as a table, after the slips where they are to be shown."""
    console = Console()
    for article, of in zip(scores.articles if show else (), gold, strict=False):
        console.print(f"{article.article_id}: {of.title or ''}", style="bold", markup=False, highlight=False)
        for slip in article.slips:
            console.print("  " + slip_line(slip), markup=False, highlight=False, soft_wrap=True)
    console.print(_table(scores.figures, len(scores.articles)))
    for note in scores.notes:
        console.print(f"note: {note}", markup=False, highlight=False, soft_wrap=True)


def slip_line(slip: Slip) -> str:
    """Return one slip in one line: what kind, what was wanted, what came, where, by which rule."""
    wanted = f"wanted {slip.wanted}" if slip.wanted else ""
    got = f"got {slip.got}" if slip.got else "" if slip.kind.endswith("missed") else "got nothing"
    rule = f"  [{slip.rule}]" if slip.rule else ""
    said = ", ".join(part for part in (wanted, got) if part)
    return f"{slip.kind.upper()} {said}: {slip.words}{rule}" if slip.words else f"{slip.kind.upper()} {said}{rule}"


def _table(figures: Sequence[Figure], articles: int) -> Table:
    table = Table(title=f"against {articles} hand-coded articles", title_justify="left", box=None)
    table.add_column("measure")
    for name in ("figure", "95 % interval", "n"):
        table.add_column(name, justify="right")
    for cells in _rows(figures):
        table.add_row(*cells)
    return table


def _rows(figures: Sequence[Figure]) -> Iterator[tuple[str, str, str, str]]:
    for f in figures:
        name = f.measure.replace("_", " ")
        if f.measure in NUMBERS:
            yield name, "", "", str(f.n)
        elif f.value is None:
            yield name, "-", "", "0"
        else:
            interval = "" if f.low is None or f.high is None else f"{f.low:.2f} to {f.high:.2f}"
            yield name, f"{f.value:.3f}", interval, str(f.n)
