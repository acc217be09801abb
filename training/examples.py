"""Turns the marked sentences into examples for the reader: every predicate with the type that its mark gives it.

    uv run python training/examples.py > examples.jsonl

A predicate that no mark touches is none: in these sentences every event is marked. A mark that no predicate touches
(a noun that the codebook does not know) is an example too.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from marks import Marked, read_folder

from whowhom.clauses import build_clauses
from whowhom.clean import clean_article
from whowhom.gate import gate_article
from whowhom.parse import parse_articles
from whowhom.pipeline import Coder, load_coder
from whowhom.records import Article, ParsedArticle
from whowhom.settings import Settings

Span = tuple[int, int]


def parsed(sentences: Sequence[Marked], coder: Coder) -> Iterator[ParsedArticle]:
    """Parse sentences, each as an article of its own."""
    articles = (Article(s.name, None, s.text, None, None, "en", None, None, None, "x", n) for n, s in enumerate(sentences))
    cleaned = (clean_article(a, coder.clean_rules, coder.settings.clean) for a in articles)
    return parse_articles(((c, gate_article(c, coder.gate)) for c in cleaned), coder.parser, coder.names)


def predicates(article: ParsedArticle, coder: Coder) -> Iterator[tuple[Span, ...]]:
    """Yield the words of each predicate."""
    for sentence in article.sentences:
        for p in build_clauses(sentence, coder.codebook.lexicon):
            yield tuple((sentence.tokens[i].start, sentence.tokens[i].end) for i in p.tokens)


def examples(sentence: Marked, found: Sequence[tuple[Span, ...]]) -> Iterator[dict[str, object]]:
    """Yield the examples of one sentence."""
    seen = set()
    for spans in found:
        hits = [m for m in sentence.marks if any(s < m.end and m.start < e for s, e in spans)]
        real = [m for m in hits if m.event_type != "none"]
        seen.update(id(m) for m in hits)
        yield {"spans": spans, "label": (real or hits)[0].event_type if hits else "none"}
    for m in sentence.marks:
        if id(m) not in seen:
            yield {"spans": [(m.start, m.end)], "label": m.event_type}


def main() -> None:
    """Print one JSON object a sentence."""
    coder = load_coder(Settings())
    sentences = list(read_folder(Path(__file__).parent / "sentences"))
    for s, article in zip(sentences, parsed(sentences, coder), strict=True):
        found = list(predicates(article, coder))
        print(json.dumps({"name": s.name, "text": s.text, "examples": list(examples(s, found))}, ensure_ascii=False))


if __name__ == "__main__":
    main()
