"""`whowhom evaluate`: how far the coding agrees with articles that were coded by hand."""

import json
import tempfile
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whowhom.cli.code import run
from whowhom.cli.options import AsJson, Codebook, Model, settings_from
from whowhom.errors import BadInput
from whowhom.settings import RunSettings, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whowhom.evaluate import Beside, GoldArticle, Scores
    from whowhom.records import Event

Gold = Annotated[
    Path | None,
    typer.Argument(
        help="Hand-coded articles, one a line, as the demo has them (whowhom/demo/README.md); the demo's by default."
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
    errors: Annotated[
        bool, typer.Option("--errors", help="Print what went wrong by cause, the commonest first.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Score the coding against articles that were coded by hand.

    The intervals (95 %) say how far a figure would move with other articles of the same kind.
    Example: whowhom evaluate gold.jsonl --show
    """
    from whowhom.cli.scores import as_dict, print_scores
    from whowhom.evaluate import read_gold, score

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
        return
    print_scores(scores, articles, show)
    if errors:
        _print_causes(scores, articles, beside, codebook)


def _print_causes(scores: "Scores", articles: "Sequence[GoldArticle]", beside: "Beside", codebook: Path | None) -> None:
    from whowhom.codebook import load_codebook
    from whowhom.evaluate import cause_lines, causes

    names = {a.article_id: a.input_id for a in beside.articles}
    refusals = defaultdict(list)
    for refusal in beside.refusals:
        refusals[names.get(refusal.article_id) or ""].append(refusal)
    known = load_codebook(codebook).trigger_forms
    for line in cause_lines(causes(scores, refusals, known, {a.id: a.text for a in articles})):
        typer.echo(line)


def demo_gold() -> Path:
    """Return the hand-coded articles that ship with the program."""
    return Path(str(files("whowhom"))) / "demo" / "gold.jsonl"


def code_gold(path: Path, settings: Settings, quiet: bool = True) -> "tuple[tuple[Event, ...], Beside]":
    """Code the articles of a gold file in a folder that is thrown away; return what was found in them."""
    with tempfile.TemporaryDirectory(prefix="whowhom-evaluate-") as folder:
        output = Path(folder) / "dataset"
        run([str(path)], output, settings, quiet)
        return found_in(output)


def found_in(folder: Path) -> "tuple[tuple[Event, ...], Beside]":
    """Return the events of a dataset, and what it holds beside them."""
    from whowhom.dataset import open_dataset
    from whowhom.evaluate import Beside
    from whowhom.records import Article, Event, Passage, Refusal, Relation, Unknown
    from whowhom.store import from_table

    dataset = open_dataset(folder)
    beside = Beside(
        articles=tuple(from_table(Article, dataset.table("articles"))),
        relations=tuple(from_table(Relation, dataset.table("relations"))),
        unknowns=tuple(from_table(Unknown, dataset.table("unknowns"))),
        passages=tuple(from_table(Passage, dataset.table("passages"))),
        refusals=tuple(from_table(Refusal, dataset.table("refusals"))),
    )
    return tuple(from_table(Event, dataset.table("events"))), beside
