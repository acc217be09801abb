"""Logical arguments of event nouns: "X's arrest", "the arrest of X by Y", "the Turkish attack on X"."""

from dataclasses import replace

from whowhom.clauses.draft import Draft
from whowhom.clauses.phrases import conjuncts, has_to
from whowhom.clauses.prepositions import add_preposition, doers, lend
from whowhom.codebook import EventNoun
from whowhom.records import Sentence, Token

_BEFORE = ("amod", "compound", "nmod", "nounmod")
_NAMES = frozenset({"NORP", "GPE", "ORG", "PERSON", "LOC", "FAC"})


def noun_draft(sentence: Sentence, token: Token, noun: EventNoun) -> Draft:
    """Return the predicate of an event noun, with its complements under the roles of its verb."""
    word = noun_key(token)
    lemmas = (word,) if noun.verb == word else (word, noun.verb)
    draft = Draft(token.i, "noun", (token.i,), lemmas, noun=noun)
    if noun.of == noun.possessive == "object" and any(
        c.text.lower() == "of" for c in sentence.children(token.i, "prep")
    ):
        noun = replace(noun, possessive="subject", modifier="subject")  # "Hungary's arrest of the activists"
    for c in sentence.children(token.i):
        _dependent(sentence, draft, c, noun)
    _modifiers(sentence, draft, token, noun)
    for prep in sentence.children(token.i, "prep"):
        for c in sentence.children(prep.i, "pobj"):
            lend(sentence, draft, c.i)
    if not draft.fillers("subject"):
        draft.add("subject", doers(sentence, draft.fillers("by")), inherited=True)
    return draft


def noun_key(token: Token) -> str:
    """Return the lemma under which the codebook would list a noun."""
    return token.text.lower() if token.tag == "VBG" else token.lemma.lower()


def names_act(sentence: Sentence, token: Token) -> bool:
    """Whether an -ing form stands as a noun ("shelling killed four"), so that it may be an event noun."""
    nominal = token.tag == "VBG" and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
    return nominal and not any(sentence.children(token.i, "dobj", "xcomp", "ccomp", "aux"))


def _dependent(sentence: Sentence, draft: Draft, c: Token, noun: EventNoun) -> None:
    if c.dep == "poss":
        draft.add(noun.possessive, conjuncts(sentence, c.i))
    elif c.dep in ("prep", "agent"):
        _preposition(sentence, draft, c, noun)
    elif c.dep in ("acl", "relcl") and has_to(sentence, c):
        draft.add("clause:to", conjuncts(sentence, c.i))
    elif c.dep in ("ccomp", "acl") and any(g.text.lower() == "that" for g in sentence.children(c.i, "mark")):
        draft.add("clause:that", conjuncts(sentence, c.i))


def _modifiers(sentence: Sentence, draft: Draft, token: Token, noun: EventNoun) -> None:
    """Add what stands before the noun: doer or done to, as the family says; a name counts before a common noun.

    "US drone strike" is a strike by the US, "Moscow's missile test" a test by Moscow, "police raid" one by police.
    """
    heads = [h for c in sentence.children(token.i, *_BEFORE) for h in _modifier_heads(sentence, c)]
    draft.add("modifier", heads)
    if noun.modifier == "none":
        return
    names = [h for h in heads if _is_name(sentence.tokens[h])]
    draft.add(noun.modifier, names)
    if not draft.fillers(noun.modifier) and not draft.fillers("between"):
        draft.add(noun.modifier, [h for h in heads if sentence.tokens[h].pos == "NOUN"])


def _modifier_heads(sentence: Sentence, c: Token) -> list[int]:
    """Return the words of a modifier: coordinated, and what modifies it in turn."""
    if c.tag in ("VBN", "VBG", "CD"):
        return []
    inner = [g.i for g in sentence.children(c.i, "amod", "compound", "nmod")]
    heads = [sentence.tokens[h] for h in (*conjuncts(sentence, c.i), *inner)]
    return [t.i for t in heads if any(x.isalnum() for x in t.text)]


def _is_name(token: Token) -> bool:
    """Whether a modifier is a name or a nationality."""
    capital = token.i > 0 and token.text[:1].isupper()
    return token.pos == "PROPN" or token.entity in _NAMES or capital


def _preposition(sentence: Sentence, draft: Draft, prep: Token, noun: EventNoun) -> None:
    word = prep.text.lower()
    heads = [x for c in sentence.children(prep.i, "pobj") for x in conjuncts(sentence, c.i)]
    if word == "by":
        draft.add("subject", doers(sentence, heads))
    elif word == "of" and noun.of in ("object", "subject"):
        draft.add(noun.of, heads)
    elif word in noun.object_prepositions:
        draft.add("object", heads)
    add_preposition(sentence, draft, prep)
