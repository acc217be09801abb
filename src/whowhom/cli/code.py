"""`whowhom code`: articles in, a dataset out."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console

from whowhom.cli.options import AsJson, Codebook, Fields, Model, Quiet, settings_from
from whowhom.cli.progress import RunBar
from whowhom.cli.summary import print_summary
from whowhom.settings import RunSettings

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
    """
    from whowhom.run import code_corpus

    settings = settings_from(model, codebook, field, RunSettings(jobs=jobs, copies=copies))
    with RunBar(Console(stderr=True), quiet or as_json) as bar:
        summary = code_corpus(inputs, output, settings, bar.report)
    if as_json:
        typer.echo(json.dumps(asdict(summary), default=str, indent=2))
    elif not quiet:
        print_summary(summary, Console())
