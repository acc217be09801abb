"""The gate: no figure may fall under its floor (see README.md here).

    uv run python evaluation/gate.py [--shared] [--update]

Codes the demo articles and scores them against their hand coding; with --shared also the
development gold in ../shared, where it is. Exit status 1 where a figure is under its floor, or
where the articles are not those that the floors were set on.
"""

import argparse
import dataclasses
import hashlib
import json
import math
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from whowhom.cli.evaluate import code_gold, demo_gold
from whowhom.errors import WhowhomError
from whowhom.evaluate import read_gold, score
from whowhom.settings import RunSettings, Settings

FLOORS = Path(__file__).with_name("floors.json")
SHARED = Path(__file__).resolve().parents[2] / "shared"
SHARED_GOLDS = ("articles", "gsr", "plv")
#: Floors are set this much under a figure: another processor may round another way.
#: (and one case at least: a figure that rests on twenty moves by 0.05 with each).
SLACK = 0.01
SHARED_SLACK = {"articles": 0.03}
#: What is held to a floor of the demo's measures. Precision and recall are not, each by itself: F1 is.
GATED = (
    "type_f1", "who_whom_f1", "actor", "recipient", "mode", "status", "attribution", "country", "sector", "place",
    "date", "count", "unknown_f1", "relation_f1", "intruder_f1",
)  # fmt: skip
#: A line of score_all.py: the gold, the measure, one figure or two (of all of it, of the half that counts), the bar.
FIGURE_LINE = re.compile(r"^(\S+)\s+(\S+)\s+([\d.]+|nan)\s+(?:([\d.]+|nan)\s+)?bar\s")
CEILINGS = {"in_intruder"}


@dataclasses.dataclass(frozen=True)
class Figure:
    """A figure, and how far under it a floor is set."""

    value: float
    slack: float = SLACK


@dataclasses.dataclass(frozen=True)
class Floors:
    """What floors.json holds. A key with `-` before it is a ceiling."""

    fingerprint: str
    floors: Mapping[str, float]
    shared: Mapping[str, float]


def main() -> int:
    """Run the gate; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", action="store_true", help="also score the development gold in ../shared")
    parser.add_argument("--update", action="store_true", help="raise floors to just under today's figures")
    options = parser.parse_args()
    floors = Floors(**json.loads(FLOORS.read_text(encoding="utf-8")))
    demo = demo_figures()
    shared = shared_figures() if options.shared else {}
    if options.update:
        floors = raised(floors, fingerprint(), demo, shared)
        FLOORS.write_text(json.dumps(dataclasses.asdict(floors), indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print_figures(demo, floors.floors)
    print_figures(shared, floors.shared)
    faults = [*fingerprint_faults(floors), *under(demo, floors.floors)]
    faults += under(shared, floors.shared) if shared else ()
    for fault in faults:
        print(f"gate: {fault}", file=sys.stderr)
    return 1 if faults else 0


def fingerprint() -> str:
    """Return the hash of the demo articles and their hand coding."""
    digest = hashlib.sha256()
    for name in ("articles.jsonl", "gold.jsonl"):
        digest.update(hashlib.sha256((demo_gold().parent / name).read_bytes()).digest())
    return digest.hexdigest()


def demo_figures() -> dict[str, Figure]:
    """Code the demo gold and return its figures."""
    events, beside = code_gold(demo_gold(), Settings(run=RunSettings(copies="code")))
    scores = score(read_gold(demo_gold()), events, beside)
    held = {f.measure: f for f in scores.figures if f.value is not None}
    return {
        key("demo", name): Figure(held[name].value or 0.0, max(SLACK, 1 / (held[name].n or 1)))
        for name in (*GATED, *CEILINGS)
        if name in held
    }


def shared_figures() -> dict[str, Figure]:
    """Let the scripts of the development gold code and score it; empty where they are not here."""
    script = SHARED / "tools" / "score_all.py"
    if not script.is_file():
        print("skipped: ../shared is not here")
        return {}
    program = Path(sys.executable).with_name("whowhom")
    command = [sys.executable, str(script), *SHARED_GOLDS, "--whowhom", f"'{program}'"]
    # Its own exit status speaks of bars that lie above our floors; whether it ran is seen by its figures.
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=FLOORS.parents[1])
    figures = dict(read_figures(done.stdout))
    if {name.lstrip("-").split(".")[0] for name in figures} != set(SHARED_GOLDS):
        sys.exit(f"gate: {script} did not score {', '.join(SHARED_GOLDS)}:\n{done.stdout}{done.stderr}")
    return figures


def read_figures(text: str) -> Iterator[tuple[str, Figure]]:
    """Read the figures out of what score_all.py prints; where there are two, the second is the one that counts."""
    for line in text.splitlines():
        if found := FIGURE_LINE.match(line):
            gold, measure, whole, counting = found.groups()
            yield key(gold, measure), Figure(float(counting or whole), SHARED_SLACK.get(gold, SLACK))


def key(gold: str, measure: str) -> str:
    """Return the key of a figure in floors.json."""
    return f"{'-' if measure in CEILINGS else ''}{gold}.{measure}"


def fingerprint_faults(floors: Floors) -> Iterator[str]:
    """Yield what is wrong where the demo articles are not those of the floors."""
    if floors.fingerprint != fingerprint():
        yield (
            "src/whowhom/demo has changed since the floors were set: figures on other articles cannot be held "
            "against them. Look at the figures above; if the change is meant, run "
            "`uv run python evaluation/gate.py --update` and commit evaluation/floors.json with it"
        )


def under(figures: Mapping[str, Figure], floors: Mapping[str, float]) -> Iterator[str]:
    """Yield the figures that fell under their floor, rose over their ceiling, or were not measured."""
    for name, floor in floors.items():
        if name not in figures:
            yield f"{name.lstrip('-')} was not measured, and has a bound of {floor:g}"
            continue
        value = figures[name].value
        if name.startswith("-"):
            if not value <= floor:
                yield f"{name[1:]} rose to {value:g}, over its ceiling of {floor:g}"
        elif not value >= floor:
            yield f"{name} fell to {value:.3f}, under its floor of {floor:.3f}"


def raised(floors: Floors, today: str, demo: Mapping[str, Figure], shared: Mapping[str, Figure]) -> Floors:
    """Return floors just under today's figures; none is lowered, no ceiling is lifted."""
    return Floors(today, _raised(floors.floors, demo), _raised(floors.shared, shared))


def _raised(floors: Mapping[str, float], figures: Mapping[str, Figure]) -> dict[str, float]:
    new = dict(floors)
    for name, figure in figures.items():
        if math.isnan(figure.value):
            continue
        if name.startswith("-"):
            new[name] = min(figure.value, floors.get(name, math.inf))
        else:
            under_it = math.floor((figure.value - figure.slack) * 1000) / 1000
            new[name] = max(under_it, floors.get(name, 0.0))
    return new


def print_figures(figures: Mapping[str, Figure], floors: Mapping[str, float]) -> None:
    """Print each figure beside its floor."""
    for name, figure in figures.items():
        bound = "ceiling" if name.startswith("-") else "floor"
        value = f"{floors[name]:.3f}" if name in floors else "none"
        print(f"{name.lstrip('-'):32} {figure.value:7.3f}   {bound} {value}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except WhowhomError as error:
        sys.exit(f"gate: {error}")
