"""What an event is about: cue words of the contexts in its sentence."""

import re
from dataclasses import dataclass

import ahocorasick_rs

from whowhom.codebook import Codebook

_PLURAL = re.compile(r"(?:e?s)?\b")


@dataclass(frozen=True, slots=True)
class ContextCues:
    """An automaton over all cues; for each, its context and whether it is enough alone."""

    automaton: ahocorasick_rs.AhoCorasick
    meaning: tuple[tuple[str, bool], ...]


def load_contexts(codebook: Codebook) -> ContextCues:
    """Compile the cues of a codebook."""
    rows = [
        (w.lower(), c.id, s) for c in codebook.contexts for s, ws in ((True, c.strong), (False, c.weak)) for w in ws
    ]
    automaton = ahocorasick_rs.AhoCorasick([w for w, _, _ in rows] or ["\0"])
    return ContextCues(automaton, tuple((c, s) for _, c, s in rows))


def contexts_in(text: str, cues: ContextCues) -> tuple[str, ...]:
    """Return the contexts of a text: one strong cue or two weak ones, as whole words (plurals count)."""
    lower = text.lower()
    seen: dict[str, float] = {}
    for index, start, end in cues.automaton.find_matches_as_indexes(lower, overlapping=True):
        if (start and lower[start - 1].isalnum()) or not _PLURAL.match(lower, end):
            continue
        context, strong = cues.meaning[index]
        seen[context] = seen.get(context, 0.0) + (1.0 if strong else 0.5)
    return tuple(c for c, weight in seen.items() if weight >= 1.0)
