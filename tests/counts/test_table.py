"""Our table of sentences with figures: who is counted, how many, and what befell them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trees import sentence
from whowhom.counts import CountWords, find_counts, load_count_words

TABLE = Path(__file__).parent / "sentences.txt"


def cases() -> Iterator[tuple[str, list[str]]]:
    """Read sentences and, indented below each: kind low-high best | of | text | predicate."""
    text, found = "", []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found.append(line.strip())
            continue
        if text:
            yield text, found
        text, found = line, []
    yield text, found


@pytest.fixture(scope="module")
def words() -> CountWords:
    return load_count_words()


def _shown(figure: int | None) -> str:
    return "?" if figure is None else str(figure)


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_sentence(text: str, expected: list[str], words: CountWords) -> None:
    tree = sentence(text)
    found = find_counts(tree, words)
    shown = [
        f"{m.kind} {_shown(m.low)}-{_shown(m.high)} {_shown(m.best)} | {m.of or '-'} | {m.text}"
        f" | {tree.tokens[m.predicate].text}"
        for m in found
    ]
    assert shown == expected
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(m.start <= tree.tokens[m.head].start < m.end for m in found)
