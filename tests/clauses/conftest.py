"""The parser that ships with the program, and single sentences through it."""

from collections.abc import Callable

import pytest

from whowhom.gate.gate import SentenceSpan
from whowhom.parse import Parser, load_parser, parse_articles
from whowhom.records import Article, CleanArticle, Sentence
from whowhom.settings import ParseSettings

Parse = Callable[[str, bool], Sentence]


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The vendored model, loaded once."""
    return load_parser(ParseSettings())


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Parse:
    """Parse a text as one sentence, as a headline or not."""

    def one(text: str, headline: bool = False) -> Sentence:
        article = Article("0" * 16, None, text, None, None, "en", None, None, None, "test", 1)
        spans = (SentenceSpan(0, len(text), True, headline),)
        return next(parse_articles([(CleanArticle(article, ()), spans)], parser, frozenset())).sentences[0]

    return one
