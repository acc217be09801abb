"""Gained and lost events between two states of the program, over the same articles (see README.md here).

    uv run python evaluation/diff.py OLD [NEW] [--articles FILE]     OLD, NEW: commits; NEW is the working tree
                                                                     where none is named
    uv run python evaluation/diff.py --datasets OLD NEW              two datasets of the same articles

How events are compared: whowhom/evaluate/difference.py. Look at gains and losses before a change goes in:
a figure that stays the same may hide as many of one as of the other.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from whowhom.evaluate import Row, compare, lines, summary

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "src" / "whowhom" / "demo" / "articles.jsonl"
WORKING_TREE = "."


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


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"diff: this failed, with what stands above: {' '.join(map(str, error.cmd))}")
