"""Arguments that a clause does not say itself: control, coordination, participles."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.operators import share_operators
from whowhom.clauses.phrases import conjuncts, coordinate, has_to
from whowhom.clauses.prepositions import doers
from whowhom.clauses.relatives import from_noun, replace_relatives
from whowhom.codebook import Lexicon
from whowhom.records import Sentence, Token

#: A gerund after these has the object for its subject ("accused X of killing", "kept X from entering").
_OBJECT_GERUNDS = frozenset({"of", "from", "with", "for", "into", "against", "over", "about"})
#: Verbs whose infinitive is controlled by a prepositional phrase: English has few ("call on X to").
_OBLIQUE_CONTROL = {
    "call": ("on", "upon", "for"),
    "appeal": ("to",),
    "plead": ("with",),
    "prevail": ("on", "upon"),
    "count": ("on",),
    "rely": ("on",),
    "wait": ("for",),
}


def inherit(sentence: Sentence, draft: Draft, drafts: dict[int, Draft], lexicon: Lexicon) -> None:
    """Give a verb the subject (or object) that grammar lets it share with its governor or its noun."""
    governor = drafts.get(draft.governor) if draft.governor is not None else None
    token = sentence.tokens[draft.tokens[0]]
    filled = replace_relatives(sentence, draft, token)
    if token.dep == "amod" and governor is not None and draft.link.endswith(":ing"):
        draft.add("object", conjuncts(sentence, token.head))
        _controlled(sentence, draft, token, governor, lexicon)
    elif token.dep in ("acl", "relcl", "amod", "compound"):
        if not (filled and token.dep == "relcl"):
            from_noun(sentence, draft, token, _subject_above(drafts, governor))
    elif governor is None:
        return
    elif token.dep in ("conj", "dep") and sentence.tokens[token.head].pos in ("VERB", "AUX") and token.i > token.head:
        _from_conjunct(sentence, draft, token, governor)
    elif token.dep in ("xcomp", "ccomp", "advcl", "pcomp", "pobj") and not draft.surface:
        _controlled(sentence, draft, token, governor, lexicon)


def _subject_above(drafts: dict[int, Draft], governor: Draft | None) -> list[int]:
    """Return the subject of the nearest governor that has one ("Russia began an offensive to take the town")."""
    while governor is not None:
        found = governor.surface or governor.fillers("subject")
        if found:
            return found
        governor = drafts.get(governor.governor) if governor.governor is not None else None
    return []


def _from_conjunct(sentence: Sentence, draft: Draft, token: Token, first: Draft) -> None:
    """The second of two coordinated verbs shares the subject of the first, the first the object of the second."""
    head = sentence.tokens[first.tokens[0]]
    beside = coordinate(sentence, token) == sentence.tokens[token.head]
    if beside:
        draft.operators = share_operators(sentence, token, draft.operators, first.operators, head.tag)
    alone = beside and not any(a.role != "subject" for a in first.arguments)
    if alone and not first.passive and not draft.passive and draft.head - first.head <= 3:
        first.add("object", draft.fillers("object"), inherited=True)
    if not draft.surface:
        draft.lend_subject(first.surface)


def _controlled(sentence: Sentence, draft: Draft, token: Token, governor: Draft, lexicon: Lexicon) -> None:
    """An infinitive or gerund has its governor's object or its governor's subject for subject."""
    if token.dep == "ccomp" and not has_to(sentence, token) and token.tag not in ("VB", "VBG"):
        return
    if governor.passive and not governor.fillers("subject") and not draft.passive and not draft.fillers("object"):
        governor.add("subject", doers(sentence, draft.fillers("by")))  # "was told to resign by his party"
    controllers = _object_controllers(sentence, draft, token, governor)
    keeps = any(lemma in lexicon.subject_control for lemma in governor.lemmas)
    draft.lend_subject(controllers if controllers and not keeps else governor.surface)


def _object_controllers(sentence: Sentence, draft: Draft, token: Token, governor: Draft) -> list[int]:
    """Return the heads of the phrase that controls a clause from the object's place, none where the subject does."""
    if draft.link.endswith(":ing") and token.dep in ("pcomp", "pobj", "amod"):
        preposition = draft.link.removesuffix(":ing")
        return governor.fillers("object") if preposition in _OBJECT_GERUNDS else []
    if token.dep == "advcl" or governor.passive or (token.tag == "VBG" and not governor.fillers("object")):
        return []
    ours = governor.fillers("indirect") or governor.fillers("object")
    if ours:
        return [h for h in ours if h < token.i]
    roles = {r for lemma in governor.lemmas for r in _OBLIQUE_CONTROL.get(lemma, ())}
    return [a.head for a in governor.arguments if a.role in roles and a.head < token.i]
