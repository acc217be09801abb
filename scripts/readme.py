"""Writes the blocks of README.md that the program itself can fill: the example, and the figures on the demo articles.

    uv run python scripts/readme.py [--check]

`--check` writes nothing and exits 1 where README.md is not what the program says today.
"""

import re
import sys
from pathlib import Path

from whowhom.cli.evaluate import code_gold, demo_gold
from whowhom.cli.inspect import event_line
from whowhom.evaluate import read_gold, score
from whowhom.ingest import read_articles
from whowhom.pipeline import code_article, load_coder
from whowhom.records import Article
from whowhom.settings import IngestSettings, RunSettings, Settings

ROOT = Path(__file__).resolve().parents[1]
README, EXAMPLE = ROOT / "README.md", ROOT / "examples" / "juba.txt"
FIGURES = {
    "type_precision": "events found that are right in type and place in the text",
    "type_recall": "events of the text that are found with the right type",
    "who_whom_f1": "who and whom both right as well (F1)",
    "mode": "mode", "status": "status", "attribution": "who says so", "country": "country of a party",
    "sector": "sector of a party", "place": "place", "date": "date", "count": "figures",
}  # fmt: skip


def example() -> str:
    """Return the coded events of the example article, one a line."""
    article = next(a for a in read_articles([str(EXAMPLE)], IngestSettings()) if isinstance(a, Article))
    coded = code_article(article, load_coder(Settings()))
    lines = [event_line(e) for e in coded.events] + [f"  ? {u.kind}: {u.text}" for u in coded.unknowns]
    return "```text\n" + "\n".join(lines) + "\n```"


def figures() -> str:
    """Return the figures on the demo articles as a table."""
    settings = Settings(run=RunSettings(copies="code"))
    events, beside = code_gold(demo_gold(), settings, quiet=True)
    scores = score(read_gold(demo_gold()), events, beside)
    rows = [f"| {text} | {scores[name]:.2f} |" for name, text in FIGURES.items()]
    return "\n".join(["| on 15 hand-coded demo articles (`uv run whowhom evaluate`) | |", "| --- | --- |", *rows])


def main() -> int:
    """Fill the blocks, or say whether they are up to date."""
    old = new = README.read_text(encoding="utf-8")
    for name, text in (("example", example()), ("figures", figures())):
        pattern = rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)"
        before, after = re.split(pattern, new, flags=re.DOTALL)[::3]
        new = f"{before}<!-- begin {name} -->\n{text}\n<!-- end {name} -->{after}"
    if "--check" in sys.argv:
        print("README.md is up to date" if new == old else "README.md is out of date: run scripts/readme.py")
        return int(new != old)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
