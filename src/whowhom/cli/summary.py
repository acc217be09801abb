"""What is said at the end of a run: what was read, found, refused, and why."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from whowhom.run import RunSummary


def print_summary(summary: "RunSummary", console: Console) -> None:
    """Print the summary of a run as text and two small tables."""
    t = summary.tally
    say(console, f"{t.given:,} in = {t.read:,} read + {t.refused:,} refused")
    parts = (
        (t.coded, "coded"), (t.duplicates, "copies of an earlier one"), (t.not_english, "not English"),
        (t.gated_out, "with nothing to code"), (t.failed, "on which whowhom failed"),
    )  # fmt: skip
    if t.read:
        say(console, "of those read: " + ", ".join(f"{n:,} {what}" for n, what in parts if n))
    if summary.notices:
        were = "was" if summary.notices == 1 else "were"
        say(console, f"{summary.notices:,} {were} read with a notice (a date that is none, a guessed encoding)")
    console.print(_table("rows", summary.rows))
    if summary.refusals:
        console.print(_table("turned down", summary.refusals))
    if summary.rejected:
        console.print(_table("refused inputs", summary.rejected))
        say(console, f"each with its remedy in {summary.output / 'rejected.jsonl'}")
    say(console, f"written to {summary.output}")


def say(console: Console, line: str) -> None:
    """Print a line as it is: paths are not broken, brackets are no markup."""
    console.print(line, markup=False, highlight=False, soft_wrap=True)


def _table(title: str, counts: Mapping[str, int]) -> Table:
    table = Table(show_header=False, title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name, n in sorted(counts.items(), key=lambda x: -x[1])[:14]:
        table.add_row(f"{n:,}", name)
    return table
