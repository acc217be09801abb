"""Run: code a corpus into a dataset, over any number of articles, starts and processes."""

from whowhom.run.corpus import code_corpus
from whowhom.run.parts import Parts
from whowhom.run.summary import Progress, RunSummary, Tally

__all__ = ["Parts", "Progress", "RunSummary", "Tally", "code_corpus"]
