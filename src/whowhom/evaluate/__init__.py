"""Evaluate: coded events against hand-coded articles."""

from whowhom.evaluate.door import score
from whowhom.evaluate.gold import GoldArticle
from whowhom.evaluate.read import read_gold
from whowhom.evaluate.rows import Beside
from whowhom.evaluate.scores import MEASURES, NUMBERS, ArticleScore, Figure, Scores, Slip, Verdict

__all__ = [
    "MEASURES", "NUMBERS", "ArticleScore", "Beside", "Figure", "GoldArticle", "Scores", "Slip", "Verdict",
    "read_gold", "score",
]  # fmt: skip
