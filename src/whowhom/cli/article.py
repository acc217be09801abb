"""The one article that a command is about."""

from typing import TYPE_CHECKING, Annotated

import typer

from whowhom.errors import BadInput
from whowhom.settings import IngestSettings

if TYPE_CHECKING:
    from whowhom.records import Article

Input = Annotated[
    str, typer.Argument(help="A file with an article, of any kind that `code` reads; - for standard input.")
]
Number = Annotated[int, typer.Option("--number", "-n", help="Which article of the file, from 1.", min=1)]


def nth_article(path: str, number: int, settings: IngestSettings) -> "Article":
    """Return the n-th article of an input; BadInput where there are not so many, with what stood in the way."""
    from whowhom.ingest import read_articles
    from whowhom.records import Article, Rejection

    seen, refused = 0, None
    for item in read_articles([path], settings):
        if isinstance(item, Article):
            seen += 1
            if seen == number:
                return item
        elif isinstance(item, Rejection):
            refused = refused or item
    why = f"; line {refused.line} was refused: {refused.reason}; {refused.remedy}" if refused else ""
    held = f"{path} holds {seen} readable article{'' if seen == 1 else 's'}"
    raise BadInput(f"{held}, there is no number {number}{why or '; choose another with --number'}")
