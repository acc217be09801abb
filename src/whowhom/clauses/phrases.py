"""Heads of phrases: coordination, infinitives, finite verbs."""

from whowhom.records import Sentence, Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM")


def conjuncts(sentence: Sentence, head: int) -> list[int]:
    """Return a phrase's head and the heads that are coordinated with it, in text order."""
    if not any(sentence.tokens[c].dep == "conj" for c in sentence.tokens[head].children):
        return [head]
    verbal = sentence.tokens[head].pos in ("VERB", "AUX")
    found, todo = [], [head]
    while todo:
        at = todo.pop()
        found.append(at)
        todo += [c.i for c in sentence.children(at, "conj") if verbal or c.pos in _NOMINAL]
    if verbal:
        found = [head, *(i for i in found if i != head and coordinate(sentence, sentence.tokens[i]) is not None)]
    return sorted(found)


def coordinate(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb that a conjunct verb is coordinated with, where both are of one sort: finite with finite.

    The parser often hangs "and expelled" on the nearest verb ("of plotting to kill him"); a finite
    verb is then coordinated with the finite verb above. None where the verb it hangs on is of another sort.
    """
    head = sentence.tokens[token.head]
    if head.pos not in ("VERB", "AUX"):
        return None
    return None if clearly_finite(sentence, token) and nonfinite(sentence, head) else head


def finite_above(sentence: Sentence, token: Token) -> Token | None:
    """Return the nearest finite verb above a token."""
    return next((t for t in sentence.ancestors(token.i) if clearly_finite(sentence, t)), None)


def clearly_finite(sentence: Sentence, token: Token) -> bool:
    """Whether a verb form carries tense (by itself or by its first auxiliary)."""
    if token.tag in ("VBD", "VBZ", "VBP"):
        return True
    return any(c.tag in ("MD", "VBD", "VBZ", "VBP") for c in sentence.children(token.i, "aux", "auxpass"))


def nonfinite(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is an infinitive with "to" or a gerund."""
    return has_to(sentence, token) or (token.tag == "VBG" and not any(sentence.children(token.i, "aux")))


def has_to(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(c.dep == "aux" and c.tag == "TO" for c in sentence.children(token.i))


def bare(sentence: Sentence, token: Token) -> bool:
    """Whether a noun stands without article, possessor, number or adjective ("in front of", "take part")."""
    return token.tag == "NN" and not any(
        c.dep not in ("prep", "punct", "cc", "conj") for c in sentence.children(token.i)
    )


def has_hyphen_before(sentence: Sentence, i: int) -> bool:
    """Whether a token is joined to the one before it by a hyphen ("UN-backed")."""
    return i >= 2 and sentence.tokens[i - 1].text in ("-", "\u2010", "\u2011", "\u2013")
