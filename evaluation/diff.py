"""Gained and lost events between two states of the program, over the same articles (see README.md here).

    uv run python evaluation/diff.py OLD [NEW] [--articles FILE]     OLD, NEW: commits; NEW is the working tree
                                                                     where none is named
    uv run python evaluation/diff.py --datasets OLD NEW              two datasets of the same articles

An event is known again by its article (`input_id`), the place of its trigger and its type. `-` is
lost, `+` gained, `~` changed in the fields named. Look at gains and losses before a change goes in:
a figure that stays the same may hide as many of one as of the other.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "src" / "whowhom" / "demo" / "articles.jsonl"
WORKING_TREE = "."

#: Rows as the program exported them: two commits may write two different forms.
Row = dict[str, Any]
Key = tuple[str, int, int, str]


@dataclass(frozen=True)
class Difference:
    """One event that is only in one of the two, or in both with other fields."""

    key: Key
    old: Row | None
    new: Row | None


def main() -> int:
    """Print the differences; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new", nargs="?", default=WORKING_TREE)
    parser.add_argument("--articles", type=Path, default=DEMO, help="what both code; the demo articles otherwise")
    parser.add_argument("--datasets", action="store_true", help="OLD and NEW are dataset folders")
    options = parser.parse_args()
    pair = (options.old, options.new)
    with tempfile.TemporaryDirectory(prefix="whowhom-diff-") as folder:
        work = Path(folder)
        if options.datasets:
            old, new = (exported(here(), Path(name), work / f"{i}.jsonl") for i, name in enumerate(pair))
        else:
            articles = options.articles.resolve()
            old, new = (coded_at(name, articles, work / str(i)) for i, name in enumerate(pair))
    differences = list(compare(old, new))
    for difference in differences:
        for line in lines(difference):
            print(line)
    print(summary(differences, old, new))
    return 0


def here() -> list[str]:
    """Return the command of the program as it is installed beside this interpreter."""
    return [str(Path(sys.executable).with_name("whowhom"))]


def coded_at(commit: str, articles: Path, folder: Path) -> list[Row]:
    """Code the articles with the program as it was at a commit; return its events."""
    folder.mkdir()
    if commit == WORKING_TREE:
        return coded(here(), articles, folder, ROOT)
    with worktree(commit, folder / "tree") as tree:
        return coded(["uv", "run", "--project", str(tree), "--frozen", "--no-dev", "whowhom"], articles, folder, tree)


@contextmanager
def worktree(commit: str, folder: Path) -> Iterator[Path]:
    """Check a commit out beside the working tree, for as long as it is needed."""
    subprocess.run(["git", "-C", str(ROOT), "worktree", "add", "--quiet", "--detach", str(folder), commit], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["git", "-C", str(ROOT), "worktree", "remove", "--force", str(folder)], check=True)


def coded(program: Sequence[str], articles: Path, folder: Path, cwd: Path) -> list[Row]:
    """Code the articles with a program; return its events."""
    dataset = folder / "dataset"
    command = [*program, "code", str(articles), "-o", str(dataset), "--copies", "code", "--quiet"]
    subprocess.run(command, check=True, cwd=cwd, env=environment())
    return exported(program, dataset, folder / "events.jsonl", cwd)


def exported(program: Sequence[str], dataset: Path, file: Path, cwd: Path | None = None) -> list[Row]:
    """Return the events of a dataset, exported by the program that wrote it."""
    command = [*program, "export", str(dataset), "--format", "jsonl", "-o", str(file)]
    subprocess.run(command, check=True, cwd=cwd, env=environment())
    with file.open(encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


def environment() -> dict[str, str]:
    """Return the environment without the virtual environment that this script runs in."""
    return {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}


def compare(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Difference]:
    """Yield the differences in the order of articles and text."""
    before, after = by_key(old), by_key(new)
    for key in sorted(before.keys() | after.keys()):
        ours, theirs = before.get(key, []), after.get(key, [])
        for i in range(max(len(ours), len(theirs))):
            was, now = (rows[i] if i < len(rows) else None for rows in (ours, theirs))
            if was is None or now is None or fields(was) != fields(now):
                yield Difference(key, was, now)


def by_key(rows: Sequence[Row]) -> dict[Key, list[Row]]:
    """Return the events by what they are known again by."""
    held: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        name = row.get("input_id") or row["article_id"]
        held[name, row["trigger"]["start"], row["trigger"]["end"], row["event_type"]].append(row)
    return held


def fields(row: Row) -> dict[str, str]:
    """Return what is compared in an event, in words."""
    date, place, source = (row.get(name) or {} for name in ("date", "place", "attribution"))
    return {
        "modes": "/".join(row.get("modes") or ()),
        "actors": names(row.get("actors")),
        "recipients": names(row.get("recipients")),
        "status": str(row.get("status")),
        "certainty": str(row.get("certainty")),
        "date": f"{date.get('earliest')}..{date.get('latest')}" if date else "",
        "place": place.get("name") or place.get("text") or "",
        "attribution": f"{source.get('kind', '')} {source.get('name') or source.get('text') or ''}".strip(),
        "counts": ", ".join(f"{c['kind']} {c.get('low')}-{c.get('high')}" for c in row.get("counts") or ()),
        "content of another": "yes" if row.get("embedded_in") else "no",
    }


def names(parties: Sequence[Row] | None) -> str:
    """Return parties in words, each with its country and sectors."""
    said = (p.get("name") or p.get("text") or "?" for p in parties or ())
    codes = ("+".join([p.get("country") or "-", *(p.get("sectors") or ())]) for p in parties or ())
    return ", ".join(f"{name} ({code})" for name, code in zip(said, codes, strict=True))


def lines(difference: Difference) -> Iterator[str]:
    """Yield a difference in one line, and one more for each field that changed."""
    row = difference.new or difference.old or {}
    sign = "~" if difference.old and difference.new else "+" if difference.new else "-"
    said = fields(row)
    yield (
        f"{sign} {difference.key[0]} {row['event_type']} {quoted(row)} "
        f"{said['actors'] or 'nobody'} -> {said['recipients'] or 'nobody'} ({said['status']}) [{row.get('rule')}]"
    )
    if difference.old and difference.new:
        was, now = fields(difference.old), fields(difference.new)
        for name in was:
            if was[name] != now[name]:
                yield f"    {name}: {was[name] or 'none'} -> {now[name] or 'none'}"


def quoted(row: Row) -> str:
    """Return the trigger with the words around it."""
    trigger, sentence = row["trigger"], row.get("sentence") or row["trigger"]
    at, end = trigger["start"] - sentence["start"], trigger["end"] - sentence["start"]
    text = sentence["text"]
    if at < 0 or end > len(text):
        return f"«{trigger['text']}»"
    return " ".join(f"{text[max(0, at - 40) : at]}«{text[at:end]}»{text[end : end + 40]}".split())


def summary(differences: Sequence[Difference], old: Sequence[Row], new: Sequence[Row]) -> str:
    """Return the numbers in one line."""
    gained, lost = sum(d.old is None for d in differences), sum(d.new is None for d in differences)
    changed = len(differences) - gained - lost
    return f"{len(old)} events, now {len(new)}: {gained} gained, {lost} lost, {changed} changed"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"diff: this failed, with what stands above: {' '.join(map(str, error.cmd))}")
