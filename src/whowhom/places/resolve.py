"""Choosing which place a name means, from the other places of the same article."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from whowhom.places.gazetteer import Rank, Sense

#: Prominence of what has no population of its own, on the scale of log10 of a city's people.
_COUNTRY, _CONTINENT, _REGION, _WATER = 8.5, 9.0, 7.2, 6.8
_CAPITAL = 1.0
#: A division whose seat bears its name comes after the seat.
_WITH_SEAT = 3.0
#: What the article's other places can add to a sense.
_SAME_COUNTRY, _SAME_DIVISION, _NEARBY = 1.5, 2.0, 1.5
#: Kilometres at which nearness has fallen to a third.
_NEAR_KM = 100.0
#: Degrees of latitude beyond which nearness is nothing.
_NEAR_DEGREES = 4.0
#: Names of less weight are no points to be near to.
_LEAST_POINT = 0.1
#: A choice with less lead is in doubt; how many of its senses count as points, and how much.
_DOUBT, _MOST_POINTS, _DOUBTFUL_POINT = 1.2, 12, 0.4
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

    @property
    def vote(self) -> float:
        """How much the choice so far says about the others."""
        return self.weight * min(1.0, 0.3 + self.margin)


def resolve(candidates: Sequence[Candidate], hints: Mapping[str, float]) -> None:
    """Choose a sense for each candidate; `hints` are weights of countries from outside the text."""
    for candidate in candidates:
        candidate.prior = {s.row: prominence(s, candidate.senses) for s in candidate.senses}
        _choose(candidate, lambda sense: 0.0)
    for _ in range(_ROUNDS):
        before = [candidate.sense for candidate in candidates]
        context = _Context(candidates, hints)
        for candidate in candidates:
            if len(candidate.senses) > 1:
                _choose(candidate, _Bonus(context, candidate))
        if before == [candidate.sense for candidate in candidates]:
            break


def prominence(sense: Sense, rivals: Sequence[Sense]) -> float:
    """Return how likely a name is to mean this place when nothing else is known."""
    people = math.log10(sense.population + 30)
    if sense.kind == "country":
        value = _COUNTRY
    elif sense.kind == "admin1":
        value = _WITH_SEAT if _has_seat(sense, rivals) else 0.5 * people + 2.9
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
        self.countries: dict[str, float] = defaultdict(float, hints)
        self.divisions: dict[tuple[str, str], float] = defaultdict(float)
        self.points: list[tuple[str, Sense, float]] = []
        for candidate in candidates:
            self._add(candidate)
        self.country_total = sum(self.countries.values())
        self.division_total = sum(self.divisions.values())

    def _add(self, candidate: Candidate) -> None:
        sense, weight = candidate.sense, candidate.vote
        if not sense or not sense.country:
            return
        self.countries[sense.country] += weight
        if sense.admin1:
            self.divisions[sense.country, sense.admin1] += weight
        if weight > _LEAST_POINT:
            self.points.extend((candidate.key, s, w) for s, w in _points(candidate, weight))


def _points(candidate: Candidate, weight: float) -> Iterator[tuple[Sense, float]]:
    """Yield the points that a name may be: the sense so far, and the others while it is in doubt."""
    weight = min(1.0, weight)
    for sense in candidate.senses[:_MOST_POINTS] if candidate.margin < _DOUBT else ():
        if sense is not candidate.sense and sense.kind != "country":
            yield sense, weight * _DOUBTFUL_POINT
    if candidate.sense and candidate.sense.kind != "country":
        yield candidate.sense, weight


@dataclass(frozen=True, slots=True)
class _Bonus:
    """What the article adds to each sense of one candidate, its own vote left out."""

    context: _Context
    candidate: Candidate

    def __call__(self, sense: Sense) -> float:
        """Return the addition, on the scale of log10."""
        if not sense.country:
            return 0.0
        own, vote = self.candidate.sense, self.candidate.vote
        held = self.context.countries.get(sense.country, 0.0)
        if own and own.country == sense.country:
            held -= vote
        total = self.context.country_total - (vote if own and own.country else 0.0) + 0.5
        return _SAME_COUNTRY * max(0.0, held) / total + self._division(sense) + self._nearness(sense)

    def _division(self, sense: Sense) -> float:
        if not sense.admin1 or not sense.country:
            return 0.0
        own, vote = self.candidate.sense, self.candidate.vote
        held = self.context.divisions.get((sense.country, sense.admin1), 0.0)
        if own and (own.country, own.admin1) == (sense.country, sense.admin1):
            held -= vote
        return _SAME_DIVISION * max(0.0, held) / (self.context.division_total + 0.5)

    def _nearness(self, sense: Sense) -> float:
        if sense.kind == "country":
            return 0.0
        near, key = 0.0, self.candidate.key
        for other, point, weight in self.context.points:
            close = abs(point.latitude - sense.latitude) < _NEAR_DEGREES
            if close and abs(point.longitude - sense.longitude) < 2 * _NEAR_DEGREES and other != key:
                near += weight * math.exp(-kilometres(sense, point) / _NEAR_KM)
        return _NEARBY * min(1.0, near)


def _choose(candidate: Candidate, bonus: Callable[[Sense], float]) -> None:
    """Take the best sense and note its lead."""
    scored = sorted(((candidate.prior[s.row] + bonus(s), -s.row, s) for s in candidate.senses), reverse=True)
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
