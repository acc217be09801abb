"""The marked sentences: the reading of the mark-up, and that all of them are well formed."""

import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(FOLDER))

from marks import read_folder, read_marked  # noqa: E402


def test_a_line_gives_text_marks_and_parties() -> None:
    s = read_marked("{A1:Oslo} [1 AGREE:promised] to [2^ AID supply:send] tents to {R1R2:Mali}.", "x:1")
    assert s.text == "Oslo promised to send tents to Mali."
    assert [(s.text[m.start : m.end], m.event_type, m.modes, m.content) for m in s.marks] == [
        ("promised", "AGREE", (), False),
        ("send", "AID", ("supply",), True),
    ]
    assert [(s.text[r.start : r.end], r.side, r.number) for r in s.roles] == [
        ("Oslo", "A", 1),
        ("Mali", "R", 1),
        ("Mali", "R", 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "{A1:Oslo} [1 AGREE:promised tents.",
        "{A1:Oslo} [1 NOTHING:promised] tents.",
        "{A2:Oslo} [1 AGREE:promised] tents.",
        "{A1:Oslo} [1 AGREE:promised] to [1 AID:send] tents.",
    ],
)
def test_a_faulty_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="x:1"):
        read_marked(line, "x:1")


def test_all_sentences_can_be_read() -> None:
    sentences = list(read_folder(FOLDER / "sentences"))
    texts = [s.text for s in sentences]
    assert len(sentences) > 5_000
    assert len(texts) - len(set(texts)) <= 20
