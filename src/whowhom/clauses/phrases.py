"""Heads of phrases: coordination, infinitives, finite verbs."""

from whowhom.records import Sentence, Token

_GERUND_PREPOSITIONS = frozenset({"of", "from", "for", "without"})
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
        found = [
            head,
            *(
                i
                for i in found
                if i != head and coordinate(sentence, sentence.tokens[i]) == sentence.tokens[sentence.tokens[i].head]
            ),
        ]
    return sorted(found)


def coordinate(sentence: Sentence, token: Token) -> Token:
    """Return the verb that a conjunct verb is coordinated with: the one it hangs on, where both are of one sort.

    The parser often hangs "and expelled" on the nearest verb ("of plotting to kill him"); a finite
    verb goes with the finite verb above, a gerund with the gerund above.
    """
    head = sentence.tokens[token.head]
    if clearly_finite(sentence, token) and nonfinite(sentence, head):
        above = (t for t in sentence.ancestors(head.i) if clearly_finite(sentence, t))
    elif is_gerund(sentence, token) and head.tag != "VBG":
        above = (t for t in sentence.ancestors(head.i) if is_gerund(sentence, t))
    else:
        return head
    return next(above, head)


def clearly_finite(sentence: Sentence, token: Token) -> bool:
    """Whether a verb form carries tense (by itself or by its first auxiliary), or must, having an object."""
    if token.tag in ("VBD", "VBZ", "VBP"):
        return True
    helped = list(sentence.children(token.i, "aux", "auxpass"))
    if token.tag == "VBN" and token.dep == "conj" and not helped:
        return any(sentence.children(token.i, "dobj"))
    return any(c.tag in ("MD", "VBD", "VBZ", "VBP") for c in helped)


def nonfinite(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is an infinitive with "to" or a gerund."""
    return has_to(sentence, token) or is_gerund(sentence, token)


def is_gerund(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is an -ing form without an auxiliary."""
    return token.tag == "VBG" and not any(sentence.children(token.i, "aux"))


def is_verb(sentence: Sentence, token: Token) -> bool:
    """Whether a token is a full verb, a copula with something to say, or a verb that was tagged as a noun.

    "that the ministry release the detainees": a bare noun with a subject of its own is a verb.
    """
    if token.dep in ("aux", "auxpass", "prep") or not token.text[:1].isalpha():  # "according to", "including"
        return False
    if token.dep == "compound":  # "negotiating table" is none, "Houthi-run television" is one
        return token.tag == "VBN" and has_hyphen_before(sentence, token.i)
    if token.pos in ("VERB", "AUX"):
        return True
    if token.tag not in ("NN", "NNS") or token.dep not in ("ccomp", "ROOT", "advcl", "relcl", "conj"):
        return False
    deps = {c.dep for c in sentence.children(token.i)}
    return "nsubj" in deps and not deps & {"det", "cop", "poss", "amod", "compound", "nummod"}


def has_to(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(c.dep == "aux" and c.tag == "TO" for c in sentence.children(token.i))


def bare(sentence: Sentence, token: Token) -> bool:
    """Whether a noun stands without article, possessor, number or adjective ("in front of", "take part")."""
    return token.tag == "NN" and not any(
        c.dep not in ("prep", "punct", "cc", "conj") for c in sentence.children(token.i)
    )


def gerund_before(sentence: Sentence, noun: Token) -> Token | None:
    """Return the gerund that the parser reads as an adjective of its object ("accused X of burning villages").

    Only directly after a preposition that takes gerunds, on a verb that has an object or is passive:
    "of mounting pressure" is none elsewhere.
    """
    prep = sentence.tokens[noun.head]
    first = sentence.tokens[prep.i + 1] if prep.i + 1 < noun.i else noun
    if (
        first.tag != "VBG"
        or first.dep != "amod"
        or first.head != noun.i
        or prep.text.lower() not in _GERUND_PREPOSITIONS
    ):
        return None
    return first if any(sentence.children(prep.head, "dobj", "nsubjpass")) else None


def has_hyphen_before(sentence: Sentence, i: int) -> bool:
    """Whether a token is joined to the one before it by a hyphen ("UN-backed")."""
    return i >= 2 and sentence.tokens[i - 1].text in ("-", "\u2010", "\u2011", "\u2013")
