"""Options that several commands share, and the settings they make."""

from pathlib import Path
from typing import Annotated

import typer

from whowhom.errors import BadSettings
from whowhom.settings import IngestSettings, ParseSettings, RunSettings, Settings

Model = Annotated[str | None, typer.Option("--model", help="A spaCy model that is installed, or its folder.")]
Codebook = Annotated[Path | None, typer.Option("--codebook", help="A folder with a codebook of your own.")]
Fields = Annotated[
    list[str] | None, typer.Option("--field", help="A column of yours: --field text=MyColumn (again for others).")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")]
FIELDS = ("id", "title", "text", "published", "source", "url", "language")


def settings_from(
    model: str | None = None,
    codebook: Path | None = None,
    fields: list[str] | None = None,
    run: RunSettings | None = None,
) -> Settings:
    """Return the settings that the options ask for; BadSettings where one cannot be read."""
    pairs = tuple(_pair(f) for f in fields or [])
    return Settings(
        codebook=codebook,
        ingest=IngestSettings(fields=pairs),
        parse=ParseSettings(model=model),
        run=run or RunSettings(),
    )


def _pair(text: str) -> tuple[str, str]:
    ours, equals, theirs = text.partition("=")
    if not equals or not theirs or ours not in FIELDS:
        raise BadSettings(f"--field {text}: write OURS=YOURS, with one of {', '.join(FIELDS)} before the '='")
    return ours, theirs
