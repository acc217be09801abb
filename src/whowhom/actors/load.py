"""Reads the catalogue's CSV files and checks every cell; all faults are reported at once."""

import csv
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from whowhom.actors.atoms import skeleton, words_of
from whowhom.actors.catalogue import Agent, Alias, Catalogue, Entry, Modifier, Surname, Tenure, Title
from whowhom.codebook import built_in_folder
from whowhom.errors import BadCodebook, Fault
from whowhom.records.finding import ActorKind

SECTORS = frozenset(
    "GOV MIL COP JUD LEG SPY PRM REB UAF PTY UNK OPP CVL ELI BUS LAB AGR EDU MED JRN REL CRM REF SOC PRE".split()
)
CLASSES = frozenset("UNO EUR IGO NGO ISM IMG MNC".split())
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_FILES = "countries seats peoples organisations persons agents modifiers titles given_names acting".split()


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a CSV file, and where it stands."""

    path: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key) or ""

    def list(self, key: str) -> list[str]:
        """Return the parts of a cell, which are set apart by semicolons."""
        return [part.strip() for part in self[key].split(";") if part.strip()]


@dataclass(slots=True)
class _Draft:
    """The catalogue while it is being read."""

    names: dict[str, list[Alias]] = field(default_factory=lambda: defaultdict(list))
    people: dict[str, list[Surname]] = field(default_factory=lambda: defaultdict(list))
    countries: dict[str, Entry] = field(default_factory=dict)
    owners: dict[tuple[str, ...], Entry] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, row: _Row, key: str, message: str) -> None:
        self.faults.append(Fault(row.path, row.line, 1, key, message))

    def add(self, row: _Row, text: str, entry: Entry) -> None:
        """Enter one way to write a name; the first owner keeps it unless the alias is marked as ambiguous."""
        words = words_of(text.lstrip("?"))
        if not words:
            self.fault(row, "aliases", f"{text!r} holds no word")
            return
        ambiguous = text.startswith("?")
        owner = self.owners.setdefault(words, entry)
        if owner.actor_id != entry.actor_id and not ambiguous and owner.of == entry.of and owner.name != entry.name:
            self.fault(row, "aliases", f"{text!r} is also {owner.name}; mark both with a leading ? or drop one")
        self.names[words[0].upper()].append(Alias(words, entry, ambiguous))


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Load the catalogue that ships with the program, or the one in `folder` (a codebook's `actors` folder).

    Raises BadCodebook with every fault, each with its file and line.
    """
    folder = folder or built_in_folder() / "actors"
    draft = _Draft()
    rows = {name: list(_read(folder / f"{name}.csv", draft)) for name in _FILES}
    for row in rows["countries"]:
        _add_country(row, draft)
    for row in rows["seats"]:
        _add_seat(row, draft)
    for row in rows["peoples"]:
        _add_people(row, draft)
    _add_organisations(rows["organisations"], draft)
    _add_persons(rows["persons"], draft)
    agents = _agents(rows["agents"], draft)
    titles = _titles(rows["titles"], draft)
    if draft.faults:
        raise BadCodebook(draft.faults)
    return Catalogue(
        names={k: tuple(sorted(v, key=lambda a: (-len(a.words), a.ambiguous))) for k, v in draft.names.items()},
        starts=frozenset(alias.words[0] for bucket in draft.names.values() for alias in bucket),
        surnames={k: tuple(v) for k, v in draft.people.items()},
        countries=draft.countries,
        agents=agents,
        modifiers={" ".join(words_of(r["word"])): Modifier(r["effect"], r["value"]) for r in rows["modifiers"]},
        titles=titles,
        edges=frozenset(w for phrase in agents for w in (phrase.split()[0], phrase.split()[-1])),
        genders={n.lower(): r["gender"] for r in rows["given_names"] for n in r.list("names")},
        acting={r["use"]: frozenset(r.list("words")) for r in rows["acting"]},
        digest=_digest(folder),
    )


def slug(name: str) -> str:
    """Return a name as an identifier: lower-case words joined by hyphens."""
    return "-".join(w.lower() for w in words_of(name))


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in _FILES:
        digest.update((folder / f"{name}.csv").read_bytes())
    return digest.hexdigest()[:16]


