"""Reads nationalities and peoples that stand as nouns: the French, two Israelis, the Kurds of Iraq."""

from dataclasses import replace

from whowhom.actors.catalogue import Alias
from whowhom.actors.describe import describe
from whowhom.actors.desk import Desk, generic
from whowhom.actors.figures import Figure, Sighting
from whowhom.actors.load import slug
from whowhom.actors.metonyms import acts
from whowhom.actors.names import NameSpan
from whowhom.actors.view import View, place_country

_MODIFYING = frozenset(("amod", "compound", "nmod"))


def read_people(desk: Desk, view: View, name: NameSpan) -> Figure | None:
    """Sight a nationality or people that stands as a noun: the French, two Israelis."""
    token = view.sentence.tokens[name.head]
    alias = name.alias
    if (
        alias is None
        or (token.dep in _MODIFYING and token.head != token.i)
        or token.dep in ("acomp", "advmod", "npadvmod")
    ):
        return None
    if _adjective(view, token.i):
        return _shared_head(desk, view, name)
    if token.tag in ("JJ",) and not any(True for _ in view.sentence.children(token.i, "det")):
        return None
    entry = alias.entry
    counted = any(True for _ in view.sentence.children(token.i, "nummod", "amod")) or token.tag in ("NNP", "NN")
    counted = counted and not (token.tag == "NNP" and entry.of == "demonym" and token.text[-1] in "hse")
    figure = desk.cast.known(entry)
    elsewhere = _elsewhere(desk, view, name)
    if elsewhere is not None and elsewhere != entry.country:
        figure = _part_of(desk, alias, elsewhere)
    elif counted and entry.of == "demonym":
        key = f"role:{entry.country}:cvl:national"
        figure = desk.cast.figures.setdefault(
            key, Figure(key, None, "group", entry.country, ("CVL",), plural=True, generic=True)
        )
    elif entry.of == "demonym" and _definite(view, token.i) and acts(view.sentence, name.head, view.catalogue):
        figure = desk.cast.known(view.catalogue.countries[entry.actor_id.removeprefix("population:")])
    left = [c for c in token.children if c < token.i and view.sentence.tokens[c].dep in ("det", "nummod", "amod")]
    first = min([name.first, *left])
    desk.put(
        Sighting(
            view.sentence.index,
            name.head,
            first,
            name.last,
            figure,
            "role" if figure.generic else "name",
            "people",
            0.8,
        )
    )
    return figure


def _elsewhere(desk: Desk, view: View, name: NameSpan) -> str | None:
    """Return the country that the text gives a people: Iraqi Kurds, the Albanians of Serbia."""
    stateless = name.alias is not None and name.alias.entry.of == "people"
    ethnic = any(c.lemma.lower() == "ethnic" for c in view.sentence.children(name.head))
    for child in view.sentence.children(name.head, "amod", "compound", "nmod"):
        beside = view.names.get(child.i)
        if (
            beside is not None
            and beside.alias is not None
            and beside.alias.entry.of in ("demonym", "country", "region")
        ):
            return beside.alias.entry.country
    for prep in view.sentence.children(name.head, "prep"):
        if prep.text.lower() == "of" or (prep.text.lower() in ("in", "inside") and (stateless or ethnic)):
            for noun in view.sentence.children(prep.i, "pobj"):
                if (country := place_country(view, noun.i)) is not None:
                    return country
    if not ethnic:
        return None
    near = {c for i in range(len(view.sentence.tokens)) if i != name.head and (c := place_country(view, i))}
    return near.pop() if len(near) == 1 else None


def _part_of(desk: Desk, alias: Alias, country: str) -> Figure:
    """Return the figure of that part of a people that lives in a country."""
    entry = alias.entry
    key = f"role:{country}:cvl:{slug(' '.join(alias.words)).rstrip('s')}"
    called = entry.name if entry.of == "people" else None
    made = Figure(key, called, "group", country, ("CVL",), plural=True, generic=True)
    return desk.cast.figures.setdefault(key, made)


def _adjective(view: View, i: int) -> bool:
    """Whether a people's name only describes the noun after it (Ugandan and Kenyan troops)."""
    tokens = view.sentence.tokens
    if tokens[i].tag in ("NNS", "NNPS") or i + 1 >= len(tokens):
        return False
    return tokens[i + 1].tag in ("NN", "NNS") and tokens[i].dep in ("conj", "nmod", "dep", "amod", "compound")


def _shared_head(desk: Desk, view: View, name: NameSpan) -> Figure | None:
    """Return whom the second of two adjectives before one noun means: the Kenyan troops, beside the Ugandan ones."""
    found = describe(view, name.head + 1)
    token = view.sentence.tokens[name.head]
    if found is None or token.dep != "conj" or name.alias is None:
        return None
    mine = replace(found, country=name.alias.entry.country)
    figure = generic(desk, view, mine, None)
    desk.put(Sighting(view.sentence.index, name.head, name.first, name.last, figure, "role", "shared head", 0.6))
    return None


def _definite(view: View, i: int) -> bool:
    return any(c.text.lower() == "the" for c in view.sentence.children(i, "det"))
