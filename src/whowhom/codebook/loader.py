"""Loads a codebook: reads all its files, checks everything, reports all faults at once."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from whowhom.codebook.frames import Frame, FrameFault, compile_frame, readings
from whowhom.codebook.inflect import all_forms
from whowhom.codebook.lexicon import EventNoun, Lexicon, Support
from whowhom.codebook.model import Codebook, Content, Entry, Outcome, Rule, Rules
from whowhom.codebook.restrictions import RESTRICTIONS
from whowhom.codebook.schema import (
    AcledRow,
    CameoRow,
    ClassRow,
    ConfidenceRow,
    ContextRow,
    EntryRow,
    FamilyRow,
    HeaderRow,
    IrregularRow,
    OperatorRow,
    SupportRow,
    TypeRow,
    WordRow,
)
from whowhom.codebook.yaml_nodes import Placed, check_one, check_rows, read_yaml
from whowhom.errors import BadCodebook, BadSettings, Fault

BUILT_IN = "plover"
Row = TypeVar("Row", bound=BaseModel)


@dataclass(slots=True)
class _Draft:
    """A codebook while it is being read; later files replace entries of the same name."""

    header: HeaderRow | None = None
    types: dict[str, TypeRow] = field(default_factory=dict)
    contexts: dict[str, ContextRow] = field(default_factory=dict)
    classes: dict[str, tuple[ClassRow, Placed, int]] = field(default_factory=dict)
    families: dict[str, FamilyRow] = field(default_factory=dict)
    support: dict[tuple[str, str], SupportRow] = field(default_factory=dict)
    operators: dict[tuple[str, str], OperatorRow] = field(default_factory=dict)
    control: set[str] = field(default_factory=set)
    irregular: dict[str, tuple[str, ...]] = field(default_factory=dict)
    entries: dict[str, tuple[EntryRow, Placed, int]] = field(default_factory=dict)
    acled: list[tuple[AcledRow, Placed, int]] = field(default_factory=list)
    cameo: dict[tuple[str, str | None], CameoRow] = field(default_factory=dict)
    confidence: ConfidenceRow | None = None
    faults: list[Fault] = field(default_factory=list)
    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)


def built_in_folder() -> Path:
    """Return the folder of the codebook that ships with the program."""
    return Path(str(files("whowhom"))) / "codebooks" / BUILT_IN


def example_folder() -> Path:
    """Return the folder of the small codebook that a user begins with."""
    return built_in_folder().parent / "example"


def load_codebook(folder: Path | None = None) -> Codebook:
    """Load ours, or a user's folder (which adds to ours where its codebook.yml says `extends: plover`, and takes our
    language without our types where it says `extends: language`).

    Raises BadCodebook with every fault (file, line, key, remedy), BadSettings where there is no such folder.
    """
    draft = _Draft()
    if folder is None:
        _read_folder(built_in_folder(), draft)
    else:
        if not (folder / "codebook.yml").is_file():
            raise BadSettings(f"{folder} is no codebook: it has no codebook.yml; docs/codebook.md says what one holds")
        header = _read_header(folder, draft)
        if header is not None and header.extends is not None:
            _read_folder(built_in_folder(), draft, whole=header.extends == BUILT_IN)
        _read_folder(folder, draft)
    codebook = _build(draft)
    if draft.faults:
        raise BadCodebook(sorted(draft.faults, key=lambda f: (f.path, f.line, f.column)))
    return codebook


def _read_header(folder: Path, draft: _Draft) -> HeaderRow | None:
    path = folder / "codebook.yml"
    draft.digest.update(path.name.encode() + b"\0" + path.read_bytes())
    placed = read_yaml(path, draft.faults)
    return check_one(placed, HeaderRow, draft.faults) if placed else None


def _read_confidence(folder: Path, draft: _Draft) -> ConfidenceRow | None:
    """Return the weights of `confidence`; a codebook without any has those of ours."""
    path = folder / "confidence.yml"
    if not path.is_file():
        path = built_in_folder() / path.name
    draft.digest.update(path.name.encode() + b"\0" + path.read_bytes())
    placed = read_yaml(path, draft.faults)
    return check_one(placed, ConfidenceRow, draft.faults) if placed else None


def _rows(folder: Path, pattern: str, row: type[Row], draft: _Draft) -> Iterable[tuple[Row, Placed, int]]:
    """Yield the checked rows of all files that match, with where they stand."""
    for path in sorted(folder.glob(pattern)):
        draft.digest.update(path.name.encode() + b"\0" + path.read_bytes())
        placed = read_yaml(path, draft.faults)
        if placed is not None:
            for index, good in check_rows(placed, row, draft.faults):
                yield good, placed, index


def _read_folder(folder: Path, draft: _Draft, whole: bool = True) -> None:
    """Read a codebook's folder; not `whole`: its language alone, without types, entries and crosswalks."""
    draft.header = _read_header(folder, draft)
    _read_language(folder, draft)
    if not whole:
        return
    for kind, _, _ in _rows(folder, "types.yml", TypeRow, draft):
        draft.types[kind.id] = kind
    _read_cameo(folder, draft)
    draft.acled = [*_rows(folder, "acled.yml", AcledRow, draft), *draft.acled]
    for path in sorted((*folder.glob("events/*.yml"), *folder.glob("relations/*.yml"))):
        _read_entries(path, folder, draft)


