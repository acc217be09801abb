"""Clauses and participles that hang on a noun: the noun is one of their arguments."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.phrases import conjuncts, has_hyphen_before, has_to
from whowhom.records import Argument, Sentence, Token

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})


def replace_relatives(sentence: Sentence, draft: Draft, token: Token) -> bool:
    """Put the antecedent in the place of who, which and that; return whether one stood there ("whose" too)."""
    if not any(t.tag in ("WDT", "WP", "WP$") for t in sentence.tokens):
        return False
    found = any(sentence.tokens[i].tag == "WP$" for a in draft.arguments for i in sentence.tokens[a.head].children)
    arguments: list[Argument] = []
    for a in draft.arguments:
        antecedent = _antecedent(sentence, a.head)
        if antecedent is None:
            arguments.append(a)
        else:
            found = True
            arguments += [Argument(a.role, h, True) for h in antecedent if h not in draft.tokens]
    draft.arguments = arguments
    draft.surface = [h for s in draft.surface for h in (_antecedent(sentence, s) or [s])]
    return found


def _antecedent(sentence: Sentence, i: int) -> list[int] | None:
    word = sentence.tokens[i]
    if word.tag not in ("WDT", "WP", "WP$", "IN") or word.text.lower() not in RELATIVE:
        return None
    for above in sentence.ancestors(i):
        if above.dep == "relcl":
            return conjuncts(sentence, above.head) if above.tag == "VBP" or _plural(sentence, above) else [above.head]
    return None


def _plural(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb agrees with several: "a man and a woman who were"."""
    return any(c.text.lower() in ("are", "were", "have") for c in sentence.children(verb.i, "aux", "auxpass")) or (
        verb.text.lower() in ("are", "were")
    )


def from_noun(sentence: Sentence, draft: Draft, token: Token, above: list[int]) -> None:
    """Give a participle, relative clause or infinitive the noun it hangs on; `above` is the subject further up."""
    noun = [token.head]
    if token.dep == "amod" and draft.surface and not draft.passive:
        draft.add("object", noun, inherited=True)  # "the candidate alleged fraud", read as "alleged fraud"
    elif draft.passive or (token.dep in ("amod", "compound") and token.tag == "VBN"):
        _passive_on_noun(sentence, draft, token, noun)
    elif has_to(sentence, token) and not draft.fillers("subject"):
        owners = [c.i for c in sentence.children(token.head, "poss")]
        draft.lend_subject(owners or above or noun)
    elif token.dep == "relcl":
        _gap(sentence, draft, token, noun)
    elif not draft.fillers("subject"):
        draft.lend_subject(noun)


def _passive_on_noun(sentence: Sentence, draft: Draft, token: Token, noun: list[int]) -> None:
    agents = _compounded(sentence, token) if token.dep in ("amod", "compound") else []
    draft.passive = True
    if agents:
        draft.kind = "compound"
    if not draft.surface:
        draft.lend_subject(noun)
    draft.add("subject", agents)


def _compounded(sentence: Sentence, token: Token) -> list[int]:
    """Return the doer that is joined to a participle ("UN-backed"), however the parser hangs it."""
    found = {c.i for c in sentence.children(token.i, "npadvmod", "compound", "nmod")}
    if has_hyphen_before(sentence, token.i):
        found.add(token.i - 2)
    named = (sentence.tokens[i] for i in sorted(found))
    return [t.i for t in named if t.pos in ("NOUN", "PROPN") or (t.pos == "ADJ" and t.entity)]


def _gap(sentence: Sentence, draft: Draft, token: Token, noun: list[int]) -> None:
    """A relative clause without a relative word: the noun is what it lacks."""
    stranded = next((c for c in sentence.children(token.i, "prep") if not c.children), None)
    if not draft.fillers("subject"):
        draft.lend_subject(noun)
    elif stranded is not None:
        draft.add(stranded.text.lower(), noun, inherited=True)
    elif not draft.fillers("object") and not draft.passive:
        draft.add("object", noun, inherited=True)
