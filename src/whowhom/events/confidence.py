"""How sure the coder is of an event: a sum of what speaks for and against it, mapped to 0..1."""

from math import exp

from whowhom.events.candidate import Candidate


def confidence(c: Candidate) -> float:
    """Return the confidence, 0 to 1; the weights were set by hand and checked by `evaluation/calibration.py`."""
    p, m = c.predicate, c.match
    z = 0.35 + 0.3 * min(m.weight, 6.0)
    z += 0.5 * bool(c.actors) + 0.5 * bool(c.recipients)
    z -= 0.9 * (p.kind == "noun") + 0.7 * p.background + 0.5 * m.things
    z -= 0.6 * (p.kind == "compound") + 0.4 * p.link.startswith("adverbial")
    z -= 0.3 * (not c.actors and not c.recipients)
    z += 0.4 * (p.link == "root")
    return round(1.0 / (1.0 + exp(-z)), 4)
