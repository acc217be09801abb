"""README says what the program does today."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_example_and_figures_are_those_of_today() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "readme.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_that_readme_links_are_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [part.split(")")[0] for part in text.split("](")[1:]]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_article_shown_is_the_one_that_is_coded() -> None:
    shown = [
        line.removeprefix("> ").strip() for line in (ROOT / "README.md").read_text().splitlines() if line[:2] == "> "
    ]
    article = " ".join((ROOT / "examples" / "juba.txt").read_text().split())
    assert shown
    assert all(line in article for line in shown)
