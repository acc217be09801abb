"""Does a day without direction lie ahead? Read off the verb it hangs on, or off the words before it."""

import re
from typing import Literal

from whowhom.dates.words import DateWords
from whowhom.records import Sentence, Token

#: `open` where nothing near the date tells; days are then looked for in the past first.
Direction = Literal["ahead", "past", "open"]

_WORD = re.compile(r"['’]?[^\W\d_]+")
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve", "'d", "’d"))
#: Words that may stand between a verb and its day: "said late on Tuesday".
_BETWEEN = frozenset(("on", "late", "early", "in", "earlier", "at", "the", "here"))


def direction(sentence: Sentence, text: str, start: int, words: DateWords) -> Direction:
    """Return whether the words at article offset `start` speak of the future or the past.

    `text` is the sentence's own text. Works on the tree where there is one.
    """
    at = start - sentence.start
    left = text[max(at - 60, 0) : at]
    phrases = list(words.forward_phrases.finditer(left))
    if phrases and len(left[phrases[-1].end() :].split()) <= 4:
        return "ahead"
    before = [w.group().lower() for w in _WORD.finditer(left)]
    while before and before[-1] in _BETWEEN:
        before.pop()
    if before and _is_past(before[-1], words) and not _is_passive(before, len(before) - 1, words):
        return "past"  # "said on Tuesday he will": parsers hang the day on either verb
    token = next((t for t in sentence.tokens if t.start <= start < t.end), None)
    found = _by_tree(sentence, token, words) if token else None
    return found or _by_words(text, at, words)


def _is_past(word: str, words: DateWords) -> bool:
    if word in words.forward_words:
        return False
    return word in words.past_words or (word.endswith("ed") and len(word) > 4)


def _is_passive(before: list[str], at: int, words: DateWords) -> bool:
    """Whether a participle tells nothing of the past: "will be held", "to be released"."""
    return not {"be", "to"}.isdisjoint(before[max(at - 1, 0) : at]) or not words.modals.isdisjoint(
        before[max(at - 3, 0) : at]
    )


def _by_tree(sentence: Sentence, token: Token, words: DateWords) -> Direction | None:
    """Climb from the date to the verbs above it until one of them tells."""
    verbs = [t for t in (token, *sentence.ancestors(token.i)) if t.pos in ("VERB", "AUX")]
    for verb in verbs[:4]:
        found = _by_verb(sentence, verb, words)
        if found == "past" and (verb != verbs[0] or _within_noun(sentence, token, words)):
            return "open"  # the day belongs to a noun or a verb below: "said the vote on Sunday"
        if found is not None:
            return found
    return None


def _within_noun(sentence: Sentence, token: Token, words: DateWords) -> bool:
    """Whether the first thing above a date that is no word of time itself is a noun ("the vote in May")."""
    for above in sentence.ancestors(token.i):
        if above.pos in ("VERB", "AUX"):
            return False
        if above.pos in ("NOUN", "PROPN") and above.text.lower().rstrip(".") not in words.lexicon:
            return True
    return False


def _by_verb(sentence: Sentence, verb: Token, words: DateWords) -> Direction | None:
    """Return where a verb's own form points; None where its governor decides."""
    helpers = {t.text.lower() for t in sentence.children(verb.i, "aux", "auxpass")}
    if not helpers.isdisjoint(_HAVE):
        return "past"
    if not helpers.isdisjoint(words.modals) or verb.text.lower() in words.modals:
        return "ahead"
    governor = next(sentence.ancestors(verb.i), None)
    if "to" in helpers:
        return "ahead" if governor is None or governor.lemma.lower() in words.forward_governors else None
    if verb.tag in ("VBN", "VBZ", "VBP", "VBG") and verb.text.lower() in words.forward_words:
        return "ahead"
    if verb.tag in ("VBZ", "VBP") and verb.lemma.lower() in words.timetable_verbs:
        return "ahead"
    return "past" if verb.tag in ("VBD", "VBN") else None


def _by_words(text: str, at: int, words: DateWords) -> Direction:
    """Judge by the nearest telling word before the date, or else the first one after it."""
    before = [w.group().lower() for w in _WORD.finditer(text, 0, at)]
    after = [w.group().lower() for w in _WORD.finditer(text, at)]
    for distance, word in enumerate([*reversed(before), *after]):
        if word in words.forward_words or (word.endswith("s") and word[:-1] in words.timetable_verbs):
            return "ahead"
        if distance < len(before) and _is_passive(before, len(before) - 1 - distance, words):
            continue
        if _is_past(word, words):
            return "past" if distance < 4 or distance >= len(before) else "open"
    return "open"
