"""Inflected forms of English lemmas, for the gate: too many forms cost little, a missing one costs events."""

from collections.abc import Iterable, Mapping

VOWELS = "aeiou"


def forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the forms a verb or noun lemma may take in text, lower case, the lemma included."""
    word = lemma.split("_")[0]
    found = {word, *irregular.get(word, ())}
    stem = word[:-1] if word.endswith("e") else word
    found |= {word + "s", stem + "ed", stem + "ing", word + "ing"}
    if word.endswith("y") and len(word) > 2 and word[-2] not in VOWELS:
        found |= {word[:-1] + "ies", word[:-1] + "ied"}
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        found.add(word + "es")
    if len(word) > 2 and word[-1] not in VOWELS + "wxy" and word[-2] in VOWELS:
        found |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    if word.endswith("ic"):
        found |= {word + "ked", word + "king"}
    if word.endswith("ise") or word.endswith("our"):
        found |= {f.replace("is", "iz").replace("our", "or") for f in found}
    return found


def all_forms(lemmas: Iterable[str], irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the forms of many lemmas; of a phrasal verb, those of its verb."""
    return frozenset(form for lemma in set(lemmas) for form in forms(lemma, irregular))
