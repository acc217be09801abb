"""What was found, sorted by article."""

from collections.abc import Sequence
from dataclasses import dataclass

from whowhom.records import Article, Event, Passage, Refusal, Relation, Unknown


@dataclass(frozen=True, slots=True)
class Beside:
    """What a dataset holds beside its events; `articles` tie it to the gold by their `input_id`."""

    articles: tuple[Article, ...]
    relations: tuple[Relation, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    passages: tuple[Passage, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """All that was found in one article; None for a table that was not given."""

    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] | None = None
    unknowns: tuple[Unknown, ...] | None = None
    passages: tuple[Passage, ...] | None = None


def rows_of(input_id: str, events: Sequence[Event], beside: Beside | None) -> ArticleRows:
    """Return the rows of the article that the input called `input_id`."""
    mine = tuple(event for event in events if event.input_id == input_id)
    if beside is None:
        return ArticleRows(mine)
    ids = {article.article_id for article in beside.articles if article.input_id == input_id}
    return ArticleRows(
        mine,
        tuple(row for row in beside.relations if row.article_id in ids),
        tuple(row for row in beside.unknowns if row.article_id in ids),
        tuple(row for row in beside.passages if row.article_id in ids),
    )
