"""Finds the attributed statements of an article: by verbs of saying, by "according to", by open quotation."""

import hashlib
from collections.abc import Iterator, Sequence

from whowhom.records import ActorMention, ParsedArticle, Party, Predicate, Sentence, Span, Statement
from whowhom.records.event import Form, SourceKind
from whowhom.statements.quotes import quoted_spans
from whowhom.statements.words import StatementWords

_CONTENT_ROLES = ("clause:that", "clause:whether", "clause:to", "clause:ing")


def find_statements(
    parsed: ParsedArticle,
    predicates: tuple[tuple[Predicate, ...], ...],
    actors: Sequence[ActorMention],
    words: StatementWords,
) -> tuple[Statement, ...]:
    """Return the statements of an article in text order; spans are article offsets."""
    article, quotes = parsed.clean.article, quoted_spans(parsed.clean.article.text)
    at = {(m.sentence, m.head): m for m in actors}
    found: list[Statement] = []
    last: Party | None = None
    for sentence, here in zip(parsed.sentences, predicates, strict=True):
        made = [
            *_by_verbs(article.article_id, article.text, sentence, here, at, words, quotes),
            *_by_according(article.article_id, article.text, sentence, at, words),
        ]
        if not made and last is not None and (inside := _whole_quote(sentence, quotes)):
            made = [_statement(article.article_id, article.text, last, None, [inside], "named", "direct")]
        last = next((s.speaker for s in reversed(made) if s.speaker is not None), last)
        found += made
    return tuple({s.statement_id: s for s in found}.values())


def _by_verbs(
    article_id: str, text: str, sentence: Sentence, predicates: Sequence[Predicate],
    at: dict[tuple[int, int], ActorMention], words: StatementWords, quotes: Sequence[tuple[int, int]],
) -> Iterator[Statement]:  # fmt: skip
    for p in predicates:
        row = next((words.verbs[lemma] for lemma in p.lemmas if lemma in words.verbs), None)
        if row is None or p.kind != "verb" or p.operators.negation is not None:
            continue
        heads = [a.head for a in p.arguments if a.role in _CONTENT_ROLES and not a.inherited]
        content = _content(sentence, p, heads) or _beside(sentence, p, quotes)
        if not content or (heads and not p.fillers("subject") and not p.passive):
            continue
        head = next(iter(p.fillers("subject")), None)
        speaker, kind = _speaker(sentence, head, at, words)
        if row.channel is not None:
            kind = row.channel
        if head is None:
            kind = "unnamed"
        cue = sentence.tokens[p.head]
        direct = any(a <= content[0][0] + 1 and content[-1][1] - 1 <= b for a, b in quotes)
        yield _statement(
            article_id,
            text,
            speaker,
            Span(cue.start, cue.end, cue.text),
            content,
            kind,
            "direct" if direct else "indirect",
        )


def _by_according(
    article_id: str, text: str, sentence: Sentence, at: dict[tuple[int, int], ActorMention], words: StatementWords
) -> Iterator[Statement]:
    for token in sentence.tokens:
        if token.text.lower() != "according":
            continue
        inner = [c.i for t in sentence.children(token.i) for c in sentence.children(t.i, "pobj")]
        if not inner:
            continue
        speaker, kind = _speaker(sentence, inner[0], at, words)
        phrase = sentence.subtree(token.i)
        first, last = sentence.tokens[phrase[0]], sentence.tokens[phrase[-1]]
        content = [s for s in ((sentence.start, first.start), (last.end, sentence.end)) if s[1] - s[0] > 10]
        if content:
            cue = Span(
                token.start, sentence.tokens[token.i + 1].end, text[token.start : sentence.tokens[token.i + 1].end]
            )
            yield _statement(article_id, text, speaker, cue, [_trim(text, *s) for s in content], kind, "indirect")