def _read_cameo(folder: Path, draft: _Draft) -> None:
    """Read the crosswalk to CAMEO; a second row for a type and mode, or one for what is no type or mode, is a fault."""
    here: set[tuple[str, str | None]] = set()
    for row, placed, at in _rows(folder, "plover_to_cameo.yml", CameoRow, draft):
        key, kind = (row.type, row.mode), draft.types.get(row.type)
        if kind is None or (row.mode is not None and row.mode not in kind.modes):
            draft.faults.append(placed.fault((at,), f"{row.type} {row.mode or ''} is no type and mode of types.yml"))
        elif key in here:
            draft.faults.append(placed.fault((at,), f"{row.type} {row.mode or ''} has a row already"))
        here.add(key)
        draft.cameo[key] = row


def _read_language(folder: Path, draft: _Draft) -> None:
    """Read what a codebook knows of words: contexts, classes, families, lexicon, and the weights of confidence."""
    for context, _, _ in _rows(folder, "contexts.yml", ContextRow, draft):
        draft.contexts[context.id] = context
    for cls, placed, at in _rows(folder, "classes/*.yml", ClassRow, draft):
        draft.classes[cls.id] = _merged(draft, cls, placed, at)
    for family, _, _ in _rows(folder, "families/*.yml", FamilyRow, draft):
        draft.families[family.verb] = family
    for support, _, _ in _rows(folder, "lexicon/support.yml", SupportRow, draft):
        draft.support[support.verb, support.role] = support
    for operator, _, _ in _rows(folder, "lexicon/operators.yml", OperatorRow, draft):
        draft.operators[operator.lemma, operator.role] = operator
    for word, _, _ in _rows(folder, "lexicon/subject_control.yml", WordRow, draft):
        draft.control.add(word.word)
    for odd, _, _ in _rows(folder, "lexicon/irregular.yml", IrregularRow, draft):
        draft.irregular[odd.lemma] = tuple(odd.forms)
    draft.confidence = _read_confidence(folder, draft) or draft.confidence


def _merged(draft: _Draft, cls: ClassRow, placed: Placed, at: int) -> tuple[ClassRow, Placed, int]:
    """Return a class with the words that an earlier file gave to the same name: classes only grow."""
    if cls.id not in draft.classes:
        return cls, placed, at
    old = draft.classes[cls.id][0]
    words, includes = [*old.words, *cls.words], [*old.includes, *cls.includes]
    return ClassRow(id=cls.id, words=words, includes=includes, note=cls.note or old.note), placed, at


def _read_entries(path: Path, folder: Path, draft: _Draft) -> None:
    placed = read_yaml(path, draft.faults)
    draft.digest.update(path.name.encode() + b"\0" + path.read_bytes())
    if placed is None:
        return
    seen: set[str] = set()
    for index, row in check_rows(placed, EntryRow, draft.faults):
        rule = f"{path.stem}/{row.id}"
        if rule in seen:
            draft.faults.append(placed.fault((index, "id"), f"'{row.id}' is used twice in this file"))
        seen.add(rule)
        draft.entries[rule] = (row, placed, index)


