"""What the clean stage is loaded with: patterns of boilerplate, labels and a few lists of words."""

import re
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from whowhom.clean.normal import flatten, said
from whowhom.codebook.yaml_nodes import Placed, check_one, check_rows, read_yaml
from whowhom.errors import BadCodebook, Fault

Scope = Literal["line", "sentence", "inline"]
Position = Literal["top", "any", "end"]
Row = TypeVar("Row", bound=BaseModel)
_PIECE = re.compile(r"\{([A-Z]+)\}")
_LEADING, _TRAILING = "[(*>•- \t", ".!?…:>)]*- \t"


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class PatternRow(_Strict):
    """One pattern of boilerplate, with what it must and must not match."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    regex: str
    scope: Scope
    position: Position = "any"
    case: bool = False
    needs: list[str] = []
    imperative: bool = False
    opens_list: bool = False
    score: Annotated[float, Field(gt=0, le=1)] = 0.95
    note: str | None = None
    examples: Annotated[list[str], Field(min_length=1)]
    not_: Annotated[list[str], Field(alias="not")] = []


class WordsRow(_Strict):
    """words.yml: pieces of patterns, abbreviations, and words that open a story's first sentence."""

    pieces: dict[str, str]
    abbreviations: list[str]
    openers: list[str]
    small_words: list[str]
    speech: list[str]


