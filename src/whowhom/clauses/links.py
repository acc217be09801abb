"""Which predicate governs which, and whether a clause is background."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.phrases import coordinate, gerund_before, has_to
from whowhom.clauses.verbs import apart, clause_role
from whowhom.records import Sentence, Token

#: Markers of clauses that tell cause or time, not the news of the sentence.
BACKGROUND_MARKERS = frozenset(
    "after since because as when while following before once although though whereas where".split()
)
#: Prepositions whose phrases tell cause or time ("after arresting 30", "after talks with").
_BACKGROUND_PREPOSITIONS = frozenset("after since following before".split())
_MARKERS = BACKGROUND_MARKERS | {"if", "unless", "until"}
_PLAIN = {"ROOT": "root", "conj": "conj", "relcl": "relative", "amod": "amod", "dobj": "object",
          "nsubj": "subject", "nsubjpass": "object", "parataxis": "parataxis"}  # fmt: skip


def link_all(sentence: Sentence, drafts: dict[int, Draft], depth: list[int]) -> None:
    """Find the governor of each predicate, climbing over words that are no predicates; mark background clauses."""
    owners = {t: d.head for d in drafts.values() for t in d.tokens}
    for draft in sorted(drafts.values(), key=lambda d: min(depth[i] for i in d.tokens)):
        top = sentence.tokens[min(draft.tokens, key=lambda i: depth[i])]
        draft.link = _label(sentence, top)
        draft.governor = _governor(sentence, owners, draft, top)
        governor = drafts.get(draft.governor) if draft.governor is not None else None
        draft.background = _is_background(sentence, draft, top, governor)


def _governor(sentence: Sentence, owners: dict[int, int], draft: Draft, top: Token) -> int | None:
    if top.dep == "conj" and top.pos in ("VERB", "AUX"):
        beside = coordinate(sentence, top)
        if beside.i in owners and owners[beside.i] != draft.head:
            return owners[beside.i]
    for at in sentence.ancestors(top.i):
        owner = owners.get(at.i)
        if owner is not None and owner != draft.head:
            return owner
    return None


def _is_background(sentence: Sentence, draft: Draft, top: Token, governor: Draft | None) -> bool:
    """Whether a predicate gives cause, time or description, or is coordinated with or inside one that does."""
    link = draft.link
    if governor is None and link.startswith(("relative", "acl")):
        return False  # nothing else is told: "12 killed in suicide attack"
    if link.startswith(("relative", "acl", "amod")):
        noun = sentence.tokens[top.head]
        return not (noun.dep == "ROOT" and noun.pos in ("NOUN", "PROPN"))
    if link.startswith("adverbial:") and link.split(":")[1] in BACKGROUND_MARKERS:
        return True
    if link.removesuffix(":ing") in _BACKGROUND_PREPOSITIONS:
        return True
    inside = link == "conj" or link.startswith("clause:") or link.endswith(":ing") or link in ("subject", "object")
    return inside and governor is not None and governor.background


def _label(sentence: Sentence, token: Token) -> str:
    dep = token.dep
    if dep == "amod" and gerund_before(sentence, sentence.tokens[token.head]) == token:
        return f"{sentence.tokens[sentence.tokens[token.head].head].text.lower()}:ing"
    if dep in _PLAIN:
        return _PLAIN[dep]
    if dep == "acl":
        return "acl:to" if has_to(sentence, token) else f"acl:{token.tag}"
    if dep == "advcl":
        marks = [c.text.lower() for c in sentence.children(token.i, "mark", "advmod")]
        marker = next((m for m in marks if m in _MARKERS), None)
        return f"adverbial:{marker or ('to' if has_to(sentence, token) else 'ing')}"
    if dep == "pcomp" or (dep == "pobj" and token.tag == "VBG"):
        return f"{sentence.tokens[token.head].text.lower()}:ing"
    if dep == "pobj":
        return sentence.tokens[token.head].text.lower()
    if dep == "ccomp" and apart(sentence, token):
        return "parataxis"
    if dep in ("ccomp", "xcomp"):
        return clause_role(sentence, token)
    return dep
