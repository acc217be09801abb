"""Reliability on verdicts made by hand."""

import pytest
from evaluation.calibration import calibration_error, reliability

from whowhom.evaluate import Verdict
from whowhom.evaluate.scores import Outcome


def verdicts(*pairs: tuple[float, Outcome]) -> list[Verdict]:
    return [Verdict(str(i), outcome, None, sure) for i, (sure, outcome) in enumerate(pairs)]


def test_bins_and_error() -> None:
    held = verdicts((0.95, "right"), (1.0, "repeat"), (0.9, "false"), (0.85, "right"), (0.15, "false"))
    low, middle, high = reliability(held, 10)
    assert (low.count, low.right, middle.count, middle.right, high.count) == (1, 0.0, 1, 1.0, 3)
    assert high.right == pytest.approx(2 / 3) and high.confidence == pytest.approx(0.95)
    wanted = (0.15 + 0.15 + 3 * (0.95 - 2 / 3)) / 5
    assert calibration_error([low, middle, high]) == pytest.approx(wanted)


def test_a_coder_that_knows_how_sure_it_is_has_no_error() -> None:
    held = verdicts((0.5, "right"), (0.5, "false"), (1.0, "right"))
    assert calibration_error(list(reliability(held, 4))) == 0.0
