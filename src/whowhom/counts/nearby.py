"""Figures that are read off the words beside them: tolls, and headline style ("12 killed, 30 wounded")."""

from collections.abc import Sequence

from whowhom.counts.fates import Fate
from whowhom.counts.people import top_of
from whowhom.counts.quantity import Quantity
from whowhom.counts.words import CountWords
from whowhom.records import Sentence
from whowhom.records.finding import CountKind

_LINKS = frozenset(
    ("were", "was", "are", "is", "have", "has", "had", "been", "being", "be", "reported", "confirmed", "feared", "also",
     "reportedly", "more", "others", "people", "left", "found", "shot", "believed", "critically", "seriously", "still",
     "of", "them", "other", "slightly", "badly", "lightly", "severely", "now", "known")
)  # fmt: skip


def toll(sentence: Sentence, texts: Sequence[str], quantity: Quantity, words: CountWords) -> Fate | None:
    """Read "the death toll rose to 27", "a toll of 30", "the number of wounded reached 41"."""
    tokens = sentence.tokens
    noun = next((t for t in tokens if t.lemma.lower() in words.tolls and t.i < quantity.first), None)
    kind = _toll_kind(texts, noun.i, words) if noun else None
    if noun is None:
        noun = next((t for t in tokens if t.lemma.lower() == "number" and t.i < quantity.first), None)
        kind = _number_kind(texts, noun.i, quantity.first, words) if noun else None
    if noun is None or kind is None or (quantity.first and texts[quantity.first - 1] == "from"):
        return None
    top = tokens[top_of(sentence, quantity)]
    verb = top.head
    if tokens[verb].dep == "prep":
        if texts[verb] not in ("to", "at", "of", "past", "above", "around"):
            return None
        verb = tokens[verb].head
    governs = tokens[verb].lemma.lower() in words.toll_verbs and top.dep in ("dobj", "pobj", "attr", "npadvmod")
    directly = verb == noun.i and top.dep in ("pobj", "nummod", "appos")
    return Fate(kind, noun.i) if (governs and abs(verb - noun.i) <= 12) or directly else None


def _toll_kind(texts: Sequence[str], at: int, words: CountWords) -> CountKind:
    before = next((t for t in reversed(texts[max(at - 2, 0) : at]) if t in words.toll_words), None)
    return words.toll_words[before] if before else words.tolls[texts[at].rstrip("s")]


def _number_kind(texts: Sequence[str], at: int, end: int, words: CountWords) -> CountKind | None:
    if texts[at + 1 : at + 2] != ["of"]:
        return None
    return next((words.toll_words[t] for t in texts[at + 2 : min(at + 6, end)] if t in words.toll_words), None)


def beside(sentence: Sentence, texts: Sequence[str], quantity: Quantity, head: int, words: CountWords) -> list[Fate]:
    """Read the fate off the words right after or right before a figure, where the tree gave none."""
    return _after(sentence, texts, max(quantity.last, head), words) or just_before(sentence, texts, quantity, words)


def _after(sentence: Sentence, texts: Sequence[str], last: int, words: CountWords) -> list[Fate]:
    at = last + 1
    while at < len(texts) and texts[at] in _LINKS:
        at += 1
    found: list[Fate] = []
    while at < len(texts):
        kind = _state(sentence, at, words)
        if kind is None:
            return found
        found.append(Fate(kind, at))
        if texts[at + 1 : at + 2] not in (["and"], ["or"]):
            return found
        at += 2
    return found


def _state(sentence: Sentence, at: int, words: CountWords) -> CountKind | None:
    """Return what a participle or adjective says of the word before it, None where it has an object."""
    token = sentence.tokens[at]
    kind = words.adjectives.get(token.text.lower())
    if kind is None and token.tag in ("VBN", "VBD"):
        kind = words.object_verbs.get(token.lemma.lower()) or words.subject_verbs.get(token.lemma.lower())
    return None if any(sentence.children(at, "dobj")) else kind


def just_before(sentence: Sentence, texts: Sequence[str], quantity: Quantity, words: CountWords) -> list[Fate]:
    """Read the verbs right before a figure: "killing six", "killed or wounded 15"."""
    at = quantity.first - 1
    found: list[Fate] = []
    while at >= 0:
        token = sentence.tokens[at]
        kind = words.object_verbs.get(token.lemma.lower())
        if kind is None or token.tag not in ("VBG", "VBD", "VB", "VBZ", "VBP", "VBN", "NNS"):
            return found
        if any(t.dep == "auxpass" for t in sentence.children(at)):
            return found
        found.append(Fate(kind, at))
        if at < 2 or texts[at - 1] not in ("and", "or"):
            return found
        at -= 2
    return found
