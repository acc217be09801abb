"""Sentences and their trees, with offsets into the article."""

from collections.abc import Iterator
from dataclasses import dataclass

from whowhom.records.article import CleanArticle


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `i` and `head` count within the sentence; `start` and `end` are article offsets.

    `pos` is the universal tag, `tag` the Penn tag, `dep` the ClearNLP label that spaCy's English
    models use. The root's `head` is itself. `entity` is spaCy's label for the name the token is
    part of, or the empty string.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]
    entity: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the parser saw it: tokens first to last (exclusive) and its label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; `tokens` is empty where the gate did not let it through."""

    index: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    headline: bool

    @property
    def parsed(self) -> bool:
        """Whether there is a tree."""
        return bool(self.tokens)

    def subtree(self, i: int) -> list[int]:
        """Return the token numbers of the subtree under token `i`, in text order."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.tokens[at].children)
        return sorted(found)

    def children(self, i: int, *deps: str) -> Iterator[Token]:
        """Yield the children of token `i` that hang by one of the labels (all, if none is given)."""
        for c in self.tokens[i].children:
            if not deps or self.tokens[c].dep in deps:
                yield self.tokens[c]

    def ancestors(self, i: int) -> Iterator[Token]:
        """Yield the tokens above token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """A cleaned article with all its sentences, in order; those that passed the gate have trees."""

    clean: CleanArticle
    sentences: tuple[Sentence, ...]
