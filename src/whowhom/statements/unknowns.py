"""What the article says is not known, by pattern."""

import hashlib

from whowhom.records import NOT_CODED, ParsedArticle, Span, Unknown
from whowhom.statements.words import StatementWords


def find_unknowns(parsed: ParsedArticle, words: StatementWords) -> tuple[Unknown, ...]:
    """Return the unknowns of an article in text order, one a sentence; `about` is the clause after the cue."""
    article, found = parsed.clean.article, []
    for sentence in parsed.sentences:
        if parsed.clean.kind_at(sentence.start) in NOT_CODED:
            continue
        text = article.text[sentence.start : sentence.end]
        for row in words.unknowns:
            m = row.pattern.search(text)
            if m is not None:
                start, end = sentence.start + m.start(), sentence.start + len(text[: m.end()].rstrip(" .!?\n"))
                key = f"{article.article_id}\x1f{start}\x1f{end}\x1f{row.kind}"
                unknown_id = hashlib.sha256(key.encode()).hexdigest()[:16]
                about = _about(article.text, start, end)
                found.append(
                    Unknown(unknown_id, article.article_id, row.kind, start, end, article.text[start:end], about, None)
                )
                break
    return tuple(found)


def _about(text: str, start: int, end: int) -> Span | None:
    """Return what follows "whether", "who", "how" and the like."""
    for word in ("whether ", " if ", " who ", " how ", " why ", " what ", " when ", " where ", " which "):
        at = text.find(word, start, end)
        if at >= 0:
            first = at + (0 if word[0] != " " else 1)
            return Span(first, end, text[first:end])
    return None
