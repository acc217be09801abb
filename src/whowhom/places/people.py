"""The people of an article, so far as they bear on place names."""

import re

from whowhom.places.cues import Cues
from whowhom.records import ParsedArticle

_RUN = re.compile(r"\b[A-Z][\w'’-]*\.?(?: (?:[A-Z]\.|[A-Z][\w'’-]+|de|van|von|al|bin|ben|el))+")


def family_names(parsed: ParsedArticle, cues: Cues) -> frozenset[str]:
    """Return the last words of the names of people, in lower case.

    A person is what the parser calls one, or capitals that begin with a title or a given name.
    """
    found = set()
    for sentence in parsed.sentences:
        for name in sentence.names:
            if name.label == "PERSON" and name.last - name.first > 1:
                found.add(sentence.tokens[name.last - 1].text.lower())
    for run in _RUN.finditer(parsed.clean.article.text):
        words = run.group().replace("’s", "").replace("'s", "").split(" ")
        found.update(_family_name(words, cues))
    return frozenset(found)


def _family_name(words: list[str], cues: Cues) -> list[str]:
    """Return the name after a title (one word at least) or a given name, as far as it goes."""
    for at, word in enumerate(words[:-1]):
        low = word.lower().rstrip(".")
        if low in cues.time or low in cues.function:
            continue
        given = cues.stop.get(low) == "given"
        if given or (low in cues.title and low not in cues.office):
            follows = [w for w in words[at + 1 : at + 4] if len(w) > 2 and w[0].isupper()]
            return [w.lower() for w in follows[-1:]] if given else [w.lower() for w in follows[:2]]
    return []
