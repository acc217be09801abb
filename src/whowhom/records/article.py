"""Articles, their passages, and inputs that could not be read."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

PassageKind = Literal["headline", "section_label", "boilerplate", "intruder", "duplicate"]

#: Passages in which no event is coded.
NOT_CODED: frozenset[str] = frozenset({"section_label", "boilerplate", "intruder", "duplicate"})


@dataclass(frozen=True, slots=True)
class Span:
    """A place in an article: code points of `Article.text`, start inclusive, end exclusive."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read. `text` is never altered after reading."""

    article_id: str
    title: str | None
    text: str
    source: str | None
    url: str | None
    language: str | None
    published: date | None
    duplicate_of: str | None
    input_id: str | None
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that is not plain body text, with the reason in a few words."""

    article_id: str
    start: int
    end: int
    kind: PassageKind
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article with its passages marked, in the order of the text."""

    article: Article
    passages: tuple[Passage, ...]

    def kind_at(self, offset: int) -> PassageKind | None:
        """Return the kind of the passage that covers a code point, None in body text."""
        return next((p.kind for p in self.passages if p.start <= offset < p.end), None)


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that could not be read: where it is, why, and what would mend it."""

    path: str
    line: int
    reason: str
    remedy: str
