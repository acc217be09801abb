"""The words of the room: verbs of saying, nouns of sources, patterns of stated ignorance."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from whowhom.codebook import built_in_folder
from whowhom.codebook.schema import Strict
from whowhom.codebook.yaml_nodes import check_rows, read_yaml
from whowhom.errors import BadCodebook, Fault
from whowhom.records.event import SourceKind, UnknownKind


class VerbRow(Strict):
    """A verb that reports words."""

    verb: str
    strength: Literal["strong", "neutral", "weak"] = "neutral"
    channel: Literal["social", "media"] | None = None


class SourceRow(Strict):
    """Nouns that stand for one kind of source."""

    kind: Literal["official", "media", "unnamed", "social"]
    nouns: list[str]


class UnknownRow(Strict):
    """A way to say that something is not known."""

    id: str
    kind: UnknownKind
    pattern: str
    examples: list[str]


@dataclass(frozen=True, slots=True)
class UnknownPattern:
    """A compiled pattern with its examples."""

    name: str
    kind: UnknownKind
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementWords:
    """Verbs by lemma, kinds of source by noun, patterns; `cues` are the words the gate must let through."""

    verbs: Mapping[str, VerbRow]
    sources: Mapping[str, SourceKind]
    unknowns: tuple[UnknownPattern, ...]
    cues: frozenset[str]


def load_statement_words(folder: Path | None = None) -> StatementWords:
    """Load and check the word lists. Raises BadCodebook with all faults."""
    faults: list[Fault] = []
    base = (folder or built_in_folder()) / "statements"
    placed = {name: read_yaml(base / f"{name}.yml", faults) for name in ("verbs", "sources", "unknowns")}
    verbs = [r for _, r in check_rows(placed["verbs"], VerbRow, faults)] if placed["verbs"] else []
    sources = [r for _, r in check_rows(placed["sources"], SourceRow, faults)] if placed["sources"] else []
    unknowns = [r for _, r in check_rows(placed["unknowns"], UnknownRow, faults)] if placed["unknowns"] else []
    if faults:
        raise BadCodebook(faults)
    return StatementWords(
        verbs={r.verb: r for r in verbs},
        sources={noun: r.kind for r in reversed(sources) for noun in r.nouns},
        unknowns=tuple(
            UnknownPattern(r.id, r.kind, re.compile(r.pattern, re.IGNORECASE), tuple(r.examples)) for r in unknowns
        ),
        cues=frozenset({"said", "says", "told", "according", "tweeted", "posted", "announced", "reported"}),
    )
