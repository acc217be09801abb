"""All commands under one roof."""

import typer

from whowhom.cli import code, codebook, demo, evaluate, explain, export, inspect

app = typer.Typer(
    help="Read news articles and write down who did what to whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command("code")(code.code)
app.command("inspect")(inspect.inspect)
app.command("explain")(explain.explain)
app.command("export")(export.export)
app.command("evaluate")(evaluate.evaluate)
app.command("demo")(demo.demo)
app.add_typer(codebook.app, name="codebook")
