"""The crosswalks of the codebook: every type and mode has its row, and the rows say what they should."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from whowhom.codebook import load_codebook
from whowhom.errors import BadCodebook
from whowhom.records import Coded


def test_each_type_and_mode_has_one_row() -> None:
    codebook = load_codebook()
    wanted = {(kind.id, mode) for kind in codebook.types.values() for mode in (None, *kind.modes)}
    assert set(codebook.cameo) == wanted


def test_a_code_and_its_value_come_together() -> None:
    assert [r for r in load_codebook().cameo.values() if (r.cameo is None) != (r.goldstein is None)] == []


def test_codes_agree_with_the_table_of_the_ontology(shared: Path) -> None:
    with (shared / "ontology" / "crosswalk.csv").open(encoding="utf-8") as rows:
        theirs = {row["cameo_code"]: (row["plover_type"], row["plover_mode"]) for row in csv.DictReader(rows)}
    apart = {
        (row.type, row.mode, row.cameo): theirs.get(row.cameo)
        for row in load_codebook().cameo.values()
        if row.cameo is not None and theirs.get(row.cameo, ("", ""))[0] != row.type
    }
    assert apart == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The president of Ghana visited Lome on Monday.", "042"),
        ("The Belarusian authorities censored the newspaper Nasha Niva.", None),
    ],
)
def test_an_event_has_the_code_of_its_mode(text: str, code: str | None, coded: Callable[[str], Coded]) -> None:
    assert coded(text).events[0].cameo_code == code


def test_a_row_for_no_type_is_a_fault_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "codebook.yml").write_text("name: mine\nversion: '1'\ndescription: x\nextends: plover\n")
    (tmp_path / "plover_to_cameo.yml").write_text("- {type: AID, mode: soup, cameo: '070', goldstein: 7.0}\n")
    with pytest.raises(BadCodebook, match=r"plover_to_cameo.yml:1.*AID soup is no type and mode"):
        load_codebook(tmp_path)
