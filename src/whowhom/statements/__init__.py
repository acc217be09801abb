"""Statements: who says what, and what the article says is not known."""

from whowhom.statements.find import find_statements
from whowhom.statements.unknowns import find_unknowns
from whowhom.statements.words import StatementWords, load_statement_words

__all__ = ["StatementWords", "find_statements", "find_unknowns", "load_statement_words"]
