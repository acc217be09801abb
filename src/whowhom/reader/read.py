"""Reads sentences: the chance of each event type for each predicate, from one pass over the words."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from whowhom.reader.model import Reader
from whowhom.records import Opinion, Predicate, Sentence

#: Sentences that are read together; they are sorted by length first.
BATCH = 16
#: Word pieces of a sentence that are read; what stands behind them gets no opinion.
LONGEST = 160


def read_sentences(
    sentences: Sequence[tuple[Sentence, tuple[Predicate, ...]]], text: str, reader: Reader
) -> list[dict[int, Opinion]]:
    """Return for each sentence an opinion on its predicates, by their index."""
    pieces = [reader.tokenizer.encode(text[s.start : s.end]) for s, _ in sentences]
    order = sorted(range(len(sentences)), key=lambda n: len(pieces[n].ids))
    found: list[dict[int, Opinion]] = [{} for _ in sentences]
    for at in range(0, len(order), BATCH):
        some = order[at : at + BATCH]
        scores = _scores([pieces[n].ids[:LONGEST] for n in some], reader)
        for row, n in enumerate(some):
            sentence, predicates = sentences[n]
            offsets = [(a + sentence.start, b + sentence.start) for a, b in pieces[n].offsets[:LONGEST]]
            found[n] = _opinions(sentence, predicates, offsets, scores[row], reader.labels)
    return found


def _scores(ids: Sequence[Sequence[int]], reader: Reader) -> NDArray[np.float32]:
    longest = max(map(len, ids))
    padded = np.zeros((len(ids), longest), dtype=np.int64)
    mask = np.zeros((len(ids), longest), dtype=np.float32)
    for row, known in enumerate(ids):
        padded[row, : len(known)] = known
        mask[row, : len(known)] = 1.0
    return np.asarray(reader.session.run(None, {"ids": padded, "mask": mask})[0], dtype=np.float32)


def _opinions(
    sentence: Sentence, predicates: Iterable[Predicate], offsets: Sequence[tuple[int, int]],
    scores: NDArray[np.float32], labels: tuple[str, ...],
) -> dict[int, Opinion]:  # fmt: skip
    """Average the scores of a predicate's word pieces, as training did."""
    found = {}
    for p in predicates:
        spans = [(sentence.tokens[i].start, sentence.tokens[i].end) for i in p.tokens]
        at = [k for k, (a, b) in enumerate(offsets) if b > a and any(a < t and s < b for s, t in spans)]
        if at:
            mean = scores[at].mean(axis=0).astype(np.float64)
            chances = np.exp(mean - mean.max())
            # Rounded, so that the last digits of another machine's arithmetic change nothing.
            found[p.index] = Opinion(labels, tuple(float(x) for x in np.round(chances / chances.sum(), 3)))
    return found
