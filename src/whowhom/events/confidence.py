"""How sure the coder is of an event: what speaks for and against it, weighed by what was right on sentences of our own."""

from math import exp, log

from whowhom.codebook import Codebook
from whowhom.events.candidate import Candidate
from whowhom.records import NONE

_FLOOR = 0.01


def features(c: Candidate) -> dict[str, float]:
    """Return what confidence is reckoned from, by the names of confidence.yml."""
    p, m = c.predicate, c.match
    told = c.scene.sentence.tokens[p.head].dep in ("nsubj", "nsubjpass", "ROOT")
    found = {
        "bias": 1.0,
        "weight": min(m.weight, 6.0),
        "actors": float(bool(c.actors)),
        "recipients": float(bool(c.recipients)),
        "nobody": float(not (c.actors or c.recipients or told or p.kind == "light")),
        "mutual": float(m.rule.entry.symmetric and len(c.actors) > 1),
        "noun": float(p.kind == "noun"),
        "noun_told": float(p.kind == "noun" and told),
        "light": float(p.kind == "light"),
        "background": float(p.background),
        "things": float(m.things),
        "root": float(p.link == "root"),
        "adverbial": float(p.link.startswith("adverbial")),
        "content": float(c.content_of is not None),
        "committed": float(c.committed),
    }
    if _read(c):
        assert c.opinion is not None
        rest = max((c.opinion.of(x) for x in c.opinion.labels if x not in (NONE, c.event_type)), default=0.0)
        found |= {
            "read": 1.0,
            "read_type": log(c.opinion.of(c.event_type) + _FLOOR),
            "read_none": log(c.opinion.of(NONE) + _FLOOR),
            "read_other": log(rest + _FLOOR),
            "proposed": float(m.rule.entry.rule.startswith("reader/")),
        }
    return found


def _read(c: Candidate) -> bool:
    """Whether the reader has an opinion on the candidate: it knows PLOVER's types, and no others."""
    return c.opinion is not None and c.event_type in c.opinion.labels


def confidence(c: Candidate, codebook: Codebook) -> float:
    """Return the chance, 0 to 1, that an event is right: a logistic model whose weights are data."""
    weights = codebook.confidence.read if _read(c) else codebook.confidence.unread
    z = sum(weights.get(name, 0.0) * value for name, value in features(c).items())
    return round(1.0 / (1.0 + exp(-z)), 4)


def sure(
    candidates: list[Candidate], codebook: Codebook, least: float
) -> tuple[list[Candidate], list[Candidate]]:
    """Part the candidates that are sure enough from the others; what an unsure speech act is about goes with it."""
    unsure = [c for c in candidates if c.content_of is None and confidence(c, codebook) < least]
    for _ in range(3):
        unsure += [c for c in candidates if c not in unsure and c.content_of in unsure]
    return [c for c in candidates if c not in unsure], unsure
