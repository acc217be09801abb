"""What the door promises beyond the table: no tree, offsets, and faults of a file."""

from pathlib import Path

import pytest

from tests.trees import article, sentence
from whowhom.counts import find_counts, load_count_words
from whowhom.counts.words import SHIPPED
from whowhom.errors import BadCodebook
from whowhom.records import Sentence

WORDS = load_count_words()


def test_a_sentence_without_a_tree_has_no_counts() -> None:
    assert find_counts(Sentence(0, 0, 20, (), (), False), WORDS) == ()


def test_offsets_count_from_the_start_of_the_article() -> None:
    text = "Nothing was heard for days. Then shells killed at least seven herders."
    parsed = article(text)
    (found,) = find_counts(parsed.sentences[1], WORDS)
    assert (found.sentence, text[found.start : found.end]) == (1, "at least seven herders")


def test_head_and_predicate_are_tokens_of_the_sentence() -> None:
    tree = sentence("Soldiers arrested 30 students and wounded two.")
    arrested, wounded = find_counts(tree, WORDS)
    assert tree.tokens[arrested.head].text == "students"
    assert tree.tokens[arrested.predicate].text == "arrested"
    assert tree.tokens[wounded.head].text == "two"
    assert tree.tokens[wounded.predicate].text == "wounded"


def test_what_may_be_has_no_lower_bound() -> None:
    (found,) = find_counts(sentence("Forty villagers may have died."), WORDS)
    assert (found.low, found.high) == (None, 40)


def test_a_bad_file_is_refused_with_its_line(tmp_path: Path) -> None:
    text = (SHIPPED / "words.yml").read_text(encoding="utf-8")
    (tmp_path / "words.yml").write_text(text.replace("dozen: 12", "dozen: twelve", 1), encoding="utf-8")
    with pytest.raises(BadCodebook, match=r"words\.yml:\d+:\d+: magnitudes\.dozen"):
        load_count_words(tmp_path)
