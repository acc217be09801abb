"""The fold under which names are compared: one code point in, one code point out."""

import unicodedata
from functools import cache

_APOSTROPHES = "'’‘ʼʻʿʾ`´′"
_DASHES = "-‐‑‒–—−"
#: Letters that Unicode does not take apart.
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "a", "œ": "o", "ə": "e"}


def fold(text: str) -> str:
    """Return `text` in lower case, without diacritics, with plain apostrophes and with spaces for hyphens.

    The length is kept, so that offsets into the folded text are offsets into the text.
    """
    if text.isascii():
        return text.lower().translate(_PLAIN)
    return "".join(map(_fold_one, text))


_PLAIN = str.maketrans({"-": " ", "`": "'", "\n": " ", "\t": " ", "\r": " "})


@cache
def _fold_one(char: str) -> str:
    """Fold one code point to exactly one."""
    if char in _APOSTROPHES:
        return "'"
    if char in _DASHES or char.isspace():
        return " "
    base = unicodedata.normalize("NFKD", char)[0].lower()[:1]
    return _LETTERS.get(base, base) or char
