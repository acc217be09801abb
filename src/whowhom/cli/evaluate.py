"""`whowhom evaluate`: how far the coding agrees with articles that were coded by hand."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from whowhom.cli.options import AsJson, Codebook, Model, settings_from
from whowhom.cli.progress import RunBar
from whowhom.errors import BadInput
from whowhom.evaluate import NUMBERS, Beside, Figure, GoldArticle, Scores, Slip, read_gold, score
from whowhom.records import Article, Event, Passage, Relation, Unknown
from whowhom.settings import RunSettings, Settings

Gold = Annotated[
    Path | None,
    typer.Argument(
        help="Hand-coded articles, one a line, in the form of the demo's (whowhom/demo/README.md), which are the default."
    ),
]
OfDataset = Annotated[
    Path | None, typer.Option("--dataset", help="Score this dataset, by input_id, and code nothing anew.")
]


def evaluate(
    gold: Gold = None,
    dataset: OfDataset = None,
    jobs: Annotated[int, typer.Option(help="Processes.", min=1)] = 1,
    model: Model = None,
    codebook: Codebook = None,
    show: Annotated[bool, typer.Option("--show", help="Print all that went wrong, article by article.")] = False,
    as_json: AsJson = False,
) -> None:
    """Score the coding against articles that were coded by hand.

    The intervals (95 %) say how far a figure would move with other articles of the same kind.
    Example: whowhom evaluate gold.jsonl --show
    """
    path = gold or demo_gold()
    articles = read_gold(path)
    if dataset is None:
        settings = settings_from(model, codebook, run=RunSettings(jobs=jobs, copies="code"))
        events, beside = code_gold(path, settings, quiet=as_json)
    else:
        events, beside = found_in(dataset)
        if not {a.id for a in articles} & {a.input_id for a in beside.articles}:
            raise BadInput(
                f"No article of {dataset} has an input_id that stands in {path}. Code the gold file itself: "
                f"whowhom code {path} -o ANOTHER --copies code"
            )
    scores = score(articles, events, beside)
    if as_json:
        typer.echo(json.dumps(as_dict(scores, show), indent=2))
    else:
        print_scores(scores, articles, show, Console())


def demo_gold() -> Path:
    """Return the hand-coded articles that ship with the program."""
    return Path(str(files("whowhom"))) / "demo" / "gold.jsonl"


def code_gold(path: Path, settings: Settings, quiet: bool = True) -> tuple[tuple[Event, ...], Beside]:
    """Code the articles of a gold file in a folder that is thrown away; return what was found in them."""
    from whowhom.run import code_corpus

    with tempfile.TemporaryDirectory(prefix="whowhom-evaluate-") as folder:
        output = Path(folder) / "dataset"
        with RunBar(Console(stderr=True), quiet) as bar:
            code_corpus([str(path)], output, settings, bar.report)
        return found_in(output)


def found_in(folder: Path) -> tuple[tuple[Event, ...], Beside]:
    """Return the events of a dataset, and what it holds beside them."""
    from whowhom.dataset import open_dataset
    from whowhom.store import from_table

    dataset = open_dataset(folder)
    beside = Beside(
        articles=tuple(from_table(Article, dataset.table("articles"))),
        relations=tuple(from_table(Relation, dataset.table("relations"))),
        unknowns=tuple(from_table(Unknown, dataset.table("unknowns"))),
        passages=tuple(from_table(Passage, dataset.table("passages"))),
    )
    return tuple(from_table(Event, dataset.table("events"))), beside


def as_dict(scores: Scores, show: bool) -> dict[str, object]:
    """Return scores as JSON can hold them; the slips only where they are to be shown."""
    figures = {f.measure: {"value": f.value, "low": f.low, "high": f.high, "n": f.n} for f in scores.figures}
    held: dict[str, object] = {"figures": figures, "notes": list(scores.notes)}
    if show:
        held["slips"] = {a.article_id: [asdict(slip) for slip in a.slips] for a in scores.articles}
    return held


def print_scores(scores: Scores, gold: Sequence[GoldArticle], show: bool, console: Console) -> None:
    """Print the figures as a table, after the slips where they are to be shown."""
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