def _read(path: Path, draft: _Draft) -> Iterator[_Row]:
    """Yield the rows of a CSV file; lines that begin with # are remarks."""
    if not path.is_file():
        draft.faults.append(
            Fault(str(path), 0, 0, "", "no such file; a catalogue needs it, even if only with a header")
        )
        return
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = next(csv.reader([line]))
        if header is None:
            header = cells
        elif len(cells) != len(header):
            draft.faults.append(Fault(str(path), number, 1, "", f"{len(cells)} cells, not {len(header)}"))
        else:
            yield _Row(str(path), number, dict(zip(header, cells, strict=True)))


def _codes(row: _Row, key: str, draft: _Draft) -> tuple[str, ...]:
    codes = tuple(row.list(key))
    for code in codes:
        if code not in SECTORS:
            draft.fault(row, key, f"{code!r} is no sector; write one of {' '.join(sorted(SECTORS))}")
    return codes


def _country(row: _Row, draft: _Draft) -> str | None:
    return _known_code(row, row["country"], draft) or None


def _known_code(row: _Row, code: str, draft: _Draft) -> str:
    """Return a country code; one that is neither a country of the data nor a class is a fault."""
    known = {t.country for e in draft.countries.values() for t in e.tenures}
    if code and code not in CLASSES and code not in known:
        draft.fault(row, "country", f"{code!r} is neither in countries.csv nor one of {' '.join(sorted(CLASSES))}")
    return code


def _add_country(row: _Row, draft: _Draft) -> None:
    code, key = row["country"], row["id"]
    if not re.fullmatch(r"[A-Z]{3}", code):
        draft.fault(row, "country", f"{code!r} is no three-letter code")
    tenures = (Tenure(code, ("GOV", *_codes(row, "sectors", draft)), "", None, None),)
    entry = Entry(f"state:{key}", row["name"], "country", "state", "", tenures)
    draft.countries[key] = entry
    for text in dict.fromkeys([row["name"], *row.list("names")]):
        draft.add(row, text, entry)
    for text in row.list("regions"):
        draft.add(row, text, Entry(f"state:{key}:{slug(text)}", text, "region", "state", "", tenures))
    for text in row.list("capital"):
        draft.add(row, text, Entry(entry.actor_id, row["name"], "capital", "state", "", tenures))
    people = (Tenure(code, ("CVL", *_codes(row, "sectors", draft)), "", None, None),)
    demonym = Entry(f"population:{key}", row["name"], "demonym", "population", "", people)
    for text in _inhabitants(row):
        draft.add(row, text, demonym)


def _inhabitants(row: _Row) -> list[str]:
    forms: list[str] = []
    for adjective in row.list("adjectives"):
        plural = adjective[-1] in "nil" or adjective.endswith(("ene", "ot"))
        forms += [adjective, adjective + "s"] if plural else [adjective]
    return list(dict.fromkeys(forms + row.list("people")))


def _add_seat(row: _Row, draft: _Draft) -> None:
    country, name = _country(row, draft), row["name"]
    if not name:
        return
    tenures = (Tenure(country, _codes(row, "sectors", draft), "", None, None),)
    draft.add(row, row["phrase"], Entry(f"org:{slug(name)}", name, "seat", "organisation", "", tenures))


def _add_people(row: _Row, draft: _Draft) -> None:
    homes = tuple(_known_code(row, code, draft) for code in row.list("country"))
    tenures = (Tenure(homes[0] if len(homes) == 1 else None, ("CVL",), "", None, None),)
    entry = Entry(f"people:{slug(row['name'])}", row["name"], "people", "population", "", tenures, homes)
    for text in dict.fromkeys([row["name"], *row.list("forms")]):
        draft.add(row, text, entry)


def _tenure(row: _Row, office: str, draft: _Draft) -> Tenure:
    start, end = _day(row, "from", False, draft), _day(row, "to", True, draft)
    if start and end and start > end:
        draft.fault(row, "to", f"{row['to']} is before {row['from']}")
    return Tenure(_country(row, draft), _codes(row, "sectors", draft), office, start, end)


