"""Sums over articles, and how far the sum would move had other articles been drawn."""

import random
from collections.abc import Sequence

from whowhom.evaluate.scores import MEASURES, NUMBERS, ArticleScore, Figure, Share

RESAMPLES = 1000
SEED = 20190404


def figures(articles: Sequence[ArticleScore]) -> tuple[Figure, ...]:
    """Return every measure with its 95 % bootstrap interval, and the plain numbers.

    Articles are drawn, not events: events of one article go wrong together. The draws are seeded,
    so the same articles give the same interval.
    """
    generator = random.Random(SEED)
    count = len(articles)
    draws = [generator.choices(range(count), k=count) for _ in range(RESAMPLES)] if count > 1 else []
    measures = (_measure([a.share(name) for a in articles], draws) for name in MEASURES)
    return (*measures, *(_number([a.share(name) for a in articles]) for name in NUMBERS))


def _measure(shares: Sequence[Share], draws: Sequence[Sequence[int]]) -> Figure:
    right, of = [s.right for s in shares], [s.of for s in shares]
    value = _ratio(sum(right), sum(of))
    drawn = (_ratio(sum(right[i] for i in draw), sum(of[i] for i in draw)) for draw in draws)
    values = sorted(x for x in drawn if x is not None)
    low, high = (_quantile(values, 0.025), _quantile(values, 0.975)) if values and value is not None else (None, None)
    return Figure(shares[0].measure, value, low, high, sum(s.n for s in shares))


def _number(shares: Sequence[Share]) -> Figure:
    total = sum(s.right for s in shares)
    return Figure(shares[0].measure, float(total), None, None, total)


def _ratio(right: int, of: int) -> float | None:
    return right / of if of else None


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile of sorted values, between two of them by straight line."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
