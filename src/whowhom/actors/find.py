"""The door's work: names, then roles and pronouns from front to back, then one mention a head token."""

from collections import Counter, defaultdict

from whowhom.actors.atoms import atoms_of
from whowhom.actors.bearers import note_titles
from whowhom.actors.catalogue import Catalogue
from whowhom.actors.cluster import cast_of
from whowhom.actors.desk import Desk
from whowhom.actors.figures import Figure, Sighting
from whowhom.actors.findings import ActorFindings
from whowhom.actors.metonyms import acts
from whowhom.actors.names import NameSpan, find_names, head_of
from whowhom.actors.pairs import PAIR_WORDS, read_pair
from whowhom.actors.peoples import read_people
from whowhom.actors.roles import read_roles
from whowhom.actors.settle import settle
from whowhom.actors.view import View, located, portfolio
from whowhom.records import ActorMention, ParsedArticle, Sentence, Toponym

_PLACED = frozenset(("GPE", "LOC", "FAC", "NORP"))
_MODIFYING = frozenset(("amod", "compound", "nmod"))


def find_actors(parsed: ParsedArticle, toponyms: tuple[Toponym, ...], catalogue: Catalogue) -> ActorFindings:
    """Find everybody who can act in the parsed sentences of an article, and tell who is meant.

    `toponyms` are the places found in the same article. Mentions come in text order, one at most for a
    head token; a country's name always has one, a capital only where it stands for the government.
    """
    toponyms = tuple(t for t in toponyms if not portfolio(t.text, catalogue) and not _doubtful(t, parsed))
    by_sentence: dict[int, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        by_sentence[toponym.sentence].append(toponym)
    views = {s.index: _view(s, by_sentence.get(s.index, []), catalogue) for s in parsed.sentences if s.parsed}
    names = [n for view in views.values() for n in view.spans]
    places = [t.country for t in toponyms if t.country]
    cast = cast_of(names, catalogue, parsed.clean.article.published, places, frozenset(t.text for t in toponyms))
    desk = Desk(cast, views, Counter(c for view in views.values() for c in located(view)))
    linked = {index: _read_names(desk, view) for index, view in views.items()}
    for index, view in views.items():
        for token in view.sentence.tokens:
            if token.lemma.lower() in PAIR_WORDS and token.i not in linked[index] and read_pair(desk, view, token):
                linked[index].add(token.i)
        read_roles(desk, view, linked[index])
    for view in views.values():
        _read_adjectives(desk, view)
    text = parsed.clean.article.text
    mentions = [_mention(desk, s, text) for s in sorted(desk.order, key=lambda s: (s.sentence, s.head))]
    return ActorFindings(tuple(mentions), frozenset(desk.governments))


def _doubtful(toponym: Toponym, parsed: ParsedArticle) -> bool:
    """Whether a place is a mere guess at a word that the parser took for no place (the Federal Minister)."""
    if toponym.confidence >= 0.5:
        return False
    tokens = parsed.sentences[toponym.sentence].tokens
    return all(t.entity not in _PLACED for t in tokens if toponym.start <= t.start < toponym.end)


def _view(sentence: Sentence, toponyms: list[Toponym], catalogue: Catalogue) -> View:
    """Look up a sentence's names, and put its places on tokens."""
    atoms = atoms_of(sentence)
    places: dict[int, Toponym] = {}
    for toponym in toponyms:
        for token in sentence.tokens:
            if token.start < toponym.end and token.end > toponym.start:
                places[token.i] = toponym
    spans = tuple(n for n in find_names(sentence, atoms, catalogue) if not _elsewhere(n, places.get(n.head)))
    names = {i: name for name in spans for i in range(name.first, name.last)}
    return View(sentence, atoms, catalogue, names, places, spans, tuple(toponyms))


def _elsewhere(name: NameSpan, place: Toponym | None) -> bool:
    """Whether a country's name is that of another land's part here (Georgia, the American state)."""
    if place is None or name.alias is None or name.alias.entry.of != "country" or place.precision != "region":
        return False
    return place.country not in (None, name.alias.entry.country)


def _read_names(desk: Desk, view: View) -> set[int]:
    """Sight the names of a sentence; returns the tokens that they take up."""
    taken: set[int] = set()
    for name in view.spans:
        figure = _figure(desk, view, name)
        if figure is None:
            continue
        taken.update(range(name.first, name.last))
        if name.alias is not None and name.alias.entry.of in ("demonym", "people"):
            continue
        note_titles(view, name, figure)
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
        return read_people(desk, view, name)
    return linked


def _mark_government(desk: Desk, view: View, name: NameSpan) -> None:
    place = view.places.get(name.head)
    if place is not None:
        desk.governments.add((place.start, place.end))


def _read_adjectives(desk: Desk, view: View) -> None:
    """Give a nationality before a thing its state's mention ("an Australian ultimatum"): the thing has an owner.

    Comes last, so that no pronoun takes an adjective for its antecedent.
    """
    tokens = view.sentence.tokens
    for name in view.spans:
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
    for toponym in view.toponyms:
        tokens = [i for i, t in view.places.items() if t is toponym]
        if (
            not tokens
            or toponym.precision != "country"
            or taken & set(tokens)
            or toponym.country not in view.catalogue.countries
        ):
            continue
        figure = desk.cast.known(view.catalogue.countries[toponym.country])
        head = head_of(view.sentence, min(tokens), max(tokens) + 1)
        taken.update(tokens)
        desk.put(Sighting(view.sentence.index, head, min(tokens), max(tokens) + 1, figure, "name", "place", 0.8))


def _mention(desk: Desk, s: Sighting, text: str) -> ActorMention:
    tokens = desk.views[s.sentence].sentence.tokens
    start, end = tokens[s.first].start, tokens[s.last - 1].end
    figure = s.figure
    settle(desk, s)
    return ActorMention(
        s.sentence, s.head, start, end, text[start:end], figure.actor_id, figure.name, figure.kind,
        figure.country, figure.codes(), s.mention, s.method, round(min(s.confidence, 0.99), 3),
    )  # fmt: skip
