"""Dates: which days the words of time in an article may mean."""

from whowhom.dates.find import find_dates
from whowhom.dates.words import DateWords, load_date_words

__all__ = ["DateWords", "find_dates", "load_date_words"]
