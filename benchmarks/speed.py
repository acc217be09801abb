"""How fast the whole run is beside plain spaCy, where the time goes, and how much memory it takes.

    uv run python benchmarks/speed.py [ARTICLES] [--most N] [--jobs N] [--json]

Each side runs in a process of its own, on one thread, one after the other, over the same articles: `code_articles`
(clean, gate, parse, find, code), and `nlp.pipe` of the same model with all its components over the
whole texts. Start-up is timed apart. Tokens are those of the whole texts, on both sides. See README.md here.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import wraps
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from whowhom.records import Article
from whowhom.settings import IngestSettings, RunSettings, Settings

BATCH = 64
#: The rooms as `whowhom.pipeline` knows them.
ROOMS = (
    "clean_article", "gate_article", "parse_articles", "build_clauses", "find_places", "find_actors", "find_statements",
    "find_dates", "find_counts", "find_unknowns", "code_events",
)  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """What one process says of itself: seconds, what it did in them, peak memory in MiB, seconds by stage."""

    side: str
    load: float
    seconds: float
    articles: int
    tokens: int
    events: int
    memory: float
    stages: dict[str, float]


def main() -> int:
    """Measure, and print a table; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="?", help="any file that `whowhom code` reads; else the demo")
    parser.add_argument("--most", type=int, help="measure on the first N articles (of the demo: 300, repeated)")
    parser.add_argument("--jobs", type=int, help="also compare whole runs with 1 and with N processes")
    parser.add_argument("--json", action="store_true", help="print all that was measured as JSON")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        print(json.dumps(asdict(SIDES[options.side](options.articles, options.jobs or 1))))
        return 0
    with tempfile.TemporaryDirectory(prefix="whowhom-speed-") as folder:
        path = prepared(options.articles, options.most, Path(folder) / "articles.jsonl")
        spacy, ours = in_process("spacy", path), in_process("whowhom", path)
        runs = [in_process("run", path, jobs) for jobs in ((1, options.jobs) if options.jobs else ())]
    if options.json:
        print(json.dumps({"machine": platform.platform(), "measured": [asdict(m) for m in (spacy, ours, *runs)]}))
    else:
        report(spacy, ours, runs)
    return 0


def prepared(source: Path | None, most: int | None, target: Path) -> Path:
    """Write the articles to measure on to one file, so that both sides read the same."""
    demo = Path(str(import_module("whowhom").__path__[0])) / "demo" / "articles.jsonl"
    articles = list(islice(read(source or demo), most if source else None))
    chosen = articles if source else islice(cycle(a for a in articles if a.language == "en"), most or 300)
    with target.open("w", encoding="utf-8") as out:
        for number, a in enumerate(chosen):
            published = a.published.isoformat() if a.published else None
            row = {"id": str(number), "title": a.title, "text": a.text, "published": published, "source": a.source}
            out.write(json.dumps(row) + "\n")
    return target


def read(path: Path) -> Iterator[Article]:
    """Yield the articles of a file."""
    from whowhom.ingest import read_articles

    return (item for item in read_articles([str(path)], IngestSettings()) if isinstance(item, Article))


def in_process(side: str, path: Path, jobs: int = 1) -> Measured:
    """Measure one side in a process of its own."""
    command = [sys.executable, __file__, str(path), "--side", side, "--jobs", str(jobs)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=os.environ | {"OMP_NUM_THREADS": "1"})
    return Measured(**json.loads(done.stdout))


def measure_spacy(path: Path, _: int) -> Measured:
    """Run plain spaCy over the whole texts."""
    from whowhom.parse.model import VENDORED

    texts = [article.text for article in read(path)]
    start = time.perf_counter()
    nlp = import_module(VENDORED).load()
    loaded = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH))
    seconds = time.perf_counter() - loaded
    return Measured("plain spaCy", loaded - start, seconds, len(texts), tokens, 0, memory(), {})


