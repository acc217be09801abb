"""How like two names of persons are, through initials, dropped names and foreign spellings."""

from difflib import SequenceMatcher
from functools import lru_cache

from whowhom.actors.atoms import skeleton


def likeness(words: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Score two names of persons: 0 where they differ, 1 where they are the same."""
    last, their = words[-1], other[-1]
    if words == other:
        return 1.0
    if len(words) == 1:
        if last in (their, other[0]):
            return 0.9 if last == their else 0.8
        return 0.7 if len(other) > 1 and alike(last, their) else 0.0
    if len(other) == 1:
        return 0.9 if last == their else (0.6 if alike(last, their) else 0.0)
    if not (last == their or alike(last, their)):
        return 0.8 if set(words) < set(other) or set(other) < set(words) else 0.0
    return 0.8 if given_fits(words[:-1], other[:-1]) else 0.0


def given_fits(given: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names can be one person's: a like first one, an initial, or one among the others."""
    if given[0][0] == other[0][0] and min(len(given[0]), len(other[0])) <= 2:
        return True
    return any(alike(a, b, 0.65) for a in given for b in other)


@lru_cache(maxsize=1 << 14)
def alike(one: str, two: str, least: float = 0.6) -> bool:
    """Whether two words can be spellings of one name: the same skeleton, and not too far apart."""
    if one == two:
        return True
    first, second = skeleton(one), skeleton(two)
    if min(len(one), len(two)) < 4 or min(len(first), len(second)) < 3:
        return False
    if first != second and not (len(first) > 3 and first.lstrip("h") == second.lstrip("h")) and first[1:] != second[1:]:
        return False
    return (first == second or {one[0], two[0]} <= set("khgqc")) and SequenceMatcher(None, one, two).ratio() >= least
