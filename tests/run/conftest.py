import json
from collections.abc import Callable
from pathlib import Path

import pytest

Corpus = Callable[..., Path]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Write a file of articles: twenty plain ones, with texts of one's own in front."""

    def write(*texts: str, plain: int = 20, word: str = "") -> Path:
        path = tmp_path / "in" / "news.jsonl"
        path.parent.mkdir(exist_ok=True)
        rows = [*texts, *(f"Day {i}: Ares{i % 3}>Bera and Cora>Dion played {word}" for i in range(plain))]
        lines = [json.dumps({"id": f"{i:016x}", "text": text}) for i, text in enumerate(rows)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write
