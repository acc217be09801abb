"""Evaluate: coded events against hand-coded articles."""

from whowhom.evaluate.causes import Cause, cause_lines, causes
from whowhom.evaluate.difference import Difference, Row, compare, lines, summary
from whowhom.evaluate.door import score
from whowhom.evaluate.gold import GoldArticle
from whowhom.evaluate.read import read_gold
from whowhom.evaluate.rows import Beside
from whowhom.evaluate.scores import MEASURES, NUMBERS, ArticleScore, Figure, Scores, Slip, Verdict

__all__ = [
    "MEASURES", "NUMBERS", "ArticleScore", "Beside", "Cause", "Difference", "Figure", "GoldArticle", "Row", "Scores",
    "Slip", "Verdict", "cause_lines", "causes", "compare", "lines", "read_gold", "score", "summary",
]  # fmt: skip
