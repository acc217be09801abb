"""Frames: the small grammar in which an entry says what it looks for.

A frame is read off the page, word by word; no parser is run on it:

    ACTOR provide {arms} to RECIPIENT
    ACTOR threaten to CLAUSE
    {talk} between ACTOR                  (under `nouns:`)

- `ACTOR`, `RECIPIENT`, `SOMEBODY` are filled by a party; `SOMETHING` by anything; `PLACE` by the name of a place
  smaller than a country; `ACTOR:armed` restricts.
- `{class}` is filled by a noun of a class in classes.yml, `word` or `a|b` by those lemmas.
- `carry_out` is a phrasal verb, also `carry {plan} out`; `be ready` a predicate adjective or noun.
- `to CLAUSE`, `that CLAUSE`, `whether CLAUSE`, `of CLAUSE` (a gerund), `CLAUSE` (a bare gerund).
- `[with RECIPIENT]` may be there or not; `RECIPIENT's {envoy}` is a noun that belongs to a party.
"""

from dataclasses import dataclass, replace
from typing import Literal

PREPOSITIONS = frozenset(
    [
        "about",
        "above",
        "across",
        "after",
        "against",
        "along",
        "alongside",
        "amid",
        "among",
        "around",
        "as",
        "at",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "between",
        "beyond",
        "by",
        "despite",
        "down",
        "during",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "near",
        "of",
        "off",
        "on",
        "onto",
        "out_of",
        "outside",
        "over",
        "past",
        "regarding",
        "through",
        "throughout",
        "to",
        "toward",
        "towards",
        "under",
        "until",
        "up",
        "upon",
        "versus",
        "via",
        "with",
        "within",
        "without",
    ]
)
PARTICLES = frozenset("off up down out over back away apart in on through along around".split())
PARTIES = ("ACTOR", "RECIPIENT", "SOMEBODY")
FILLERS = (*PARTIES, "SOMETHING", "PLACE", "CLAUSE")
Position = Literal["verb", "noun"]


