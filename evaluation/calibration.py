"""Does `confidence` mean what it says? A reliability table on hand-coded articles (see README.md here).

    uv run python evaluation/calibration.py [GOLD] [--dataset DATASET] [--bins 10]

An event is right where it reports a happening of the gold and has its type. Events that count
neither as right nor as false (the content of a promise or threat that the coders left out) are left out.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from whowhom.cli.evaluate import code_gold, demo_gold, found_in
from whowhom.errors import WhowhomError
from whowhom.evaluate import Verdict, read_gold, score
from whowhom.settings import RunSettings, Settings


@dataclass(frozen=True)
class Bin:
    """Events whose confidence lies in [low, high): how many, how sure on average, what share of them right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


def main() -> int:
    """Print the table; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?", default=demo_gold())
    parser.add_argument("--dataset", type=Path, help="a dataset of the same articles; coded anew otherwise")
    parser.add_argument("--bins", type=int, default=10)
    options = parser.parse_args()
    settings = Settings(run=RunSettings(copies="code"))
    events, _ = found_in(options.dataset) if options.dataset else code_gold(options.gold, settings)
    scores = score(read_gold(options.gold), events)
    verdicts = [v for article in scores.articles for v in article.verdicts if v.outcome != "uncounted"]
    if not verdicts:
        print("no event to judge", file=sys.stderr)
        return 1
    bins = list(reliability(verdicts, options.bins))
    print(f"{'confidence':12} {'events':>7} {'said':>6} {'right':>6}")
    for b in bins:
        print(f"{b.low:.2f} to {b.high:.2f} {b.count:7} {b.confidence:6.2f} {b.right:6.2f}")
    print(f"expected calibration error {calibration_error(bins):.3f} over {len(verdicts)} events")
    return 0


def reliability(verdicts: Sequence[Verdict], bins: int) -> Iterator[Bin]:
    """Yield the bins of equal width that hold an event; a confidence of 1 stands in the last."""
    for i in range(bins):
        held = [v for v in verdicts if min(int(v.confidence * bins), bins - 1) == i]
        if held:
            right = sum(v.outcome in ("right", "repeat") for v in held) / len(held)
            yield Bin(i / bins, (i + 1) / bins, len(held), sum(v.confidence for v in held) / len(held), right)


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return how far confidence is from the share that is right, on average over events."""
    total = sum(b.count for b in bins)
    return sum(b.count * abs(b.confidence - b.right) for b in bins) / total


if __name__ == "__main__":
    try:
        sys.exit(main())
    except WhowhomError as error:
        sys.exit(f"calibration: {error}")
