"""The door: a whole gold against all that was found."""

from collections.abc import Iterator, Sequence

from whowhom.evaluate.article import score_article
from whowhom.evaluate.gold import GoldArticle
from whowhom.evaluate.intervals import figures
from whowhom.evaluate.rows import Beside, rows_of
from whowhom.evaluate.scores import Scores
from whowhom.records import Event


def score(gold: Sequence[GoldArticle], events: Sequence[Event], beside: Beside | None = None) -> Scores:
    """Score events against hand-coded articles, tied to them by `input_id`.

    Without `beside` nothing is said of unknowns, relations and intruders. An article with no events
    counts as one in which nothing was found. `gold` must hold an article at least (ValueError).
    """
    if not gold:
        raise ValueError("there is no hand-coded article to score against")
    articles = tuple(score_article(article, rows_of(article.id, events, beside)) for article in gold)
    return Scores(figures(articles), articles, tuple(_notes(gold, events, beside)))


def _notes(gold: Sequence[GoldArticle], events: Sequence[Event], beside: Beside | None) -> Iterator[str]:
    known = {article.id for article in gold}
    strangers = sum(event.input_id not in known for event in events)
    if strangers:
        yield f"{strangers} events belong to no article of the gold; they are left out"
    if beside is None:
        return
    texts = {article.input_id: article.text for article in beside.articles}
    absent = [article.id for article in gold if article.id not in texts]
    if absent:
        yield f"{len(absent)} articles of the gold are not in the dataset, and count as missed: {', '.join(absent[:5])}"
    for article in gold:
        if article.id in texts and texts[article.id] != article.text:
            yield f"the text of {article.id} is not the gold's: positions may not fit"
