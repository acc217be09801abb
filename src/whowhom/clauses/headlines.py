"""Coordination by a comma, as headlines have it: "Kenya, Somalia agree to reopen border"."""

from whowhom.records import Sentence, Token


def listed_subjects(sentence: Sentence, verb: Token, subjects: list[int]) -> list[int]:
    """Return a verb's subjects with those that a headline lists before them, joined by a comma alone."""
    if not sentence.headline or verb.tag not in ("VBP", "VB", "VBD"):
        return subjects
    first = min(subjects)
    found = list(subjects)
    for c in sentence.children(verb.i, "dep", "npadvmod", "nsubj", "ROOT"):
        if c.i < first and c.pos in ("NOUN", "PROPN") and _joined(sentence, c.i, first):
            found.append(c.i)
    plural = verb.tag in ("VBP", "VB")
    for subject in subjects if plural else ():
        found += [
            c.i for c in sentence.children(subject, "appos") if c.pos == "PROPN" and not _closed(sentence, c, verb)
        ]
    return sorted(set(found))


def _joined(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a comma, and nothing that is not a modifier, stands between two nouns."""
    between = sentence.tokens[left + 1 : right]
    return any(t.text == "," for t in between) and all(
        t.text == "," or t.pos in ("ADJ", "NOUN", "PROPN", "PART", "DET", "NUM") for t in between
    )


def _closed(sentence: Sentence, appositive: Token, verb: Token) -> bool:
    """Whether a second comma closes the appositive, so that it describes and adds nobody."""
    return any(t.text == "," for t in sentence.tokens[appositive.i + 1 : verb.i])
