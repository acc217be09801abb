"""The words of figures and fates as data: read from the codebook's folder and checked once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from whowhom.codebook.yaml_nodes import check_one, read_yaml
from whowhom.errors import BadCodebook, Fault
from whowhom.records.finding import CountKind

SHIPPED = Path(__file__).parent.parent / "codebooks" / "plover" / "counts"

Modifier = Literal["at_least", "more_than", "about", "nearly", "just_over", "fewer_than", "at_most", "exact"]
Bounds = tuple[int | None, int | None, int | None]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class VerbPhrase(_Strict):
    """A verb that says what befell somebody only together with other words: "lose" with "life"."""

    verb: str
    with_: tuple[str, ...]
    counts: Literal["subject", "object"]
    kind: CountKind

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda n: n.rstrip("_"))


class ObjectNoun(_Strict):
    """Verbs that say it together with a noun as their object: "take" with "hostage"."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    kind: CountKind


class _File(_Strict):
    numbers: dict[str, int]
    magnitudes: dict[str, int]
    vague: dict[str, Bounds]
    vague_times: dict[str, tuple[int, int]]
    vague_pairs: dict[str, Bounds]
    phrases: dict[str, Bounds]
    before: dict[Modifier, list[str]]
    after: dict[Modifier, list[str]]
    shares: dict[str, tuple[int, int]]
    zero: list[str]
    object_verbs: dict[CountKind, list[str]]
    subject_verbs: dict[CountKind, list[str]]
    nouns: dict[CountKind, list[str]]
    adjectives: dict[CountKind, list[str]]
    verb_phrases: list[VerbPhrase]
    object_nouns: list[ObjectNoun]
    carriers: list[str]
    toll_words: dict[str, CountKind]
    tolls: dict[CountKind, list[str]]
    toll_verbs: list[str]
    group_nouns: list[str]
    crowd_nouns: list[str]
    part_cues: list[str]
    not_people: list[str]
    after_stops: list[str]
    before_stops: list[str]
    months: list[str]
    person_endings: list[str]
    persons: list[str]
    fear_words: list[str]
    possible: list[str]
    report_nouns: list[str]
    estimate_verbs: list[str]
    not_groups: list[str]
    of_nouns: dict[str, CountKind]


Phrases = Mapping[tuple[str, ...], Modifier]


@dataclass(frozen=True, slots=True)
class CountWords:
    """What the words of figures mean and which words tell what befell people; keys are lower case.

    `starters` are the words other than numerals that a figure may begin with.
    """

    numbers: Mapping[str, int]
    magnitudes: Mapping[str, int]
    vague: Mapping[str, Bounds]
    vague_times: Mapping[str, tuple[int, int]]
    phrases: Mapping[tuple[str, ...], Bounds]
    before: Phrases
    after: Phrases
    shares: Mapping[str, tuple[int, int]]
    starters: frozenset[str]
    zero: frozenset[str]
    object_verbs: Mapping[str, CountKind]
    subject_verbs: Mapping[str, CountKind]
    nouns: Mapping[str, CountKind]
    adjectives: Mapping[str, CountKind]
    verb_phrases: Mapping[str, tuple[VerbPhrase, ...]]
    object_nouns: Mapping[tuple[str, str], CountKind]
    carriers: frozenset[str]
    tolls: Mapping[str, CountKind]
    toll_words: Mapping[str, CountKind]
    toll_verbs: frozenset[str]
    group_nouns: frozenset[str]
    crowd_nouns: frozenset[str]
    part_cues: tuple[tuple[str, ...], ...]
    not_people: frozenset[str]
    after_stops: frozenset[str]
    before_stops: frozenset[str]
    months: frozenset[str]
    person_endings: tuple[str, ...]
    persons: frozenset[str]
    fear_words: frozenset[str]
    possible: frozenset[str]
    report_nouns: frozenset[str]
    estimate_verbs: frozenset[str]
    not_groups: frozenset[str]
    of_nouns: Mapping[str, CountKind]


def load_count_words(folder: Path = SHIPPED) -> CountWords:
    """Read `words.yml` in `folder`. Raises `BadCodebook` with file and line of every fault."""
    faults: list[Fault] = []
    placed = read_yaml(folder / "words.yml", faults)
    file = check_one(placed, _File, faults) if placed else None
    if file is None or faults:
        raise BadCodebook(faults)
    return _words(file)


def _words(file: _File) -> CountWords:
    phrases = {tuple(k.split()): v for k, v in (file.phrases | file.vague_pairs).items()}
    verbs = {p.verb for p in file.verb_phrases}
    return CountWords(
        numbers=file.numbers,
        magnitudes=file.magnitudes,
        vague=file.vague,
        vague_times=file.vague_times,
        phrases=phrases,
        before=_split(file.before),
        after=_split(file.after),
        shares=file.shares,
        starters=frozenset([*file.numbers, *file.vague, *file.shares, *(p[0] for p in phrases), "a", "an", "the"]),
        zero=frozenset(file.zero),
        object_verbs=_turn(file.object_verbs),
        subject_verbs=_turn(file.subject_verbs),
        nouns=_turn(file.nouns),
        adjectives=_turn(file.adjectives),
        verb_phrases={v: tuple(p for p in file.verb_phrases if p.verb == v) for v in verbs},
        object_nouns={(v, n): row.kind for row in file.object_nouns for v in row.verbs for n in row.nouns},
        carriers=frozenset(file.carriers),
        tolls=_turn(file.tolls),
        toll_words=file.toll_words,
        toll_verbs=frozenset(file.toll_verbs),
        group_nouns=frozenset(file.group_nouns),
        crowd_nouns=frozenset(file.crowd_nouns),
        part_cues=tuple(tuple(c.split()) for c in file.part_cues),
        not_people=frozenset(file.not_people),
        after_stops=frozenset(file.after_stops),
        before_stops=frozenset(file.before_stops),
        months=frozenset(file.months),
        person_endings=tuple(file.person_endings),
        persons=frozenset(file.persons),
        fear_words=frozenset(file.fear_words),
        possible=frozenset(file.possible),
        report_nouns=frozenset(file.report_nouns),
        estimate_verbs=frozenset(file.estimate_verbs),
        not_groups=frozenset(file.not_groups),
        of_nouns=file.of_nouns,
    )


def _split(phrases: Mapping[Modifier, list[str]]) -> Phrases:
    return {tuple(phrase.split()): modifier for modifier, group in phrases.items() for phrase in group}


def _turn(kinds: Mapping[CountKind, list[str]]) -> Mapping[str, CountKind]:
    return {word: kind for kind, words in kinds.items() for word in words}
