"""Voice: which verbs are passive, with or without an auxiliary, and what that makes of their arguments."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.prepositions import doers
from whowhom.records import Sentence, Token

_REDUCED = ("acl", "amod", "advcl", "relcl", "dep", "ROOT")


def is_passive(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is passive, with or without its auxiliary."""
    deps = {c.dep for c in sentence.children(token.i)}
    if deps & {"auxpass", "nsubjpass", "csubjpass"}:
        return True
    if "agent" in deps and "dobj" not in deps and token.tag in ("VBD", "VBN"):
        return True
    if deps & {"aux", "nsubj", "expl"}:
        return False
    beside = token.dep == "conj" or (token.dep == "dep" and sentence.tokens[token.head].pos == "VERB")
    if token.tag == "VBN" and token.dep in _REDUCED and not beside:
        return not is_main_after_all(sentence, token)
    return beside and _passive_conjunct(sentence, token, deps)


def is_main_after_all(sentence: Sentence, token: Token) -> bool:
    """Whether a participle with an object, on the noun that the whole sentence hangs on, is its finite verb.

    "The coalition bombed Sanaa" is sometimes read as "the bombed coalition".
    """
    if token.dep != "acl" or token.tag != "VBN" or sentence.tokens[token.head].dep != "ROOT":
        return False
    deps = {c.dep for c in sentence.children(token.i)}
    return "dobj" in deps and "agent" not in deps and sentence.tokens[token.head].pos in ("NOUN", "PROPN")


def _passive_conjunct(sentence: Sentence, token: Token, deps: set[str]) -> bool:
    """Whether a second participle goes with a passive before it ("looted, burned and abandoned")."""
    if token.tag == "VBN":
        return "dobj" not in deps and is_passive(sentence, sentence.tokens[token.head])
    last = any(c.tag == "VBN" for c in sentence.children(token.i, "conj"))
    alone = not deps & {"dobj", "xcomp", "ccomp", "prep"}
    return token.tag == "VBD" and alone and last and is_passive(sentence, sentence.tokens[token.head])


def undo_passive(sentence: Sentence, draft: Draft) -> None:
    """Turn a passive round: its grammatical subject is the object, its "by" phrase the subject."""
    if not draft.passive:
        return
    draft.add("indirect" if draft.fillers("object") else "object", draft.surface)
    agents = doers(sentence, draft.fillers("by"))
    draft.arguments = [a for a in draft.arguments if a.role != "by" or a.head not in agents]
    draft.add("subject", agents)
