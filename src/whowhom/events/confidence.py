"""How sure the coder is of an event: what speaks for and against it, as a chance."""

from math import exp

from whowhom.codebook import Codebook
from whowhom.events.candidate import Candidate

#: Frames above this weight are all equally specific.
_FULL = 6.0


def evidence(c: Candidate, codebook: Codebook) -> float:
    """Return what speaks for an event less what speaks against it: the sum of the weights of confidence.yml."""
    p, m = c.predicate, c.match
    told = c.scene.sentence.tokens[p.head].dep in ("nsubj", "nsubjpass", "ROOT")
    found = {
        "always": 1.0,
        "weight": min(m.weight, _FULL),
        "actors": bool(c.actors),
        "recipients": bool(c.recipients),
        "nobody": not (c.actors or c.recipients or told or p.kind == "light"),
        "mutual": m.rule.entry.symmetric and len(c.actors) > 1,
        "noun": p.kind == "noun",
        "noun_told": p.kind == "noun" and told,
        "background": p.background,
        "things": m.things,
        "root": p.link == "root",
        "adverbial": p.link.startswith("adverbial"),
    }
    weights = codebook.confidence.weights
    return sum(weights.get(name, 0.0) * value for name, value in found.items())


def confidence(c: Candidate, codebook: Codebook) -> float:
    """Return the chance, 0 to 1, that an event is right."""
    row = codebook.confidence
    return round(1.0 / (1.0 + exp(-(row.scale * evidence(c, codebook) + row.shift))), 4)


def sure(candidates: list[Candidate], codebook: Codebook, least: float) -> tuple[list[Candidate], list[Candidate]]:
    """Part the candidates that are sure enough from the others; what an unsure speech act is about goes with it."""
    unsure = [c for c in candidates if c.content_of is None and confidence(c, codebook) < least]
    for _ in range(3):
        unsure += [c for c in candidates if c not in unsure and c.content_of in unsure]
    return [c for c in candidates if c not in unsure], unsure
