"""The door's work: names, then roles and pronouns from front to back, then one mention a head token."""

from dataclasses import replace

from whowhom.actors.atoms import atoms_of
from whowhom.actors.catalogue import Catalogue
from whowhom.actors.cluster import cast_of
from whowhom.actors.describe import View, describe
from whowhom.actors.desk import Desk, generic
from whowhom.actors.figures import Figure, Sighting
from whowhom.actors.findings import ActorFindings
from whowhom.actors.metonyms import acts
from whowhom.actors.names import NameSpan, find_names, head_of
from whowhom.actors.pairs import read_pair
from whowhom.actors.roles import note_titles, read_roles
from whowhom.records import ActorMention, ParsedArticle, Sentence, Toponym

_MODIFYING = frozenset(("amod", "compound", "nmod"))


def find_actors(parsed: ParsedArticle, toponyms: tuple[Toponym, ...], catalogue: Catalogue) -> ActorFindings:
    """Find everybody who can act in the parsed sentences of an article, and tell who is meant.

    `toponyms` are the places found in the same article. Mentions come in text order, one at most for a
    head token; a country's name always has one, a capital only where it stands for the government.
    """
    views = {s.index: _view(s, toponyms, catalogue) for s in parsed.sentences if s.parsed}
    names = [n for view in views.values() for n in dict.fromkeys(view.names.values())]
    places = [t.country for t in toponyms if t.country]
    cast = cast_of(names, catalogue, parsed.clean.article.published, places, frozenset(t.text for t in toponyms))
    desk = Desk(cast, views)
    linked = {index: _read_names(desk, view) for index, view in views.items()}
    for index, view in views.items():
        for token in view.sentence.tokens:
            if token.i not in linked[index] and read_pair(desk, view, token):
                linked[index].add(token.i)
        read_roles(desk, view, linked[index])
    for view in views.values():
        _read_adjectives(desk, view)
    text = parsed.clean.article.text
    mentions = [_mention(desk, s, text) for s in sorted(desk.order, key=lambda s: (s.sentence, s.head))]
    return ActorFindings(tuple(mentions), frozenset(desk.governments))


def _view(sentence: Sentence, toponyms: tuple[Toponym, ...], catalogue: Catalogue) -> View:
    """Look up a sentence's names, and put its places on tokens."""
    atoms = atoms_of(sentence)
    names: dict[int, NameSpan] = {}
    for name in find_names(sentence, atoms, catalogue):
        for i in range(name.first, name.last):
            names[i] = name
    places: dict[int, Toponym] = {}
    for toponym in toponyms:
        if toponym.start < sentence.end and toponym.end > sentence.start:
            for token in sentence.tokens:
                if token.start < toponym.end and token.end > toponym.start:
                    places[token.i] = toponym
    return View(sentence, atoms, catalogue, names, places)


def _read_names(desk: Desk, view: View) -> set[int]:
    """Sight the names of a sentence; returns the tokens that they take up."""
    taken: set[int] = set()
    for name in dict.fromkeys(view.names.values()):
        figure = _figure(desk, view, name)
        if figure is None:
            continue
        taken.update(range(name.first, name.last))
        if name.alias is not None and name.alias.entry.of in ("demonym", "people"):
            continue
        note_titles(desk, view, name, figure)
        first = name.title_first if name.title else name.first
        score = 0.95 if name.alias is not None else figure.confidence
        method = "catalogue" if name.alias is not None else "name"
        desk.put(Sighting(view.sentence.index, name.head, first, name.last, figure, "name", method, score))
    _read_places(desk, view, taken)
    return taken


def _figure(desk: Desk, view: View, name: NameSpan) -> Figure | None:
    """Return whom a name stands for here; None for places and plain adjectives."""
    linked = desk.cast.of_span.get((name.sentence, name.first))
    if name.alias is None or (linked is not None and name.alias.entry.of in ("organisation", "person")):
        return linked
    if name.alias.entry.of == "seat":
        if name.head not in view.places:
            return linked
        if not acts(view.sentence, name.head, view.catalogue):
            return None
        _mark_government(desk, view, name)
        return linked
    entry = name.alias.entry
    if entry.of in ("country", "region"):
        if acts(view.sentence, name.head, view.catalogue):
            _mark_government(desk, view, name)
        return linked
    if entry.of == "capital":
        place = view.places.get(name.head)
        if acts(view.sentence, name.head, view.catalogue) and (place is None or place.country in (None, entry.country)):
            _mark_government(desk, view, name)
            return desk.cast.known(entry)
        return None
    if entry.of in ("demonym", "people"):
        return _people(desk, view, name)
    return linked


def _people(desk: Desk, view: View, name: NameSpan) -> Figure | None:
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
    if counted and entry.of == "demonym":
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


def _mark_government(desk: Desk, view: View, name: NameSpan) -> None:
    place = view.places.get(name.head)
    if place is not None:
        desk.governments.add((place.start, place.end))


def _read_adjectives(desk: Desk, view: View) -> None:
    """Give a nationality before a thing its state's mention ("an Australian ultimatum"): the thing has an owner.

    Comes last, so that no pronoun takes an adjective for its antecedent.
    """
    tokens = view.sentence.tokens
    for name in dict.fromkeys(view.names.values()):
        if name.alias is None or name.alias.entry.of != "demonym" or desk.at(view, name.head) is not None:
            continue
        noun = tokens[name.head]
        for _ in range(3):
            if noun.dep not in (*_MODIFYING, "conj", "advmod") or noun.head == noun.i:
                break
            noun = tokens[noun.head]
        state = view.catalogue.countries.get(name.alias.entry.country or "")
        if state is None or noun.i == name.head or desk.at(view, noun.i) is not None:
            continue
        sighting = Sighting(
            view.sentence.index, name.head, name.first, name.last, desk.cast.known(state), "name", "adjective", 0.7
        )
        desk.put(sighting)


def _read_places(desk: Desk, view: View, taken: set[int]) -> None:
    """Give every country that the gazetteer found, and the catalogue did not, its state's mention."""
    for toponym in dict.fromkeys(view.places.values()):
        tokens = [i for i, t in view.places.items() if t is toponym]
        if toponym.precision != "country" or taken & set(tokens) or toponym.country not in view.catalogue.countries:
            continue
        figure = desk.cast.known(view.catalogue.countries[toponym.country])
        head = head_of(view.sentence, min(tokens), max(tokens) + 1)
        taken.update(tokens)
        desk.put(Sighting(view.sentence.index, head, min(tokens), max(tokens) + 1, figure, "name", "place", 0.8))


def _mention(desk: Desk, s: Sighting, text: str) -> ActorMention:
    tokens = desk.views[s.sentence].sentence.tokens
    start, end = tokens[s.first].start, tokens[s.last - 1].end
    figure = s.figure
    country = figure.country
    if country is None and figure.kind == "person" and not figure.generic and figure.stated:
        country = desk.home(desk.views[s.sentence], figure.codes())
    return ActorMention(
        s.sentence, s.head, start, end, text[start:end], figure.actor_id, figure.name, figure.kind,
        country, figure.codes(), s.mention, s.method, round(min(s.confidence, 0.99), 3),
    )  # fmt: skip
