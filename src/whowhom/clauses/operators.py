"""What is done to a predicate: negation, modals, tense, aspect, conditions."""

from dataclasses import replace

from whowhom.clauses.phrases import has_to
from whowhom.records import Operators, Sentence, Token
from whowhom.records.clause import Tense

NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "without", "hardly"})
CONDITIONS = frozenset({"if", "unless", "lest", "should", "whether", "until", "till", "in case"})
_CLAUSES = ("advcl", "ccomp", "pcomp", "ROOT", "conj", "acl", "xcomp", "csubj", "parataxis")
_PLANNED = ("ROOT", "relcl", "acl", "xcomp", "conj")
_NEGATIVE_HEADS = ("nobody", "none", "nothing", "neither")


def operators_of(sentence: Sentence, token: Token, headline: bool) -> Operators:
    """Return the operators that a verb (or the copula of an adjective) carries itself."""
    auxiliaries = list(sentence.children(token.i, "aux", "auxpass"))
    modal = next((a for a in auxiliaries if a.tag == "MD"), None)
    to = has_to(sentence, token)
    return Operators(
        negation=_negation(sentence, token),
        modal=modal.i if modal else None,
        condition=_condition(sentence, token, auxiliaries),
        tense=_tense(token, auxiliaries, modal, to),
        perfect=token.tag in ("VBN", "VBD") and any(a.lemma == "have" for a in auxiliaries),
        progressive=_progressive(token, auxiliaries),
        infinitive_headline=headline and to and token.dep in _PLANNED and token.i > 1,
        question=token.dep == "ROOT" and sentence.tokens[-1].text == "?",
    )


def share_operators(sentence: Sentence, token: Token, own: Operators, first: Operators, first_tag: str) -> Operators:
    """Return a conjunct's operators, with the auxiliaries of the first verb where it stands under them too.

    "will meet X and sign Y", "did not attack or shell": same form, no auxiliary of its own.
    """
    condition = own.condition if own.condition is not None else first.condition
    helped = any(sentence.children(token.i, "aux", "auxpass", "nsubj", "nsubjpass", "expl"))
    if helped or token.tag != first_tag or token.tag not in ("VB", "VBG", "VBN"):
        return replace(own, condition=condition)
    joined = {c.text.lower() for c in sentence.children(sentence.tokens[token.head].i, "cc")}
    negation = own.negation
    if negation is None and not joined & {"but", "yet"}:
        negation = first.negation
    return replace(
        own, negation=negation, condition=condition, modal=first.modal, tense=first.tense, perfect=first.perfect,
        progressive=first.progressive, infinitive_headline=first.infinitive_headline,
    )  # fmt: skip


def _progressive(token: Token, auxiliaries: list[Token]) -> bool:
    if token.tag == "VBG":
        return any(a.lemma == "be" for a in auxiliaries)
    return any(a.tag == "VBG" for a in auxiliaries) or any(a.text.lower() == "being" for a in auxiliaries[1:])


def _negation(sentence: Sentence, token: Token) -> int | None:
    for c in sentence.children(token.i):
        found = _negative_child(sentence, c)
        if found is not None:
            return found
    if token.dep == "pcomp" and sentence.tokens[token.head].text.lower() == "without":
        return token.head
    return _nor(sentence, token) if token.dep == "conj" else None


def _negative_child(sentence: Sentence, c: Token) -> int | None:
    word = c.text.lower()
    if c.dep in ("neg", "preconj") or (c.dep == "advmod" and word == "never"):
        return _unless_only(sentence, c) if word in NEGATIVE else None
    if c.dep == "advmod" and word == "longer":
        return next((g.i for g in sentence.children(c.i) if g.text.lower() == "no"), None)
    if c.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
        if word in _NEGATIVE_HEADS:
            return c.i
        for g in sentence.children(c.i, "det", "neg", "preconj", "cc"):
            if g.text.lower() == "neither" or (g.dep != "cc" and g.text.lower() == "no"):
                return g.i
    return None


def _nor(sentence: Sentence, token: Token) -> int | None:
    """Return the "nor" between the verb before and this one."""
    joined = sentence.children(token.head, "cc")
    return next((c.i for c in joined if c.text.lower() == "nor" and token.head < c.i < token.i), None)


def _unless_only(sentence: Sentence, neg: Token) -> int | None:
    """Return the negation, None where it is "not only" or "no fewer"."""
    after = sentence.tokens[neg.i + 1].text.lower() if neg.i + 1 < len(sentence.tokens) else ""
    return None if after in ("only", "just", "merely") else neg.i


def _condition(sentence: Sentence, token: Token, auxiliaries: list[Token]) -> int | None:
    if token.dep not in _CLAUSES:
        return None
    for c in sentence.children(token.i, "mark", "advmod"):
        if c.text.lower() in CONDITIONS:
            return c.i
    if token.dep != "advcl" or not auxiliaries:
        return None
    first = auxiliaries[0]
    subject = next(sentence.children(token.i, "nsubj", "nsubjpass"), None)
    inverted = subject is not None and first.i < subject.i and first.text.lower() in ("should", "had", "were")
    return first.i if inverted and not any(sentence.children(token.i, "mark")) else None


def _tense(token: Token, auxiliaries: list[Token], modal: Token | None, to: bool) -> Tense:
    if modal is not None:
        return "future" if modal.lemma.lower() in ("will", "shall", "'ll", "wo") else "present"
    if to:
        return "infinitive"
    first = auxiliaries[0] if auxiliaries else token
    if first.tag == "VBD" or (not auxiliaries and token.tag == "VBN"):
        return "past"
    if first.tag in ("VBZ", "VBP"):
        return "present"
    return "none"
