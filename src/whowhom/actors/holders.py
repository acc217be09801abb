"""Whom a surname means: by the given names, the title, the nation beside it, the day, and the article's countries."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from whowhom.actors.atoms import skeleton
from whowhom.actors.catalogue import Catalogue, Entry, Surname
from whowhom.actors.likeness import alike, given_fits
from whowhom.actors.load import CLASSES
from whowhom.actors.names import NameSpan
from whowhom.actors.tenure import in_office

_BODIES = frozenset(("UNO", "EUR", "IGO"))
#: Who leads a state, or its government; those go by the surname alone.
_LEADS = frozenset(("president", "prime minister", "chancellor", "supreme leader", "premier"))
_SAME = {"pm": "prime minister", "premier": "prime minister", "secretary general": "secretary-general"}


@dataclass(frozen=True, slots=True)
class _Case:
    """A name with what the article says about whom it may mean."""

    name: NameSpan
    last: str
    given: tuple[str, ...]
    catalogue: Catalogue
    on: date | None
    countries: Counter[str]


def known_person(
    name: NameSpan, words: tuple[str, ...], catalogue: Catalogue, on: date | None, countries: Counter[str]
) -> Entry | None:
    """Find a catalogue person by surname; a surname alone needs the country, the office or the fame of its bearer."""
    case = _Case(name, words[-1], words[:-1], catalogue, on, countries)
    fitting = [(score, s.entry) for s in catalogue.surnames.get(skeleton(case.last), ()) if (score := _score(case, s))]
    if not fitting:
        return None
    top = max(score for score, _ in fitting)
    entries = list({entry.actor_id: entry for score, entry in fitting if score == top}.values())
    if top == 2 and name.label != "PERSON" and not name.title and not name.governs and len(case.last) < 5:
        return None
    return entries[0] if len(entries) == 1 else _latest(case, entries)


def _score(case: _Case, surname: Surname) -> int:
    """Score a bearer of the surname; 0 where it is not he."""
    entry, exact = surname.entry, surname.word == case.last
    evidence = _evident(case, entry)
    now = in_office(entry, case.on)
    if not surname.given:
        return 1 + now if exact and evidence and case.name.title and not case.given else 0
    if case.given:
        fits = (exact or alike(case.last, surname.word)) and given_fits(case.given, surname.given)
        return 4 + exact if fits else 0
    if _foreign(case, entry):
        return 0
    titled = exact and _bears_title(case, entry)
    if exact and (evidence or titled or _famous(case, entry)):
        return 2 + (now and (evidence or titled)) + (2 if titled and evidence else 0)
    return int(evidence and len(case.last) >= 6 and alike(case.last, surname.word, 0.75))


def _evident(case: _Case, entry: Entry) -> bool:
    """Whether the article is about the person's country or body."""
    country = entry.country or ""
    return (
        bool(case.countries[country]) or country == case.name.nation or (country in _BODIES and bool(case.name.title))
    )


def _foreign(case: _Case, entry: Entry) -> bool:
    """Whether the text gives the name another nation than the person's."""
    nation = case.name.nation
    return (
        nation is not None
        and nation not in CLASSES
        and all(t.country != nation and t.country not in CLASSES for t in entry.tenures)
    )


def _bears_title(case: _Case, entry: Entry) -> bool:
    """Whether the person held, by the day of the article, the very office that stands before the name."""
    title = case.name.title
    title = _SAME.get(title, title)
    held = [t.office for t in entry.tenures if case.on is None or t.start is None or t.start <= case.on]
    if case.name.governs and any(office in _LEADS for office in held):
        return True
    return bool(title) and any(office == title or office.endswith(f" {title}") for office in held)


def _famous(case: _Case, entry: Entry) -> bool:
    """Whether a bare surname is enough: that of whoever leads or led a state, unless many bear it."""
    if case.last in case.catalogue.acting["common"] or not case.name.label:
        return False
    if case.on is None and case.name.label != "PERSON":
        return False
    return any(t.office in _LEADS and (case.on is None or t.start is None or t.start <= case.on) for t in entry.tenures)


def _latest(case: _Case, entries: list[Entry]) -> Entry | None:
    """Choose among bearers of one country who held like offices: the one who came to it last."""
    if len({e.country for e in entries}) > 1 or not (case.name.title or case.name.governs):
        return None
    last = {
        e.actor_id: max(
            (t.start for t in e.tenures if t.start and (case.on is None or t.start <= case.on)), default=date.min
        )
        for e in entries
    }
    return max(entries, key=lambda e: last[e.actor_id])
