"""The command line, called in this process as the console script calls it, with a coder that is loaded once."""

import dataclasses
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from whowhom import pipeline
from whowhom.cli import main
from whowhom.pipeline import Coder
from whowhom.settings import Settings

STORY = "Kenyan police arrested three opposition activists in Nairobi on Saturday, witnesses said."


@dataclasses.dataclass(frozen=True)
class Result:
    """What a command left: its exit status, and what it wrote."""

    code: int
    out: str
    err: str


Whowhom = Callable[..., Result]


@pytest.fixture
def whowhom(coder: Coder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Whowhom:
    """Run a command; an exception that is none of ours comes through."""
    really_load = pipeline.load_coder

    def load(settings: Settings) -> Coder:
        ours = settings.codebook is None and settings.parse == coder.settings.parse
        return dataclasses.replace(coder, settings=settings) if ours else really_load(settings)

    def run(*arguments: object, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["whowhom", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            main()
        return Result(int(left.value.code or 0), *capsys.readouterr())

    monkeypatch.setattr(pipeline, "load_coder", load)
    monkeypatch.setenv("COLUMNS", "200")
    for name in ("FORCE_COLOR", "GITHUB_ACTIONS", "PY_COLORS", "TERMINAL_WIDTH"):
        monkeypatch.delenv(name, raising=False)
    return run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A file with three articles: one with an event, its copy, one with nothing to code."""
    rows: list[dict[str, Any]] = [
        {"id": "n1", "title": "Police arrest activists", "date": "2019-04-14", "source": "The Lamp", "text": STORY},
        {"id": "n2", "date": "2019-04-15", "source": "The Post", "text": STORY},
        {"id": "n3", "date": "2019-04-15", "text": "The weather was fine and warm all over the country that day."},
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def small_codebook(tmp_path: Path) -> Path:
    """A codebook of one's own, with one type and one entry."""
    folder = tmp_path / "mine"
    (folder / "events").mkdir(parents=True)
    (folder / "codebook.yml").write_text('name: mine\nversion: "1"\ndescription: One entry.\n', encoding="utf-8")
    (folder / "types.yml").write_text(
        "- id: COERCE\n  quad_class: 4\n  score: -7.0\n  modes:\n    arrest: {}\n",
        encoding="utf-8",
    )
    (folder / "events" / "coerce.yml").write_text(
        "- id: arrest\n  type: COERCE\n  modes: [arrest]\n  frames:\n    - ACTOR arrest RECIPIENT\n  examples:\n"
        "    - text: Kenyan police arrested three activists.\n      actor: Kenyan police\n",
        encoding="utf-8",
    )
    return folder
