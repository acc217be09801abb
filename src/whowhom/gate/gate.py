"""Lets through the sentences that hold a trigger word of the codebook, or a cue of somebody's words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import ahocorasick_rs
import yaml

from whowhom.codebook import Codebook, built_in_folder
from whowhom.gate.sentences import split_sentences
from whowhom.records import NOT_CODED, CleanArticle

_NAME = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """A sentence in article offsets, and whether it is worth parsing."""

    start: int
    end: int
    parse: bool
    headline: bool


@dataclass(frozen=True, slots=True)
class Gate:
    """The automaton over trigger words, and what the sentencizer must know."""

    automaton: ahocorasick_rs.AhoCorasick
    abbreviations: frozenset[str]
    open: bool


def load_gate(codebook: Codebook, cues: Iterable[str], enabled: bool = True, folder: Path | None = None) -> Gate:
    """Build the gate for a codebook and the cue words of statements, relations and unknowns.

    With `enabled` false every sentence passes, to measure what the gate costs.
    """
    path = (folder or built_in_folder()) / "gate" / "abbreviations.yml"
    words = sorted({*codebook.trigger_forms, *(c.lower() for c in cues)})
    automaton = ahocorasick_rs.AhoCorasick(words or ["\0"], matchkind=ahocorasick_rs.MatchKind.Standard)
    return Gate(automaton, frozenset(yaml.safe_load(path.read_text(encoding="utf-8"))), not enabled)


def gate_article(clean: CleanArticle, gate: Gate) -> tuple[SentenceSpan, ...]:
    """Cut an article into sentences and say which are worth a parse, in text order."""
    return tuple(_span(clean, gate, start, end) for start, end in split_sentences(clean, gate.abbreviations))


def _span(clean: CleanArticle, gate: Gate, start: int, end: int) -> SentenceSpan:
    kind = clean.kind_at(start)
    text = clean.article.text[start:end]
    parse = kind not in NOT_CODED and (gate.open or _may_matter(text, gate))
    return SentenceSpan(start, end, parse, kind == "headline")


def _may_matter(text: str, gate: Gate) -> bool:
    """Whether a trigger word stands in a sentence as a whole word, with something that could be a name or a noun."""
    if len(text) < 12 or " " not in text:
        return False
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    for _, start, end in gate.automaton.find_matches_as_indexes(lower, overlapping=True):
        before = lower[start - 1] if start else " "
        after = lower[end] if end < len(lower) else " "
        if not before.isalnum() and not after.isalnum():
            return True
    return False
