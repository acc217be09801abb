"""What scoring gives: figures with intervals, and article by article what was right and what went wrong."""

from dataclasses import dataclass
from typing import Literal

#: The measures, in the order in which they are reported.
MEASURES = (
    "type_precision", "type_recall", "type_f1", "who_whom_f1", "actor", "recipient", "mode", "status", "attribution",
    "country", "sector", "place", "date", "count", "unknown_precision", "unknown_recall", "unknown_f1",
    "relation_precision", "relation_recall", "relation_f1", "intruder_precision", "intruder_recall", "intruder_f1",
)  # fmt: skip
#: Plain numbers, reported after the measures.
NUMBERS = ("gold", "found", "in_intruder", "repeats", "embedded_uncounted")

#: `right`: a happening of the gold, first report; `repeat`: a further report of it; `false`: no such
#: event; `uncounted`: the content of a promise, threat or request that the coders did not code.
Outcome = Literal["right", "repeat", "false", "uncounted"]


@dataclass(frozen=True, slots=True)
class Share:
    """What one article adds to a measure: `right` of `of`; `n` is how many cases that rests on."""

    measure: str
    right: int
    of: int
    n: int


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that went wrong. `kind` is `missed`, `false` or the measure; `words` stand around the place."""

    kind: str
    start: int
    end: int
    words: str
    wanted: str
    got: str
    rule: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one coded event; `gold` is the index of the gold event that it reports."""

    event_id: str
    outcome: Outcome
    gold: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """How one article came out."""

    article_id: str
    shares: tuple[Share, ...]
    slips: tuple[Slip, ...]
    verdicts: tuple[Verdict, ...]

    def share(self, measure: str) -> Share:
        """Return the part of one measure; KeyError where it has none."""
        for share in self.shares:
            if share.measure == measure:
                return share
        raise KeyError(measure)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure over all articles.

    `value` is None where there was nothing to measure. `low` and `high` are the 95 % interval over
    articles, None where it cannot be had; a plain number has none. `n` is the number of cases.
    """

    measure: str
    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures, all articles, and what the reader should know before believing them."""

    figures: tuple[Figure, ...]
    articles: tuple[ArticleScore, ...]
    notes: tuple[str, ...]

    def __getitem__(self, measure: str) -> float | None:
        """Return the value of one measure; KeyError where there is no such measure."""
        for figure in self.figures:
            if figure.measure == measure:
                return figure.value
        raise KeyError(measure)
