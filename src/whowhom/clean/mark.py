"""The walk over one article: headline, labels, boilerplate, repeats."""

from collections.abc import Iterator

from whowhom.clean.boilerplate import Page, inside, is_top, page_of, whole
from whowhom.clean.headline import Heading, cut_at_title, find_heading, forms_of, is_label_above, label_reason
from whowhom.clean.layout import Stretch, paragraphs, sentences
from whowhom.clean.normal import flatten
from whowhom.clean.repeats import Memory
from whowhom.clean.rules import CleanRules
from whowhom.records import Article, CleanArticle, Passage
from whowhom.records.article import PassageKind
from whowhom.settings import CleanSettings

_HIGHEST_HEADLINE = 8
_LONGEST_LINK = 160

Mark = tuple[Stretch, PassageKind, str, float]


def clean_article(article: Article, rules: CleanRules, settings: CleanSettings) -> CleanArticle:
    """Mark the passages that are not plain body text, in the order of the text, none overlapping.

    Offsets count code points of `article.text`, which is left as it is. Never raises.
    """
    page = page_of(flatten(article.text), rules)
    stretches = cut_at_title(page, paragraphs(article.text), article.title)
    heading = find_heading(page, stretches, article.title)
    marker = _Marker(page, heading, Memory(settings.min_repeat_characters))
    found = [mark for at, stretch in enumerate(stretches) for mark in marker.marks(at, stretch)]
    found.sort(key=lambda mark: mark[0].start)
    return CleanArticle(
        article,
        tuple(Passage(article.article_id, s.start, s.end, kind, why, score) for s, kind, why, score in found),
    )


class _Marker:
    """Marks one paragraph after the other; remembers what was said and whether a list of links is open."""

    def __init__(self, page: Page, heading: Heading | None, memory: Memory) -> None:
        self._page = page
        self._heading = heading
        self._memory = memory
        self._in_links = False
        # Room for the name of a source, and for outer quotes and stops.
        self._longest_title = max(map(len, heading.forms), default=0) + 60 if heading else 0

    def marks(self, at: int, stretch: Stretch) -> Iterator[Mark]:
        """Yield the marks of a paragraph: one for the whole of it, or those of its sentences."""
        mark = self._of_paragraph(at, stretch)
        if mark is not None:
            yield mark
            return
        rest = stretch
        for part, pattern in inside(self._page, stretch):
            yield part, "boilerplate", pattern.id, pattern.score
            yield from self._of_sentences(Stretch(rest.start, part.start), alone=False)
            rest = Stretch(part.end, stretch.end)
        yield from self._of_sentences(rest, alone=rest is stretch)

    def _of_sentences(self, stretch: Stretch, *, alone: bool) -> Iterator[Mark]:
        """Yield the marks of sentences; `alone` says that the stretch was looked at as a whole already."""
        cuts = list(sentences(self._page.flat, stretch, self._page.rules))
        for sentence in cuts:
            one = self._of_sentence(sentence, alone=alone and len(cuts) == 1)
            if one is not None:
                yield one

    def _of_paragraph(self, at: int, stretch: Stretch) -> Mark | None:
        words = self._page.flat[stretch.start : stretch.end]
        if self._heading is not None and at == self._heading.at:
            self._memory.sentence_again(words)
            return stretch, "headline", self._heading.reason, self._heading.score
        if self._is_title_again(words):
            return stretch, "duplicate", "title_repeat", 1.0
        reason = label_reason(self._page, stretch)
        pattern = whole(self._page, stretch, "line")
        # "Latest news" is a label above a story, and opens a list of links below one.
        if reason is not None and (pattern is None or not pattern.opens_list or is_top(stretch)):
            return stretch, "section_label", reason, 0.95
        if pattern is not None:
            self._in_links = pattern.opens_list
            return stretch, "boilerplate", pattern.id, pattern.score
        if self._is_label_above(at, stretch):
            return stretch, "section_label", "above_headline", 0.8
        if self._in_links and self._is_link(words):
            return stretch, "boilerplate", "link_list", 0.7
        self._in_links = False
        again = self._memory.paragraph_again(words)
        return (stretch, "duplicate", "said_already", 1.0) if again else None

    def _is_title_again(self, words: str) -> bool:
        if self._heading is None or len(words) > self._longest_title:
            return False
        return not self._heading.forms.isdisjoint(forms_of(words))

    def _is_label_above(self, at: int, stretch: Stretch) -> bool:
        above = self._heading is not None and at < self._heading.at < _HIGHEST_HEADLINE
        return above and is_label_above(self._page, stretch)

    def _is_link(self, words: str) -> bool:
        """Whether a line under "Related articles" and the like is the headline of another story."""
        return len(words) <= _LONGEST_LINK and not words.rstrip("\"')] ").endswith((".", ":"))

    def _of_sentence(self, sentence: Stretch, *, alone: bool) -> Mark | None:
        words = self._page.flat[sentence.start : sentence.end]
        if not alone and self._is_title_again(words):
            return sentence, "duplicate", "title_repeat", 1.0
        pattern = whole(self._page, sentence, "sentence")
        if pattern is not None:
            return sentence, "boilerplate", pattern.id, pattern.score
        if self._memory.sentence_again(words):
            return sentence, "duplicate", "said_already", 1.0
        return None
