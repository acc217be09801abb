"""From a tree to predicates with logical arguments and operators."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.inherit import inherit
from whowhom.clauses.links import link
from whowhom.clauses.nouns import noun_draft, noun_key
from whowhom.clauses.operators import operators_of
from whowhom.clauses.support import event_noun, supported
from whowhom.clauses.verbs import verb_draft
from whowhom.codebook import Lexicon
from whowhom.records import Predicate, Sentence, Token


def build_clauses(sentence: Sentence, lexicon: Lexicon) -> tuple[Predicate, ...]:
    """Return the predicates of a parsed sentence, in text order; none where it has no tree."""
    if not sentence.parsed:
        return ()
    verbs = {d.head: d for t in sentence.tokens if _is_verb(sentence, t) for d in [_verb(sentence, t)]}
    nouns = {
        t.i: noun_draft(sentence, t, noun)
        for t in sentence.tokens
        if t.i not in verbs and _may_name_event(sentence, t)
        for noun in [event_noun(lexicon, noun_key(t), t.text.lower())]
        if noun is not None
    }
    drafts = {**verbs, **nouns}
    for draft in drafts.values():
        link(sentence, drafts, draft)
    for draft in sorted(verbs.values(), key=lambda d: _depth(sentence, d)):
        governor = drafts.get(draft.governor) if draft.governor is not None else None
        inherit(sentence, draft, governor, lexicon)
    light = [d for v in verbs.values() for d in supported(sentence, v, nouns, lexicon)]
    carried = {d.head for d in light}
    made = [*verbs.values(), *light, *(d for d in nouns.values() if d.head not in carried)]
    return _freeze(made)


def _verb(sentence: Sentence, token: Token) -> Draft:
    draft = verb_draft(sentence, token)
    draft.operators = operators_of(sentence, token, sentence.headline)
    return draft


def _is_verb(sentence: Sentence, token: Token) -> bool:
    """Whether a token is a full verb, or a copula with something to say."""
    if token.pos == "VERB" and token.dep not in ("aux", "auxpass"):
        return True
    return token.pos == "AUX" and token.dep not in ("aux", "auxpass")


def _may_name_event(sentence: Sentence, token: Token) -> bool:
    """Whether a noun heads a phrase of its own (a modifier names no event)."""
    return token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "amod", "nmod", "npadvmod")


def _depth(sentence: Sentence, draft: Draft) -> int:
    return sum(1 for _ in sentence.ancestors(draft.tokens[0]))


def _freeze(drafts: list[Draft]) -> tuple[Predicate, ...]:
    """Number the predicates in text order; a governor that is carried by a support verb is that pair."""
    ordered = sorted(drafts, key=lambda d: (d.head, d.kind))
    by_head: dict[int, int] = {}
    for n, d in enumerate(ordered):
        if d.kind != "light" or d.head not in by_head:
            by_head[d.head] = n
    return tuple(
        Predicate(
            n,
            d.head,
            d.tokens,
            d.lemmas,
            d.particles,
            d.kind,
            d.passive,
            tuple(d.arguments),
            d.operators,
            by_head.get(d.governor) if d.governor is not None else None,
            d.link,
            d.background,
        )  # fmt: skip
        for n, d in enumerate(ordered)
    )