def _build(draft: _Draft) -> Codebook:
    classes = _expand_classes(draft)
    made = [(_entry(rule, *at, draft), *at) for rule, at in draft.entries.items()]
    events = _tables([m for m in made if m[0].relation is None], classes, draft)
    relations = _tables([m for m in made if m[0].relation is not None], classes, draft)
    lexicon = _lexicon(draft, (*events.nouns, *relations.nouns))
    heads = {*events.verbs, *events.nouns, *relations.verbs, *relations.nouns, *lexicon.event_nouns}
    header = draft.header
    return Codebook(
        name=header.name if header else "?",
        version=header.version if header else "?",
        digest=draft.digest.hexdigest(),
        entries=tuple(entry for entry, _, _, _ in made),
        rules=events,
        relations=relations,
        classes=classes,
        types=draft.types,
        contexts=tuple(draft.contexts.values()),
        acled=_acled(draft),
        cameo=draft.cameo,
        confidence=draft.confidence or ConfidenceRow(weights={}),
        lexicon=lexicon,
        trigger_forms=all_forms(heads, draft.irregular),
    )


def _tables(
    made: Iterable[tuple[Entry, EntryRow, Placed, int]], classes: Mapping[str, frozenset[str]], draft: _Draft
) -> Rules:
    """Compile the frames of entries and file them under their heads."""
    verbs: dict[str, list[Rule]] = defaultdict(list)
    nouns: dict[str, list[Rule]] = defaultdict(list)
    for entry, row, placed, index in made:
        numbered = [("frames", n, text) for n, text in enumerate(row.frames)]
        numbered += [("nouns", n, text) for n, text in enumerate(row.nouns)]
        for number, (key, n, text) in enumerate(numbered, start=1):
            for frame in _frames(text, "verb" if key == "frames" else "noun", placed, (index, key, n), classes, draft):
                for head in frame.heads or classes.get(frame.head_class or "", frozenset()):
                    (verbs if key == "frames" else nouns)[head].append(Rule(entry, frame, number))
    return Rules({k: tuple(v) for k, v in verbs.items()}, {k: tuple(v) for k, v in nouns.items()})


def _expand_classes(draft: _Draft) -> dict[str, frozenset[str]]:
    """Return every class with the words of the classes it includes."""

    def words(name: str, above: tuple[str, ...]) -> set[str]:
        row, placed, index = draft.classes[name]
        found = set(row.words)
        for n, other in enumerate(row.includes):
            if other not in draft.classes:
                draft.faults.append(placed.fault((index, "includes", n), f"there is no class '{other}'"))
            elif other in above:
                draft.faults.append(placed.fault((index, "includes", n), f"'{other}' includes itself"))
            else:
                found |= words(other, (*above, other))
        return found

    for row, placed, index in draft.classes.values():
        for n, word in enumerate(row.words):
            if word != word.lower() and not word.isupper():
                draft.faults.append(placed.fault((index, "words", n), f"'{word}': write lemmas in lower case"))
    return {name: frozenset(words(name, (name,))) for name in draft.classes}


def _entry(rule: str, row: EntryRow, placed: Placed, index: int, draft: _Draft) -> Entry:
    """Make an entry; what does not fit together goes to the faults."""

    def fault(key: str, message: str) -> None:
        draft.faults.append(placed.fault((index, key), message))

    if sum(x is not None for x in (row.type, row.refuse, row.relation)) != 1:
        fault("id", "an entry has a type, a relation, or a reason to refuse: one of the three")
    if row.type is not None and row.type not in draft.types:
        fault("type", f"'{row.type}' is not in types.yml: {', '.join(draft.types)}")
    elif row.type is not None:
        for mode in row.modes:
            if mode not in draft.types[row.type].modes:
                fault(
                    "modes",
                    f"{row.type} has no mode '{mode}': {', '.join(draft.types[row.type].modes) or 'none'}",
                )
    if not row.frames and not row.nouns:
        fault("frames", "an entry needs at least one frame")
    if not row.examples and row.refuse is None:
        fault("examples", "an entry needs at least one example that it codes")
    for context in row.contexts:
        if context not in draft.contexts:
            fault("contexts", f"there is no context '{context}'")
    content = _content(row, fault, draft.types) if row.content else None
    line = placed.places.get((index,), (1, 1))[0]
    return Entry(
        rule, row.type, row.refuse, row.relation, tuple(row.modes), tuple(row.contexts), row.symmetric, row.invert,
        row.result, tuple(row.implicit_actor), content, row.priority, tuple(row.examples), tuple(row.not_),
        placed.path, line,
    )  # fmt: skip


