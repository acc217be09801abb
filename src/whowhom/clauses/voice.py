"""Voice: which verbs are passive, with or without an auxiliary, and what that makes of their arguments."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.prepositions import doers
from whowhom.records import Sentence, Token

#: Irregular verbs of one form for past and participle that are transitive.
_DOUBLE_FORMS = frozenset(
    "held shot hit hurt cut found caught sent told hanged kept sold brought sought led struck bound built".split()
)
_REDUCED = ("acl", "amod", "advcl", "relcl", "dep", "ROOT")


def is_passive(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is passive, with or without its auxiliary."""
    deps = {c.dep for c in sentence.children(token.i)}
    if deps & {"auxpass", "nsubjpass", "csubjpass"}:
        return True
    if sentence.headline and token.tag == "VBD" and reads_as_participle(sentence, token, deps):
        return True
    if "agent" in deps and "dobj" not in deps and token.tag in ("VBD", "VBN"):
        return True
    if deps & {"aux", "nsubj", "expl"}:
        return False
    beside = token.dep == "conj" or (token.dep == "dep" and sentence.tokens[token.head].pos == "VERB")
    if token.tag == "VBN" and token.dep in _REDUCED and not beside:
        return not is_main_after_all(sentence, token)
    return beside and _passive_conjunct(sentence, token, deps)


def reads_as_participle(sentence: Sentence, token: Token, deps: set[str]) -> bool:
    """Whether a headline's past form is a participle: headlines tell in the present ("Netanyahu charged with")."""
    form = token.text.lower()
    telling = deps & {"dobj", "xcomp", "ccomp", "aux", "attr", "acomp", "prt", "dative"}
    return not telling and (form.endswith("ed") or form in _DOUBLE_FORMS) and sentence.tokens[-1].text not in ".?!"


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
