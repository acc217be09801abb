"""How the coder does on the marked sentences of `training/sentences`, and why it errs.

    uv run python evaluation/sentences.py [FILE ...] [--half read] [--show CAUSE] [--type TYPE] [--limit 40]

Each sentence is coded alone. A mark is found where an event's trigger touches it; causes are told apart for what is
missed, so that the next thing to mend is plain.
"""

import argparse
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from marks import Mark, Marked, as_articles, read_folder, read_marked, touches

from whowhom.pipeline import Coder, code_articles, load_coder
from whowhom.records import Coded, Event, Party
from whowhom.settings import Settings

SENTENCES = Path(__file__).parents[1] / "training" / "sentences"


@dataclass(frozen=True)
class Judged:
    """One mark or one event: its cause of error ("right" where there is none), types wanted and coded."""

    sentence: Marked
    cause: str
    wanted: str
    coded: str
    detail: str


def judge(sentence: Marked, coded: Coded) -> Iterator[Judged]:
    """Yield a verdict for each mark of a sentence, and for each event that no mark stands for."""
    used: set[str] = set()
    for mark in sentence.marks:
        hits = [e for e in coded.events if touches(e.trigger.start, e.trigger.end, mark)]
        used.update(e.event_id for e in hits)
        if mark.event_type == "none":
            for e in hits[:1]:
                yield Judged(sentence, "false on a trap", "none", e.event_type, e.rule)
            continue
        types = {e.event_type for e in hits}
        same = [e for e in coded.events if e.event_type == mark.event_type]
        if mark.event_type in types:
            best = next(e for e in hits if e.event_type == mark.event_type)
            yield Judged(sentence, "right", mark.event_type, mark.event_type, parties(sentence, mark, best))
        elif hits:
            yield Judged(sentence, "wrong type", mark.event_type, hits[0].event_type, hits[0].rule)
        elif same:
            used.update(e.event_id for e in same)
            yield Judged(sentence, "right, other words", mark.event_type, mark.event_type, same[0].trigger.text)
        else:
            why = [r for r in coded.refusals if touches(r.trigger.start, r.trigger.end, mark)]
            word = sentence.text[mark.start : mark.end]
            cause = f"refused: {why[0].reason}" if why else "no frame"
            yield Judged(sentence, cause, mark.event_type, "none", f"{word}" + (f" [{why[0].rule}]" if why else ""))
    for e in coded.events:
        if e.event_id not in used:
            yield Judged(sentence, "false elsewhere", "none", e.event_type, f"{e.trigger.text} [{e.rule}]")


def parties(sentence: Marked, mark: Mark, event: Event) -> str:
    """Return which sides of a found event are right: "AR", "A", "R" or "-"."""
    a = _side(sentence, mark, event.actors, "A")
    r = _side(sentence, mark, event.recipients, "R")
    return ("A" if a else "") + ("R" if r else "") or "-"


def _side(sentence: Marked, mark: Mark, found: Sequence[Party], side: str) -> bool:
    wanted = [r for r in sentence.roles if r.number == mark.number and r.side == side]
    spans = [(p.start, p.end) for p in found if p.start is not None and p.end is not None]
    if not wanted:
        return not spans
    return all(any(touches(s, e, w) for s, e in spans) for w in wanted) and len(spans) <= len(wanted) + 2


def code(sentences: Sequence[Marked], coder: Coder) -> Iterator[Coded]:
    """Code sentences, each as an article of its own."""
    for _, coded in code_articles(as_articles(sentences), coder):
        yield coded


def main() -> int:
    """Print the figures; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--half", choices=["read", "unread"], help="only that half: errors are studied in the first")
    parser.add_argument("--show", help="print the errors of this cause ('all' for all)")
    parser.add_argument("--type", help="only marks and events of this type")
    parser.add_argument("--limit", type=int, default=40)
    options = parser.parse_args()
    sentences = [s for s in _read(options.files) if options.half in (None, half_of(s))]
    judged = [j for s, c in zip(sentences, code(sentences, load_coder(Settings())), strict=True) for j in judge(s, c)]
    if options.type:
        judged = [j for j in judged if options.type in (j.wanted, j.coded)]
    report(judged, len(sentences))
    if options.show:
        shown = [j for j in judged if j.cause != "right" and options.show in ("all", j.cause)]
        for j in shown[:: max(1, len(shown) // options.limit)][: options.limit]:
            print(f"{j.cause} | {j.wanted} {j.coded} | {j.detail} | {j.sentence.text}")
    return 0


def half_of(sentence: Marked) -> str:
    """Return the half of a sentence by a hash of its text."""
    return "unread" if hashlib.sha256(sentence.text.encode()).digest()[0] % 2 else "read"


def _read(paths: Sequence[Path]) -> Iterator[Marked]:
    if not paths:
        yield from read_folder(SENTENCES)
    for path in paths:
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield read_marked(line.strip(), f"{path.name}:{n}")


def report(judged: Sequence[Judged], count: int) -> None:
    """Print figures by type and causes."""
    by: dict[str, Counter[str]] = defaultdict(Counter)
    for j in judged:
        if j.wanted != "none":
            by[j.wanted]["wanted"] += 1
            by[j.wanted]["right"] += j.cause.startswith("right")
        if j.coded != "none":
            by[j.coded]["coded"] += 1
    print(f"{count} sentences")
    for name, c in [*sorted(by.items()), ("all", sum(by.values(), Counter[str]()))]:
        p, r = c["right"] / max(1, c["coded"]), c["right"] / max(1, c["wanted"])
        f1 = 2 * p * r / max(p + r, 1e-9)
        print(f"{name:10} wanted {c['wanted']:5} coded {c['coded']:5} precision {p:.3f} recall {r:.3f} f1 {f1:.3f}")
    causes = Counter(j.cause for j in judged)
    print("; ".join(f"{k} {v}" for k, v in causes.most_common()))
    found = Counter(j.detail for j in judged if j.cause == "right")
    n = max(1, sum(found.values()))
    sides = {side: sum(v for k, v in found.items() if side in k) / n for side in "AR"}
    print(f"of those found: actors {sides['A']:.3f}, recipients {sides['R']:.3f}, both {found['AR'] / n:.3f} right")
    pairs = Counter((j.wanted, j.coded) for j in judged if j.cause == "wrong type")
    print("confusions: " + ", ".join(f"{w}>{c} {n}" for (w, c), n in pairs.most_common(14)))


if __name__ == "__main__":
    sys.exit(main())
