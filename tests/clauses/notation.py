"""The notation of sentences.yml: `lemma(role=head+head, role=-) flag flag`, and how it is held against predicates."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from whowhom.records import Predicate, Sentence

_WHOLE = re.compile(r"(?P<lemma>[\w-]+)\((?P<roles>.*)\)(?P<flags>.*)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One predicate that a sentence must (or must not) give."""

    text: str
    lemma: str
    roles: tuple[tuple[str, frozenset[str]], ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence with what it must and must not give."""

    group: str
    text: str
    wanted: tuple[Wanted, ...]
    unwanted: tuple[Wanted, ...]


def load_cases(path: Path) -> list[Case]:
    """Return the sentences of a file, those that the parser gets wrong in the group `parser_errors`."""
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Case(group, row["text"], _all(row.get("predicates", [])), _all(row.get("not", [])))
        for group, rows in groups.items()
        for row in rows
    ]


def _all(texts: list[str]) -> tuple[Wanted, ...]:
    return tuple(read(t) for t in texts)


def read(text: str) -> Wanted:
    """Read one predicate of the notation; raise ValueError where it is none."""
    found = _WHOLE.fullmatch(text)
    if found is None:
        raise ValueError(f"not in the notation: {text}")
    roles = []
    for part in filter(None, found["roles"].split(", ")):
        role, _, heads = part.rpartition("=")
        roles.append((role, frozenset() if heads == "-" else frozenset(heads.split("+"))))
    return Wanted(text, found["lemma"], tuple(roles), tuple(found["flags"].split()))


def meets(wanted: Wanted, p: Predicate, all_of: tuple[Predicate, ...], sentence: Sentence) -> bool:
    """Whether a predicate is the one that is wanted."""
    if wanted.lemma not in p.lemmas:
        return False
    for role, heads in wanted.roles:
        if frozenset(sentence.tokens[i].text for i in p.fillers(role)) != heads:
            return False
    return all(_flag(flag, p, all_of, sentence) for flag in wanted.flags)


def _flag(flag: str, p: Predicate, all_of: tuple[Predicate, ...], sentence: Sentence) -> bool:
    name, _, value = flag.partition("=")
    ops = p.operators
    modal = sentence.tokens[ops.modal].text.lower() if ops.modal is not None else None
    governor = all_of[p.governor] if p.governor is not None else None
    tests = {
        "neg": ops.negation is not None,
        "if": ops.condition is not None,
        "perfect": ops.perfect,
        "progressive": ops.progressive,
        "question": ops.question,
        "planned": ops.infinitive_headline,
        "passive": p.passive,
        "active": not p.passive,
        "background": p.background,
        "foreground": not p.background,
        "modal": modal == value,
        "kind": p.kind == value,
        "link": p.link == value,
        "under": governor is not None and value in governor.lemmas,
    }
    return tests.get(name, ops.tense == name)