def _content(row: EntryRow, fault: Callable[[str, str], None], types: Mapping[str, TypeRow]) -> Content:
    assert row.content is not None
    becomes = {}
    for inner, outer in row.content.becomes.items():
        name, *modes = outer.split()
        if inner != "*" and inner.split()[0] not in types:
            fault("content", f"'{inner}' is no type")
        if name not in types:
            fault("content", f"'{name}' is no type")
        elif not set(modes) <= set(types[name].modes):
            fault("content", f"{name} has no such mode: {' '.join(modes)}")
        becomes[inner] = Outcome(name, tuple(modes))
    return Content(row.content.status, becomes, row.content.required)


def _acled(draft: _Draft) -> tuple[AcledRow, ...]:
    """Return the rows of the crosswalk to ACLED, a user's first; names that nothing bears go to the faults."""
    sides = {*RESTRICTIONS, "nobody"}
    for row, placed, index in draft.acled:
        kind = draft.types.get(row.type)
        known: dict[str, Iterable[str]] = {
            "type": draft.types, "modes": kind.modes if kind else (), "rules": draft.entries, "words": draft.classes,
            "without": draft.classes, "actor": sides, "recipient": sides,
        }  # fmt: skip
        for key, names in known.items():
            said = getattr(row, key)
            for name in [said] if isinstance(said, str) else said:
                if name not in names:
                    draft.faults.append(placed.fault((index, key), f"there is no '{name}' to test for"))
    return tuple(row for row, _, _ in draft.acled)


def _frames(
    text: str, position: str, placed: Placed, where: tuple[int | str, ...],
    classes: Mapping[str, frozenset[str]], draft: _Draft,
) -> tuple[Frame, ...]:  # fmt: skip
    """Compile one frame in all its readings; nothing where it cannot be read or names no class."""
    try:
        frame = compile_frame(text, "verb" if position == "verb" else "noun")
    except FrameFault as error:
        draft.faults.append(placed.fault(where, f"{error} (in '{text}')"))
        return ()
    names = {s.word_class for s in frame.slots if s.word_class} | ({frame.head_class} - {None})
    missing = sorted(str(name) for name in names if name not in classes)
    unknown = sorted(
        {s.restriction for s in frame.slots if s.restriction and s.filler != "CLAUSE"} - set(RESTRICTIONS) - {None}
    )
    for name in missing:
        draft.faults.append(placed.fault(where, f"there is no class '{{{name}}}' in classes/"))
    for word in unknown:
        draft.faults.append(placed.fault(where, f"there is no restriction ':{word}': {', '.join(RESTRICTIONS)}"))
    return () if missing or unknown else readings(frame)


def _lexicon(draft: _Draft, noun_heads: Iterable[str]) -> Lexicon:
    nouns = {n.word: EventNoun.from_row(f.verb, n) for f in draft.families.values() for n in f.nouns}
    for head in noun_heads:
        nouns.setdefault(head, EventNoun(head, "none", "subject", "subject", frozenset()))
    support: dict[str, list[Support]] = defaultdict(list)
    for row in draft.support.values():
        support[row.verb].append(Support(row.role, row.inverted))
    return Lexicon(
        event_nouns=nouns, support={k: tuple(v) for k, v in support.items()}, operators=draft.operators,
        subject_control=frozenset(draft.control),
    )  # fmt: skip
