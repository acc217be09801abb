"""Counts: how many people were killed, wounded, arrested ... in the words of a sentence."""

from whowhom.counts.find import find_counts
from whowhom.counts.words import CountWords, load_count_words

__all__ = ["CountWords", "find_counts", "load_count_words"]
