"""Logical arguments of verbs and of predicate adjectives and nouns, as far as they stand beside them."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.headlines import listed_subjects
from whowhom.clauses.phrases import bare, conjuncts, has_to, is_gerund, is_verb
from whowhom.clauses.prepositions import add_preposition, lend_all
from whowhom.clauses.voice import is_passive, undo_passive
from whowhom.records import Sentence, Token

PARTICLES = frozenset(
    "up out off down away back over together apart forward aside ahead home along through in on".split()
)
#: Particles that may stand behind the object even where they begin a phrase ("pulled its forces out of").
_MOBILE = frozenset("up out off down away back together apart".split())
_QUESTIONS = frozenset({"whether", "if"})
_COPULAS = frozenset({"be", "remain", "become", "stay", "seem", "appear", "feel", "stand"})


def verb_draft(sentence: Sentence, token: Token) -> Draft:
    """Return the predicate of a verb, or of the complement that a copula carries."""
    complement = _predicative(sentence, token)
    if complement is not None:
        draft = Draft(complement.i, "verb", (token.i, complement.i), (complement.lemma.lower(),))
        for c in sentence.children(complement.i):
            _complement(sentence, draft, c)
    else:
        particles = _particles(sentence, token)
        lemmas = _lemmas(sentence, token, particles)
        draft = Draft(token.i, "verb", (token.i,), lemmas, particles, passive=is_passive(sentence, token))
    for c in sentence.children(token.i):
        _dependent(sentence, draft, c)
    lend_all(sentence, draft, token)
    _lend_infinitive(sentence, draft, token)
    if draft.surface and not draft.passive:
        draft.surface = _nearest(sentence, token, draft.surface)
        draft.surface = listed_subjects(sentence, token, draft.surface)
        draft.add("subject", draft.surface)
    _strand(sentence, draft, token)
    undo_passive(sentence, draft)
    return draft


def _nearest(sentence: Sentence, verb: Token, subjects: list[int]) -> list[int]:
    """Of two subjects that nothing joins keep the nearer one ("Nine dead as rebels attack")."""
    heads = [c.i for c in sentence.children(verb.i, "nsubj") if c.i < verb.i]
    if len(heads) < 2 or any(t.text == "," for t in sentence.tokens[heads[-2] : heads[-1]]):
        return subjects
    return conjuncts(sentence, heads[-1])


def _lemmas(sentence: Sentence, token: Token, particles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lemmas of a verb: with the bare noun it forms an idiom with, with its particles, alone."""
    base = token.lemma.lower()
    idioms = [f"{base}_{c.lemma.lower()}" for c in sentence.children(token.i, "dobj", "nsubjpass") if bare(sentence, c)]
    return (*idioms, *(f"{base}_{p}" for p in particles), base)


def _predicative(sentence: Sentence, token: Token) -> Token | None:
    if token.lemma not in _COPULAS:
        return None
    there = any(True for _ in sentence.children(token.i, "expl"))
    for c in sentence.children(token.i, "acomp", "attr", "oprd"):
        if there and c.pos == "NOUN":
            return None  # "there were clashes": the noun is the predicate, carried by "be"
        if c.pos in ("ADJ", "VERB", "NOUN", "ADV"):
            return c
    return None


def _particles(sentence: Sentence, token: Token) -> tuple[str, ...]:
    found = []
    for c in sentence.children(token.i):
        word = c.text.lower()
        if c.dep == "prt":
            found.append(word)
        elif c.dep in ("prep", "advmod") and word in PARTICLES and c.i > token.i:
            alone = not any(g.dep in ("pobj", "pcomp") for g in sentence.children(c.i))
            if alone and (c.i == token.i + 1 or word in _MOBILE):
                found.append(word)
    return tuple(found)


def _dependent(sentence: Sentence, draft: Draft, c: Token) -> None:
    """Add what one dependent of the verb contributes."""
    if c.dep in ("nsubj", "csubj", "nsubjpass", "csubjpass"):
        draft.surface += conjuncts(sentence, c.i)
    elif c.dep == "dobj":
        draft.add("object", conjuncts(sentence, c.i))
        if draft.kind == "verb":
            draft.add("indirect", _swallowed_dative(sentence, c), inherited=True)
    elif c.dep in ("oprd", "acomp", "attr") and c.i not in draft.tokens:
        draft.add("complement", [c.i])
    elif c.dep == "prt":
        # The parser may hang the object on the particle ("sealed off the village").
        draft.add("object", [x for g in sentence.children(c.i, "pobj", "dobj") for x in conjuncts(sentence, g.i)])
    else:
        _complement(sentence, draft, c)


