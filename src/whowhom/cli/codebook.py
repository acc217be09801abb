"""`whowhom codebook`: begin, check and compare codebooks."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whowhom.errors import BadCodebook
from whowhom.settings import RunSettings, Settings

if TYPE_CHECKING:
    from whowhom.evaluate import Row

app = typer.Typer(help="Begin, check and compare codebooks.", no_args_is_help=True)


@app.callback()
def _root() -> None:
    """Begin, check and compare codebooks."""


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A codebook's folder; ours where none is named.")] = None,
) -> None:
    """Load a codebook, run every example of it, and report all faults with file and line.

    Exit status 1 where an example does not come out as it says, 2 where the codebook cannot be loaded.
    Example: whowhom codebook check my-codebook
    """
    from rich.console import Console

    from whowhom.examples import check_examples
    from whowhom.pipeline import load_coder

    try:
        coder = load_coder(Settings(codebook=folder))
    except BadCodebook as error:
        typer.echo(f"whowhom: {error}", err=True)
        raise typer.Exit(2) from None
    failures = check_examples(coder)
    console = Console()
    for failure in failures:
        console.print(str(failure), markup=False, highlight=False, soft_wrap=True)
    frames = {
        r.name
        for rules in (coder.codebook.rules, coder.codebook.relations)
        for t in (rules.verbs, rules.nouns)
        for rs in t.values()
        for r in rs
    }
    tried = sum(len(e.examples) + len(e.counterexamples) for e in coder.codebook.entries)
    console.print(
        f"{coder.codebook.name} {coder.codebook.version}: {len(coder.codebook.entries)} entries, {len(frames)} frames, "
        f"{tried} examples, {len(failures)} of them fail"
    )
    raise typer.Exit(1 if failures else 0)


@app.command()
def new(folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet.")]) -> None:
    """Write a small commented codebook to begin with: electoral events, three types.

    Example: whowhom codebook new my-codebook
    """
    from whowhom.codebook import example_folder
    from whowhom.errors import BadSettings

    if folder.exists():
        raise BadSettings(f"{folder} exists already: name a folder that does not, so that nothing is written over")
    shutil.copytree(example_folder(), folder)
    typer.echo(f"{folder}: edit types.yml and events/elections.yml, then: whowhom codebook check {folder}")


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="A codebook's folder, or `plover` for ours.")],
    new: Annotated[str, typer.Argument(help="Another one.")],
    articles: Annotated[Path, typer.Argument(help="Articles, as `whowhom code` reads them.")],
    jobs: Annotated[int, typer.Option(help="Processes.", min=1)] = 1,
) -> None:
    """Code articles with two codebooks, and show which events the second gains (+), loses (-) and changes (~).

    Example: whowhom codebook diff plover my-codebook articles/
    """
    from whowhom.evaluate import compare, lines, summary

    with tempfile.TemporaryDirectory(prefix="whowhom-diff-") as work:
        before, after = (_coded(_named(name), articles, Path(work) / str(n), jobs) for n, name in enumerate((old, new)))
    differences = list(compare(before, after))
    for difference in differences:
        for line in lines(difference):
            typer.echo(line)
    typer.echo(summary(differences, before, after))


def _named(name: str) -> Path | None:
    from whowhom.codebook import BUILT_IN

    return None if name == BUILT_IN else Path(name)


def _coded(codebook: Path | None, articles: Path, folder: Path, jobs: int) -> "list[Row]":
    """Code articles with a codebook; return the events as they are exported."""
    from whowhom.cli.code import run
    from whowhom.export import export_table

    run(
        [str(articles)],
        folder / "dataset",
        Settings(codebook=codebook, run=RunSettings(jobs=jobs, copies="code")),
        True,
    )
    export_table(folder / "dataset", "events", "jsonl", folder / "events.jsonl")
    with (folder / "events.jsonl").open(encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]
