"""What is done to a predicate: negation, modals, tense, aspect, conditions."""

from whowhom.clauses.verbs import has_to
from whowhom.records import Operators, Sentence, Token
from whowhom.records.clause import Tense

NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "without", "hardly"})
CONDITIONS = frozenset({"if", "unless", "lest", "should", "whether", "until", "till", "in case"})


def operators_of(sentence: Sentence, token: Token, headline: bool) -> Operators:
    """Return the operators that a verb (or the copula of an adjective) carries itself."""
    auxiliaries = list(sentence.children(token.i, "aux", "auxpass"))
    modal = next((a for a in auxiliaries if a.tag == "MD"), None)
    to = has_to(sentence, token)
    first = token.i == min((t.i for t in sentence.tokens if t.pos != "PUNCT"), default=0)
    return Operators(
        negation=_negation(sentence, token),
        modal=modal.i if modal else None,
        condition=_condition(sentence, token),
        tense=_tense(token, auxiliaries, modal, to),
        perfect=any(a.lemma == "have" for a in auxiliaries) and token.tag == "VBN",
        progressive=token.tag == "VBG" and any(a.lemma == "be" for a in auxiliaries),
        infinitive_headline=headline and to and token.dep in ("ROOT", "relcl", "acl", "xcomp", "conj") and not first,
        question=sentence.tokens[-1].text == "?" and token.dep == "ROOT",
    )


def _negation(sentence: Sentence, token: Token) -> int | None:
    for c in sentence.children(token.i):
        word = c.text.lower()
        if c.dep == "neg" or (c.dep == "preconj" and word in NEGATIVE):
            return _unless_only(sentence, c)
        if c.dep in ("nsubj", "nsubjpass", "dobj"):
            if word in ("nobody", "none", "nothing", "neither"):
                return c.i
            for g in sentence.children(c.i, "det", "neg"):
                if g.text.lower() in ("no", "neither"):
                    return g.i
        if c.dep == "advmod" and word == "never":
            return c.i
    head = sentence.tokens[token.head]
    if token.dep == "pcomp" and head.text.lower() == "without":
        return head.i
    return None


def _unless_only(sentence: Sentence, neg: Token) -> int | None:
    """Return the negation, None where it is "not only" or "no fewer"."""
    after = sentence.tokens[neg.i + 1].text.lower() if neg.i + 1 < len(sentence.tokens) else ""
    return None if after in ("only", "just", "merely") else neg.i


def _condition(sentence: Sentence, token: Token) -> int | None:
    if token.dep not in ("advcl", "ccomp", "pcomp", "ROOT", "conj", "acl", "xcomp"):
        return None
    for c in sentence.children(token.i, "mark", "advmod"):
        if c.text.lower() in CONDITIONS:
            return c.i
    return None


def _tense(token: Token, auxiliaries: list[Token], modal: Token | None, to: bool) -> Tense:
    if modal is not None:
        return "future" if modal.lemma.lower() in ("will", "shall", "'ll", "wo") else "present"
    if to:
        return "infinitive"
    first = auxiliaries[0] if auxiliaries else token
    if first.tag in ("VBD",) or (not auxiliaries and token.tag in ("VBD", "VBN")):
        return "past"
    if first.tag in ("VBZ", "VBP"):
        return "present"
    return "none"
