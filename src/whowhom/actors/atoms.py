"""Words as they are compared: without accents, dots and hyphens, and the skeleton of a transliterated name."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from whowhom.records import Sentence

_PIECES = re.compile(r"'s\b|’s\b|[^\s\-–]+")
_DROPPED = re.compile(r"[.'’`\"“”()]")
_FOREIGN = str.maketrans("ıłŁøØđĐßæ", "ilLoOdDsa")

#: Little words inside names that carry no identity of their own.
PARTICLES = frozenset(
    "al el as ad an ar ash at es ben bin ibn bint abu abou umm de da do dos das del della di du la le van von der den "
    "ter ten af av y e i ul ould ag ap mac st".split()
)
ARTICLES = frozenset("al el as ad an ar ash at es ul".split())


def fold(word: str) -> str:
    """Return a word without accents, dots, apostrophes and brackets; the case stays."""
    if word.isascii() and word.isalnum():
        return word
    plain = unicodedata.normalize("NFKD", word.translate(_FOREIGN))
    return _DROPPED.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


def words_of(phrase: str) -> tuple[str, ...]:
    """Split a phrase the way sentences are split: at spaces, at hyphens and before a possessive."""
    return tuple(w for w in map(fold, _split(phrase)) if w)


def _split(phrase: str) -> list[str]:
    pieces: list[str] = []
    for piece in _PIECES.findall(phrase):
        if len(piece) > 2 and piece[-2:] in ("'s", "’s"):
            pieces += [piece[:-2], "s"]
        else:
            pieces.append(piece)
    return pieces


@dataclass(frozen=True, slots=True)
class Atoms:
    """The words of a sentence for look-up; `tokens` holds the token of each, `at` the first atom of each token."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    tokens: tuple[int, ...]
    at: tuple[int, ...]
    shouting: bool


def atoms_of(sentence: Sentence) -> Atoms:
    """Cut a parsed sentence into atoms. `shouting` is true where it is set in capitals throughout."""
    words: list[str] = []
    tokens: list[int] = []
    at: list[int] = []
    capitals = letters = 0
    for token in sentence.tokens:
        at.append(len(words))
        text = token.text
        if text.isalnum() and text.isascii():
            words.append(text)
            tokens.append(token.i)
            letters += 1
            capitals += len(text) > 1 and text.isupper()
            continue
        if len(text) == 1 and not text.isalnum():
            continue
        for piece in words_of(text):
            words.append(piece)
            tokens.append(token.i)
    return Atoms(
        tuple(words), tuple(w.lower() for w in words), tuple(tokens), tuple(at), capitals > 3 and capitals * 2 > letters
    )


@lru_cache(maxsize=1 << 14)
def skeleton(name: str) -> str:
    """Return what is left of a surname when spelling habits are taken away: Gaddafi and Qadhafi meet.

    Articles (al-, el-) and doubled letters go, g, q, kh and k meet, and so do the vowels.
    """
    word = "".join(w for w in (p.lower() for p in words_of(name)) if w not in ARTICLES)
    for before, after in (
        ("kh", "k"),
        ("gh", "g"),
        ("dh", "d"),
        ("th", "t"),
        ("sh", "s"),
        ("ch", "s"),
        ("ph", "f"),
        ("ck", "k"),
    ):
        word = word.replace(before, after)
    word = word.translate(str.maketrans("qgcvyzw", "kkkfisu"))
    word = re.sub(r"(.)\1+", r"\1", word)
    word = re.sub(r"[aeiou]+", "a", word)
    return word.rstrip("h") or word
