"""Remembers what an article has said, to tell what it says again."""

import re

from whowhom.clean.normal import said

# "LIMA, 12 JAN 90 (EFE) -- [TEXT]", "CAIRO (Reuters) -": not part of what is said.
_DATELINE = re.compile(
    r"(?:(?:[^\W\d_a-z]{3}[^a-z()]{0,40}|[^\W_a-z][\w .,'/]{1,40})\([\w /]+\)\s*|[^\W\d_a-z]{3}[^a-z()]{0,30}\s)"
    r"-{1,2}\s+(?:\[TEXT\]\s*)?"
)


def _form(words: str) -> str:
    dateline = _DATELINE.match(words)
    return said(words[dateline.end() :] if dateline else words)


class Memory:
    """The paragraphs and sentences of one article so far, in the form in which they are compared."""

    def __init__(self, least: int) -> None:
        self._least = least
        self._paragraphs: set[str] = set()
        self._order: list[str] = []
        self._first: dict[str, int] = {}
        self._repeated: int | None = None

    def paragraph_again(self, words: str) -> bool:
        """Whether a paragraph was said before; it is remembered."""
        form = _form(words)
        if len(words) >= self._least and (form in self._paragraphs or self._is_pull_quote(words, form)):
            return True
        self._paragraphs.add(form)
        return False

    def sentence_again(self, words: str) -> bool:
        """Whether a sentence was said before; it is remembered.

        A short one counts only where it follows a repeated sentence as it did the first time.
        """
        form = _form(words)
        first = self._first.get(form)
        follows = self._repeated is not None and self._order[self._repeated + 1 :][:1] == [form]
        if form and first is not None and (len(words) >= self._least or follows):
            self._repeated = self._repeated + 1 if follows and self._repeated is not None else first
            return True
        self._repeated = None
        if form:
            self._first.setdefault(form, len(self._order))
            self._order.append(form)
        return self._cut_short(words, form)

    def _cut_short(self, words: str, form: str) -> bool:
        """Whether a teaser that breaks off with dots is the start of something said before."""
        if len(words) < self._least or not words.rstrip("\"')] ").endswith(("...", "…")):
            return False
        return any(other.startswith(form) for other in self._order[:-1])

    def _is_pull_quote(self, words: str, form: str) -> bool:
        """Whether a paragraph is one quotation that an earlier sentence holds."""
        quoted = words.startswith('"') and words.endswith('"') and words.count('"') == 2
        return quoted and any(form in other for other in self._order)
