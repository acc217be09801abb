"""Reading a gold file: what it accepts, and how it says what is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.evaluate.build import gold_row, write_gold
from whowhom.cli.evaluate import demo_gold
from whowhom.errors import BadInput
from whowhom.evaluate import read_gold


def faults(folder: Path, *rows: dict[str, Any]) -> list[str]:
    path = write_gold(folder, *rows)
    with pytest.raises(BadInput) as raised:
        read_gold(path)
    return [line.removeprefix(f"{path}:") for line in str(raised.value).split("\n")[1:]]


def test_one_type_or_several(tmp_path: Path) -> None:
    (article,) = read_gold(write_gold(tmp_path))
    assert [e.event_type for e in article.events] == [("ASSAULT", "MOBILIZE"), ("CONSULT",), ("ACCUSE",)]
    assert article.events[0].date is not None and article.events[0].date.latest[1] is None


def test_the_demo_gold_is_sound() -> None:
    assert len(read_gold(demo_gold())) == 15


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("status", ["perhaps"], "1: events[2].status[0]: Input should be 'occurred'"),
        ("optinal", True, "1: events[2].optinal: Unexpected keyword argument"),
        ("triggers", [], "1: events[2].triggers: Tuple should have at least 1 item"),
        ("triggers", [[4, 4]], "1: events[2].triggers[0]: [4, 4] is no stretch of the text"),
        ("triggers", [[9, 9000]], "1: events[2].triggers[0]: [9, 9000] is no stretch of the text"),
        ("event_type", [], "1: events[2].event_type: Value should have at least 1 item"),
        ("optional", "yes", "1: events[2].optional: Input should be a valid boolean, found 'yes'"),
        ("date", {"earliest": ["soon"], "latest": []}, "1: events[2].date.earliest[0]: Input should be a valid date"),
        ("actors", [{"names": ["x"], "spans": [[-1, 2]]}], "1: events[2].actors[0].spans[0]: [-1, 2] is no stretch"),
    ],
)
def test_a_fault_says_line_and_key(tmp_path: Path, key: str, value: object, fault: str) -> None:
    row = gold_row()
    row["events"][2][key] = value
    (line,) = faults(tmp_path, row)
    assert line.startswith(fault), line


def test_all_faults_at_once(tmp_path: Path) -> None:
    first, second = gold_row(), gold_row()
    del first["text"]
    second["unknowns"] = [[7, 3]]
    third = gold_row()
    lines = faults(tmp_path, first, second, third)
    assert [line.split(":")[0] for line in lines] == ["1", "2", "3"]
    assert "id: 'one' stands in line 2 already" in lines[2]


def test_no_json_no_file_no_article(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    with pytest.raises(BadInput, match="cannot be read as a gold file"):
        read_gold(path)
    path.write_text("\n\n", encoding="utf-8")
    with pytest.raises(BadInput, match="holds no hand-coded article"):
        read_gold(path)
    path.write_text('{"id": "one", \n', encoding="utf-8")
    with pytest.raises(BadInput, match=r"gold\.jsonl:1: the line: Invalid JSON"):
        read_gold(path)


def test_a_line_separator_inside_a_text_is_no_line_end(tmp_path: Path) -> None:
    row = gold_row() | {"text": gold_row()["text"] + "\u2028More."}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    assert read_gold(path)[0].text.endswith("\u2028More.")