class LabelsRow(_Strict):
    """labels.yml: words that make up section labels, and labels that only stand as a whole."""

    words: list[str]
    phrases: list[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, compiled. It is matched on flattened text; `needs` are cues in small letters."""

    id: str
    regex: re.Pattern[str]
    scope: Scope
    position: Position
    needs: tuple[str, ...]
    unless: re.Pattern[str] | None
    opens_list: bool
    score: float

    def refused(self, flat: str, start: int, end: int) -> bool:
        """Whether what was matched is not boilerplate after all, by a word in it."""
        return self.unless is not None and self.unless.search(flat, start, end) is not None


@dataclass(frozen=True, slots=True)
class PatternSet:
    """Patterns of one scope and position: those without cues in one alternation, and the others."""

    quick: tuple[Pattern, ...]
    combined: re.Pattern[str]
    cued: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class CleanRules:
    """All that cleaning goes by. Words are case-folded."""

    patterns: tuple[Pattern, ...]
    sets: dict[tuple[Scope, Position], PatternSet]
    label_words: frozenset[str]
    label_phrases: frozenset[str]
    abbreviations: frozenset[str]
    openers: frozenset[str]
    small_words: frozenset[str]


def load_clean_rules(folder: Path | None = None) -> CleanRules:
    """Load ours, or those of a folder laid out like ours, which replace them.

    Raises BadCodebook with every fault: of YAML, of a regular expression, of an example not matched.
    """
    if folder is None:
        with as_file(files("whowhom") / "codebooks" / "plover" / "clean") as ours:
            return load_clean_rules(ours)
    faults: list[Fault] = []
    words = _one(folder / "words.yml", WordsRow, faults)
    labels = _one(folder / "labels.yml", LabelsRow, faults)
    patterns = _patterns(folder, words, faults) if words else ()
    if faults or words is None or labels is None:
        raise BadCodebook(sorted(faults, key=lambda fault: (fault.path, fault.line, fault.column)))
    return CleanRules(
        patterns=patterns,
        sets=_sets(patterns),
        label_words=_folded(labels.words),
        label_phrases=frozenset(said(phrase) for phrase in labels.phrases),
        abbreviations=_folded(words.abbreviations),
        openers=_folded(words.openers),
        small_words=_folded(words.small_words),
    )


def _one(path: Path, row: type[Row], faults: list[Fault]) -> Row | None:
    if not path.is_file():
        faults.append(Fault(str(path), 1, 1, "", "no such file; a folder of clean rules must have it"))
        return None
    placed = read_yaml(path, faults)
    return check_one(placed, row, faults) if placed else None


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def _patterns(folder: Path, words: WordsRow, faults: list[Fault]) -> tuple[Pattern, ...]:
    found: dict[str, Pattern] = {}
    for path in sorted(folder.glob("boilerplate/*.yml")):
        placed = read_yaml(path, faults)
        for index, row in check_rows(placed, PatternRow, faults) if placed else ():
            pattern = _compile(row, words, placed, index, faults) if placed else None
            if pattern is not None and placed is not None:
                if row.id in found:
                    faults.append(placed.fault((index, "id"), f"{row.id!r} is the id of two patterns"))
                found[row.id] = pattern
    return tuple(found.values())


def _compile(row: PatternRow, words: WordsRow, placed: Placed, index: int, faults: list[Fault]) -> Pattern | None:
    """Compile a row and try it on its own examples; what is wrong goes to `faults`."""

    def fault(key: str, message: str) -> None:
        faults.append(placed.fault((index, key), message))

    try:
        regex = re.compile(f"(?:{_expand(row.regex, words.pieces)})", re.NOFLAG if row.case else re.IGNORECASE)
    except (re.error, KeyError) as error:
        fault("regex", f"not a regular expression: {error}; pieces such as {{NAME}} stand in words.yml")
        return None
    if regex.groups:
        fault("regex", "has a capturing group; write (?:...)")
    if row.scope == "inline" and not row.needs:
        fault("needs", "an inline pattern needs a cue (a word that must stand in the article), for speed")
    speech = re.compile(rf"\b(?:{'|'.join(map(re.escape, words.speech))})\b", re.IGNORECASE) if row.imperative else None
    pattern = Pattern(row.id, regex, row.scope, row.position, tuple(row.needs), speech, row.opens_list, row.score)
    for text in row.examples:
        if not _matches(pattern, text):
            fault("examples", f"not matched: {text!r}")
    for text in row.not_:
        if _matches(pattern, text):
            fault("not", f"matched, and must not be: {text!r}")
    return pattern


def _matches(pattern: Pattern, text: str) -> bool:
    """Whether a pattern matches: a line or sentence as a whole, or somewhere inside for `inline`."""
    flat = flatten(text)
    start, end = (0, len(flat)) if pattern.scope == "inline" else core(flat, 0, len(flat))
    matcher = pattern.regex.search if pattern.scope == "inline" else pattern.regex.fullmatch
    cued = not pattern.needs or any(cue in flat.casefold() for cue in pattern.needs)
    return cued and matcher(flat, start, end) is not None and not pattern.refused(flat, start, end)


def core(flat: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the brackets, bullets and full stops around it, which patterns need not spell out."""
    words = flat[start:end]
    inner = words.lstrip(_LEADING)
    if not inner:
        return start, end
    return end - len(inner), start + len(words.rstrip(_TRAILING))


def _expand(regex: str, pieces: dict[str, str]) -> str:
    """Replace the names of pieces in braces, which may hold other pieces."""
    for _ in range(5):
        if not _PIECE.search(regex):
            break
        regex = _PIECE.sub(lambda match: f"(?:{pieces[match[1]]})", regex)
    return regex


def _sets(patterns: tuple[Pattern, ...]) -> dict[tuple[Scope, Position], PatternSet]:
    grouped: dict[tuple[Scope, Position], list[Pattern]] = {}
    for pattern in patterns:
        grouped.setdefault((pattern.scope, pattern.position), []).append(pattern)
    return {key: _set(group) for key, group in grouped.items()}


def _set(group: list[Pattern]) -> PatternSet:
    """Make one alternation of the patterns without cues; the number of its group tells which one matched."""
    quick = tuple(pattern for pattern in group if not pattern.needs)
    branches = [f"((?i:{p.regex.pattern}))" if p.regex.flags & re.IGNORECASE else f"({p.regex.pattern})" for p in quick]
    combined = re.compile("|".join(branches) or r"(?!)")
    return PatternSet(quick, combined, tuple(pattern for pattern in group if pattern.needs))