def measure_whowhom(path: Path, _: int) -> Measured:
    """Run the whole walk of an article, each room timed; tokens here are those that were parsed."""
    articles = list(read(path))
    start = time.perf_counter()
    from whowhom import pipeline

    coder = pipeline.load_coder(Settings())
    loaded = time.perf_counter()
    stages = Stages()
    for name in ROOMS:
        setattr(pipeline, name, stages.timed(name, getattr(pipeline, name)))
    events = sum(len(coded.events) for _, coded in pipeline.code_articles(articles, coder))
    seconds = time.perf_counter() - loaded
    held = {name: stages.seconds[name] for name in ROOMS}
    held["the rest"] = seconds - sum(held.values())
    return Measured("whowhom", loaded - start, seconds, len(articles), stages.parsed, events, memory(), held)


def measure_run(path: Path, jobs: int) -> Measured:
    """Make a whole dataset, files and merging included."""
    from whowhom.run import Progress, code_corpus

    phases: dict[str, float] = {}

    def note(progress: Progress) -> None:
        phases.setdefault(progress.phase, progress.seconds)

    with tempfile.TemporaryDirectory(prefix="whowhom-speed-") as folder:
        settings = Settings(run=RunSettings(jobs=jobs, copies="code"))
        summary = code_corpus([str(path)], Path(folder) / "dataset", settings, note)
    load = phases["code"]  # the model is loaded and the articles are read
    return Measured(
        f"whole run, {jobs} process{'es' if jobs > 1 else ''}", load, summary.seconds - load, summary.tally.read, 0,
        summary.rows["events"], memory(), {},
    )  # fmt: skip


SIDES: dict[str, Callable[[Path, int], Measured]] = {
    "spacy": measure_spacy, "whowhom": measure_whowhom, "run": measure_run
}  # fmt: skip


class Stages:
    """Seconds by room. A room that waits for another (parsing draws its articles through cleaning) is not charged."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.parsed = 0
        self._inner = [0.0]

    def timed(self, name: str, room: Callable[..., Any]) -> Callable[..., Any]:
        """Return the room with a clock on it."""
        if name == "parse_articles":
            return self._timed_stream(name, room)

        @wraps(room)
        def clocked(*args: Any) -> Any:
            return self._clock(name, lambda: room(*args))

        return clocked

    def _timed_stream(self, name: str, room: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(room)
        def clocked(*args: Any) -> Iterator[Any]:
            source = iter(room(*args))
            while (parsed := self._clock(name, lambda: next(source, None))) is not None:
                self.parsed += sum(len(sentence.tokens) for sentence in parsed.sentences)
                yield parsed

        return clocked

    def _clock(self, name: str, work: Callable[[], Any]) -> Any:
        self._inner.append(0.0)
        start = time.perf_counter()
        result = work()
        took = time.perf_counter() - start
        self.seconds[name] += took - self._inner.pop()
        self._inner[-1] += took
        return result


def memory() -> float:
    """Return the peak memory of this process, or of the largest of its children, in MiB."""
    unit = 1 if sys.platform == "darwin" else 1024
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(who).ru_maxrss for who in whose) * unit / 2**20


def report(spacy: Measured, ours: Measured, runs: list[Measured]) -> None:
    """Print the tables."""
    tokens = spacy.tokens
    print(f"{spacy.articles} articles, {tokens} tokens, {platform.machine()}, one thread a process")
    print(f"{'':24} {'articles/s':>10} {'tokens/s':>9} {'seconds':>8} {'start-up':>9} {'peak MiB':>9}")
    for m in (spacy, ours, *runs):
        rates = f"{m.articles / m.seconds:10.1f} {tokens / m.seconds:9.0f}"
        print(f"{m.side:24} {rates} {m.seconds:8.1f} {m.load:9.1f} {m.memory:9.0f}")
    print(f"whowhom goes at {spacy.seconds / ours.seconds:.2f} times the speed of plain spaCy; {ours.events} events;")
    print(f"it parsed {ours.tokens / tokens:.0%} of the tokens")
    if runs:
        print(f"{runs[1].side}: {runs[0].seconds / runs[1].seconds:.2f} times as fast as with 1")
    print("\nshare of time")
    for name, seconds in sorted(ours.stages.items(), key=lambda item: -item[1]):
        print(f"  {name:18} {seconds / ours.seconds:5.1%}")


if __name__ == "__main__":
    sys.exit(main())
