"""What holds for any text, and the key of copies."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from whowhom.clean import clean_article, copy_key, load_clean_rules
from whowhom.clean.normal import flatten
from whowhom.records import Article
from whowhom.settings import CleanSettings

RULES = load_clean_rules()
BITS = [*RULES.label_words,
    "By Jane Doe", "Army takes Ras Dal", "Read more: ", "(Photo by Jane Doe/AFP)", "Advertisement",
    "The army left the port.",
    "The army of the north left the old port of Ras Dal.", "Related articles", "CARO (Reuters) - ", "FILE PHOTO: ",
    "\n", "\n\n", " ", ". ", "\u00a0", "“", "”", " - ", " | ", "...", "U.N. ", "© 2019 ", "(", ")", "İ", "ß",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(sorted(BITS)), max_size=40).map("".join))


def article(text: str, title: str | None = None) -> Article:
    return Article("a1", title, text, None, None, "en", None, None, None, "in.jsonl", 1)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, title=st.none() | TEXTS)
def test_passages_are_inside_sorted_and_apart(text: str, title: str | None) -> None:
    end = 0
    for passage in clean_article(article(text, title), RULES, CleanSettings()).passages:
        assert end <= passage.start < passage.end <= len(text)
        words = text[passage.start : passage.end]
        assert words == words.strip()
        assert 0 < passage.score <= 1
        end = passage.end


@given(text=TEXTS)
def test_flat_text_has_the_same_length(text: str) -> None:
    assert len(flatten(text)) == len(text)


@given(text=TEXTS)
def test_first_headline_only(text: str) -> None:
    kinds = [p.kind for p in clean_article(article(text), RULES, CleanSettings()).passages]
    assert kinds.count("headline") <= 1


def test_copies_share_a_key() -> None:
    first = "“We won’t leave” — the general’s words.\n\nHe left in  May…"
    second = "\"we won't leave\" - THE GENERAL'S words. He left in May..."
    assert copy_key(article(first)) == copy_key(article(second, "Another title"))
    assert copy_key(article(first)) != copy_key(article(first + " Not."))
    assert len(copy_key(article(""))) == 64


def test_no_pattern_runs_away() -> None:
    """Texts that repeat what patterns repeat must not take time that grows with their square."""
    units = ["Jane Doe, ", "A. ", "Facebook | ", "- ", "(", "REUTERS/", "By JANE ", "© 2019 ", "click ", "10:32 "]
    start = time.process_time()
    for unit in units:
        text = "Reporting by " + unit * 2000 + "\n" + (unit * 40 + "\n") * 20
        clean_article(article(text), RULES, CleanSettings())
    assert time.process_time() - start < 5
