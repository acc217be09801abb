"""Our table of expressions of time: what they mean, by the day of publication."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.trees import article
from whowhom.dates import DateWords, find_dates, load_date_words

TABLE = Path(__file__).parent / "expressions.txt"


def cases() -> Iterator[tuple[str, str, list[str]]]:
    """Read sentences and, indented below each, what must be found in it.

    "# day" gives the day of publication of what follows.
    """
    published, sentence, found = "", "", []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found.append(line.strip())
            continue
        if sentence:
            yield published, sentence, found
        sentence, found = "", []
        if line.startswith("# "):
            published = line[2:]
        elif line:
            sentence = line
    yield published, sentence, found


@pytest.fixture(scope="module")
def words() -> DateWords:
    return load_date_words()


@pytest.mark.parametrize(("published", "sentence", "expected"), list(cases()))
@pytest.mark.parametrize("parsed", [True, False], ids=["parsed", "unparsed"])
def test_expression(published: str, sentence: str, expected: list[str], parsed: bool, words: DateWords) -> None:
    day = None if published == "none" else date.fromisoformat(published)
    found = find_dates(article(sentence, day, parsed), words)
    shown = [f"{m.text} | {m.earliest or '-'} | {m.latest or '-'} | {m.basis}" for m in found]
    assert shown == expected
    assert all(sentence[m.start : m.end] == m.text for m in found)
