"""Fits the weights of `confidence` on the marked sentences, and shows which thresholds would do best.

    uv run python training/calibrate.py HELD_OUT.jsonl [--write]

HELD_OUT.jsonl is what training/train.py says of sentences that it was not trained on, so that the weights see the
reader as it is on new text. A candidate is right where its trigger touches a mark of its type.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from examples import parsed
from marks import Marked, read_folder
from numpy.typing import NDArray

from whowhom.events.commitments import with_commitments
from whowhom.events.confidence import features
from whowhom.events.coder import scenes
from whowhom.events.select import fitting, merge_same, select
from whowhom.pipeline import Coder, find_all, load_coder
from whowhom.records import Opinion
from whowhom.settings import ReaderSettings, Settings

TARGET = Path(__file__).parents[1] / "src" / "whowhom" / "codebooks" / "plover" / "confidence.yml"
Said = dict[str, dict[tuple[tuple[int, int], ...], Opinion]]


def read_said(path: Path, labels: tuple[str, ...]) -> Said:
    """Return the held-out opinions by text and by the words of the predicate."""
    said: Said = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        said[row["text"]] = {
            tuple((a, b) for a, b in spans): Opinion(labels, tuple(p)) for spans, p in zip(row["spans"], row["said"])
        }
    return said


def cases(
    sentences: Sequence[Marked], coder: Coder, said: Said | None
) -> Iterator[tuple[dict[str, float], bool, str]]:
    """Yield the features of each candidate, whether it is right, and its sentence."""
    for s, article in zip(sentences, parsed(sentences, coder), strict=True):
        marks = [m for m in s.marks if m.event_type != "none"]
        for scene in scenes(article, find_all(article, coder)):
            opinions: Mapping[int, Opinion] = {}
            if said is not None:
                known = said.get(s.text, {})
                words = {p.index: tuple((scene.sentence.tokens[i].start, scene.sentence.tokens[i].end) for i in p.tokens) for p in scene.predicates}
                opinions = {i: known[w] for i, w in words.items() if w in known}
            made, _ = select(scene, coder.codebook, fitting(scene, coder.codebook), opinions)
            made = merge_same(with_commitments(made, coder.codebook))
            spans = [[(scene.sentence.tokens[i].start, scene.sentence.tokens[i].end) for i in c.tokens] for c in made]
            touched = [[m for m in marks if any(a < m.end and m.start < b for a, b in sp)] for sp in spans]
            direct = [any(m.event_type == c.event_type for m in ms) for c, ms in zip(made, touched)]
            taken = {id(m) for c, ms, ok in zip(made, touched, direct) for m in ms if ok and m.event_type == c.event_type}
            for c, ok in zip(made, direct):
                right = ok or any(m.event_type == c.event_type and id(m) not in taken for m in marks)
                yield features(c), right, s.text


def fit(rows: Sequence[Mapping[str, float]], right: NDArray[np.float64]) -> tuple[list[str], NDArray[np.float64]]:
    """Fit a logistic model with a little ridge; return names and weights."""
    names = sorted({k for r in rows for k in r})
    x = np.array([[r.get(n, 0.0) for n in names] for r in rows])
    w = np.zeros(len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (right - p) - 1.0 * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.eye(len(names))
        step = np.linalg.solve(hessian, gradient)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return names, w


def show(rows: Sequence[Mapping[str, float]], right: NDArray[np.float64], names: list[str], w: NDArray[np.float64], marks: int) -> None:
    """Print calibration and, for some thresholds, precision and recall."""
    x = np.array([[r.get(n, 0.0) for n in names] for r in rows])
    p = 1 / (1 + np.exp(-x @ w))
    error = sum(abs((p[b] - right[b]).sum()) for k in range(10) if (b := (np.minimum((p * 10).astype(int), 9) == k)).any()) / len(p)
    print(f"{len(p)} candidates, {int(right.sum())} right, of {marks} marks; expected calibration error {error:.3f}")
    for least in (0.0, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7):
        kept = p >= least
        pr, re = right[kept].mean(), right[kept].sum() / marks
        print(f"  least {least:.2f}: precision {pr:.3f} recall {re:.3f} f1 {2 * pr * re / (pr + re):.3f}")


def main() -> None:
    """Fit both sets of weights."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("held_out", type=Path)
    ap.add_argument("--write", action="store_true")
    args = ap.parse_args()
    sentences = list(read_folder(Path(__file__).parent / "sentences"))
    coder = load_coder(Settings(reader=ReaderSettings(on=False)))
    labels = tuple(json.loads((Path(__file__).parents[1] / "src/whowhom/reader/model/labels.json").read_text()))
    marks = sum(m.event_type != "none" for s in sentences for m in s.marks)
    out = ["# Weights of the logistic model behind `confidence`; training/calibrate.py fits them on training/sentences."]
    for key, said in (("read", read_said(args.held_out, labels)), ("unread", None)):
        found = list(cases(sentences, coder, said))
        rows, right = [f for f, _, _ in found], np.array([float(r) for _, r, _ in found])
        names, w = fit(rows, right)
        print(key)
        show(rows, right, names, w, marks)
        out += [f"{key}:", *(f"  {n}: {v:.3f}" for n, v in zip(names, w))]
    if args.write:
        TARGET.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
