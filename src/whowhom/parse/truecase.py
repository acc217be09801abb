"""Capitals that mislead the parser: headlines In Title Case and texts IN CAPITALS."""


def truecase(words: list[str], names: frozenset[str], common: frozenset[str]) -> list[str]:
    """Return the words as the parser should see them; as they are, where capitals are as usual."""
    letters = [w for w in words if w[:1].isalpha()]
    if len(letters) < 4:
        return words
    capitals = sum(w.isupper() and len(w) > 1 for w in letters) / len(letters)
    if capitals > 0.7:
        return [_lower(w, names, common) for w in words]
    long = [w for w in letters[1:] if len(w) > 3]
    titled = sum(w[0].isupper() for w in long) / len(long) if long else 0.0
    if titled > 0.75 and len(long) >= 3:
        return [
            w if n == 0 or not w[:1].isupper() or w.isupper() else _lower(w, names, common) for n, w in enumerate(words)
        ]
    return words


def mend_infinitive(words: list[str]) -> list[str]:
    """Return a headline's words with the "to" of a futurate infinitive read as "will" ("Trump to meet Kim")."""
    for n, word in enumerate(words[1:7], start=1):
        if word == "to" and n + 1 < len(words) and words[n + 1].islower() and words[n - 1][:1].isupper():
            before = [w for w in words[:n] if w.isalpha()]
            if all(w[0].isupper() or w in ("and", "of", "the") for w in before):
                return [*words[:n], "will", *words[n + 1 :]]
    return words


def _lower(word: str, names: frozenset[str], common: frozenset[str]) -> str:
    lower = word.lower()
    if not word[:1].isalpha():
        return word
    if lower in names and lower not in ("us",):
        return word if not word.isupper() or len(word) < 4 else word.title()
    if lower in common or _stem(lower) & common or len(lower) < 4:
        return lower
    return word.title() if word.isupper() else word


def _stem(word: str) -> set[str]:
    """Return what a form may be a form of, crudely: enough to tell words from names."""
    found = {
        word[: -len(end)] for end in ("s", "es", "ed", "d", "ing") if word.endswith(end) and len(word) > len(end) + 2
    }
    return found | {f + "e" for f in found} | ({word[:-3] + "y"} if word.endswith(("ies", "ied")) else set())
