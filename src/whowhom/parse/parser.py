"""Runs the parser over the sentences that passed the gate, in batches over articles."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Protocol

from spacy.tokens import Doc

from whowhom.parse.model import Parser
from whowhom.parse.truecase import mend_infinitive, truecase
from whowhom.parse.words import Lemmas, universal
from whowhom.records import CleanArticle, Name, ParsedArticle, Sentence, Token

#: Articles whose sentences are parsed together: batches are full, memory stays small.
ARTICLES_AT_ONCE = 32


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def parse(self) -> bool: ...
    @property
    def headline(self) -> bool: ...


def parse_articles(
    gated: Iterable[tuple[CleanArticle, tuple[_Span, ...]]], parser: Parser, names: frozenset[str]
) -> Iterator[ParsedArticle]:
    """Yield the articles in order, with trees for the sentences that are to be parsed.

    `names` are lower-case words that are names of places or actors: they keep their capitals when
    the capitals of a headline are mended for the parser. The article's text is not touched.
    """
    lemmas, source = Lemmas(parser.nlp, parser.lemmatizer), iter(gated)
    while batch := list(islice(source, ARTICLES_AT_ONCE)):
        docs = [_doc(clean.article.text, span, parser, names) for clean, spans in batch for span in spans if span.parse]
        short = [d for d, _ in docs if len(d) <= parser.max_tokens]
        done = iter(parser.nlp.pipe(short, batch_size=parser.batch_size))
        parsed = iter([(next(done) if len(d) <= parser.max_tokens else None, at) for d, at in docs])
        for clean, spans in batch:
            yield ParsedArticle(clean, tuple(_sentence(n, span, parsed, lemmas, clean) for n, span in enumerate(spans)))


def _doc(text: str, span: _Span, parser: Parser, names: frozenset[str]) -> tuple[Doc, list[tuple[int, int]]]:
    """Return a sentence as a Doc without white-space tokens, and the article offsets of its tokens."""
    raw = parser.nlp.tokenizer(text[span.start : span.end])
    kept = [t for t in raw if not t.is_space]
    words, spaces = [t.text for t in kept], [bool(t.whitespace_) for t in kept]
    places = [(span.start + t.idx, span.start + t.idx + len(t.text)) for t in kept]
    words = truecase(words, names, parser.common_words)
    if words and words[-1] not in '.?!"”':
        words = mend_infinitive(words)
    starts = [i == 0 for i in range(len(words))]
    return Doc(parser.nlp.vocab, words=words, spaces=spaces, sent_starts=starts), places


def _sentence(
    index: int, span: _Span, parsed: Iterator[tuple[Doc | None, list[tuple[int, int]]]], lemmas: Lemmas,
    clean: CleanArticle,
) -> Sentence:  # fmt: skip
    if not span.parse:
        return Sentence(index, span.start, span.end, (), (), span.headline)
    doc, places = next(parsed)
    if doc is None:
        return Sentence(index, span.start, span.end, (), (), span.headline)
    tokens = _tokens(doc, places, lemmas, clean.article.text)
    names = tuple(Name(e.start, e.end, e.label_) for e in doc.ents)
    return Sentence(index, span.start, span.end, tokens, names, span.headline)


def _tokens(doc: Any, places: list[tuple[int, int]], lemmas: Lemmas, text: str) -> tuple[Token, ...]:
    rows = [(t.i, t.text, t.tag_, t.dep_, t.head.i, t.ent_type_) for t in doc]
    children: list[list[int]] = [[] for _ in rows]
    for i, _, _, _, head, _ in rows:
        if head != i:
            children[head].append(i)
    made = []
    for (i, word, tag, dep, head, entity), (start, end) in zip(rows, places, strict=True):
        pos = universal(tag, dep, word)
        lemma = lemmas.lemma(word, tag, pos)
        made.append(Token(i, start, end, text[start:end], lemma, pos, tag, dep, head, tuple(children[i]), entity))
    return tuple(made)
