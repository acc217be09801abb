"""Reads a text of the tests with the shipped catalogue; places are given as word -> country."""

from datetime import date
from functools import cache

from tests.trees import article
from whowhom.actors import ActorFindings, Catalogue, find_actors, load_catalogue
from whowhom.records import ActorMention, ParsedArticle, Toponym


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def toponyms(parsed: ParsedArticle, places: dict[str, str]) -> tuple[Toponym, ...]:
    text, found = parsed.clean.article.text, []
    for word, country in places.items():
        at = text.find(word)
        while at >= 0:
            index = next(s.index for s in parsed.sentences if s.start <= at < s.end)
            found.append(
                Toponym(index, at, at + len(word), word, word, None, None, None, country, None, "city", "test", 1.0)
            )
            at = text.find(word, at + 1)
    return tuple(sorted(found, key=lambda t: t.start))


def read(text: str, on: date | None = date(2019, 5, 1), places: dict[str, str] | None = None) -> ActorFindings:
    parsed = article(text, on)
    return find_actors(parsed, toponyms(parsed, places or {}), catalogue())


def at(findings: ActorFindings, words: str, sentence: int | None = None) -> ActorMention:
    """The mention whose words end in `words` (its head's, mostly); fails where there is none."""
    fitting = [m for m in findings.mentions if words in m.text and sentence in (None, m.sentence)]
    assert fitting, f"no mention of {words!r} among {[m.text for m in findings.mentions]}"
    return min(fitting, key=lambda m: len(m.text))
