"""`whowhom evaluate` on a dataset that stand-in rooms have coded."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.run.fakes import PARTS
from whowhom.cli import evaluate as command
from whowhom.cli.app import app
from whowhom.errors import BadInput
from whowhom.run import code_corpus
from whowhom.settings import Settings

TEXT = "Yesterday ann>bob and later bob>ann in the yard."


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    articles = tmp_path / "articles.jsonl"
    articles.write_text(json.dumps({"id": "x", "text": TEXT}) + "\n", encoding="utf-8")
    code_corpus([str(articles)], tmp_path / "dataset", Settings(), parts=PARTS)
    return tmp_path / "dataset"


def gold(folder: Path, name: str = "in-x") -> Path:
    path = folder / "gold.jsonl"
    parties = {"actors": [{"names": ["ann"]}], "recipients": [{"names": ["bob"]}]}
    events = [
        {"event_type": "ASSAULT", "triggers": [[10, 17]], "status": ["planned"], **parties},
        {"event_type": "AID", "triggers": [[28, 35]]},
    ]
    path.write_text(json.dumps({"id": name, "text": TEXT, "events": events}) + "\n", encoding="utf-8")
    return path


def test_json(dataset: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["evaluate", str(gold(tmp_path)), "--dataset", str(dataset), "--json", "--show"])
    assert done.exit_code == 0, done.output
    held = json.loads(done.stdout)
    figures = {name: held["figures"][name]["value"] for name in ("type_f1", "actor", "recipient", "status", "found")}
    assert figures == {"type_f1": 0.5, "actor": 1.0, "recipient": 1.0, "status": 0.0, "found": 2}
    assert sorted(slip["kind"] for slip in held["slips"]["in-x"]) == [
        "false", "missed", "relation false", "relation false", "status", "unknown false", "unknown false",
    ]  # fmt: skip


def test_table_and_slips(dataset: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["evaluate", str(gold(tmp_path)), "--dataset", str(dataset), "--show"])
    assert done.exit_code == 0, done.output
    assert "STATUS wanted planned, got occurred: Yesterday «ann>bob»" in done.stdout
    assert "MISSED wanted AID, got ASSAULT" in done.stdout
    assert any(line.split()[:3] == ["type", "f1", "0.500"] for line in done.stdout.splitlines())


def test_a_dataset_of_other_articles_is_refused(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="has an input_id"):
        command.evaluate(gold(tmp_path, "elsewhere"), dataset, jobs=1)
