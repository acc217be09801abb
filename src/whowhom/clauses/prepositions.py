"""Prepositional phrases: their names, their heads, and those that the parser hangs one noun too low."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.phrases import bare, conjuncts, gerund_before, is_verb
from whowhom.records import Sentence, Token

#: A "by" before these kinds of words names no doer: "by Friday", "by 10 percent".
_MEASURES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"})
#: A phrase inside these is no complement of the verb outside ("after an attack by rebels").
_CLOSED = frozenset({"after", "before", "since", "following", "during", "despite", "amid", "amidst", "until", "like"})
#: Places of the noun they stand beside rather than of an act further up ("gathered for a summit in Oslo").
_LOCAL = frozenset({"in", "at", "near", "inside", "outside", "within", "around"})
_LENT = 2


def add_preposition(sentence: Sentence, draft: Draft, prep: Token, above: str = "", inherited: bool = False) -> None:
    """Add a prepositional phrase under the name of its preposition.

    Prepositions of several words stand under their whole name ("because of", "in front of"), "out
    of" also under its last word, "in front of" also under its first words' own phrase.
    """
    word = prep.text.lower()
    inner = [c for c in sentence.children(prep.i) if c.dep == "pcomp" and c.pos in ("ADP", "SCONJ")]
    name = " ".join(filter(None, [above, word, *(c.text.lower() for c in inner)]))
    for c in sentence.children(prep.i):
        if c.dep == "pobj":
            if c.tag == "VBG" and is_verb(sentence, c):
                draft.add(f"{name}:ing", [c.i], inherited)
            gerund = gerund_before(sentence, c) if not above else None
            if gerund is not None:
                draft.add(f"{name}:ing", [gerund.i], inherited)
            _add_object(sentence, draft, name, c, inherited)
            if above.count(" ") == 0 and above:
                draft.add(word, conjuncts(sentence, c.i), inherited)
        elif c.dep == "pcomp" and c not in inner:
            draft.add(f"{name}:ing", conjuncts(sentence, c.i), inherited)
        elif c.dep == "prep":
            add_preposition(sentence, draft, c, name, inherited)


def _add_object(sentence: Sentence, draft: Draft, name: str, noun: Token, inherited: bool) -> None:
    draft.add(name, conjuncts(sentence, noun.i), inherited)
    if " " not in name and bare(sentence, noun):
        for c in sentence.children(noun.i, "prep"):
            add_preposition(sentence, draft, c, f"{name} {noun.text.lower()}", inherited)


def lend(sentence: Sentence, draft: Draft, head: int, depth: int = 0, local: bool = True) -> None:
    """Give a predicate the prepositional phrases that hang on one of its complements ("slap sanctions on X").

    Where the parser cannot tell, it hangs a phrase on the noun beside it. The predicate gets it as
    an inherited argument, unless it has that role already; the noun keeps it. `local` is false
    where phrases of place are left to the noun.
    """
    for prep in sentence.children(head, "prep", "agent"):
        word = prep.text.lower()
        lent = word != "of" or any(sentence.children(prep.i, "pcomp"))
        if word == "by" and not draft.passive and draft.kind == "verb":
            lent = False
        if lent and (local or word not in _LOCAL) and not draft.fillers(word):
            add_preposition(sentence, draft, prep, inherited=True)
        if depth + 1 < _LENT and word not in _CLOSED:
            for c in sentence.children(prep.i, "pobj"):
                lend(sentence, draft, c.i, depth + 1, draft.kind == "noun")


def lend_all(sentence: Sentence, draft: Draft, verb: Token) -> None:
    """Lend a verb the phrases that hang on its objects and on the objects of its prepositions."""
    for c in sentence.children(verb.i, "dobj", "nsubjpass", "prep", "agent"):
        if c.dep in ("dobj", "nsubjpass"):
            lend(sentence, draft, c.i)
        elif c.text.lower() not in _CLOSED:
            for noun in sentence.children(c.i, "pobj"):
                lend(sentence, draft, noun.i, local=False)


def doers(sentence: Sentence, heads: list[int]) -> list[int]:
    """Return those of the heads of a "by" phrase that can name a doer."""
    return [h for h in heads if sentence.tokens[h].entity not in _MEASURES]
