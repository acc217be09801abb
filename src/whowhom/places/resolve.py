"""Choosing which place a name means, from the other places of the same article."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from whowhom.places.gazetteer import Rank, Sense

#: Prominence of what has no population of its own, on the scale of log10 of a city's people.
_COUNTRY, _CONTINENT, _REGION, _WATER = 8.5, 9.0, 7.2, 6.8
_CAPITAL = 1.0
#: What the article's other places can add to a sense.
_SAME_COUNTRY, _SAME_DIVISION, _NEARBY = 1.5, 2.0, 1.5
#: Kilometres at which nearness has fallen to a third.
_NEAR_KM = 100.0
#: Degrees of latitude beyond which nearness is nothing.
_NEAR_DEGREES = 4.0
#: Names of less weight are no points to be near to.
_LEAST_POINT = 0.1
_ROUNDS = 3


@dataclass(slots=True)
class Candidate:
    """All uses of one name in an article, with the senses that its containment leaves.

    `weight` says how much its uses count as context; `sense` is the choice so far, `margin` its
    lead over the best place more than 100 km away, on the scale of log10.
    """

    key: str
    senses: Sequence[Sense]
    weight: float
    contained: bool = False
    sense: Sense | None = None
    margin: float = 0.0
    prior: dict[int, float] = field(default_factory=dict)


def resolve(candidates: Sequence[Candidate], hints: Mapping[str, float]) -> None:
    """Choose a sense for each candidate; `hints` are weights of countries from outside the text."""
    for candidate in candidates:
        candidate.prior = {s.row: prominence(s, candidate.senses) for s in candidate.senses}
        _choose(candidate, lambda sense: 0.0)
    for _ in range(_ROUNDS):
        context = _Context(candidates, hints)
        for candidate in candidates:
            if len(candidate.senses) > 1:
                _choose(candidate, context.bonus_for(candidate))


def prominence(sense: Sense, rivals: Sequence[Sense]) -> float:
    """Return how likely a name is to mean this place when nothing else is known."""
    people = math.log10(sense.population + 30)
    if sense.kind == "country":
        value = _COUNTRY
    elif sense.kind == "admin1":
        value = 0.5 * people + 2.9 - (1.2 if _has_seat(sense, rivals) else 0.0)
    elif sense.kind == "admin2":
        value = 0.5 * people + (1.5 if sense.rank == Rank.MAIN else 0.5)
    elif sense.kind in ("city", "capital"):
        value = people + (_CAPITAL if sense.kind == "capital" else 0.0)
    else:
        value = {"continent": _CONTINENT, "water": _WATER, "river": _WATER}.get(sense.kind, _REGION)
    # New York, Kuwait and Mosul are other names by the source's lights; large places bear them as well
    other = 0.3 if sense.population > 1_000_000 else 1.2
    return value - (other if sense.rank == Rank.OTHER else 0.0)


def _has_seat(division: Sense, rivals: Sequence[Sense]) -> bool:
    """Whether a large city of the division bears the same name."""
    return any(
        s.kind in ("city", "capital")
        and s.country == division.country
        and s.population > 30_000
        and kilometres(s, division) < 400
        for s in rivals
    )


class _Context:
    """The countries, divisions and points that the other names of the article speak for."""

    def __init__(self, candidates: Sequence[Candidate], hints: Mapping[str, float]) -> None:
        self._countries: dict[str, float] = defaultdict(float, hints)
        self._divisions: dict[tuple[str, str], float] = defaultdict(float)
        self._points: list[tuple[str, Sense, float]] = []
        for candidate in candidates:
            self._add(candidate)

    def _add(self, candidate: Candidate) -> None:
        sense, weight = candidate.sense, candidate.weight * min(1.0, 0.3 + candidate.margin)
        if not sense or not sense.country:
            return
        self._countries[sense.country] += weight
        if sense.admin1:
            self._divisions[sense.country, sense.admin1] += weight
        if sense.kind != "country" and weight > _LEAST_POINT:
            self._points.append((candidate.key, sense, weight))

    def bonus_for(self, candidate: Candidate) -> "_Bonus":
        """Return the bonus of a candidate's senses, its own vote left out."""
        own, weight = candidate.sense, candidate.weight * min(1.0, 0.3 + candidate.margin)
        return _Bonus(self._countries, self._divisions, self._points, candidate.key, own, weight)


@dataclass(frozen=True, slots=True)
class _Bonus:
    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    points: Sequence[tuple[str, Sense, float]]
    key: str
    own: Sense | None
    weight: float

    def __call__(self, sense: Sense) -> float:
        """Return what the article adds to a sense."""
        if not sense.country:
            return 0.0
        mine = self.weight if self.own and self.own.country == sense.country else 0.0
        all_mine = self.weight if self.own and self.own.country else 0.0
        total = sum(self.countries.values()) - all_mine + 0.5
        country = max(0.0, self.countries.get(sense.country, 0.0) - mine) / total
        return _SAME_COUNTRY * country + self._division(sense) + _NEARBY * self._nearness(sense)

    def _division(self, sense: Sense) -> float:
        if not sense.admin1 or not sense.country:
            return 0.0
        held = self.divisions.get((sense.country, sense.admin1), 0.0)
        if self.own and (self.own.country, self.own.admin1) == (sense.country, sense.admin1):
            held -= self.weight
        return _SAME_DIVISION * max(0.0, held) / (sum(self.divisions.values()) + 0.5)

    def _nearness(self, sense: Sense) -> float:
        if sense.kind == "country":
            return 0.0
        near = 0.0
        for key, other, weight in self.points:
            if abs(other.latitude - sense.latitude) < _NEAR_DEGREES and key != self.key:
                near += min(1.0, weight) * math.exp(-kilometres(sense, other) / _NEAR_KM)
        return min(1.0, near)


def _choose(candidate: Candidate, bonus: Callable[[Sense], float]) -> None:
    """Take the best sense and note its lead."""
    scored = sorted(
        ((candidate.prior[s.row] + bonus(s), -s.row, s) for s in candidate.senses), reverse=True
    )
    best = scored[0][2]
    rest = next((score for score, _, s in scored[1:] if kilometres(s, best) > 100), None)
    candidate.sense = best
    candidate.margin = 3.0 if rest is None else scored[0][0] - rest


def kilometres(one: Sense, other: Sense) -> float:
    """Return the great-circle distance of two places."""
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    width = math.radians(one.longitude - other.longitude)
    arc = math.sin((south - north) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(width / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(arc)))
