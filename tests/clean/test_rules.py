"""The patterns that ship with the program, and how faults of others are reported."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest
import yaml

from whowhom.clean import CleanRules, clean_article, load_clean_rules
from whowhom.errors import BadCodebook
from whowhom.records import Article
from whowhom.settings import CleanSettings

FILLER = [f"On day {day} of the siege the army shelled the old town and two men were hurt." for day in range(30)]
RULES = load_clean_rules()


def rows() -> list[dict[str, object]]:
    with as_file(files("whowhom") / "codebooks" / "plover" / "clean" / "boilerplate") as folder:
        return [row for path in sorted(folder.glob("*.yml")) for row in yaml.safe_load(path.read_text("utf-8"))]


def boilerplate(line: str, position: str) -> list[tuple[str, str]]:
    """Put a line where its pattern looks for it, in an article of some length."""
    at = {"top": 1, "any": 15, "end": len(FILLER)}[position]
    text = "\n\n".join([*FILLER[:at], line, *FILLER[at:]])
    article = Article("a1", None, text, None, None, "en", None, None, None, "in.jsonl", 1)
    found = clean_article(article, RULES, CleanSettings()).passages
    return [(p.reason, text[p.start : p.end]) for p in found if p.kind == "boilerplate"]


def test_there_are_patterns_enough() -> None:
    assert len(RULES.patterns) >= 60


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row["id"]))
def test_examples_of_every_pattern(row: dict[str, object]) -> None:
    examples = row["examples"]
    assert isinstance(examples, list)
    for example in examples:
        found = boilerplate(example, str(row.get("position", "any")))
        assert found, f"{example!r} is not marked"
        if row["scope"] != "inline":
            assert [words for _, words in found] == [example]


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row["id"]))
def test_what_a_pattern_must_not_match_no_pattern_does(row: dict[str, object]) -> None:
    against = row.get("not", [])
    assert isinstance(against, list)
    for line in against:
        assert boilerplate(line, str(row.get("position", "any"))) == [], line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with as_file(files("whowhom") / "codebooks" / "plover" / "clean") as ours:
        shutil.copytree(ours, tmp_path / "clean")
    for path in (tmp_path / "clean" / "boilerplate").glob("*.yml"):
        path.unlink()
    return tmp_path / "clean"


def faults(folder: Path, pattern: str) -> list[str]:
    (folder / "boilerplate" / "mine.yml").write_text(pattern, encoding="utf-8")
    with pytest.raises(BadCodebook) as caught:
        load_clean_rules(folder)
    return [str(fault) for fault in caught.value.faults]


def test_folder_replaces_ours(folder: Path) -> None:
    mine = "- id: mine\n  regex: hear ye\n  scope: line\n  examples: [Hear ye!]\n"
    (folder / "boilerplate" / "mine.yml").write_text(mine, encoding="utf-8")
    loaded: CleanRules = load_clean_rules(folder)
    assert [pattern.id for pattern in loaded.patterns] == ["mine"]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("- id: a\n  regex: '(('\n  scope: line\n  examples: [x]\n", "mine.yml:2:10: 0.regex: not a regular"),
        ("- id: a\n  regex: '{NOSUCH}'\n  scope: line\n  examples: [x]\n", "NOSUCH"),
        ("- id: a\n  regex: '(x)'\n  scope: line\n  examples: [x]\n", "capturing group"),
        ("- id: a\n  regex: x\n  scope: inline\n  examples: [x]\n", "needs a cue"),
        ("- id: a\n  regex: x\n  scope: line\n  examples: [y]\n", "not matched: 'y'"),
        ("- id: a\n  regex: x\n  scope: line\n  examples: [x]\n  not: [X]\n", "must not be: 'X'"),
        ("- id: a\n  regex: x\n  scope: line\n  examples: []\n", "examples"),
        ("- id: a\n  regex: x\n  scope: page\n  examples: [x]\n", "scope"),
        ("- id: a\n  regex: x\n  scope: line\n  examples: [x]\n  colour: red\n", "unknown key"),
        (2 * "- id: a\n  regex: x\n  scope: line\n  examples: [x]\n", "id of two patterns"),
    ],
)
def test_faults(folder: Path, pattern: str, message: str) -> None:
    found = faults(folder, pattern)
    assert len(found) == 1
    assert message in found[0]


def test_missing_file(folder: Path) -> None:
    (folder / "labels.yml").unlink()
    with pytest.raises(BadCodebook, match=r"labels\.yml:1:1: no such file"):
        load_clean_rules(folder)
