"""The gazetteer: folded names in a memory-mapped trie, places in columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, cast

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
class Gazetteer:
    """Names, places and cue words; made by `load_gazetteer`, never changed."""

    names: Any
    columns: pa.Table
    kinds: npt.NDArray[np.int32]
    countries: npt.NDArray[np.int32]
    divisions: npt.NDArray[np.int32]
    latitudes: npt.NDArray[np.float32]
    longitudes: npt.NDArray[np.float32]
    populations: npt.NDArray[np.int32]
    kind_words: Sequence[str]
    country_words: Sequence[str]
    division_words: Sequence[str]
    endings: Mapping[str, str]
    cues: Cues

    def starting_at(self, folded: str, offset: int) -> list[str]:
        """Return the names with which the folded text goes on at `offset`, shortest first."""
        return cast("list[str]", self.names.prefixes(folded[offset : offset + LONGEST]))

    def senses(self, name: str) -> tuple[Sense, ...]:
        """Return the places of a folded name, most populous first."""
        entries = [value[0] for value in self.names.get(name, ())]
        entries.sort(key=lambda entry: (-int(self.populations[entry >> 2]), entry))
        kept = entries[:MOST_SENSES] + [e for e in entries[MOST_SENSES:] if self._kind(e >> 2) != "city"]
        return tuple(self._sense(entry >> 2, Rank(entry & 3)) for entry in kept)

    def name(self, row: int) -> str:
        """Return the canonical name of a place."""
        return cast(str, self.columns["name"][row].as_py())

    def geonames_id(self, row: int) -> int | None:
        """Return the GeoNames id of a place, None where it has none."""
        return cast("int | None", self.columns["geonames_id"][row].as_py())

    def precision(self, row: int) -> Precision:
        """Return how exact the point of a place is."""
        return cast(Precision, self.columns["precision"][row].as_py())

    def _kind(self, row: int) -> str:
        return self.kind_words[self.kinds[row]]

    def _sense(self, row: int, rank: Rank) -> Sense:
        return Sense(
            row=row,
            rank=rank,
            kind=self._kind(row),
            country=_word(self.country_words, self.countries[row]),
            admin1=_word(self.division_words, self.divisions[row]),
            latitude=round(float(self.latitudes[row]), 5),
            longitude=round(float(self.longitudes[row]), 5),
            population=int(self.populations[row]),
        )


def _word(words: Sequence[str], code: np.int32) -> str | None:
    return None if code < 0 else words[code]


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Open the gazetteer that ships with the program, or the one in `folder`.

    Raises:
        MissingPart: a file of it is absent or a table cannot be understood.
    """
    home = folder or Path(__file__).parent.parent / "gazetteer"
    for name in ("places.marisa", "places.parquet"):
        if not (home / name).exists():
            raise MissingPart(f"{home / name} is missing: reinstall whowhom, or run scripts/build_gazetteer.py")
    names = marisa_trie.RecordTrie("<I")
    names.mmap(str(home / "places.marisa"))
    # not `read_table`, which imports pandas where it is installed
    table = pq.ParquetFile(home / "places.parquet").read().combine_chunks()
    kinds, kind_words = _codes(table, "kind")
    countries, country_words = _codes(table, "country")
    divisions, division_words = _codes(table, "admin1")
    return Gazetteer(
        names=names,
        columns=table.select(["geonames_id", "name", "precision"]),
        kinds=kinds,
        countries=countries,
        divisions=divisions,
        latitudes=table["latitude"].chunk(0).to_numpy(),
        longitudes=table["longitude"].chunk(0).to_numpy(),
        populations=table["population"].chunk(0).to_numpy(),
        kind_words=kind_words,
        country_words=country_words,
        division_words=division_words,
        endings=load_endings(home),
        cues=load_cues(home),
    )


def _codes(table: pa.Table, column: str) -> tuple[npt.NDArray[np.int32], list[str]]:
    """Take a dictionary column apart; -1 stands for null."""
    chunk = table[column].chunk(0)
    codes = chunk.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    return codes, chunk.dictionary.to_pylist()
