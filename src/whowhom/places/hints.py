"""What title, source and address say about the countries of an article."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from whowhom.places.fold import fold
from whowhom.places.gazetteer import Gazetteer, Rank
from whowhom.places.match import find_matches
from whowhom.records import Article, Sentence

#: Endings of addresses that are countries' codes by law and something else in use.
_LOOSE_ENDINGS = frozenset({"co", "tv", "me", "io", "ai", "fm", "am", "ly", "la", "cc", "to", "ws", "gg", "eu"})
_TITLE, _ADDRESS = 0.7, 0.5


def country_hints(article: Article, gazetteer: Gazetteer) -> Mapping[str, float]:
    """Return weights of countries by ISO alpha-3: those that the title names, and that of the address."""
    hints: dict[str, float] = {}
    for named in (article.title, article.source):
        for country in _named(named or "", gazetteer):
            hints[country] = hints.get(country, 0.0) + _TITLE
    ending = _ending(article.url)
    home = gazetteer.endings.get(ending) if ending and ending not in _LOOSE_ENDINGS else None
    if home:
        hints[home] = hints.get(home, 0.0) + _ADDRESS
    return hints


def _named(text: str, gazetteer: Gazetteer) -> list[str]:
    """Return the countries that a line names, itself or by a division."""
    line = Sentence(0, 0, len(text), (), (), False)
    found: list[str] = []
    for match in find_matches(line, text, fold(text), gazetteer):
        senses = [s for s in gazetteer.senses(match.key) if s.rank == Rank.MAIN]
        countries = {s.country for s in senses if s.kind in ("country", "admin1") and s.country}
        if len(countries) == 1 and match.key not in gazetteer.cues.stop:
            found.extend(countries)
    return found


def _ending(url: str | None) -> str | None:
    """Return the last part of the host of an address, if it can be read."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    return host.rpartition(".")[2].lower() if "." in host else None
