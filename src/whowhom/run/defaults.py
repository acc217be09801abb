"""The rooms of this program, as a run uses them."""

from collections.abc import Iterable, Iterator
from typing import Any

from whowhom.records import Article, CleanArticle, Coded
from whowhom.run.parts import Parts
from whowhom.settings import Settings


def default_parts() -> Parts:
    """Return ingest, clean, the coding pipeline and incidents."""
    from whowhom.clean import copy_key
    from whowhom.incidents import merge_events
    from whowhom.ingest import read_articles
    from whowhom.ingest.sources import find_sources

    return Parts(find_sources, read_articles, copy_key, _load, _code, _describe, merge_events)


# The pipeline brings the parser, which takes a second to import: the workers need it, the parent does not.


def _load(settings: Settings) -> Any:
    from whowhom.pipeline import load_coder

    return load_coder(settings)


def _code(articles: Iterable[Article], coder: Any) -> Iterator[tuple[CleanArticle, Coded]]:
    from whowhom.pipeline import code_articles

    return code_articles(articles, coder)


def _describe(coder: Any) -> Any:
    from whowhom.pipeline import describe_coder

    return describe_coder(coder)
