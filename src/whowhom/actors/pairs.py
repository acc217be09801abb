"""Reads "the pair", "the two", "both sides": the two figures that were brought together last."""

from whowhom.actors.describe import View
from whowhom.actors.desk import Desk
from whowhom.actors.figures import Figure, Sighting
from whowhom.records import Token

_PAIRS = frozenset(("pair", "duo"))
_TWO = frozenset(("two", "both"))
_SIDES = frozenset(("side", "leader", "man", "country", "party", "nation", "neighbour", "neighbor", "minister", "president", "rival"))


def read_pair(desk: Desk, view: View, token: Token) -> bool:
    """Sight a word that means two figures at once; returns whether it did."""
    if not _means_two(view, token):
        return False
    two = _last_two(desk, view, token)
    if two is None:
        return False
    first, second = two
    key = f"{first.actor_id}+{second.actor_id}"
    country = first.country if first.country == second.country else None
    shared = tuple(s for s in first.codes() if s in second.codes())
    name = " and ".join(n for n in (first.name, second.name) if n) or None
    figure = desk.cast.figures.setdefault(key, Figure(key, name, "group", country, shared, plural=True, confidence=0.7))
    start = min([token.i, *(c for c in token.children if c < token.i)])
    desk.put(Sighting(view.sentence.index, token.i, start, token.i + 1, figure, "role", "pair", 0.6))
    return True


def _means_two(view: View, token: Token) -> bool:
    if token.dep in ("amod", "compound", "nummod", "det", "predet", "preconj"):
        return False
    left = {view.sentence.tokens[c].text.lower() for c in token.children if c < token.i}
    word, lemma = token.text.lower(), token.lemma.lower()
    after = view.sentence.tokens[token.i + 1].text.lower() if token.i + 1 < len(view.sentence.tokens) else ""
    if after == "of":
        return False
    if lemma in _PAIRS:
        return "the" in left
    if word in _TWO:
        return ("the" in left and word == "two") or (word == "both" and token.dep in ("nsubj", "nsubjpass") and not left)
    return lemma in _SIDES and token.tag == "NNS" and bool(left & _TWO) and left <= {"the", "two", "both"}


def _last_two(desk: Desk, view: View, token: Token) -> tuple[Figure, Figure] | None:
    """Return the two figures of the nearest sentence that has two of one kind, the subject first."""
    people = token.lemma.lower() in _PAIRS or token.lemma.lower() in ("leader", "man", "minister", "president")
    for index in range(view.sentence.index, max(view.sentence.index - 3, -1), -1):
        found: dict[str, Figure] = {}
        for s in desk.before(view.sentence.index, token.i):
            if s.sentence == index and s.mention != "pronoun" and "+" not in s.figure.actor_id:
                if (s.figure.kind == "person" or not people) and s.figure.kind != "population":
                    found.setdefault(s.figure.actor_id, s.figure)
        figures = list(found.values())[::-1]
        if people or any(f.kind == "person" and not f.generic for f in figures) or len(figures) == 2:
            figures = [f for f in figures if f.kind == figures[0].kind] if figures else figures
        if len(figures) >= 2:
            return figures[0], figures[1]
    return None
