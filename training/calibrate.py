"""Fits scale and shift of `confidence` on the marked sentences, and shows how well it is calibrated on others.

    uv run python training/calibrate.py [--write]

A candidate is right where its trigger touches a mark of its type. The figures are of held-out sentences: it is
fitted on four fifths, five times. What is written is fitted on all.
"""

import argparse
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from marks import Marked, as_articles, read_folder, touches
from numpy.typing import NDArray

from whowhom.events import scenes
from whowhom.events.commitments import with_commitments
from whowhom.events.confidence import evidence
from whowhom.events.select import merge_same, select
from whowhom.pipeline import Coder, find_all, load_coder, parsed_articles
from whowhom.settings import Settings

TARGET = Path(__file__).parents[1] / "src" / "whowhom" / "codebooks" / "plover" / "confidence.yml"
FOLDS = 5
Case = tuple[float, bool, int]


def cases(sentences: Sequence[Marked], coder: Coder) -> Iterator[Case]:
    """Yield the evidence for each candidate, whether it is right, and the fold of its sentence."""
    for s, article in zip(sentences, parsed_articles(as_articles(sentences), coder), strict=True):
        marks = [m for m in s.marks if m.event_type != "none"]
        fold = hashlib.sha256(s.text.encode()).digest()[2] % FOLDS
        for scene in scenes(article, find_all(article, coder)):
            made, _ = select(scene, coder.codebook)
            tokens = scene.sentence.tokens
            made = merge_same(with_commitments(made, coder.codebook))
            for c in made:
                spans = [(tokens[i].start, tokens[i].end) for i in c.tokens]
                touched = [m for m in marks if any(touches(a, b, m) for a, b in spans)]
                # "will meet" is coded as the undertaking and the act, and marked once.
                told = {c.event_type} | {k.event_type for k in made if c.committed and k.content_of is c}
                told |= {c.content_of.event_type} if c.content_of is not None and c.content_of.committed else set()
                yield evidence(c, coder.codebook), any(m.event_type in told for m in touched), fold


def fit(rows: Sequence[Case]) -> NDArray[np.float64]:
    """Fit scale and shift by Newton's method."""
    x = np.array([[z, 1.0] for z, _, _ in rows])
    right = np.array([float(r) for _, r, _ in rows])
    w = np.zeros(2)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x, x.T @ (right - p))
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


def chances(rows: Sequence[Case], w: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the confidence of each case."""
    found: NDArray[np.float64] = 1 / (1 + np.exp(-(w[0] * np.array([z for z, _, _ in rows]) + w[1])))
    return found


def show(p: NDArray[np.float64], right: NDArray[np.float64], marks: int) -> None:
    """Print calibration by tenths, and precision and recall for some thresholds."""
    tenth = np.minimum((p * 10).astype(int), 9)
    error = 0.0
    for k in range(10):
        inside = tenth == k
        if inside.any():
            said, true = p[inside].mean(), right[inside].mean()
            error += abs(said - true) * inside.sum() / len(p)
            print(f"  {k / 10:.1f}-{k / 10 + 0.1:.1f}: {inside.sum():5} candidates, said {said:.3f}, right {true:.3f}")
    print(f"{len(p)} candidates, {int(right.sum())} right, of {marks} marks; calibration error {error:.3f}")
    for least in (0.0, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        kept = p >= least
        pr, re = right[kept].mean(), right[kept].sum() / marks
        print(f"  least {least:.2f}: precision {pr:.3f} recall {re:.3f} f1 {2 * pr * re / (pr + re):.3f}")


def held_out(rows: Sequence[Case]) -> NDArray[np.float64]:
    """Return the confidence of each case by a fit on the other folds."""
    found = np.zeros(len(rows))
    for k in range(FOLDS):
        inside = [n for n, r in enumerate(rows) if r[2] == k]
        found[inside] = chances([rows[n] for n in inside], fit([r for r in rows if r[2] != k]))
    return found


def main() -> None:
    """Fit, show, and with --write write the weights."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--write", action="store_true")
    args = ap.parse_args()
    sentences = list(read_folder(Path(__file__).parent / "sentences"))
    rows = list(cases(sentences, load_coder(Settings())))
    marks = sum(m.event_type != "none" for s in sentences for m in s.marks)
    show(held_out(rows), np.array([float(r) for _, r, _ in rows]), marks)
    if args.write:
        scale, shift = fit(rows)
        text = TARGET.read_text(encoding="utf-8").split("scale:")[0]
        TARGET.write_text(f"{text}scale: {scale:.3f}\nshift: {shift:.3f}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
