"""`whowhom demo`: the articles that ship with the program, coded before your eyes."""

import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from whowhom.cli.code import run
from whowhom.settings import Settings


def demo(
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Keep the dataset in this folder.")] = None,
) -> None:
    """Code the demo articles and show who did what to whom in them.

    Example: whowhom demo -o demo
    """
    from rich.console import Console

    from whowhom.cli.event_lines import event_lines
    from whowhom.cli.summary import print_summary, say
    from whowhom.dataset import open_dataset

    console = Console()
    articles = Path(str(files("whowhom"))) / "demo" / "articles.jsonl"
    folder = output or Path(tempfile.mkdtemp(prefix="whowhom-demo-")) / "dataset"
    summary = run([str(articles)], folder, Settings(), quiet=False)
    for line in event_lines(open_dataset(folder), most=12):
        console.print(line)
    print_summary(summary, console)
    say(console, f"next: whowhom export {folder} --format csv -o events.csv")
