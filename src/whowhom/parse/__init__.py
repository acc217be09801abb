"""Parse: grammar only. spaCy reads the sentences that passed the gate; positions are mapped back at once."""

from whowhom.parse.model import Parser, load_parser
from whowhom.parse.parser import parse_articles

__all__ = ["Parser", "load_parser", "parse_articles"]
