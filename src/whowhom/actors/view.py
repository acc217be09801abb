"""A sentence with all that has been looked up in it, and the countries that its words stand for."""

from collections.abc import Iterator
from dataclasses import dataclass

from whowhom.actors.atoms import Atoms
from whowhom.actors.catalogue import Catalogue
from whowhom.actors.names import NameSpan
from whowhom.records import Sentence, Toponym

_STATES = frozenset(("country", "region", "demonym", "capital", "people", "seat"))
_STANCES = frozenset(("anti", "pro", "counter", "non"))


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with all that has been looked up in it; `names` and `places` go by token, `spans` and
    `toponyms` are the same in text order."""

    sentence: Sentence
    atoms: Atoms
    catalogue: Catalogue
    names: dict[int, NameSpan]
    places: dict[int, Toponym]
    spans: tuple[NameSpan, ...]
    toponyms: tuple[Toponym, ...]


def opposed(view: View, first: int) -> bool:
    """Whether a name is only what somebody is for or against (anti-, pro-)."""
    tokens = view.sentence.tokens
    return first > 1 and tokens[first - 1].text in ("-", "–") and tokens[first - 2].text.lower() in _STANCES


def hyphened(sentence: Sentence, i: int) -> str:
    """Return the word that hangs on a token by a hyphen (backed, in UN-backed), or nothing."""
    tokens = sentence.tokens
    if i + 2 < len(tokens) and tokens[i + 1].text in ("-", "–") and tokens[i + 1].start == tokens[i].end:
        return tokens[i + 2].text.lower()
    return ""


def place_country(view: View, token: int) -> str | None:
    """Return the country of the name or place at a token."""
    name = view.names.get(token)
    place = view.places.get(token)
    if name is not None and name.alias is not None and name.alias.entry.of == "seat" and place is not None:
        return place.country
    if (
        name is not None
        and name.alias is not None
        and (name.alias.entry.of in _STATES or name.alias.entry.of == "organisation")
    ):
        return name.alias.entry.country
    if name is not None and name.hint is not None:
        return name.hint.entry.country
    return place.country if place is not None else None


def land_at(view: View, token: int) -> str | None:
    """Return the country of the place at a token; a nationality inside a longer name is none."""
    name = view.names.get(token)
    if name is not None and (name.alias is None or name.alias.entry.of not in ("country", "region", "capital")):
        return view.places[token].country if token in view.places else None
    return place_country(view, token)


def located(view: View) -> Iterator[str]:
    """Yield the countries of the places in which a sentence says that something is (in Aleppo, near the border)."""
    where, tokens = view.catalogue.acting["where"], view.sentence.tokens
    for i, token in enumerate(tokens):
        if token.dep != "pobj" or tokens[token.head].text.lower() not in where:
            continue
        if (country := land_at(view, i)) is not None:
            yield country


def portfolio(text: str, catalogue: Catalogue) -> bool:
    """Whether words that look like a place are what a ministry is for (Interior, in Minister for Interior)."""
    return f"{text.lower()} minister" in catalogue.agents or f"{text.lower()} ministry" in catalogue.agents
