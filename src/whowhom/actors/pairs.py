"""Reads "the pair", "the two", "both sides": the two figures that were brought together last."""

from whowhom.actors.desk import Desk
from whowhom.actors.figures import Figure, Sighting
from whowhom.actors.view import View
from whowhom.records import Token

_PAIRS = frozenset(("pair", "duo"))
_TWO = frozenset(("two", "both"))
_PEOPLE = frozenset("pair duo leader man woman minister president".split())
_LANDS = frozenset("country nation neighbour neighbor state".split())
_SIDES = _PEOPLE | _LANDS | frozenset("side party rival".split())
#: Lemmas that may mean two figures at once.
PAIR_WORDS = _PAIRS | _TWO | _SIDES


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
        return ("the" in left and word == "two") or (
            word == "both" and token.dep in ("nsubj", "nsubjpass") and not left
        )
    return lemma in _SIDES and token.tag == "NNS" and bool(left & _TWO) and left <= {"the", "two", "both"}


def _last_two(desk: Desk, view: View, token: Token) -> tuple[Figure, Figure] | None:
    """Return the two figures met last that fit the word, the one named first in front."""
    lemma = token.lemma.lower()
    wanted = (
        ("person",)
        if lemma in _PEOPLE
        else ("state",)
        if lemma in _LANDS
        else ("person", "state", "organisation", "group")
    )
    found: dict[str, Figure] = {}
    for s in desk.before(view.sentence.index, token.i, 3):
        figure = s.figure
        if s.mention == "pronoun" or figure.kind not in wanted or "+" in figure.actor_id:
            continue
        if figure.generic and (figure.kind == "person" or figure.sectors[:1] == ("CVL",)):
            continue
        if found and next(iter(found.values())).kind == "person" and figure.kind != "person":
            continue
        found.setdefault(figure.actor_id, figure)
        if len(found) == 2:
            second, first = found.values()
            return first, second
    return None
