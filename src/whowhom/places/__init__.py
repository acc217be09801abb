"""Place names: found in every sentence, resolved to one place each."""

from whowhom.places.digest import gazetteer_digest
from whowhom.places.find import find_places
from whowhom.places.gazetteer import Gazetteer, load_gazetteer

__all__ = ["Gazetteer", "find_places", "gazetteer_digest", "load_gazetteer"]
