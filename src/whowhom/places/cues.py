"""The words that speak for and against a place name, from two tables beside the gazetteer."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from whowhom.errors import MissingPart

Words = frozenset[str]
_STOP_KINDS = frozenset({"word", "given", "surname", "both"})


@dataclass(frozen=True, slots=True)
class Cues:
    """Lists of lower-case words by what they do beside a name; `stop` says what else a name may be.

    `stop` maps a name to `word` (an ordinary word), `given` or `surname` (of people), or `both`
    (a large place that is a given name or a word as well).
    """

    strong: Words
    mild: Words
    direction: Words
    district: Words
    border: Words
    title: Words
    office: Words
    facility: Words
    area: Words
    other: Words
    unbacked: Words
    speech: Words
    connector: Words
    particle: Words
    function: Words
    time: Words
    organisation_of: Words
    organisation_before: Words
    kind_of: Words
    feature_before: Words
    local: Words
    division_head: Words
    town_head: Words
    stop: Mapping[str, str]


def load_cues(folder: Path) -> Cues:
    """Read `cues.csv` and `stoplist.csv`.

    Raises:
        MissingPart: a table is absent, or a line of it cannot be understood.
    """
    lists = {kind: frozenset(words.split()) for kind, words in _rows(folder / "cues.csv")}
    stop = dict(_rows(folder / "stoplist.csv"))
    wanted = {field.name for field in fields(Cues)} - {"stop"}
    if wrong := wanted.symmetric_difference(lists):
        raise MissingPart(f"{folder / 'cues.csv'}: lists missing or unknown: {', '.join(sorted(wrong))}")
    if bad := sorted(set(stop.values()) - _STOP_KINDS):
        raise MissingPart(f"{folder / 'stoplist.csv'}: unknown kinds: {', '.join(bad)}")
    return Cues(stop=stop, **lists)


def load_endings(folder: Path) -> Mapping[str, str]:
    """Read from `countries.csv` which country an address belongs to: `uk` to `GBR`."""
    path = folder / "countries.csv"
    codes = {row[0].lower(): row[1] for row in _lines(path)[1:] if len(row) > 1}
    return {**codes, "uk": codes["gb"]}


def _rows(path: Path) -> list[tuple[str, str]]:
    """Read a table of two columns, without its head."""
    rows = _lines(path)
    for number, row in enumerate(rows, start=1):
        if len(row) != 2:
            raise MissingPart(f"{path}:{number}: two columns are wanted, {len(row)} were found")
    return [(left, right) for left, right in rows[1:]]


def _lines(path: Path) -> list[list[str]]:
    if not path.exists():
        raise MissingPart(f"{path} is missing: reinstall whowhom, or run scripts/build_gazetteer.py")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))
