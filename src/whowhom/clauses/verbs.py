"""Logical arguments of verbs and of predicate adjectives: voice is undone, relative words are replaced."""

from whowhom.clauses.draft import Draft, conjuncts
from whowhom.records import Sentence, Token

PARTICLES = frozenset(
    "up out off down away back over together apart forward aside ahead home along through in on".split()
)
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
QUESTION_MARKS = frozenset({"whether", "if"})


def verb_draft(sentence: Sentence, token: Token) -> Draft:
    """Return the predicate of a verb, or of the complement that a copula carries."""
    complement = _predicative(sentence, token)
    particles = _particles(sentence, token)
    if complement is not None:
        lemmas: tuple[str, ...] = (complement.lemma.lower(),)
        draft = Draft(complement.i, "verb", (token.i, complement.i), lemmas)
        for c in sentence.children(complement.i):
            _complement(sentence, draft, c)
    else:
        base = token.lemma.lower()
        lemmas = (*(f"{base}_{p}" for p in particles), base)
        draft = Draft(token.i, "verb", (token.i,), lemmas, particles, passive=is_passive(sentence, token))
    for c in sentence.children(token.i):
        _dependent(sentence, draft, c)
    _passive_roles(draft)
    return draft


def is_passive(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is passive, with or without its auxiliary."""
    if any(c.dep in ("auxpass", "nsubjpass", "csubjpass") for c in sentence.children(token.i)):
        return True
    bare = not any(c.dep in ("aux", "nsubj") for c in sentence.children(token.i))
    if token.tag == "VBN" and token.dep in ("acl", "amod", "advcl", "relcl", "dep", "ROOT"):
        return bare
    if token.dep == "conj" and token.tag == "VBN" and bare:
        return is_passive(sentence, sentence.tokens[token.head])
    return False


def _predicative(sentence: Sentence, token: Token) -> Token | None:
    if token.lemma not in ("be", "remain", "become", "stay", "seem", "appear", "feel", "stand"):
        return None
    for c in sentence.children(token.i, "acomp", "attr", "oprd"):
        if c.pos in ("ADJ", "VERB", "NOUN", "ADV"):
            return c
    return None


def _particles(sentence: Sentence, token: Token) -> tuple[str, ...]:
    found = []
    for c in sentence.children(token.i):
        word = c.text.lower()
        alone = (
            c.dep in ("prep", "advmod")
            and word in PARTICLES
            and not any(g.dep in ("pobj", "pcomp") for g in sentence.children(c.i))
        )
        if c.dep == "prt" or (alone and c.i == token.i + 1):
            found.append(word)
    return tuple(found)


def _dependent(sentence: Sentence, draft: Draft, c: Token) -> None:
    """Add what one dependent of the verb contributes."""
    if c.dep in ("nsubj", "csubj"):
        draft.add("subject", conjuncts(sentence, c.i))
    elif c.dep in ("nsubjpass", "csubjpass"):
        draft.passive = True
        draft.add("patient", conjuncts(sentence, c.i))
    elif c.dep == "dobj":
        draft.add("object", conjuncts(sentence, c.i))
    elif c.dep in ("oprd", "acomp", "attr") and c.i not in draft.tokens:
        draft.add("complement", [c.i])
    else:
        _complement(sentence, draft, c)


def _complement(sentence: Sentence, draft: Draft, c: Token) -> None:
    """Add prepositional, dative and clausal complements of a verb or adjective."""
    if c.dep in ("prep", "agent", "dative") and (
        c.pos in ("ADP", "SCONJ", "ADV") or list(sentence.children(c.i, "pobj"))
    ):
        add_preposition(sentence, draft, c)
    elif c.dep == "dative":
        draft.add("indirect", conjuncts(sentence, c.i))
    elif c.dep in ("xcomp", "ccomp"):
        _clause(sentence, draft, c)
    elif c.dep == "advcl" and has_to(sentence, c):
        draft.add("clause:to", [c.i], inherited=True)


def add_preposition(sentence: Sentence, draft: Draft, prep: Token, above: str = "") -> None:
    """Add a prepositional phrase under the name of its preposition, "out of" under both names."""
    name = f"{above} {prep.text.lower()}".strip()
    for c in sentence.children(prep.i):
        if c.dep == "pobj":
            draft.add(name, conjuncts(sentence, c.i))
            if above:
                draft.add(prep.text.lower(), conjuncts(sentence, c.i))
        elif c.dep == "pcomp":
            draft.add(f"{name}:ing", [c.i, *(x for x in conjuncts(sentence, c.i) if x != c.i)])
        elif c.dep == "prep":
            add_preposition(sentence, draft, c, prep.text.lower())


def has_to(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(c.dep == "aux" and c.tag == "TO" for c in sentence.children(token.i))


def _clause(sentence: Sentence, draft: Draft, c: Token) -> None:
    if c.pos in ("ADJ", "NOUN", "PROPN") and not any(g.dep in ("aux", "cop") for g in sentence.children(c.i)):
        draft.add("complement", [c.i])
        for s in sentence.children(c.i, "nsubj"):
            draft.add("object", conjuncts(sentence, s.i))
        return
    if has_to(sentence, c):
        role = "clause:to"
        if c.dep == "ccomp" and not draft.passive:
            for s in sentence.children(c.i, "nsubj", "nsubjpass"):
                draft.add("object", conjuncts(sentence, s.i))
    elif c.tag == "VBG" and not any(g.dep == "aux" for g in sentence.children(c.i)):
        role = "clause:ing"
    elif any(g.dep in ("mark", "advmod") and g.text.lower() in QUESTION_MARKS for g in sentence.children(c.i)):
        role = "clause:whether"
    elif c.dep == "xcomp" and c.tag == "VB":
        role = "clause:to"
    else:
        role = "clause:that"
    draft.add(role, [x for x in conjuncts(sentence, c.i)])


def _passive_roles(draft: Draft) -> None:
    """Turn a passive round: its grammatical subject is the object, its `by` phrase the subject."""
    patients = draft.fillers("patient")
    rest = [a for a in draft.arguments if a.role != "patient"]
    draft.arguments = rest
    if draft.passive:
        role = "indirect" if draft.fillers("object") else "object"
        draft.add(role, patients)
        agents = [a for a in rest if a.role == "by"]
        draft.arguments = [a for a in draft.arguments if a.role != "by"]
        draft.add("subject", [a.head for a in agents])
