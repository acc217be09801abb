"""Fixtures that several rooms' tests share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from whowhom.pipeline import Coder, code_article, load_coder
from whowhom.records import Article, Coded
from whowhom.settings import Settings


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder with default settings, loaded once."""
    return load_coder(Settings())


@pytest.fixture(scope="session")
def coded(coder: Coder) -> Callable[[str], Coded]:
    """Code a text with the default settings."""

    def code(text: str) -> Coded:
        return code_article(Article("a", None, text, None, None, "en", None, None, None, "x", 1), coder)

    return code


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the development gold; tests that need it are skipped where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here: development gold is kept apart from the project")
    return folder
