"""Forms of a text that are compared or matched; the text itself is never altered."""

import re
import unicodedata
from hashlib import sha256

from whowhom.records import Article

_SAME = (
    *((mark, "'") for mark in "‘’‚‛′`´"),
    *((mark, '"') for mark in "“”„‟″«»"),
    *((mark, "-") for mark in "‐‑‒–—―−"),
)
_BLANKS = tuple("\n\t\xa0\u2002\u2003\u2009\u200a\u202f\u2028\u2029\u3000")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("--+")
_EDGES = " .!?…,;:-\"'*[]"


def flatten(text: str) -> str:
    """Return the text with one form of each quote, dash and blank; its length is the same.

    Patterns are matched on this form, and what they find has the same offsets in the text.
    """
    for blank in _BLANKS[:2] if text.isascii() else _BLANKS:
        text = text.replace(blank, " ")
    return text if text.isascii() else _unify(text)


def _unify(text: str) -> str:
    for mark, plain in _SAME:
        text = text.replace(mark, plain)
    return text


def said(text: str) -> str:
    """Return the form in which two sentences or headlines are the same words; no outer punctuation."""
    return _same_words(text).strip(_EDGES)


def copy_key(article: Article) -> str:
    """Return the SHA-256 (hex) of the text in a normal form: copies of a story share it.

    The form is NFKC, case-folded, with one kind of quotes and dashes and single blanks.
    """
    return sha256(_same_words(article.text).encode("utf-8", "surrogatepass")).hexdigest()


def _same_words(text: str) -> str:
    if not text.isascii():
        # Once more after folding, which gives some letters in parts that compose again.
        text = unicodedata.normalize("NFKC", _unify(_INVISIBLE.sub("", text)))
        text = unicodedata.normalize("NFKC", text.casefold())
    text = text.casefold().replace("`", "'").replace("''", '"')
    text = _DASHES.sub("-", text) if "--" in text else text
    return " ".join(text.split())
