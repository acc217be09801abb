"""The words of time as data: read from the codebook's folder and checked once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from whowhom.codebook.yaml_nodes import check_one, read_yaml
from whowhom.errors import BadCodebook, Fault

SHIPPED = Path(__file__).parent.parent / "codebooks" / "plover" / "dates"

#: The units by their number, from short to long; a node of kind `u` has one of these as its value.
UNITS = ("hour", "day", "night", "week", "fortnight", "weekend", "month", "year", "decade", "century")

#: The letter that stands for a class of function words in the grammar, and the value of its node.
LETTERS: Mapping[str, tuple[str, int]] = {
    "last": ("L", 0), "past": ("J", 0), "next": ("X", 0), "following": ("x", 0), "same": ("=", 0),
    "this": ("I", 0), "early": ("E", 0), "middle": ("E", 1), "late": ("E", 2), "earlier": ("R", -1),
    "later": ("R", 1), "ago": ("G", 0), "overnight": ("v", 0), "half": ("Q", 2), "quarter": ("Q", 4),
    "eve": ("e", 0), "since": ("S", 0), "until": ("U", 0), "by": ("B", 0), "before": ("b", -1),
    "after": ("a", 1), "from": ("f", 0), "to": ("t", 0), "between": ("w", 0), "and": ("&", 0),
    "of": ("o", 0), "the": ("k", 0), "article": ("A", 1), "in": ("i", 0), "on": ("n", 0),
    "least": ("q", 0), "every": ("!", 0),
}  # fmt: skip


class _NamedDay(BaseModel):
    model_config = ConfigDict(extra="forbid")
    month: int
    day: int
    year: int | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    months: dict[str, int]
    month_abbreviations: dict[str, int]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    need_capital: list[str]
    plain_months: list[str]
    units: dict[str, list[str]]
    parts_of_day: list[str]
    seasons: dict[str, int]
    deictics: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    vague_numbers: dict[str, tuple[int, int]]
    decades: dict[str, int]
    function_words: dict[str, list[str]]
    named_days: dict[str, _NamedDay]
    names: list[str]
    counted_nouns: list[str]
    forward_words: list[str]
    forward_governors: list[str]
    modals: list[str]
    forward_phrases: list[str]
    past_words: list[str]
    timetable_verbs: list[str]
    clause_words: list[str]


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of the year that has a name; `year` where only one year's is meant."""

    month: int
    day: int
    year: int | None


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the words of time mean. `lexicon` gives a word's letter in the grammar and its value."""

    lexicon: Mapping[str, tuple[str, int]]
    vague: Mapping[str, tuple[int, int]]
    named_days: Mapping[str, NamedDay]
    need_capital: frozenset[str]
    plain_months: frozenset[str]
    abbreviations: frozenset[str]
    counted_nouns: frozenset[str]
    triggers: frozenset[str]
    phrases: re.Pattern[str]
    phrase_words: frozenset[str]
    pieces: re.Pattern[str]
    forward_words: frozenset[str]
    forward_governors: frozenset[str]
    modals: frozenset[str]
    past_words: frozenset[str]
    timetable_verbs: frozenset[str]
    clause_words: frozenset[str]
    forward_phrases: re.Pattern[str]


def load_date_words(folder: Path = SHIPPED) -> DateWords:
    """Read `words.yml` in `folder`. Raises `BadCodebook` with file and line of every fault."""
    faults: list[Fault] = []
    placed = read_yaml(folder / "words.yml", faults)
    file = check_one(placed, _File, faults) if placed else None
    if placed and file:
        for group, known in (("function_words", set(LETTERS)), ("units", set(UNITS))):
            for key in getattr(file, group).keys() ^ known:
                faults.append(placed.fault((group, key), f"the classes here are {', '.join(sorted(known))}"))
    if file is None or faults:
        raise BadCodebook(faults)
    return _words(file)


