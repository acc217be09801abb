"""The catalogue's data, and what its reader says of faults."""

import shutil
from pathlib import Path

import pytest

from tests.actors.reading import catalogue
from whowhom.actors import load_catalogue
from whowhom.actors.atoms import skeleton, words_of
from whowhom.codebook import built_in_folder
from whowhom.errors import BadCodebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(built_in_folder() / "actors", tmp_path / "actors"))


def _append(folder: Path, name: str, line: str) -> int:
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        ("agents.csv", "warlock,WIZ,people,,", "'WIZ' is no sector"),
        ("agents.csv", "warlock,REB,wizard,,", "is not person, people"),
        ("agents.csv", "warlock,REB,people,,odd", "is not weak, support or modifier"),
        ("agents.csv", "warlock,REB", "2 cells, not 5"),
        ("organisations.csv", "Moon League,,organisation,ZZZ,GOV,,", "'ZZZ' is neither in countries.csv"),
        ("organisations.csv", "Moon League,,thing,USA,GOV,,", "is neither organisation nor group"),
        ("organisations.csv", "Moon League,NATO,organisation,USA,GOV,,", "'NATO' is also NATO"),
        ("persons.csv", "Max Muster,,m,DEU,GOV,mayor,2020-13,", "is no date"),
        ("persons.csv", "Max Muster,,m,DEU,GOV,mayor,2020,2010", "is before"),
    ],
)
def test_faults_are_told_with_file_and_line(folder: Path, name: str, line: str, words: str) -> None:
    number = _append(folder, name, line)
    with pytest.raises(BadCodebook) as caught:
        load_catalogue(folder)
    fault = caught.value.faults[-1]
    assert (Path(fault.path).name, fault.line) == (name, number)
    assert words in fault.message


def test_a_missing_file_is_a_fault(folder: Path) -> None:
    (folder / "titles.csv").unlink()
    with pytest.raises(BadCodebook, match="no such file"):
        load_catalogue(folder)


def test_the_data_is_large_enough() -> None:
    entries = {a.entry.actor_id: a.entry for bucket in catalogue().names.values() for a in bucket}
    count = {of: sum(e.of == of for e in entries.values()) for of in ("person", "organisation")}
    assert len(catalogue().countries) >= 200
    assert count["organisation"] >= 200
    assert count["person"] >= 350
    assert len(catalogue().agents) >= 780


def test_tenures_of_one_office_holder_are_sane() -> None:
    for bucket in catalogue().names.values():
        for alias in bucket:
            for tenure in alias.entry.tenures:
                assert tenure.start is None or tenure.start.year >= 1850 or alias.entry.of == "organisation"
                assert tenure.start is None or tenure.end is None or tenure.start <= tenure.end


def test_every_country_has_a_name_of_its_own() -> None:
    names = [e.name for e in catalogue().countries.values()]
    assert len(names) == len(set(names))


def test_the_digest_changes_with_the_data(folder: Path) -> None:
    before = load_catalogue(folder).digest
    _append(folder, "agents.csv", "moonwalker,CVL,people,,")
    assert load_catalogue(folder).digest != before


@pytest.mark.parametrize(
    ("one", "two"),
    [("Gaddafi", "Qadhafi"), ("al-Sisi", "el-Sissi"), ("Haftar", "Hifter"), ("Sarraj", "al-Serraj")],
)
def test_spellings_of_one_name_share_a_skeleton(one: str, two: str) -> None:
    assert skeleton(one) == skeleton(two)


@pytest.mark.parametrize(("one", "two"), [("Putin", "Bush"), ("Merkel", "Macron"), ("Kagame", "Kabila")])
def test_other_names_do_not(one: str, two: str) -> None:
    assert skeleton(one) != skeleton(two)


def test_words_are_split_as_sentences_are() -> None:
    assert words_of("Côte d'Ivoire") == ("Cote", "dIvoire")
    assert words_of("People's Army") == ("People", "s", "Army")
    assert words_of("U.S.-led") == ("US", "led")
