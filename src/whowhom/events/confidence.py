"""How sure the coder is of an event: a sum of what speaks for and against it, mapped to 0..1."""

from math import exp

from whowhom.events.candidate import Candidate


def confidence(c: Candidate) -> float:
    """Return the confidence, 0 to 1; the weights were set by hand and checked by `evaluation/calibration.py`."""
    p, m = c.predicate, c.match
    z = 0.35 + 0.3 * min(m.weight, 6.0)
    z += 0.5 * bool(c.actors) + 0.5 * bool(c.recipients)
    z += 0.5 * (m.rule.entry.symmetric and len(c.actors) > 1)
    told = c.scene.sentence.tokens[p.head].dep in ("nsubj", "nsubjpass", "ROOT")
    z -= (0.2 if told else 0.9) * (p.kind == "noun") + 0.7 * p.background + 0.5 * m.things
    z -= 0.6 * (p.kind == "compound") + 0.4 * p.link.startswith("adverbial")
    z -= 0.3 * (not c.actors and not c.recipients and p.kind != "light" and not told)
    z += 0.4 * (p.link == "root" or (told and p.kind == "noun" and not p.background))
    return round(1.0 / (1.0 + exp(-z)), 4)


def sure(candidates: list[Candidate], least: float) -> tuple[list[Candidate], list[Candidate]]:
    """Part the candidates that are sure enough from the others; what an unsure speech act is about goes with it."""
    unsure = [c for c in candidates if c.content_of is None and confidence(c) < least]
    for _ in range(3):
        unsure += [c for c in candidates if c not in unsure and c.content_of in unsure]
    return [c for c in candidates if c not in unsure], unsure