def _content(sentence: Sentence, p: Predicate, heads: list[int]) -> list[tuple[int, int]]:
    """Return the stretches of a clause, without the words that report it where they stand inside."""
    if not heads:
        return []
    inside = sorted({i for h in heads for i in sentence.subtree(h)} - set(p.tokens))
    while inside and sentence.tokens[inside[0]].pos == "PUNCT" and sentence.tokens[inside[0]].text not in "\"“'‘":
        inside.pop(0)
    runs: list[list[int]] = []
    for i in inside:
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [(sentence.tokens[r[0]].start, sentence.tokens[r[-1]].end) for r in runs if len(r) > 1] or [
        (sentence.tokens[r[0]].start, sentence.tokens[r[-1]].end) for r in runs[:1]
    ]


def _beside(sentence: Sentence, p: Predicate, quotes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the quotations of a sentence whose verb of saying governs no clause."""
    return [
        (max(a, sentence.start), min(b, sentence.end))
        for a, b in quotes
        if a < sentence.end and b > sentence.start and b - a > 12
    ]


def _whole_quote(sentence: Sentence, quotes: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    inside = any(a <= sentence.start + 1 and sentence.end - 1 <= b for a, b in quotes)
    return (sentence.start, sentence.end) if inside else None


def _speaker(
    sentence: Sentence, head: int | None, at: dict[tuple[int, int], ActorMention], words: StatementWords
) -> tuple[Party | None, SourceKind]:
    """Return who speaks and what kind of source that is."""
    if head is None:
        return None, "unnamed"
    token = sentence.tokens[head]
    noun = words.sources.get(token.lemma.lower())
    mention = at.get((sentence.index, head)) or _principal(sentence, head, at)
    if mention is None:
        phrase = sentence.subtree(head)
        first, last = sentence.tokens[phrase[0]], sentence.tokens[head]
        plain = " ".join(t.text for t in sentence.tokens[first.i : last.i + 1])
        made = Party(
            last.start, last.end, last.text, None, None, None, (), "pronoun" if token.pos == "PRON" else "role"
        )
        return made, noun or ("named" if plain[:1].isupper() else "unnamed")
    party = Party(
        mention.start, mention.end, mention.text, mention.actor_id, mention.name, mention.country, mention.sectors,
        mention.mention,
    )  # fmt: skip
    if "JRN" in mention.sectors[:1]:
        return party, "media"
    if noun is not None and token.pos != "PROPN":
        return party, noun if noun != "unnamed" or mention.mention == "role" else "named"
    if mention.kind in ("state", "organisation") and mention.mention != "pronoun":
        return party, "official"
    return party, "named" if mention.name or _body_named(sentence, mention) else "unnamed"


def _body_named(sentence: Sentence, mention: ActorMention) -> bool:
    """Whether a group is told by a name that it belongs to ("BA cabin crew"), as no single member of it is."""
    inside = (t for t in sentence.tokens if mention.start <= t.start < mention.end)
    return mention.kind == "group" and any(t.pos == "PROPN" for t in inside)


def _principal(sentence: Sentence, head: int, at: dict[tuple[int, int], ActorMention]) -> ActorMention | None:
    """Return for whom a statement, report or office speaks."""
    for c in sentence.children(head, "poss", "compound", "amod"):
        if (sentence.index, c.i) in at:
            return at[sentence.index, c.i]
    for prep in sentence.children(head, "prep"):
        if prep.text.lower() in ("of", "from", "by", "for"):
            for c in sentence.children(prep.i, "pobj"):
                if (sentence.index, c.i) in at:
                    return at[sentence.index, c.i]
    return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n\t,;:":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:":
        end -= 1
    return start, end


def _statement(
    article_id: str, text: str, speaker: Party | None, cue: Span | None, content: Sequence[tuple[int, int]],
    kind: SourceKind, form: Form,
) -> Statement:  # fmt: skip
    trimmed = [_trim(text, *c) for c in content]
    spans = tuple(Span(a, b, text[a:b]) for a, b in trimmed if a < b)
    key = "\x1f".join([article_id, str(cue.start if cue else -1), *(f"{s.start}-{s.end}" for s in spans)])
    return Statement(hashlib.sha256(key.encode()).hexdigest()[:16], article_id, speaker, cue, spans, kind, form)
