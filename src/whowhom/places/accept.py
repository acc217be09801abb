"""Whether a match names a place at all, once it is known which place it would be."""

from whowhom.places.evidence import Beside, Support
from whowhom.places.gazetteer import Rank, Sense
from whowhom.places.match import Match

#: People from which a city may be named without any cue, with a mild one, with a strong one.
_BARE, _MILD, _STRONG = 50_000, 3_000, 0
#: The same for a name that is an ordinary word or a person's as well, and for other names.
_STOP_MILD, _STOP_STRONG, _STOP_AT_HOME = 100_000, 15_000, 3_000
_OTHER_BARE, _OTHER_WORDS = 200_000, 50_000
_IN_CAPITALS = 15_000


def accepted(match: Match, beside: Beside, sense: Sense, anchored: bool, at_home: bool) -> bool:
    """Whether the evidence suffices.

    `anchored` says that the name stands before or after the place that contains it or lies in it,
    `at_home` that other places of the article lie in its country.
    """
    if anchored:
        return True
    if beside.support == Support.AGAINST:
        return False
    if sense.rank == Rank.EXACT:
        return match.text.count(".") > 1 or (sense.kind != "admin1" and _as_written(match))
    if match.capitals and sense.kind in ("city", "admin2") and sense.population < _IN_CAPITALS:
        return False
    if beside.stop == "both" and beside.longer:
        return False
    if beside.stop in ("word", "given", "surname"):
        return _despite_stop(beside, sense, at_home)
    if sense.kind in ("city", "capital", "admin2"):
        return not beside.longer and _town(match, beside, sense, at_home)
    return _large(beside, sense)


def _as_written(match: Match) -> bool:
    """Whether initials stand in capitals, in a sentence that is not set in them ("US", not "us")."""
    return match.text.isupper() and (not match.capitals or "." in match.text)


def _despite_stop(beside: Beside, sense: Sense, at_home: bool) -> bool:
    """An ordinary word or a person's name must be led in as a place is."""
    if beside.longer or beside.support < Support.MILD:
        return False
    if sense.kind == "country":
        return True
    if beside.support == Support.MILD:
        large = beside.stop != "given" and sense.population > _STOP_MILD
        return large and sense.rank == Rank.MAIN and sense.kind != "admin2"
    if sense.rank == Rank.SHORT:
        return False
    enough = _STOP_AT_HOME if at_home else _STOP_STRONG
    return sense.kind not in ("city", "admin2") or sense.population >= enough


def _town(match: Match, beside: Beside, sense: Sense, at_home: bool) -> bool:
    """A city needs the more words beside it the smaller it is."""
    if beside.government and sense.kind == "capital":
        return False
    if sense.rank in (Rank.OTHER, Rank.SHORT):
        bare = _OTHER_BARE if " " not in match.key else _OTHER_WORDS
        return sense.population >= {Support.NONE: bare, Support.MILD: 20_000, Support.STRONG: 1_000}[beside.support]
    need = {Support.NONE: _BARE, Support.MILD: _MILD, Support.STRONG: _STRONG}[beside.support]
    if at_home:
        need //= 10
    return sense.population >= need and not (beside.government and sense.population < 1_000_000)


def _large(beside: Beside, sense: Sense) -> bool:
    """A country, a division or a named region needs no words, but must not be a part of a longer name."""
    if beside.government and sense.kind in ("country", "facility"):
        return False
    if sense.rank == Rank.OTHER:
        return beside.support > Support.NONE and not beside.longer
    return sense.kind == "country" or not beside.longer