class FrameFault(ValueError):
    """A frame that cannot be read; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One argument that a frame asks for: in which role, filled by what."""

    role: str
    filler: str
    words: frozenset[str] = frozenset()
    word_class: str | None = None
    restriction: str | None = None
    optional: bool = False
    owner: str | None = None

    @property
    def weight(self) -> float:
        """How much this slot narrows the frame down; the most specific frame wins."""
        if self.words or self.word_class:
            base = 3.0
        elif self.filler in ("CLAUSE", "PLACE"):
            base = 2.0
        elif self.filler == "SOMETHING":
            base = 0.5
        else:
            base = 1.0
        return (base + (2.0 if self.restriction else 0.0)) * (0.5 if self.optional else 1.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """A compiled frame: its heads (lemmas, or a class of them) and its slots."""

    text: str
    position: Position
    heads: frozenset[str]
    head_class: str | None
    slots: tuple[Slot, ...]


def compile_frame(text: str, position: Position) -> Frame:
    """Compile a frame, raise FrameFault with what is wrong where it cannot be read."""
    words = _split(text)
    at = _head_index(words, position)
    before, head, after = words[:at], words[at][0], words[at + 1 :]
    if head == "be" and after and after[0][0] not in PREPOSITIONS:
        head, after = after[0][0], after[1:]
    if after and after[-1][0] in PARTICLES and (len(after) < 2 or after[-2][0] not in PREPOSITIONS):
        head, after = "|".join(f"{h}_{after[-1][0]}" for h in head.split("|")), after[:-1]
    slots = [_subject(word, optional, position) for word, optional in before]
    slots += _complements(after)
    heads, head_class, _ = _words(head)
    if not heads and not head_class:
        raise FrameFault(f"'{head}' cannot be the head: write a lemma, a|b, or {{class}}")
    return Frame(text, position, heads, head_class, tuple(slots))


def _split(text: str) -> list[tuple[str, bool]]:
    """Return the words of a frame, each with whether it stands in brackets."""
    words, optional = [], False
    for raw in text.replace(" out of ", " out_of ").replace("[", " [ ").replace("]", " ] ").split():
        if raw in "[]":
            if optional == (raw == "["):
                raise FrameFault("brackets do not pair")
            optional = raw == "["
        else:
            words.append((raw, optional))
    if optional:
        raise FrameFault("a bracket is not closed")
    if not words:
        raise FrameFault("the frame is empty")
    return words


def _is_slot(word: str) -> bool:
    return word.split(":")[0].removesuffix("'s") in FILLERS


def _head_index(words: list[tuple[str, bool]], position: Position) -> int:
    """Return where the head stands: the first word, or the second after a subject."""
    first = words[0][0]
    if _is_slot(first) or (
        len(words) > 1 and position == "verb" and first.startswith("{") and words[1][0][0].islower()
        and words[1][0] not in PREPOSITIONS
    ):  # fmt: skip
        if len(words) < 2:
            raise FrameFault("a frame needs a head word beside its slots")
        return 1
    return 0


def _words(word: str) -> tuple[frozenset[str], str | None, str | None]:
    """Return lemmas, class and fault of a literal: `a|b` or `{class}`."""
    if word.startswith("{"):
        if not word.endswith("}") or len(word) < 3:
            raise FrameFault(f"'{word}' is no class: write {{name}}")
        return frozenset(), word[1:-1], None
    if not word[0].islower():
        return frozenset(), None, word
    return frozenset(word.split("|")), None, None


def _subject(word: str, optional: bool, position: Position) -> Slot:
    return _slot("subject", word.removesuffix("'s"), optional or position == "noun")


def _slot(role: str, word: str, optional: bool) -> Slot:
    name, _, restriction = word.partition(":")
    if name in FILLERS:
        return Slot(role, name, restriction=restriction or None, optional=optional)
    words, word_class, fault = _words(word)
    if fault:
        raise FrameFault(f"'{fault}' is no slot: use {', '.join(FILLERS)}, {{class}} or a lemma")
    return Slot(role, "words", words, word_class, None, optional)


def _complements(words: list[tuple[str, bool]]) -> list[Slot]:
    """Compile what follows the head; an owner ("RECIPIENT's") goes with the noun behind it."""
    owned = {n: w.removesuffix("'s") for n, (w, _) in enumerate(words) if w.endswith("'s") and _is_slot(w)}
    slots = _plain_complements([w for n, w in enumerate(words) if n not in owned])
    for n, owner in owned.items():
        after = words[n + 1][0] if n + 1 < len(words) else ""
        at = next((k for k, s in enumerate(slots) if s.owner is None and _same_words(s, after)), None)
        if at is None:
            raise FrameFault(f"no noun follows '{owner}'s'")
        slots[at] = replace(slots[at], owner=owner)
    return slots


def _same_words(slot: Slot, word: str) -> bool:
    words, word_class, _ = _words(word) if word else (frozenset(), None, None)
    return slot.filler == "words" and (slot.words, slot.word_class) == (words, word_class)


def _plain_complements(words: list[tuple[str, bool]]) -> list[Slot]:
    slots: list[Slot] = []
    i = 0
    while i < len(words):
        word, optional = words[i]
        nxt = words[i + 1][0] if i + 1 < len(words) else None
        if word in ("that", "whether", "to") and nxt is not None and nxt.startswith("CLAUSE"):
            slots.append(_slot(f"clause:{word}", nxt, optional))
            i += 2
        elif word in PREPOSITIONS:
            if nxt is None:
                raise FrameFault(f"nothing follows '{word}'; a particle is written with its verb, as in call_off")
            role = f"{word.replace('_', ' ')}:ing" if nxt.startswith("CLAUSE") else word.replace("_", " ")
            slots.append(_slot(role, nxt, optional))
            i += 2
        elif word.startswith("CLAUSE"):
            slots.append(_slot("clause:ing", word, optional))
            i += 1
        else:
            slots.append(_bare(slots, word, optional))
            i += 1
    return slots


def _bare(slots: list[Slot], word: str, optional: bool) -> Slot:
    """Compile a slot without a preposition: the object, or what is said of the object."""
    return _slot("complement" if any(s.role == "object" for s in slots) else "object", word, optional)


def readings(frame: Frame) -> tuple[Frame, ...]:
    """Return the frame, and its dative reading where it has one ("give RECIPIENT {arms}")."""
    roles = {s.role: s for s in frame.slots}
    if "complement" not in roles or roles["object"].filler not in PARTIES:
        return (frame,)
    renamed = {"object": "indirect", "complement": "object"}
    dative = tuple(replace(s, role=renamed.get(s.role, s.role)) for s in frame.slots)
    return frame, replace(frame, slots=dative)
