"""Support verbs: "hold talks", "launch an attack on", "came under fire", "clashes erupted between"."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.nouns import noun_draft
from whowhom.codebook import EventNoun, Lexicon, Support
from whowhom.records import Sentence

#: Under an inverted verb these name the doer: "came under attack from rebels".
_SOURCES = ("from", "by", "of", "at the hands of")
_CORE = ("subject", "object", "indirect")


def supported(sentence: Sentence, verb: Draft, nouns: dict[int, Draft], lexicon: Lexicon) -> list[Draft]:
    """Return the predicates that a verb makes together with the event nouns it carries."""
    found: list[Draft] = []
    for support in (s for lemma in verb.lemmas for s in lexicon.support.get(lemma, ())):
        for head in verb.fillers(support.role):
            if head in nouns and all(d.head != head for d in found):
                found.append(_combine(sentence, verb, nouns[head], support))
    return found


def _combine(sentence: Sentence, verb: Draft, noun: Draft, support: Support) -> Draft:
    known = noun.noun
    assert known is not None
    made = noun_draft(sentence, sentence.tokens[noun.head], known)
    made.kind, made.tokens, made.passive = "light", (verb.head, noun.head), verb.passive
    made.arguments = [a for a in made.arguments if a.head not in made.tokens]
    _outer_arguments(made, verb, support)
    for a in (*verb.arguments, *made.arguments):
        if a.role not in _CORE:
            _map(made, a.role, a.head, known, support)
    made.operators = verb.operators
    made.surface = verb.surface
    above = noun if _hangs_on(sentence, verb, noun.head) else verb
    made.governor, made.link, made.background = above.governor, above.link, above.background
    return made


def _outer_arguments(made: Draft, verb: Draft, support: Support) -> None:
    """The verb's subject is the doer, or, where the support verb is inverted, the one it befalls."""
    if support.role != "subject":
        if not support.inverted and verb.fillers("subject"):
            made.arguments = [a for a in made.arguments if a.role != "subject"]
        inside = support.role != "object"  # "are engaged in talks": passive in form only
        whose = verb.surface if inside and verb.surface else verb.fillers("subject")
        made.add("object" if support.inverted else "subject", whose)
        made.add("indirect", verb.fillers("indirect"))


def _map(made: Draft, role: str, head: int, noun: EventNoun, support: Support) -> None:
    made.add(role, [head])
    if support.inverted and role in _SOURCES:
        made.add("subject", [head])
    elif role in noun.object_prepositions or (role == "of" and noun.of == "object"):
        made.add("object", [head])


def _hangs_on(sentence: Sentence, verb: Draft, noun: int) -> bool:
    """Whether the support verb describes its noun ("the attack launched by rebels"), so that the noun is the act."""
    token = sentence.tokens[verb.head]
    return token.dep in ("acl", "relcl", "amod") and token.head == noun


def event_noun(lexicon: Lexicon, *words: str) -> EventNoun | None:
    """Return what the lexicon knows of a noun, by its lemma or its text."""
    return next((lexicon.event_nouns[w] for w in words if w in lexicon.event_nouns), None)
