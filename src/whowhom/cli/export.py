"""`whowhom export`: one table of a dataset, in a format."""

from pathlib import Path
from typing import Annotated, Literal

import typer


def export(
    dataset: Annotated[Path, typer.Argument(help="A dataset that `whowhom code` wrote.")],
    table: Annotated[
        str, typer.Option("--table", help="events, incidents, actors, mentions, statements ...")
    ] = "events",
    fmt: Annotated[
        Literal["jsonl", "csv", "parquet"], typer.Option("--format", help="jsonl is nested, csv flat.")
    ] = "jsonl",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A file; standard output otherwise.")] = None,
) -> None:
    """Write a table of a dataset as JSON lines, CSV or Parquet.

    Example: whowhom export libya --table incidents --format csv -o incidents.csv
    """
    from whowhom.export import export_table

    export_table(dataset, table, fmt, output)
