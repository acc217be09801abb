"""Decides whether a place name stands for those who govern from there."""

from whowhom.actors.catalogue import Catalogue
from whowhom.records import Sentence, Token

_RECIPROCAL = frozenset(("between", "with", "against"))
_DIRECTED = frozenset(("to", "from", "on", "by", "toward", "towards", "of", "for", "upon", "over"))


def acts(sentence: Sentence, i: int, catalogue: Catalogue) -> bool:
    """Whether the name at a token acts, speaks or is dealt with, rather than being where something is."""
    token = sentence.tokens[i]
    if any(c.lemma.lower() in ("capital", "city", "town", "downtown", "central") for c in sentence.children(i)):
        return False
    for _ in range(4):
        if token.dep != "conj" or token.head == token.i:
            break
        token = sentence.tokens[token.head]
    governor = sentence.tokens[token.head]
    words = catalogue.acting
    if token.dep == "nsubj":
        told = governor.pos == "VERB" and governor.lemma.lower() not in words["scene"]
        return told or _willing(sentence, governor)
    if token.dep == "nsubjpass":
        return governor.lemma.lower() in words["object"]
    if token.dep == "dative":
        return True
    if token.dep == "dobj":
        return governor.lemma.lower() in words["object"]
    if token.dep == "poss":
        return governor.lemma.lower() in words["noun"] or governor.text.lower() in words["noun"]
    if token.dep == "pobj":
        return _governed(sentence, governor, catalogue)
    return False


def _willing(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb only says how its subject stands to an act: "is ready to", "remains willing to"."""
    stances = sentence.children(verb.i, "acomp", "oprd") if verb.lemma in ("be", "remain", "seem", "appear") else ()
    return any(True for s in stances for _ in sentence.children(s.i, "xcomp"))


def _governed(sentence: Sentence, prep: Token, catalogue: Catalogue) -> bool:
    """Judge a name after a preposition by what the preposition hangs on."""
    words = catalogue.acting
    above = sentence.tokens[prep.head]
    while above.dep == "prep" and above.head != above.i:
        above = sentence.tokens[above.head]
    lemma, text = above.lemma.lower(), prep.text.lower()
    if prep.dep == "agent":
        return lemma not in words["scene"]
    if text in _RECIPROCAL:
        return lemma not in words["strike"] and lemma not in words["motion"]
    if text not in _DIRECTED or lemma in words["strike"] or lemma in words["motion"]:
        return False
    if above.pos == "NOUN":
        return lemma in words["noun"]
    return text in ("to", "on", "from") and lemma in (
        "say",
        "appeal",
        "sell",
        "supply",
        "complain",
        "protest",
        "impose",
        "apologise",
        "apologize",
        "call",
        "demand",
        "lend",
        "extradite",
        "concede",
        "offer",
        "promise",
    )
