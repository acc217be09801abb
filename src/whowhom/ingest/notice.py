"""Notices: an article was read, but something about it was not clear."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about an input that was read all the same."""

    path: str
    line: int
    message: str
