"""Marks the passages of an article that are not plain body text; the text is never altered."""

from whowhom.clean.mark import clean_article
from whowhom.clean.normal import copy_key
from whowhom.clean.rules import CleanRules, load_clean_rules

__all__ = ["CleanRules", "clean_article", "copy_key", "load_clean_rules"]
