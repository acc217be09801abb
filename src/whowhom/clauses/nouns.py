"""Logical arguments of event nouns: "X's arrest", "the arrest of X by Y", "the Turkish attack on X"."""

from whowhom.clauses.draft import Draft, conjuncts
from whowhom.clauses.verbs import add_preposition, has_to
from whowhom.codebook import EventNoun
from whowhom.records import Sentence, Token


def noun_draft(sentence: Sentence, token: Token, noun: EventNoun) -> Draft:
    """Return the predicate of an event noun, with its complements under the roles of its verb."""
    word = noun_key(token)
    lemmas = (word,) if noun.verb == word else (word, noun.verb)
    draft = Draft(token.i, "noun", (token.i,), lemmas)
    for c in sentence.children(token.i):
        _dependent(sentence, draft, c, noun)
    return draft


def noun_key(token: Token) -> str:
    """Return the lemma under which the codebook would list a noun."""
    return token.lemma.lower()


def _dependent(sentence: Sentence, draft: Draft, c: Token, noun: EventNoun) -> None:
    if c.dep == "poss":
        draft.add(noun.possessive, conjuncts(sentence, c.i))
    elif c.dep in ("amod", "compound", "nmod", "nounmod"):
        _modifier(sentence, draft, c, noun)
    elif c.dep in ("prep", "agent"):
        _preposition(sentence, draft, c, noun)
    elif c.dep in ("acl", "relcl") and has_to(sentence, c):
        draft.add("clause:to", [c.i])
    elif c.dep in ("ccomp", "acl") and any(
        g.dep == "mark" and g.text.lower() == "that" for g in sentence.children(c.i)
    ):
        draft.add("clause:that", [c.i])


def _modifier(sentence: Sentence, draft: Draft, c: Token, noun: EventNoun) -> None:
    """Add a nationality, a name or a noun that stands before: doer or done to, as the family says."""
    if c.tag in ("VBN", "VBG", "CD"):
        return
    heads = [*conjuncts(sentence, c.i), *(g.i for g in sentence.children(c.i, "amod", "compound", "nmod"))]
    if noun.modifier != "none":
        draft.add(noun.modifier, heads)
    draft.add("modifier", heads)


def _preposition(sentence: Sentence, draft: Draft, prep: Token, noun: EventNoun) -> None:
    word = prep.text.lower()
    heads = [x for c in sentence.children(prep.i, "pobj") for x in conjuncts(sentence, c.i)]
    if word == "by" and heads:
        draft.add("subject", heads)
    elif word == "of" and noun.of in ("object", "subject"):
        draft.add(noun.of, heads)
    elif word in noun.object_prepositions:
        draft.add("object", heads)
    add_preposition(sentence, draft, prep)
