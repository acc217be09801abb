"""Shared by the tests of ingest: write a file, read it, and split what comes out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from whowhom.ingest import Notice, read_articles
from whowhom.records import Article, Rejection
from whowhom.settings import IngestSettings


@dataclass(frozen=True)
class Read:
    articles: list[Article]
    rejections: list[Rejection]
    notices: list[Notice]

    @property
    def texts(self) -> list[str]:
        return [a.text for a in self.articles]

    @property
    def only(self) -> Article:
        assert not self.rejections, self.rejections
        (article,) = self.articles
        return article

    @property
    def rejection(self) -> Rejection:
        (rejection,) = self.rejections
        return rejection


def read(*inputs: object, **settings: Any) -> Read:
    found = list(read_articles([str(i) for i in inputs], IngestSettings(**settings)))
    return Read(
        [f for f in found if isinstance(f, Article)],
        [f for f in found if isinstance(f, Rejection)],
        [f for f in found if isinstance(f, Notice)],
    )


@pytest.fixture
def read_file(tmp_path: Path) -> Callable[..., Read]:
    """Write content under a name and read that file."""

    def write_and_read(name: str, content: str | bytes, **settings: Any) -> Read:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(file, **settings)

    return write_and_read
