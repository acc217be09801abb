"""Names that say in which larger place they lie: "Paris, Texas", "Tripoli (Lebanon)"."""

from collections.abc import Mapping, Sequence

from whowhom.places.gazetteer import Gazetteer, Rank, Sense
from whowhom.places.match import Match

_JOINTS = frozenset({", ", ",", " (", ",\n", ", in "})


def containers(matches: Sequence[Match], text: str, gazetteer: Gazetteer) -> Mapping[int, tuple[Sense, ...]]:
    """Return, by the number of the match, its senses that lie in the place named right after it."""
    found: dict[int, tuple[Sense, ...]] = {}
    for at in range(len(matches) - 2, -1, -1):
        inner, outer = matches[at], matches[at + 1]
        if text[inner.end : outer.start] not in _JOINTS or inner.sentence != outer.sentence:
            continue
        within = found.get(at + 1) or gazetteer.senses(outer.key)
        holders = [s for s in within if s.kind in ("country", "admin1", "admin2") and s.rank != Rank.SHORT]
        kept = tuple(s for s in gazetteer.senses(inner.key) if any(_lies_in(s, h) for h in holders))
        if kept:
            found[at] = kept
    return found


def follows_name(match: Match, text: str) -> bool:
    """Whether an abbreviation stands as the state of a town that is not known: "Smallville, Kan."."""
    words = text[max(0, match.start - 30) : match.start].split(" ")
    if len(words) < 2 or words[-1] or not words[-2].endswith(",") or not words[-2][:1].isupper():
        return False
    return match.key.endswith(".") or (match.text.isupper() and len(match.text) == 2)


def _lies_in(sense: Sense, holder: Sense) -> bool:
    """Whether a place is a part of another, which is larger."""
    if sense.country != holder.country or sense.row == holder.row or sense.kind == "country":
        return False
    if holder.kind == "country":
        return True
    return sense.admin1 == holder.admin1 and (holder.kind == "admin1" or sense.kind in ("city", "capital"))
