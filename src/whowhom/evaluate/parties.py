"""Whether the right somebody was found, with the right country and sectors."""

from collections.abc import Sequence

from whowhom.evaluate.gold import GoldParty, Range
from whowhom.evaluate.names import named
from whowhom.records import Party

#: More parties than this beside those of the gold are a crowd, and no answer.
SPARE = 2


def meets(one: Range, other: Range) -> bool:
    """Whether two ranges share a code point."""
    return max(one[0], other[0]) < min(one[1], other[1])


def same_party(gold: GoldParty, found: Party) -> bool:
    """Whether a party stands where the gold has it, or bears one of its names."""
    if found.start is not None and found.end is not None:
        here = (found.start, found.end)
        if any(meets(here, span) for span in gold.spans):
            return True
    return named(gold.names, found.name, found.text)


def same_side(gold: Sequence[GoldParty], found: Sequence[Party]) -> bool:
    """Whether every party of the gold was found, and no crowd with them."""
    said = [party for party in found if party.start is not None or party.name]
    if len(said) > len(gold) + SPARE:
        return False
    return all(any(same_party(g, f) for f in said) for g in gold)


def right_countries(gold: Sequence[GoldParty], found: Sequence[Party]) -> bool | None:
    """Whether each party's counterpart has its country; None where the gold gives none."""
    wanted = [g for g in gold if g.country]
    if not wanted:
        return None
    return all(any(f.country == g.country for f in _counterparts(g, found)) for g in wanted)


def right_sectors(gold: Sequence[GoldParty], found: Sequence[Party]) -> bool | None:
    """Whether each party's counterpart has one of its sectors; None where the gold gives none."""
    wanted = [g for g in gold if g.sectors]
    if not wanted:
        return None
    return all(any(set(f.sectors) & set(g.sectors) for f in _counterparts(g, found)) for g in wanted)


def _counterparts(gold: GoldParty, found: Sequence[Party]) -> Sequence[Party]:
    """Return who of those found is meant; the first of them where nobody bears the name."""
    return [f for f in found if same_party(gold, f)] or found[:1]
