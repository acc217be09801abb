"""The gazetteer: folded names in a memory-mapped trie, places in columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, TypeVar, cast

import marisa_trie
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from whowhom.errors import MissingPart
from whowhom.places.cues import Cues, load_cues, load_endings
from whowhom.records.finding import Precision

#: Names of more characters are not looked for.
LONGEST = 48
#: Of a name with very many bearers only the most populous are weighed.
MOST_SENSES = 25


_Number = TypeVar("_Number", np.int32, np.float32)


class Rank(IntEnum):
    """How a name belongs to its place."""

    MAIN = 0
    OTHER = 1
    SHORT = 2
    EXACT = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """One place that a name may mean; population counts people, degrees are WGS 84."""

    row: int
    rank: Rank
    kind: str
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class Words:
    """A column of few different words; the empty word stands for none."""

    codes: npt.NDArray[np.int32]
    words: tuple[str, ...]

    def __getitem__(self, row: int) -> str:
        """Return the word of a row."""
        return self.words[int(self.codes[row])]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names, places and cue words; made by `load_gazetteer`, never changed.

    `names` numbers the folded names; the senses of name `n`, as `row * 4 + rank`, are
    `senses_flat[senses_from[n] : senses_from[n + 1]]`. All other arrays go by row.
    """

    names: Any
    senses_from: npt.NDArray[np.int32]
    senses_flat: npt.NDArray[np.int32]
    canonical: Any
    ids: npt.NDArray[np.int32]
    kinds: Words
    countries: Words
    divisions: Words
    precisions: Words
    latitudes: npt.NDArray[np.float32]
    longitudes: npt.NDArray[np.float32]
    populations: npt.NDArray[np.int32]
    endings: Mapping[str, str]
    cues: Cues

    def starting_at(self, folded: str, offset: int) -> list[str]:
        """Return the names with which the folded text goes on at `offset`, shortest first."""
        return cast("list[str]", self.names.prefixes(folded[offset : offset + LONGEST]))

    def senses(self, name: str) -> tuple[Sense, ...]:
        """Return the places of a folded name, most populous first; empty for a name it does not know."""
        number = self.names.get(name)
        if number is None:
            return ()
        entries = self.senses_flat[self.senses_from[number] : self.senses_from[number + 1]].tolist()
        if len(entries) > MOST_SENSES:
            entries.sort(key=lambda entry: (self.kinds[entry >> 2] == "city", -int(self.populations[entry >> 2])))
        kept = [self._sense(entry >> 2, Rank(entry & 3)) for entry in entries[:MOST_SENSES]]
        return tuple(sorted(kept, key=lambda sense: (-sense.population, sense.row)))

    def name(self, row: int) -> str:
        """Return the canonical name of a place."""
        return cast(str, self.canonical[row].as_py())

    def geonames_id(self, row: int) -> int | None:
        """Return the GeoNames id of a place, None where it has none."""
        return int(self.ids[row]) or None

    def precision(self, row: int) -> Precision:
        """Return how exact the point of a place is."""
        return cast(Precision, self.precisions[row])

    def _sense(self, row: int, rank: Rank) -> Sense:
        return Sense(
            row=row,
            rank=rank,
            kind=self.kinds[row],
            country=self.countries[row] or None,
            admin1=self.divisions[row] or None,
            latitude=round(float(self.latitudes[row]), 4),
            longitude=round(float(self.longitudes[row]), 4),
            population=int(self.populations[row]),
        )


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Open the gazetteer that ships with the program, or the one in `folder`.

    Raises:
        MissingPart: a file of it is absent or a table cannot be understood.
    """
    home = folder or Path(__file__).parent.parent / "gazetteer"
    places, senses = _table(home / "places.parquet"), _table(home / "names.parquet")["senses"].chunk(0)
    names = marisa_trie.Trie()
    names.mmap(str(_present(home / "places.marisa")))
    return Gazetteer(
        names=names,
        senses_from=_numbers(senses.offsets, np.int32),
        senses_flat=_numbers(senses.values, np.int32),
        canonical=places["name"].chunk(0),
        ids=_numbers(places["geonames_id"].chunk(0), np.int32),
        kinds=_words(places, "kind"),
        countries=_words(places, "country"),
        divisions=_words(places, "admin1"),
        precisions=_words(places, "precision"),
        latitudes=_numbers(places["latitude"].chunk(0), np.float32),
        longitudes=_numbers(places["longitude"].chunk(0), np.float32),
        populations=_numbers(places["population"].chunk(0), np.int32),
        endings=load_endings(home),
        cues=load_cues(home),
    )


def _table(path: Path) -> pa.Table:
    """Read a table in one piece; `pq.read_table` would import pandas where it is installed."""
    return pq.ParquetFile(_present(path)).read().combine_chunks()


def _present(path: Path) -> Path:
    if not path.exists():
        raise MissingPart(f"{path} is missing: reinstall whowhom, or run scripts/build_gazetteer.py")
    return path


def _words(table: pa.Table, column: str) -> Words:
    chunk = table[column].chunk(0)
    return Words(_numbers(chunk.indices, np.int32), tuple(str(word) for word in chunk.dictionary.to_pylist()))


def _numbers(array: Any, kind: type[_Number]) -> npt.NDArray[_Number]:
    """View an array without nulls as numpy's; `to_numpy` would import pandas where it is installed."""
    return np.frombuffer(array.buffers()[1], dtype=kind)[array.offset : array.offset + len(array)]
