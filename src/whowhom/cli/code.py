"""`whowhom code`: articles in, a dataset out."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from whowhom.cli.options import AsJson, Codebook, Fields, Model, Quiet, settings_from
from whowhom.settings import RunSettings, Settings

if TYPE_CHECKING:
    from whowhom.run import RunSummary

Inputs = Annotated[list[str], typer.Argument(help="Files, folders or globs; - for standard input.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="The dataset's folder. A broken-off run goes on in it.")]


def code(
    inputs: Inputs,
    output: Output,
    jobs: Annotated[int, typer.Option(help="Processes.", min=1)] = 1,
    copies: Annotated[Literal["skip", "code"], typer.Option(help="Copies of a story: skip, or code.")] = "skip",
    model: Model = None,
    codebook: Codebook = None,
    field: Fields = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Code articles (text, HTML, JSONL, CSV, TSV, Parquet, each also .gz) into a dataset.

    Example: whowhom code articles/ more.jsonl.gz -o libya --jobs 2

    Exit status 1 where every input was refused; each with its remedy in rejected.jsonl.
    """
    settings = settings_from(model, codebook, field, RunSettings(jobs=jobs, copies=copies))
    summary = run(inputs, output, settings, quiet or as_json)
    if as_json:
        typer.echo(json.dumps(asdict(summary), default=str, indent=2))
    elif not quiet:
        from rich.console import Console

        from whowhom.cli.summary import print_summary

        print_summary(summary, Console())
    if summary.tally.read == 0:
        raise typer.Exit(1)


def run(inputs: list[str], output: Path, settings: Settings, quiet: bool) -> "RunSummary":
    """Code a corpus under a progress bar; Ctrl-C ends it with exit status 130 and a word on how to go on."""
    from rich.console import Console

    from whowhom.cli.progress import RunBar
    from whowhom.run import code_corpus

    try:
        with RunBar(Console(stderr=True), quiet) as bar:
            return code_corpus(inputs, output, settings, bar.report)
    except KeyboardInterrupt:
        typer.echo("whowhom: stopped; the same command goes on where it stopped", err=True)
        raise typer.Exit(130) from None
