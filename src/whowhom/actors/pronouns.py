"""Finds whom a pronoun stands for: the nearest figure that agrees with it, subjects before others."""

from whowhom.actors.desk import Desk
from whowhom.actors.figures import Figure, Sighting
from whowhom.actors.view import View
from whowhom.records import Token

_HE = frozenset(("he", "him", "himself"))
_SHE = frozenset(("she", "her", "herself"))
_THEY = frozenset(("they", "them", "themselves"))
_IT = frozenset(("it", "itself"))
_SPEAKER = frozenset(("i", "me", "we", "us"))
_POSSESSIVE = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we"}
_EMPTY = frozenset(("be", "seem", "appear", "become", "happen", "mean", "rain", "take", "remain", "emerge"))
_REACH = 2
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "pobj"))


def read_pronoun(desk: Desk, view: View, token: Token) -> None:
    """Sight a personal or possessive pronoun, where somebody before it agrees with it."""
    word = token.text.lower()
    if token.pos != "PRON" or token.dep == "expl":
        return
    word = _POSSESSIVE.get(word, word) if token.tag == "PRP$" else word
    if word in _SPEAKER:
        figure, score = _speaker(desk, view, token), 0.6
    elif word == "it" and _empty(view, token):
        return
    elif word in _HE | _SHE | _THEY | _IT:
        figure, score = _antecedent(desk, view, token, word)
    else:
        return
    if figure is not None:
        desk.put(Sighting(view.sentence.index, token.i, token.i, token.i + 1, figure, "pronoun", "pronoun", score))


def _empty(view: View, token: Token) -> bool:
    """Whether "it" stands for nothing (it is clear that) or for what was said or done (denied it)."""
    verb = view.sentence.tokens[token.head].lemma.lower()
    if token.dep.startswith("nsubj"):
        return verb in _EMPTY
    return token.dep == "dobj" and verb in view.catalogue.acting["event"]


def _antecedent(desk: Desk, view: View, token: Token, word: str) -> tuple[Figure | None, float]:
    """Choose among the figures of this sentence and the two before it."""
    best: tuple[float, Figure] | None = None
    seen: set[str] = set()
    owned = desk.at(view, token.head) if token.tag == "PRP$" else None
    for rank, s in enumerate(desk.before(view.sentence.index, token.i, _REACH)):
        if not _agrees(s.figure, word) or _bound(desk, view, token, s):
            continue
        score = _salience(desk, view, token, s) - 0.15 * rank
        if s.figure.actor_id in seen:
            score += 0.2
        if s.mention == "pronoun" and s.sentence == view.sentence.index:
            score += 1.0  # he and his in one sentence are mostly one man
        if owned is not None and owned.country is not None and owned.country == s.figure.country:
            score += 1.5  # his army is his country's army
        seen.add(s.figure.actor_id)
        if best is None or score > best[0]:
            best = (score, s.figure)
    return (best[1], 0.6) if best is not None else (None, 0.0)


def _salience(desk: Desk, view: View, token: Token, s: Sighting) -> float:
    """Score a candidate: near and a subject is best; in its own sentence a subject wins over all."""
    other = desk.views[s.sentence].sentence.tokens[s.head]
    score = -1.2 * (view.sentence.index - s.sentence)
    if other.dep in ("nsubj", "nsubjpass"):
        score += 1.5 if token.dep.startswith("nsubj") or token.tag == "PRP$" else 0.9
    elif other.dep in ("dobj", "pobj", "agent", "dative"):
        score += 0.4
    elif other.dep in ("poss", "compound", "nmod"):
        score -= 0.3
    if s.figure.kind == "person" and not s.figure.generic:
        score += 0.5
    return score


def _bound(desk: Desk, view: View, token: Token, s: Sighting) -> bool:
    """Whether grammar forbids it: an object is not its own clause's subject ("he met him")."""
    if token.tag == "PRP$" or token.text.lower().endswith(("self", "selves")):
        return False
    tokens = view.sentence.tokens
    verb = _clause(tokens, token.i)
    others = [
        i for i in range(len(tokens)) if i != token.i and tokens[i].dep in _ARGUMENTS and _clause(tokens, i) == verb
    ]
    return any(desk.at(view, i) is s.figure for i in others if tokens[i].tag != "PRP$")


def _clause(tokens: tuple[Token, ...], i: int) -> int:
    """Return the verb of a token's clause."""
    for _ in range(12):
        if tokens[i].pos in ("VERB", "AUX") or tokens[i].head == i:
            return i
        i = tokens[i].head
    return i


def _agrees(figure: Figure, word: str) -> bool:
    if word in _HE:
        return figure.kind == "person" and figure.gender != "f" and not figure.plural
    if word in _SHE:
        return figure.kind == "person" and figure.gender != "m" and not figure.plural
    if word in _THEY:
        return (
            figure.kind in ("group", "population")
            or figure.plural
            or (figure.kind == "organisation" and figure.generic)
        )
    return figure.kind in ("state", "organisation") or (
        figure.kind == "group" and not (figure.generic and figure.plural)
    )


def _speaker(desk: Desk, view: View, token: Token) -> Figure | None:
    """Return who says a sentence with "I" or "we" in it: the subject of its verb of speech, or the last one."""
    speech = view.catalogue.acting["speech"]
    for index in (view.sentence.index, view.sentence.index - 1):
        other = desk.views.get(index)
        if other is None:
            continue
        for t in other.sentence.tokens:
            said = t.dep == "nsubj" and other.sentence.tokens[t.head].lemma.lower() in speech
            if said and (index, t.i) in desk.sightings and t.pos != "PRON" and t.i != token.i:
                return desk.sightings[index, t.i].figure
    return None
