import json
from pathlib import Path

import pytest

from tests.run import fakes
from whowhom.run import code_corpus
from whowhom.settings import RunSettings, Settings

TEXTS = (
    "Ares>Bera and Cora>Dion played; it was “late”, Ελλάδα>Bera",
    "Nothing here",
    "@SUM(A1)>B",
    "Ares>Bera and Cora>Dion played; it was “late”, Ελλάδα>Bera",
)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Make a small finished dataset."""
    source = tmp_path / "in.jsonl"
    lines = [json.dumps({"id": f"{i:016x}", "text": text}) for i, text in enumerate(TEXTS)]
    source.write_text("\n".join(lines), encoding="utf-8")
    code_corpus([str(source)], tmp_path / "data", Settings(run=RunSettings(shard_articles=2)), parts=fakes.PARTS)
    return tmp_path / "data"
