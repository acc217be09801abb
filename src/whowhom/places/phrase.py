"""The whole phrase of a place: "southern Tripoli", "eastern Libya", "Aleppo province"."""

import re
from dataclasses import dataclass

from whowhom.places.cues import Cues
from whowhom.places.match import Match
from whowhom.records.finding import Precision

_WORD_BEFORE = re.compile(r"([\w-]+)\s+$")
_WORD_AFTER = re.compile(r"\s+([\w-]+)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The span of the phrase, the words that modify the name, and what they make of its precision."""

    start: int
    end: int
    direction: str
    precision: Precision


def phrase_around(match: Match, precision: Precision, text: str, cues: Cues) -> Phrase:
    """Widen a match by a direction before it and by the kind of place after it."""
    start, end, direction = match.start, match.end, ""
    left = _WORD_BEFORE.search(text, max(0, start - 20), start)
    if left and left[1].lower() in cues.direction and left[1] not in ("South", "North", "East", "West"):
        start, direction = left.start(), left[1].lower()
        precision = _part_of(precision)
    right = _WORD_AFTER.match(text, end)
    if right and right[1] in cues.area and right[1] != "borough":
        end = right.end()
    elif right and right[1] in cues.border:
        end, precision = right.end(), "region" if precision == "country" else precision
    return Phrase(start, end, direction, precision)


def _part_of(precision: Precision) -> Precision:
    """Return the precision of a part of a place."""
    return {"city": "district", "country": "region"}.get(precision, precision)  # type: ignore[return-value]
