"""`whowhom codebook`: check a codebook."""

from pathlib import Path
from typing import Annotated

import typer

from whowhom.errors import BadCodebook
from whowhom.settings import Settings

app = typer.Typer(help="Check a codebook.", no_args_is_help=True)


@app.callback()
def _root() -> None:
    """Check a codebook."""


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