def _words(file: _File) -> DateWords:
    abbreviations = frozenset(file.month_abbreviations) | frozenset(file.weekday_abbreviations)
    return DateWords(
        lexicon=dict(_lexicon(file)),
        vague=file.vague_numbers,
        named_days={n: NamedDay(d.month, d.day, d.year) for n, d in file.named_days.items()},
        need_capital=frozenset(file.need_capital),
        plain_months=frozenset(file.plain_months),
        abbreviations=abbreviations,
        counted_nouns=frozenset(w.lower() for w in file.counted_nouns),
        triggers=_triggers(file) | abbreviations,
        phrases=_phrases(file),
        phrase_words=_phrase_words(file),
        pieces=_pieces(),
        forward_words=frozenset(file.forward_words),
        forward_governors=frozenset(file.forward_governors),
        modals=frozenset(file.modals),
        past_words=frozenset(file.past_words),
        timetable_verbs=frozenset(file.timetable_verbs),
        clause_words=frozenset(file.clause_words),
        forward_phrases=re.compile(rf"\b(?:{_any(file.forward_phrases)})\b", re.IGNORECASE),
    )


def _any(words: list[str]) -> str:
    """Alternatives, longest first, with either kind of apostrophe."""
    return "|".join(re.escape(w).replace("'", "['’]") for w in sorted(words, key=len, reverse=True))


def _lexicon(file: _File) -> Iterator[tuple[str, tuple[str, int]]]:
    """Give each word its letter: M month, W weekday, u unit, P part of day, s season, T day, N number."""
    for group, letter in (
        (file.numbers, "N"), (file.ordinals, "O"), (file.deictics, "T"), (file.seasons, "s"),
        (file.month_abbreviations, "M"), (file.weekday_abbreviations, "d"), (file.months, "M"),
        (file.weekdays, "W"), (file.decades, "Z"),
    ):  # fmt: skip
        yield from ((word, (letter, value)) for word, value in group.items())
    yield from ((word, ("V", 0)) for word in file.vague_numbers)
    yield from ((word, ("P", 0)) for word in file.parts_of_day)
    for name, words in file.function_words.items():
        yield from ((word, LETTERS[name]) for word in words)
    for name, words in file.units.items():
        yield from ((word, ("u", UNITS.index(name))) for word in words)


def _triggers(file: _File) -> frozenset[str]:
    """List the words without which a sentence that has no year in it has no date."""
    units = [w for words in file.units.values() for w in words]
    named = [word for name in file.named_days for word in re.findall(r"\w+", name) if len(word) > 4]
    plain = (file.months, file.weekdays, file.seasons, file.deictics, file.decades, file.parts_of_day)
    return frozenset([*units, *named, "overnight"]).union(*plain)


def _phrases(file: _File) -> re.Pattern[str]:
    """Make the pattern of names that hold words of time: `day` for days, the others are no dates."""
    days, names = _any(list(file.named_days)), _any(file.names)
    return re.compile(rf"\b(?:(?P<day>{days})|{names})(?!\w)", re.IGNORECASE)


def _phrase_words(file: _File) -> frozenset[str]:
    """List the words, rare in themselves, one of which every such name holds."""
    usual = {*file.months, *file.weekdays, *file.month_abbreviations, "on", "s"}
    parts = (set(re.findall(r"[a-z]+|/", name)) - usual for name in (*file.named_days, *file.names))
    return frozenset(word for words in parts for word in words)


def _pieces() -> re.Pattern[str]:
    """Make the pattern that cuts a sentence into the pieces that the grammar reads."""
    return re.compile(
        r"""(?P<word>[^\W\d_]+)
        |(?P<iso>\b(?:1\d|20)\d\d-[01]\d-[0-3]\d(?!\d))
        |(?P<slash>(?<![\w/.])\d{1,2}(?P<by>[/.])\d{1,2}(?P=by)(?:\d{4}|\d\d)(?![\w/]|\.\d))
        |(?P<decade>(?<!\w)(?:(?:1\d|20)\d0|['’]?[1-9]0)['’]?s\b)
        |(?P<number>(?<![\w$€£#])\d+(?:[.,]\d+)*)(?P<ordinal>(?:st|nd|rd|th)\b)?(?!\w)
        |(?P<other>\w+|[^\w\s])""",
        re.VERBOSE,
    )
