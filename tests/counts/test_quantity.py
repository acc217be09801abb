"""Expressions of quantity by themselves, without a tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.counts import load_count_words
from whowhom.counts.quantity import find_quantities

WORDS = load_count_words()


@pytest.mark.parametrize(
    ("text", "low", "high", "best"),
    [
        ("twenty - two men", 22, 22, 22),
        ("a hundred and thirty people", 130, 130, 130),
        ("five hundred and six", 506, 506, 506),
        ("1.4 million", 1_400_000, 1_400_000, 1_400_000),
        ("6,000", 6000, 6000, 6000),
        ("two to three thousand", 2000, 3000, 2500),
        ("between 15 and 25", 15, 25, 20),
        ("15 - 25", 15, 25, 20),
        ("15–25", 15, 25, 20),
        ("30 or 35", 30, 35, 30),
        ("a dozen", 12, 12, 12),
        ("about a dozen", 11, 13, 12),
        ("more than two dozen", 25, None, 25),
        ("half a dozen", 6, 6, 6),
        ("several hundred", 300, 900, 300),
        ("a few hundred", 200, 600, 200),
        ("a couple of thousand", 2000, 2000, 2000),
        ("at least several hundred", 300, None, 300),
        ("tens of thousands", 20_000, 99_999, 20_000),
        ("hundreds of thousands", 200_000, 999_999, 200_000),
        ("scores", 40, 99, 40),
        ("fewer than 50", 1, 49, 49),
        ("no more than 50", 1, 50, 50),
        ("just over 50", 51, 55, 51),
        ("nearly 50", 45, 49, 49),
        ("roughly 50", 45, 55, 50),
        ("upwards of 50", 51, None, 51),
        ("no fewer than 50", 50, None, 50),
        ("50 or more", 50, None, 50),
        ("50 - odd", 45, 55, 50),
        ("all 50", 50, 50, 50),
        ("half of the 50", 25, 25, 25),
        ("a third of 60", 20, 20, 20),
        ("most of the 50", 26, 50, 26),
        ("one in five of the 50", 10, 10, 10),
        ("an unknown number of", None, None, None),
        ("as many as 70", 1, 70, 70),
    ],
)
def test_expression(text: str, low: int | None, high: int | None, best: int | None) -> None:
    (found,) = find_quantities(text.split(), WORDS)
    assert (found.low, found.high, found.best) == (low, high, best)


def test_two_figures_joined_by_and_stay_two() -> None:
    assert [q.best for q in find_quantities("killed 14 and wounded 31".split(), WORDS)] == [14, 31]


def test_few_without_an_article_is_no_count() -> None:
    assert find_quantities(["few"], WORDS) == []


@given(st.integers(0, 10**9))
def test_numerals_are_read_with_and_without_separators(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        (found,) = find_quantities([text], WORDS)
        assert (found.low, found.high, found.best, found.exact) == (number, number, number, True)


@given(st.lists(st.sampled_from("at least 12 more than a dozen hundreds of to and - or two 1,500 few".split())))
def test_any_words_give_sound_quantities(texts: list[str]) -> None:
    end = -1
    for found in find_quantities(texts, WORDS):
        assert end < found.first <= found.core <= found.last < len(texts)
        assert found.low is None or found.high is None or found.low <= found.high
        end = found.last
