"""Arguments that a clause does not say itself: control, coordination, participles, relatives."""

from whowhom.clauses.draft import Draft, conjuncts
from whowhom.clauses.verbs import RELATIVE, has_to
from whowhom.codebook import Lexicon
from whowhom.records import Argument, Sentence, Token


def inherit(sentence: Sentence, draft: Draft, governor: Draft | None, lexicon: Lexicon) -> None:
    """Give a verb the subject (or object) that grammar lets it share with its governor or its noun."""
    token = sentence.tokens[draft.tokens[0]]
    gap_filled = _replace_relatives(sentence, draft)
    if token.dep in ("acl", "relcl", "amod"):
        if not (gap_filled and token.dep == "relcl"):
            _from_noun(sentence, draft, token, governor)
    elif governor is None:
        return
    elif token.dep == "conj" and sentence.tokens[token.head].pos in ("VERB", "AUX"):
        _from_conjunct(draft, governor)
    elif token.dep in ("xcomp", "ccomp", "advcl", "pcomp") and not draft.fillers("subject"):
        _controlled(sentence, draft, token, governor, lexicon)


def _replace_relatives(sentence: Sentence, draft: Draft) -> bool:
    """Put the antecedent in the place of who, which and that; return whether one stood there ("whose" too)."""
    arguments: list[Argument] = []
    found = any(sentence.tokens[i].tag == "WP$" for a in draft.arguments for i in sentence.tokens[a.head].children)
    for a in draft.arguments:
        word = sentence.tokens[a.head]
        antecedent = _antecedent(sentence, a.head) if word.text.lower() in RELATIVE else None
        if antecedent is None:
            arguments.append(a)
        else:
            found = True
            arguments += [Argument(a.role, h, True) for h in antecedent]
    draft.arguments = arguments
    return found


def _antecedent(sentence: Sentence, i: int) -> list[int] | None:
    if sentence.tokens[i].tag not in ("WDT", "WP", "WP$", "IN"):
        return None
    for above in sentence.ancestors(i):
        if above.dep == "relcl":
            return conjuncts(sentence, above.head) if _plural_verb(above) else [above.head]
    return None


def _plural_verb(token: Token) -> bool:
    return token.tag == "VBP"


def _from_noun(sentence: Sentence, draft: Draft, token: Token, governor: Draft | None) -> None:
    """A participle, relative clause or infinitive that hangs on a noun: the noun is one of its arguments."""
    noun = [token.head]
    if draft.passive or (token.dep == "amod" and token.tag == "VBN"):
        if not draft.fillers("object"):
            draft.add("object", noun, inherited=True)
        agents = [c.i for c in sentence.children(token.i, "npadvmod", "compound", "nmod")]
        draft.add("subject", agents)
    elif token.tag == "VBG" and not draft.fillers("subject"):
        draft.add("subject", noun, inherited=True)
    elif has_to(sentence, token) and not draft.fillers("subject"):
        owners = [c.i for c in sentence.children(token.head, "poss")]
        shared = governor.fillers("subject") if governor is not None else []
        draft.add("subject", owners or shared, inherited=True)
    elif token.dep == "relcl":
        missing = "subject" if not draft.fillers("subject") else "object" if not draft.fillers("object") else ""
        if missing and not draft.passive:
            draft.add(missing, noun, inherited=True)


def _from_conjunct(draft: Draft, first: Draft) -> None:
    """The second of two coordinated verbs shares the subject of the first, the first the object of the second."""
    bare = not any(a.role != "subject" for a in first.arguments)
    if bare and not first.passive and not draft.passive and draft.head - first.head <= 3:
        first.add("object", draft.fillers("object"), inherited=True)
    if draft.fillers("subject") or (draft.passive and draft.fillers("object")):
        return
    surface = "object" if first.passive and not first.fillers("subject") else "subject"
    shared = first.fillers("object" if first.passive else surface)
    draft.add("object" if draft.passive else "subject", shared, inherited=True)


def _controlled(sentence: Sentence, draft: Draft, token: Token, governor: Draft, lexicon: Lexicon) -> None:
    """An infinitive or gerund has its governor's object for subject, or else the governor's subject."""
    ours = governor.fillers("object") or governor.fillers("indirect")
    if not ours and token.dep == "xcomp":
        ours = governor.fillers("on") if "call" in governor.lemmas or "upon" in governor.lemmas else []
    object_control = token.dep in ("xcomp", "ccomp") or (token.dep == "advcl" and has_to(sentence, token))
    keeps = any(lemma in lexicon.subject_control for lemma in governor.lemmas)
    if ours and object_control and not keeps and has_to(sentence, token):
        shared = ours
    elif token.dep == "ccomp" and not has_to(sentence, token):
        return
    else:
        shared = governor.fillers("object") if governor.passive else governor.fillers("subject")
    draft.add("object" if draft.passive else "subject", shared, inherited=True)
