"""The examples of docs/python.md run as they stand, one after the other, in an empty folder."""

import doctest
from pathlib import Path

import pytest

import whowhom
from tests.docs.pages import codes, page, section, table

pytest.importorskip("whowhom.actors", reason="the room for actors is not built yet")


def test_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = page("python.md").replace("```", "")
    examples = doctest.DocTestParser().get_doctest(text, {}, "python.md", "docs/python.md", 0)
    said: list[str] = []
    failed, tried = doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert tried > 20
    assert failed == 0, "".join(said)


def test_front_door() -> None:
    shown = [name for row in table(section(page("python.md"), "Python")) for name in codes(row[1])]
    assert sorted(shown) == sorted(whowhom.__all__)
