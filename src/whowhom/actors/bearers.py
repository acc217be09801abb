"""Tells what the words beside a name say of its bearer: title, role noun, nationality, "of" a country."""

from whowhom.actors.describe import describe
from whowhom.actors.figures import Figure
from whowhom.actors.names import NameSpan
from whowhom.actors.view import View, land_at

_MODIFYING = frozenset(("compound", "amod", "nmod", "npadvmod", "quantmod", "nummod"))


def note_titles(view: View, name: NameSpan, figure: Figure) -> None:
    """Let the words before a name, and its title, say what its bearer is."""
    title = view.catalogue.titles.get(name.title)
    _note_before(view, name, figure)
    _note_after(view, name, figure)
    if title is not None:
        figure.note(title.sectors, None, name.title)
        figure.gender = figure.gender or title.gender
        if figure.country is None:
            _country_before(view, name, figure)


def _note_before(view: View, name: NameSpan, figure: Figure) -> None:
    """Read the role noun or the adjective in front of a name."""
    tokens = view.sentence.tokens
    at = name.title_first - 1 if name.title else name.first - 1
    while at >= 0 and tokens[at].pos == "PUNCT" and tokens[at].text in ("-", '"', "“"):
        at -= 1
    for start in dict.fromkeys((name.first - 1, at)):
        if start < 0 or tokens[start].pos not in ("NOUN", "PROPN", "ADJ") or not _beside_name(view, start, name):
            continue
        found = describe(view, start)
        if found is not None:
            figure.note(found.sectors, found.country, found.noun)
            return
        if start in view.names and (alias := view.names[start].alias) is not None and figure.country is None:
            figure.country = alias.entry.country


def _note_after(view: View, name: NameSpan, figure: Figure) -> None:
    """Take the country from what follows a person's name (Gen. X of Kenya)."""
    if figure.kind != "person" or figure.country is not None:
        return
    for prep in view.sentence.children(name.head, "prep"):
        if prep.i == name.last and prep.text.lower() in ("of", "from"):
            for noun in view.sentence.children(prep.i, "pobj"):
                figure.country = land_at(view, noun.i)


def _country_before(view: View, name: NameSpan, figure: Figure) -> None:
    """Take the country from an adjective before a title (Egyptian President X)."""
    before = view.names.get(name.title_first - 1)
    if before is not None and before.alias is not None:
        figure.country = before.alias.entry.country
    elif name.title_first and view.sentence.tokens[name.title_first - 1].tag == "POS":
        owner = view.names.get(name.title_first - 2)
        if owner is not None and owner.alias is not None:
            figure.country = owner.alias.entry.country


def _beside_name(view: View, at: int, name: NameSpan) -> bool:
    """Whether a token belongs to the phrase of the name after it."""
    token = view.sentence.tokens[at]
    return name.first <= token.head < name.last or token.dep in _MODIFYING or name.head in token.children
