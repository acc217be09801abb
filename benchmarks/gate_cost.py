"""What the gate costs and saves: events found with it and without it, and the share of sentences it lets through.

uv run python benchmarks/gate_cost.py [ARTICLES] [--most N]
"""

import argparse
from dataclasses import replace
from importlib.resources import files
from itertools import islice
from pathlib import Path

from whowhom.gate import gate_article
from whowhom.ingest import read_articles
from whowhom.pipeline import Coder, code_articles, load_coder
from whowhom.records import Article
from whowhom.settings import ParseSettings, Settings


def events(articles: list[Article], coder: Coder) -> set[tuple[str, str, int]]:
    """Return the events of all articles, by article, type and place of the trigger."""
    coded = code_articles(articles, coder)
    return {(clean.article.article_id, e.event_type, e.trigger.start) for clean, c in coded for e in c.events}


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", default=str(Path(str(files("whowhom"))) / "demo" / "articles.jsonl"))
    parser.add_argument("--most", type=int, default=300)
    args = parser.parse_args()
    settings = Settings()
    found = (a for a in read_articles([args.articles], settings.ingest) if isinstance(a, Article))
    articles = list(islice(found, args.most))
    gated = load_coder(settings)
    ungated = load_coder(replace(settings, parse=ParseSettings(gate=False)))
    with_gate, without = events(articles, gated), events(articles, ungated)
    spans = [
        s
        for a in articles
        for c, _ in code_articles([replace(a, language="xx")], gated)
        for s in gate_article(c, gated.gate)
    ]
    passed = sum(s.end - s.start for s in spans if s.parse)
    lost = len(without - with_gate)
    print(f"articles                          {len(articles)}")
    print(f"events without the gate           {len(without)}")
    print(f"of these lost by the gate         {lost} ({100 * lost / max(1, len(without)):.2f} %)")
    print(f"characters that the gate lets by  {100 * passed / max(1, sum(s.end - s.start for s in spans)):.1f} %")


if __name__ == "__main__":
    main()
