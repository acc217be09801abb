"""What holds for any text, and what the files promise."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trees import article, clean
from whowhom.errors import MissingPart
from whowhom.places import Gazetteer, find_places, load_gazetteer
from whowhom.places.fold import fold
from whowhom.records import ParsedArticle, Sentence

_WORDS = ["Paris", "Texas", ",", "in", "the", "U.S.", "Georgia", "-", "’s", "St.", "Louis", "New", "York",
          "(", ")", "\n", "al-", "Bab", "ß", "İ", "é", "e\u0301", "NORTH", "Mr.", ".", "of",
          "ﬁ", "𝔸", "\u200b"]  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join))


def whole(text: str) -> ParsedArticle:
    return ParsedArticle(clean(text), (Sentence(0, 0, len(text), (), (), False),))


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_spans_are_sound_on_any_text(text: str) -> None:
    toponyms = find_places(whole(text), _GAZETTEER)
    last = 0
    for toponym in toponyms:
        assert last <= toponym.start < toponym.end <= len(text)
        assert text[toponym.start : toponym.end] == toponym.text
        assert 0 <= toponym.confidence <= 1
        assert toponym.latitude is not None and -90 <= toponym.latitude <= 90
        assert toponym.longitude is not None and -180 <= toponym.longitude <= 180
        last = toponym.end
    assert toponyms == find_places(whole(text), _GAZETTEER)


@given(st.text(max_size=60))
def test_the_fold_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=60))
def test_the_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_the_fold_unifies_spellings() -> None:
    assert fold("Al-Raqqah") == fold("al Raqqah")
    assert fold("Sana’a") == fold("sana'a")
    assert fold("São Tomé") == "sao tome"


def test_every_name_has_a_sense_and_every_country_a_point(gazetteer: Gazetteer) -> None:
    for name in ("syria", "united kingdom", "ivory coast", "kosovo", "south sudan"):
        assert any(sense.kind == "country" for sense in gazetteer.senses(name))
    assert gazetteer.senses("no such place") == ()


def test_reading_is_fast_enough(gazetteer: Gazetteer) -> None:
    text = "Rebels in Aleppo, Syria, said that the army left Homs for Damascus on Monday. Mr. Haddad left. " * 26
    parsed = article(text[:2500], parsed=False)
    start = time.perf_counter()
    for _ in range(200):
        find_places(parsed, gazetteer)
    assert time.perf_counter() - start < 6.0


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match=r"places\.parquet"):
        load_gazetteer(tmp_path)


def test_a_broken_table_is_named_with_its_line(tmp_path: Path, gazetteer: Gazetteer) -> None:
    home = Path(load_gazetteer.__code__.co_filename).parent.parent / "gazetteer"
    for file in home.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "stoplist.csv").write_text("name,kind\nreading,word\nmobile\n", encoding="utf-8")
    with pytest.raises(MissingPart, match=r"stoplist\.csv:3"):
        load_gazetteer(tmp_path)


_GAZETTEER = load_gazetteer()
