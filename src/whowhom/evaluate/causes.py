"""Why events were missed, made up or given the wrong parties: slips grouped by cause, the largest group first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from whowhom.evaluate.scores import Scores, Slip
from whowhom.records import Refusal


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause and the slips that it explains, each with its article."""

    name: str
    slips: tuple[tuple[str, Slip], ...]


def causes(
    scores: Scores, refusals: Mapping[str, Sequence[Refusal]], known: Set[str], texts: Mapping[str, str]
) -> tuple[Cause, ...]:
    """Group the slips of a scoring.

    `refusals` and `texts` go by the gold article's id; `known` are the words that some frame begins with. Causes of
    what is missed: `no trigger` (no frame begins with such a word), `no frame` (one does, and none fits), `refused`
    with its reason, `wrong frame` (an event of another type stands there).
    """
    found: dict[str, list[tuple[str, Slip]]] = defaultdict(list)
    for article in scores.articles:
        turned = refusals.get(article.article_id, ())
        for slip in article.slips:
            name = _cause(slip, turned, known, texts.get(article.article_id, ""))
            if name is not None:
                found[name].append((article.article_id, slip))
    return tuple(Cause(n, tuple(s)) for n, s in sorted(found.items(), key=lambda x: (-len(x[1]), x[0])))


def _cause(slip: Slip, turned: Sequence[Refusal], known: Set[str], text: str) -> str | None:
    if slip.kind == "missed":
        return _missed(slip, turned, known, text)
    if slip.kind == "false":
        return "false: wrong frame" if slip.wanted else "false: no such event"
    if slip.kind in ("actor", "recipient"):
        return f"{slip.kind} missing" if not slip.got else f"{slip.kind} wrong"
    return None


def _missed(slip: Slip, turned: Sequence[Refusal], known: Set[str], text: str) -> str:
    if slip.got:
        return "missed: wrong frame"
    reason = next((r.reason for r in turned if r.trigger.start < slip.end and slip.start < r.trigger.end), None)
    if reason is not None:
        return f"missed: refused, {reason}"
    words = {w.strip(".,;:\"'()").lower() for w in text[slip.start : slip.end].split()}
    return "missed: no frame" if words & known else "missed: no trigger"


def cause_lines(found: Sequence[Cause], most: int = 8) -> Iterator[str]:
    """Yield the causes as lines, each with some of its slips."""
    for cause in found:
        yield f"{cause.name}: {len(cause.slips)}"
        for article, slip in cause.slips[:most]:
            what = slip.wanted if slip.kind == "missed" else slip.got or slip.wanted
            rule = f" [{slip.rule}]" if slip.rule else ""
            yield f"    {what}: {slip.words}{rule} ({article})"
