"""Actors: everybody in an article who can act, and who each of them is."""

from whowhom.actors.catalogue import Catalogue
from whowhom.actors.find import find_actors
from whowhom.actors.findings import ActorFindings
from whowhom.actors.load import load_catalogue

__all__ = ["ActorFindings", "Catalogue", "find_actors", "load_catalogue"]
