"""Web pages: trafilatura finds the article on the page and what the page says about it."""

from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from whowhom.ingest.draft import Draft, Outcome, Unreadable
from whowhom.ingest.formats.whole import read_whole
from whowhom.settings import IngestSettings

#: Only dates that the page declares: a search through the words finds any date the story mentions.
#: The fixed bound keeps the result from depending on today.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}


def read_html(stream: BufferedReader, path: str, settings: IngestSettings) -> Iterator[Outcome]:
    """Yield the one article of a page."""
    page, notices = read_whole(stream, path, html=True)
    yield from notices
    found = _extract(page)
    if found is None or not found.text:
        raise Unreadable("no article was found on the page", "save the article's words as .txt")
    yield Draft(
        line=1,
        text=found.text,
        title=found.title,
        source=found.sitename or found.hostname,
        url=found.url,
        date=found.date,
    )


def _extract(page: str) -> Any:
    import trafilatura  # slow to load, and most inputs are not pages

    try:
        return trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    except Exception as error:  # whatever a page does to the parser, the run goes on
        raise Unreadable(f"the page cannot be parsed: {error}", "save the article's words as .txt") from error
