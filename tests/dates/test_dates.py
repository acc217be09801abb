"""Properties of dates, anchors across sentences, and what the loader says of a bad file."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trees import article
from whowhom.dates import find_dates, load_date_words
from whowhom.dates.words import SHIPPED
from whowhom.errors import BadCodebook

WORDS = load_date_words()
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@settings(deadline=None)  # the first call loads the model
@given(DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d"]))
def test_full_dates_need_no_publication_day(day: date, form: str) -> None:
    (found,) = find_dates(article(f"It burned on {day.strftime(form)}.", None, parsed=False), WORDS)
    assert (found.earliest, found.latest, found.basis) == (day, day, "stated")


@settings(deadline=None)
@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_lies_in_the_week_up_to_publication(published: date, weekday: str) -> None:
    (found,) = find_dates(article(f"Rebels attacked on {weekday}.", published, parsed=False), WORDS)
    assert found.earliest == found.latest
    assert found.earliest is not None
    assert timedelta(0) <= published - found.earliest < timedelta(days=7)
    assert WEEKDAYS[found.earliest.weekday()] == weekday


@settings(deadline=None)
@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_planned_weekday_lies_in_the_week_after_publication(published: date, weekday: str) -> None:
    (found,) = find_dates(article(f"The council will meet on {weekday}.", published, parsed=False), WORDS)
    assert found.earliest is not None
    assert timedelta(0) <= found.earliest - published < timedelta(days=7)


@settings(deadline=None)
@given(DAYS, st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_year_is_never_more_than_a_year_back(published: date, month: int, day: int) -> None:
    text = f"He resigned on {date(2000, month, day).strftime('%d %B')}."
    (found,) = find_dates(article(text, published, parsed=False), WORDS)
    assert found.earliest is not None
    assert (found.earliest.month, found.earliest.day) == (month, day)
    assert abs(published - found.earliest) <= timedelta(days=366)


@settings(deadline=None)
@given(st.text(alphabet="aAMonday 0123456789-/.,'’ May since last week ago\n", max_size=60), DAYS)
def test_any_text_gives_sound_mentions(text: str, published: date) -> None:
    parsed = article(text or "x", published, parsed=False)
    for found in find_dates(parsed, WORDS):
        assert parsed.clean.article.text[found.start : found.end] == found.text
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest


def test_a_later_sentence_reckons_from_the_date_before_it() -> None:
    text = "The general resigned on 3 March 2011. The following day, troops took the palace."
    first, second = find_dates(article(text, date(2012, 1, 1)), WORDS)
    assert first.latest == date(2011, 3, 3)
    assert (second.sentence, second.earliest, second.basis) == (1, date(2011, 3, 4), "relative")


def test_offsets_count_from_the_start_of_the_article() -> None:
    text = "Nothing here. Rebels attacked last night."
    (found,) = find_dates(article(text, date(2012, 1, 1)), WORDS)
    assert text[found.start : found.end] == "last night"


def test_a_bad_file_is_refused_with_its_line(tmp_path: Path) -> None:
    text = (SHIPPED / "words.yml").read_text(encoding="utf-8")
    (tmp_path / "words.yml").write_text(text.replace("january: 1", "january: first", 1), encoding="utf-8")
    with pytest.raises(BadCodebook, match=r"words\.yml:\d+:\d+: months\.january"):
        load_date_words(tmp_path)


def test_an_unknown_class_of_words_is_refused(tmp_path: Path) -> None:
    text = (SHIPPED / "words.yml").read_text(encoding="utf-8")
    (tmp_path / "words.yml").write_text(text.replace("  ago: [ago]", "  agone: [ago]", 1), encoding="utf-8")
    with pytest.raises(BadCodebook, match="function_words"):
        load_date_words(tmp_path)
