"""Settles, when an article has been read, what its text left open: the country and the sector of named figures."""

from whowhom.actors.desk import Desk
from whowhom.actors.figures import Figure, Sighting
from whowhom.actors.load import CLASSES

#: Words of address, which say nothing of what somebody does.
_PLAIN = frozenset(("mr", "mrs", "ms", "miss", "sir", "madame", "dame", "lady", ""))


def settle(desk: Desk, s: Sighting) -> None:
    """Give a figure at its first sighting the country where it is at home, and a private person CVL."""
    figure = s.figure
    if figure.generic or (figure.entry is not None and figure.entry.of == "country"):
        return
    if figure.kind == "person" and not figure.codes() and figure.country not in CLASSES and _private(figure):
        figure.stated = ("CVL",)
    if figure.country is not None or "+" in figure.actor_id or figure.settled:
        return
    figure.settled = True
    view = desk.views[s.sentence]
    if figure.entry is not None:
        figure.country = _of_people(desk, s)
    elif figure.kind == "person":
        figure.country = desk.home(view, figure.codes(), s.head)
    else:
        figure.country = desk.home(view, figure.codes(), s.head) if figure.codes() else desk.only_country()


def _of_people(desk: Desk, s: Sighting) -> str | None:
    """Return where a people is meant: in one of its homes, or, if it is a faith, where the story is."""
    entry, view = s.figure.entry, desk.views[s.sentence]
    if entry is None or entry.of != "people" or entry.name in view.catalogue.acting["regional"]:
        return None
    return desk.home_among(view, s.head, entry.homes) if entry.homes else desk.home(view, ("CVL",), s.head)


def _private(figure: Figure) -> bool:
    """Whether nothing is said of an office or a trade."""
    return figure.lemmas <= _PLAIN
