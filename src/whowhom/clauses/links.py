"""Which predicate governs which, and whether a clause is background."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.verbs import has_to
from whowhom.records import Sentence, Token

#: Markers of clauses that tell cause or time, not the news of the sentence.
BACKGROUND_MARKERS = frozenset(
    "after since because as when while following before once although though whereas where".split()
)


def link(sentence: Sentence, drafts: dict[int, Draft], draft: Draft) -> None:
    """Find the governor of a predicate, climbing over words that are no predicates."""
    top = min(draft.tokens, key=lambda i: _depth(sentence, i))
    token = sentence.tokens[top]
    by_token = {t: d.head for d in drafts.values() for t in d.tokens if d.kind != "light" or t == d.head}
    draft.link = _label(sentence, token)
    at = token
    while at.head != at.i:
        at = sentence.tokens[at.head]
        owner = by_token.get(at.i)
        if owner is not None and owner != draft.head:
            draft.governor = owner
            break
    fragment = sentence.tokens[token.head].dep == "ROOT" and sentence.tokens[token.head].pos in ("NOUN", "PROPN")
    draft.background = (draft.link.startswith(("relative", "acl", "amod")) and not fragment) or (
        draft.link.startswith("adverbial:") and draft.link.split(":")[1] in BACKGROUND_MARKERS
    )


def _depth(sentence: Sentence, i: int) -> int:
    return sum(1 for _ in sentence.ancestors(i))


def _label(sentence: Sentence, token: Token) -> str:
    dep = token.dep
    if dep == "ROOT":
        return "root"
    if dep == "conj":
        return "conj"
    if dep == "relcl":
        return "relative"
    if dep == "acl":
        return "acl:to" if has_to(sentence, token) else f"acl:{token.tag}"
    if dep == "amod":
        return "amod"
    if dep == "advcl":
        marks = [c.text.lower() for c in sentence.children(token.i, "mark", "advmod")]
        marker = next((m for m in marks if m in BACKGROUND_MARKERS or m in ("if", "unless", "until")), None)
        return f"adverbial:{marker or ('to' if has_to(sentence, token) else 'ing')}"
    if dep == "pcomp":
        return f"{sentence.tokens[token.head].text.lower()}:ing"
    if dep == "pobj":
        return sentence.tokens[token.head].text.lower()
    if dep in ("ccomp", "xcomp"):
        return "clause:to" if has_to(sentence, token) else "clause:ing" if token.tag == "VBG" else "clause:that"
    return {"dobj": "object", "nsubj": "subject", "nsubjpass": "object", "parataxis": "parataxis"}.get(dep, dep)
