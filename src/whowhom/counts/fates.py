"""What befell the people counted: the verbs, nouns and adjectives that a counted word hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from whowhom.counts.people import is_person
from whowhom.counts.words import CountWords
from whowhom.records import Sentence, Token
from whowhom.records.finding import CountKind

Role = Literal["subject", "object"]
_STATE_DEPS = frozenset(("acomp", "oprd", "attr", "advmod", "xcomp", "ccomp", "amod", "prep", "prt", "dobj"))


@dataclass(frozen=True, slots=True)
class Fate:
    """What befell somebody, and the token that says so."""

    kind: CountKind
    predicate: int


def fates(sentence: Sentence, at: int, words: CountWords) -> list[Fate]:
    """Return what the sentence says befell the people that token `at` stands for."""
    token = sentence.tokens[at]
    above = list(_above(sentence, token, words))
    found = [*_own(token, words), *_of_modifiers(sentence, token, words), *above]
    if above:  # "12 kidnapped workers were freed" tells of the release
        found = [f for f in found if f in above or f.predicate >= at or sentence.tokens[f.predicate].dep != "amod"]
    unique: dict[CountKind, Fate] = {}
    for fate in found:
        unique.setdefault(fate.kind, fate)
    return list(unique.values())


def _own(token: Token, words: CountWords) -> Iterator[Fate]:
    """12 deaths, 30 wounded, 2,000 protesters."""
    kind = words.nouns.get(token.lemma.lower()) or words.nouns.get(token.text.lower())
    if kind:
        yield Fate(kind, token.i)
    elif token.tag in ("VBN", "VBD", "JJ") and token.dep not in ("ROOT", "conj", "relcl", "advcl"):
        kind = words.adjectives.get(token.text.lower()) or words.object_verbs.get(token.lemma.lower())
        if kind:
            yield Fate(kind, token.i)


def _of_modifiers(sentence: Sentence, token: Token, words: CountWords) -> Iterator[Fate]:
    """12 wounded soldiers; 12 people killed in the blast; 30 men who died."""
    for child in sentence.children(token.i, "amod", "acl", "relcl", "appos", "advcl"):
        if child.dep == "amod":
            kind = words.adjectives.get(child.text.lower())
            if kind:
                yield Fate(kind, child.i)
        elif child.dep == "appos":
            if child.text.lower() in words.adjectives and child.i > token.i:
                yield Fate(words.adjectives[child.text.lower()], child.i)
        elif child.dep == "relcl":
            yield from _relative(sentence, child, words)
        elif any(t.tag == "CD" for t in sentence.children(child.i)):
            continue  # "killed 12 people, injured 30", as parsers read it
        elif child.tag == "VBN" or child.text.lower() in words.adjectives:
            yield from by_verb(sentence, child, "object", words)
        elif child.tag == "VBG":
            yield from by_verb(sentence, child, "subject", words)


def _relative(sentence: Sentence, verb: Token, words: CountWords) -> Iterator[Fate]:
    if any(t.text.lower() == "to" for t in sentence.children(verb.i, "aux")):
        yield from by_verb(sentence, verb, "subject", words)  # "forced thousands to flee", as parsers read it
    for role in sentence.children(verb.i, "nsubj", "nsubjpass", "dobj"):
        if role.tag in ("WDT", "WP"):
            yield from by_verb(sentence, verb, "subject" if role.dep == "nsubj" else "object", words)


def _above(sentence: Sentence, token: Token, words: CountWords) -> Iterator[Fate]:
    """Read the fate off what governs a word: a verb, "the deaths of", "a crowd of"."""
    token = _first_conjunct(sentence, token)  # also "hostage" in "took 12 workers hostage"
    head = sentence.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass", "dobj", "csubj", "attr", "npadvmod", "ccomp", "oprd", "dative"):
        role: Role = "subject" if token.dep in ("nsubj", "csubj") else "object"
        yield from by_verb(sentence, head, role, words, token)
    elif token.dep == "pobj":
        yield from _under_preposition(sentence, head, token, words)
    elif token.dep == "nummod" and token.head > token.i and head.tag in ("VBN", "VBD"):
        yield from by_verb(sentence, head, "object", words)


def _first_conjunct(sentence: Sentence, token: Token) -> Token:
    """Climb from "civilians" in "6 soldiers and 4 civilians" to the conjunct that has the role."""
    while token.dep in ("conj", "appos", "compound") and token.head != token.i:
        head = sentence.tokens[token.head]
        if head.pos not in ("NOUN", "NUM", "PROPN", "PRON", "ADJ") and head.tag != "CD":
            break
        token = head
    return token


def _under_preposition(sentence: Sentence, preposition: Token, token: Token, words: CountWords) -> Iterator[Fate]:
    governor = sentence.tokens[preposition.head]
    word = preposition.text.lower()
    if word == "of" and governor.pos in ("NOUN", "PROPN", "VERB"):
        lemma = governor.lemma.lower()
        kind = words.nouns.get(lemma) or words.of_nouns.get(lemma)
        kind = kind or _object_noun(sentence.tokens[governor.head], governor, words)
        kind = kind or ("participants" if lemma in words.crowd_nouns else None)
        if kind:
            yield Fate(kind, governor.i)
        if lemma in words.group_nouns or lemma in words.tolls:
            yield from fates(sentence, governor.i, words)
    elif word == "by":
        lemma = governor.lemma.lower()
        attended = governor.tag == "VBN" and words.subject_verbs.get(lemma) == "participants"
        if attended or lemma in words.crowd_nouns:
            yield Fate("participants", governor.i)
    elif word == "with" and is_person(token, words):
        verb = governor if governor.pos == "VERB" else sentence.tokens[governor.head]
        if any(sentence.children(verb.i, "auxpass")):
            yield from by_verb(sentence, verb, "object", words)  # "was killed along with two guards"


def by_verb(
    sentence: Sentence, verb: Token, role: Role, words: CountWords, filler: Token | None = None
) -> Iterator[Fate]:
    """Return what a verb says befell its subject or object, with the verbs coordinated to it."""
    yield from _one_verb(sentence, verb, role, words, filler)
    if role == "object" and verb.dep == "conj" and (filler is None or filler.dep == "dobj"):
        other = sentence.tokens[verb.head]
        bare = not any(sentence.children(other.i, "dobj", "npadvmod"))
        if other.pos == "VERB" and bare and other.i < verb.i:
            yield from _one_verb(sentence, other, role, words, filler)
    if filler is not None and filler.dep == "dobj":
        return
    for other in sentence.children(verb.i, "conj"):
        if other.pos in ("VERB", "ADJ", "NOUN", "AUX") and not _has_own_subject(sentence, other):
            active = other.tag == "VBD" and role == "object" and any(sentence.children(other.i, "dobj", "auxpass"))
            both = role == "subject" and (other.tag == "VBN" or any(sentence.children(other.i, "auxpass")))
            yield from by_verb(sentence, other, "subject" if active else "object" if both else role, words)


def _has_own_subject(sentence: Sentence, verb: Token) -> bool:
    """Whether a coordinated verb brings its own people: "and a third wounded", "and wounded 12"."""
    if any(t.i < verb.i and t.pos in ("NOUN", "PRON", "NUM", "PROPN", "ADJ") for t in sentence.children(verb.i)):
        return True
    return any(t.tag == "CD" for t in sentence.children(verb.i, "dobj"))


def _one_verb(sentence: Sentence, verb: Token, role: Role, words: CountWords, filler: Token | None) -> Iterator[Fate]:
    if any(sentence.children(verb.i, "neg")):
        return
    lemma, text = verb.lemma.lower(), verb.text.lower()
    passive = any(sentence.children(verb.i, "auxpass")) or (filler is not None and filler.dep == "nsubjpass")
    kind = None
    if role == "subject" and not passive:
        kind = _phrase(sentence, verb, role, words) or words.subject_verbs.get(lemma)
        # A participle under a subject ("12 killed in raid", "12 were hurt") tells of it as of an object.
        role = "object" if kind is None and _stands_for_passive(sentence, verb) else role
    if role == "object" or passive:
        kind = _phrase(sentence, verb, "object", words) or _object_noun(verb, filler, words)
        kind = kind or words.object_verbs.get(lemma)
    if kind is None and role == "object" and verb.tag == "VBN":
        kind = words.adjectives.get(text)
    if kind is None and verb.pos == "ADJ":
        kind = words.adjectives.get(text)
    if kind:
        yield Fate(kind, verb.i)
    elif lemma in words.carriers:
        yield from _carried(sentence, verb, filler, words)


def _stands_for_passive(sentence: Sentence, verb: Token) -> bool:
    if any(sentence.children(verb.i, "dobj")) or verb.tag not in ("VBN", "VBD", "JJ"):
        return False
    if any(sentence.children(verb.i, "aux")):
        return any(t.lemma == "be" for t in sentence.children(verb.i, "aux"))
    return verb.dep in ("ROOT", "conj", "acl", "ccomp", "advcl", "parataxis", "pcomp", "amod")


def _phrase(sentence: Sentence, verb: Token, role: Role, words: CountWords) -> CountKind | None:
    rows = words.verb_phrases.get(verb.lemma.lower())
    if not rows:
        return None
    near = set()
    for child in sentence.children(verb.i, "dobj", "prep", "prt", "oprd", "xcomp", "acomp", "advmod", "ccomp", "pobj"):
        near |= {child.lemma.lower(), child.text.lower()}
        if child.dep in ("prep", "oprd", "ccomp", "dobj", "xcomp"):
            near |= {t.lemma.lower() for t in sentence.children(child.i, "pobj", "conj", "dobj", "compound")}
            near |= {
                t.lemma.lower() for c in sentence.children(child.i, "prep") for t in sentence.children(c.i, "pobj")
            }
    return next((r.kind for r in rows if r.counts == role and not near.isdisjoint(r.with_)), None)


def _object_noun(verb: Token, filler: Token | None, words: CountWords) -> CountKind | None:
    if filler is None or filler.dep not in ("dobj", "nsubjpass"):
        return None
    found = words.object_nouns.get((verb.lemma.lower(), filler.lemma.lower()))
    if found is None and is_person(filler, words):
        found = words.object_nouns.get((verb.lemma.lower(), "PERSON"))
    return found


def _carried(sentence: Sentence, verb: Token, filler: Token | None, words: CountWords) -> Iterator[Fate]:
    """Left 12 dead; were feared drowned; are missing; was found dead."""
    for child in sentence.children(verb.i):
        if child.dep not in _STATE_DEPS or (filler is not None and (child.i == filler.i or child.i < filler.i)):
            continue
        for state in (child, *sentence.children(child.i, "conj", "acomp")):
            kind = words.adjectives.get(state.text.lower())
            if kind is None and state.tag in ("VBN", "VBD"):
                kind = words.object_verbs.get(state.lemma.lower()) or words.subject_verbs.get(state.lemma.lower())
            if kind and not any(t.tag == "CD" for t in sentence.children(state.i)):
                yield Fate(kind, state.i)
