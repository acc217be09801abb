"""whowhom reads news articles and writes down who did what to whom.

The names here are the whole front door (docs/python.md). Each is imported when it is first asked
for, so that `import whowhom` costs nothing and `open_dataset` needs no parser.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from whowhom.codebook import Codebook, load_codebook
    from whowhom.dataset import Dataset, open_dataset
    from whowhom.errors import BadCodebook, BadInput, BadSettings, MissingPart, WhowhomError
    from whowhom.evaluate import GoldArticle, Scores, read_gold, score
    from whowhom.export import export_table
    from whowhom.incidents import merge_events
    from whowhom.ingest import read_articles
    from whowhom.pipeline import Coder, code_article, code_articles, load_coder
    from whowhom.records import Article, CleanArticle, Coded, Event, Incident
    from whowhom.run import RunSummary, code_corpus
    from whowhom.settings import Settings

    __version__: str

__all__ = [
    "Article", "BadCodebook", "BadInput", "BadSettings", "CleanArticle", "Codebook", "Coded", "Coder",
    "Dataset", "Event", "GoldArticle", "Incident", "MissingPart", "RunSummary", "Scores", "Settings",
    "WhowhomError", "__version__", "code_article", "code_articles", "code_corpus", "export_table",
    "load_codebook", "load_coder", "merge_events", "open_dataset", "read_articles", "read_gold", "score",
]  # fmt: skip

#: Which module each name comes from.
_HOMES = {
    "codebook": ("Codebook", "load_codebook"),
    "dataset": ("Dataset", "open_dataset"),
    "errors": ("BadCodebook", "BadInput", "BadSettings", "MissingPart", "WhowhomError"),
    "evaluate": ("GoldArticle", "Scores", "read_gold", "score"),
    "export": ("export_table",),
    "incidents": ("merge_events",),
    "ingest": ("read_articles",),
    "pipeline": ("Coder", "code_article", "code_articles", "load_coder"),
    "records": ("Article", "CleanArticle", "Coded", "Event", "Incident"),
    "run": ("RunSummary", "code_corpus"),
    "settings": ("Settings",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a name of the front door when it is first used, and keep it."""
    if name == "__version__":
        from importlib.metadata import version

        found: Any = version("whowhom")
    elif name in _HOME:
        found = getattr(import_module(f"whowhom.{_HOME[name]}"), name)
    else:
        raise AttributeError(f"module 'whowhom' has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the front door, imported or not."""
    return sorted({*globals(), *__all__})
