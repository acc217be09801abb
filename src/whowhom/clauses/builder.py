"""From a tree to predicates with logical arguments and operators."""

from whowhom.clauses.draft import Draft
from whowhom.clauses.inherit import inherit
from whowhom.clauses.links import link_all
from whowhom.clauses.nouns import names_act, noun_draft, noun_key
from whowhom.clauses.operators import operators_of
from whowhom.clauses.phrases import is_verb
from whowhom.clauses.support import event_noun, supported
from whowhom.clauses.verbs import verb_draft
from whowhom.codebook import Lexicon
from whowhom.records import Predicate, Sentence, Token

_FIRST = {"subject": 0, "object": 1, "indirect": 2}
_MODIFIERS = ("compound", "amod", "nmod", "npadvmod")


def build_clauses(sentence: Sentence, lexicon: Lexicon) -> tuple[Predicate, ...]:
    """Return the predicates of a parsed sentence, in text order; none where it has no tree."""
    if not sentence.parsed:
        return ()
    depth = _depths(sentence)
    nouns = _nouns(sentence, lexicon)
    full = (t for t in sentence.tokens if t.i not in nouns and is_verb(sentence, t))
    verbs = {d.head: d for t in full for d in [_verb(sentence, t)]}
    nouns = {i: d for i, d in nouns.items() if i not in verbs}
    drafts = {**verbs, **nouns}
    link_all(sentence, drafts, depth)
    for draft in sorted(verbs.values(), key=lambda d: depth[d.tokens[0]]):
        inherit(sentence, draft, drafts, lexicon)
    light = [d for v in verbs.values() for d in supported(sentence, v, nouns, lexicon)]
    carried = {d.head for d in light}
    return _freeze([*verbs.values(), *light, *(d for d in nouns.values() if d.head not in carried)])


def _verb(sentence: Sentence, token: Token) -> Draft:
    draft = verb_draft(sentence, token)
    draft.operators = operators_of(sentence, token, sentence.headline)
    return draft


def _nouns(sentence: Sentence, lexicon: Lexicon) -> dict[int, Draft]:
    found = {}
    for t in sentence.tokens:
        nominal = t.pos in ("NOUN", "PROPN") and t.dep not in _MODIFIERS and not is_verb(sentence, t)
        if nominal or (t.pos == "VERB" and names_act(sentence, t)):
            noun = event_noun(lexicon, noun_key(t), t.text.lower(), *_with_modifier(sentence, t))
            if noun is not None:
                found[t.i] = noun_draft(sentence, t, noun)
    return found


def _with_modifier(sentence: Sentence, token: Token) -> list[str]:
    """Return a noun's lemma with each of its modifiers: "troop buildup" is known where "buildup" is not."""
    return [
        f"{word} {token.lemma.lower()}"
        for c in sentence.children(token.i, *_MODIFIERS)
        for word in (c.text.lower(), c.lemma.lower())
    ]


def _depths(sentence: Sentence) -> list[int]:
    """Return how deep in the tree each token hangs."""
    found = [-1] * len(sentence.tokens)
    todo = [(t.i, 0) for t in sentence.tokens if t.head == t.i]
    while todo:
        at, deep = todo.pop()
        found[at] = deep
        todo += [(c, deep + 1) for c in sentence.tokens[at].children]
    return found


def _freeze(drafts: list[Draft]) -> tuple[Predicate, ...]:
    """Number the predicates in text order; what a support verb governs is governed by the pair."""
    ordered = sorted(drafts, key=lambda d: (d.head, d.kind))
    numbers = {d.head: n for n, d in reversed(list(enumerate(ordered)))}
    for n, d in enumerate(ordered):
        if d.kind == "light":
            numbers[d.tokens[0]] = n
    return tuple(_predicate(d, n, numbers) for n, d in enumerate(ordered))


def _predicate(d: Draft, n: int, numbers: dict[int, int]) -> Predicate:
    governor = numbers.get(d.governor) if d.governor is not None else None
    arguments = tuple(sorted(d.arguments, key=lambda a: _FIRST.get(a.role, 3)))
    return Predicate(
        n, d.head, d.tokens, d.lemmas, d.particles, d.kind, d.passive, arguments, d.operators,
        governor if governor != n else None, d.link, d.background,
    )  # fmt: skip
