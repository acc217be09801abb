"""Clauses: grammar is handled here, once, for every rule of the codebook."""

from whowhom.clauses.builder import build_clauses

__all__ = ["build_clauses"]
