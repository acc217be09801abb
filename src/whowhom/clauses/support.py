"""Support verbs: "hold talks", "launch an attack on", "came under fire", "clashes erupted between"."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.nouns import noun_draft, noun_key
from whowhom.codebook import EventNoun, Lexicon, Support
from whowhom.records import Sentence


def supported(sentence: Sentence, verb: Draft, nouns: dict[int, Draft], lexicon: Lexicon) -> list[Draft]:
    """Return the predicates that a verb makes together with the event nouns it carries."""
    supports = [s for lemma in verb.lemmas for s in lexicon.support.get(lemma, ())]
    found = []
    for support in supports:
        for head in verb.fillers(support.role):
            if head in nouns and not any(d.head == head for d in found):
                found.append(_combine(sentence, verb, head, support, lexicon))
    return found


def _combine(sentence: Sentence, verb: Draft, head: int, support: Support, lexicon: Lexicon) -> Draft:
    token = sentence.tokens[head]
    noun = event_noun(lexicon, noun_key(token), token.text.lower())
    assert noun is not None
    made = noun_draft(sentence, token, noun)
    made.kind, made.tokens, made.passive = "light", (verb.head, head), verb.passive
    if support.role == "object":
        made.add("object" if support.inverted else "subject", verb.fillers("subject"))
        made.add("indirect", verb.fillers("indirect"))
    for a in verb.arguments:
        if a.role in ("subject", "object", "indirect"):
            continue
        made.add(a.role, [a.head])
        if a.role in noun.object_prepositions or (a.role == "of" and noun.of == "object"):
            made.add("subject" if support.inverted else "object", [a.head])
        elif (support.inverted and a.role in ("from", "by", "of", "at the hands of")) or a.role == "by":
            made.add("subject", [a.head])
    made.operators, made.governor, made.link = verb.operators, verb.governor, verb.link
    made.background = verb.background
    return made


def event_noun(lexicon: Lexicon, *words: str) -> EventNoun | None:
    """Return what the lexicon knows of a noun, by its lemma or its text."""
    return next((lexicon.event_nouns[w] for w in words if w in lexicon.event_nouns), None)