def _lend_infinitive(sentence: Sentence, draft: Draft, token: Token) -> None:
    """Give a verb without complements the infinitive that hangs on a noun ("threatened in a video to kill")."""
    if any(a.role == "object" or ":" in a.role for a in draft.arguments):
        return
    for prep in sentence.children(token.i, "prep"):
        for noun in sentence.children(prep.i, "pobj"):
            for c in sentence.children(noun.i, "acl", "relcl"):
                if has_to(sentence, c):
                    draft.add("clause:to", conjuncts(sentence, c.i), inherited=True)


def _swallowed_dative(sentence: Sentence, noun: Token) -> list[int]:
    """Return who may be the indirect object where the parser reads it as the first part of a compound.

    "gave Kiev missiles", "granted inspectors access": a name or a plural before a noun without
    an article. A guess: it counts only for frames that ask for an indirect object.
    """
    if any(sentence.children(noun.i, "det", "poss")) or noun.entity:
        return []
    first = next(sentence.children(noun.i, "compound"), None)
    if first is None or first.i != noun.i - 1:
        return []
    named = first.pos == "PROPN" and first.entity in ("GPE", "PERSON", "ORG", "NORP")
    return [first.i] if named or first.tag == "NNS" else []


def _complement(sentence: Sentence, draft: Draft, c: Token) -> None:
    """Add prepositional, dative and clausal complements of a verb or adjective."""
    if c.dep in ("prep", "agent") or (c.dep == "dative" and (c.pos == "ADP" or any(sentence.children(c.i, "pobj")))):
        add_preposition(sentence, draft, c)
    elif c.dep == "advmod":
        for g in sentence.children(c.i, "prep"):
            add_preposition(sentence, draft, g, c.text.lower())
    elif c.dep == "dative":
        draft.add("indirect", conjuncts(sentence, c.i))
    elif c.dep == "xcomp" or (c.dep == "ccomp" and not apart(sentence, c)):
        _clause(sentence, draft, c)
    elif c.dep == "advcl" and has_to(sentence, c):
        draft.add("clause:to", conjuncts(sentence, c.i), inherited=True)


def apart(sentence: Sentence, clause: Token) -> bool:
    """Whether a semicolon parts a clause from the verb it hangs on, so that it is a sentence of its own."""
    low, high = sorted((clause.i, clause.head))
    return any(c.text == ";" and low < c.i < high for c in sentence.children(clause.head, "punct"))


def _clause(sentence: Sentence, draft: Draft, c: Token) -> None:
    if c.pos in ("ADJ", "NOUN", "PROPN") and not is_verb(sentence, c) and not any(sentence.children(c.i, "aux", "cop")):
        draft.add("complement", [c.i])
        for s in sentence.children(c.i, "nsubj"):
            draft.add("object", conjuncts(sentence, s.i))
        return
    role = clause_role(sentence, c)
    if role == "clause:to" and c.dep == "ccomp" and not draft.passive:
        for s in sentence.children(c.i, "nsubj", "nsubjpass"):
            draft.add("object", conjuncts(sentence, s.i))
    draft.add(role, conjuncts(sentence, c.i))


def clause_role(sentence: Sentence, c: Token) -> str:
    """Return the role of a complement clause by the form of its verb and its mark."""
    if has_to(sentence, c):
        return "clause:to"
    if is_gerund(sentence, c):
        return "clause:ing"
    if any(g.text.lower() in _QUESTIONS for g in sentence.children(c.i, "mark", "advmod")):
        return "clause:whether"
    bare_form = c.tag == "VB" and not any(sentence.children(c.i, "aux"))
    return "clause:to" if bare_form and (c.dep == "xcomp" or not any(sentence.children(c.i, "mark"))) else "clause:that"


def _strand(sentence: Sentence, draft: Draft, token: Token) -> None:
    """A passive's preposition without a noun of its own goes with the grammatical subject ("was agreed to by")."""
    if not draft.passive:
        return
    for c in sentence.children(token.i, "prep"):
        if c.i == token.i + 1 and not c.children:
            draft.add(c.text.lower(), draft.surface, inherited=True)