def _day(row: _Row, key: str, last: bool, draft: _Draft) -> date | None:
    if not row[key]:
        return None
    found = _DATE.fullmatch(row[key])
    try:
        year, month, day = (int(g) if g else 0 for g in found.groups()) if found else (0, 0, 0)
        if day or not last:
            return date(year, month or 1, day or 1)
        return date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        draft.fault(row, key, f"{row[key]!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
        return None


def _grouped(rows: list[_Row]) -> dict[str, list[_Row]]:
    """Bring the rows of each name together; one row an office or period."""
    grouped: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        grouped[row["name"]].append(row)
    return grouped


def _add_organisations(rows: list[_Row], draft: _Draft) -> None:
    for name, mine in _grouped(rows).items():
        kind = mine[0]["kind"]
        if kind not in ("organisation", "group"):
            draft.fault(mine[0], "kind", f"{kind!r} is neither organisation nor group")
        known: ActorKind = "group" if kind == "group" else "organisation"
        tenures = tuple(_tenure(row, "", draft) for row in mine)
        entry = Entry(f"org:{slug(name)}", name, "organisation", known, "", tenures)
        for text in _aliases(name, mine):
            draft.add(mine[0], text, entry)


def _aliases(name: str, rows: list[_Row]) -> list[str]:
    """Return all ways to write a name, itself first unless it stands among them as an ambiguous one."""
    aliases = [a for row in rows for a in row.list("aliases")]
    return list(dict.fromkeys(aliases if f"?{name}" in aliases else [name, *aliases]))


def _add_persons(rows: list[_Row], draft: _Draft) -> None:
    for name, mine in _grouped(rows).items():
        tenures = tuple(_tenure(row, row["office"], draft) for row in mine)
        entry = Entry(f"person:{slug(name)}", name, "person", "person", mine[0]["gender"], tenures)
        aliases = _aliases(name, mine)
        for text in aliases:
            draft.add(mine[0], text, entry)
        for surname in dict.fromkeys(s for a in aliases if (s := _surname(a, entry))):
            draft.people[skeleton(surname.word)].append(surname)
            if surname.given:  # Ethiopians and others go by the first name, after a title
                draft.people[skeleton(surname.given[0])].append(Surname(surname.given[0], (), entry))


def _surname(name: str, entry: Entry) -> Surname | None:
    """Return the last name: the last word that is no number (Jr, III), or the first where the family stands first."""
    words = [w for w in words_of(name.lstrip("?")) if w not in _NUMBERS]
    if len(words) < 2:
        return None
    if words[0] in _EASTERN and entry.country in _EASTERN_COUNTRIES:
        return Surname(words[0].lower(), tuple(w.lower() for w in words[1:]), entry)
    return Surname(words[-1].lower(), tuple(w.lower() for w in words[:-1]), entry)


_NUMBERS = frozenset("Jr Sr II III IV VI XIV XVI I".split())
_EASTERN = frozenset(
    "Kim Xi Hu Jiang Deng Li Wen Zhu Wang Zhao Moon Park Yoon Lee Roh Chun Tsai Lai Chen Ma Ban Qin Bo Liu".split()
)
_EASTERN_COUNTRIES = frozenset("CHN TWN PRK KOR UNO".split())


def _agents(rows: list[_Row], draft: _Draft) -> dict[str, Agent]:
    found: dict[str, Agent] = {}
    for row in rows:
        if row["flag"] not in ("", "weak", "support", "modifier"):
            draft.fault(row, "flag", f"{row['flag']!r} is not weak, support or modifier")
        if row["kind"] not in ("person", "people", "group", "organisation", "none"):
            draft.fault(row, "kind", f"{row['kind']!r} is not person, people, group, organisation or none")
        agent = Agent(_codes(row, "sectors", draft), row["kind"], _country(row, draft), row["flag"])
        found.setdefault(" ".join(words_of(row["noun"])).lower(), agent)
    return found


def _titles(rows: list[_Row], draft: _Draft) -> dict[str, Title]:
    return {
        " ".join(words_of(row["title"])).lower(): Title(_codes(row, "sectors", draft), row["gender"]) for row in rows
    }
