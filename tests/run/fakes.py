"""Rooms that stand in for the real ones: quick, picklable, and able to fail on demand.

A text is a row of words. Each `A>B` in it is an event; some words make the coder misbehave.
"""

import json
import os
import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from whowhom.errors import BadInput
from whowhom.records import (
    ActorUse,
    Article,
    Attribution,
    CleanArticle,
    Coded,
    Decision,
    Event,
    EventStatus,
    Incident,
    Mention,
    Party,
    Passage,
    Refusal,
    Rejection,
    Relation,
    Span,
    Statement,
    Unknown,
)
from whowhom.run import Parts
from whowhom.settings import IngestSettings, Settings

NARRATOR = Attribution("narrator", None, None, None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class Source:
    path: Path | None
    name: str


@dataclass(frozen=True, slots=True)
class Notice:
    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Description:
    model: str = "fake"
    codebook_hash: str = "c0de"


@dataclass(slots=True)
class Coder:
    settings: Settings
    calls: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Merged:
    incidents: tuple[Incident, ...]
    of_event: dict[str, str]
    decisions: tuple[Decision, ...]


def files(inputs: Sequence[str]) -> list[Source]:
    for name in inputs:
        if name != "-" and not Path(name).exists():
            raise BadInput(f"{name}: no such file")
    return [Source(None if name == "-" else Path(name), Path(name).name) for name in inputs]


def read(inputs: Sequence[str], settings: IngestSettings) -> Iterator[Article | Rejection | Notice]:
    for name in inputs:
        path = Path(name)
        text = sys.stdin.read() if name == "-" else path.read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            try:
                held = json.loads(line)
            except ValueError:
                yield Rejection(path.name, number, "no JSON: half a line", "mend the line")
                continue
            if "date" in held:
                yield Notice(path.name, number, "date not understood")
            yield Article(
                held["id"], "A title", held["text"], "Daily", None, held.get("language", "en"), None, None,
                f"in-{held['id']}", path.name, number,
            )  # fmt: skip


def copy_key(article: Article) -> str:
    return article.text


def load(settings: Settings) -> Coder:
    return Coder(settings)


def load_and_die(settings: Settings) -> Coder:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def describe(coder: Coder) -> Description:
    return Description()


def code(articles: Iterable[Article], coder: Coder) -> Iterator[tuple[CleanArticle, Coded]]:
    # All are held before the first is given, as a coder that works in batches does.
    batch = list(articles)
    for article in batch:
        _misbehave(article)
    for article in batch:
        coder.calls.append(article.article_id)
        if article.duplicate_of and coder.settings.run.copies == "skip":
            yield CleanArticle(article, ()), Coded()
        else:
            yield CleanArticle(article, (Passage(article.article_id, 0, 1, "headline", "first", 1.0),)), found(article)


def code_lazily(articles: Iterable[Article], coder: Coder) -> Iterator[tuple[CleanArticle, Coded]]:
    for article in articles:
        yield from code([article], coder)


def found(article: Article) -> Coded:
    matches = list(re.finditer(r"(\w+)>(\w+)", article.text))
    events = tuple(event_of(article, m) for m in matches)
    uses: dict[str, ActorUse] = {}
    for match in matches:
        for name in match.groups():
            held = uses.get(name) or ActorUse(name, name, "state", None, (), ((name, 0),), 0)
            uses[name] = replace(held, aliases=((name, held.aliases[0][1] + 1),), events=held.events + 1)
    if "UNSTORABLE" in article.text:
        events = (replace(events[0], quad_class="four"),)  # type: ignore[arg-type]
    whole = Span(0, len(article.text), article.text)
    key = article.article_id
    return Coded(
        events=events[::-1],
        relations=tuple(
            Relation(f"r-{e.event_id}", key, e.actors[0], "backs", e.recipients[0], "occurred", NARRATOR, None, None,
                     e.trigger, whole, "fake/tie") for e in events
        ),
        statements=tuple(
            Statement(f"s-{e.event_id}", key, e.actors[0], None, (e.trigger,), "named", "direct") for e in events
        ),
        unknowns=tuple(
            Unknown(f"u-{e.event_id}", key, "unclear", 0, 1, article.text[0], None, e.event_id) for e in events
        ),
        mentions=tuple(mention_of(key, party) for event in events for party in event.actors),
        refusals=tuple(Refusal(key, Span(m.start(), m.end(), m.group()), whole, "fake/play", "sport")
                       for m in re.finditer("played", article.text)),
        actors=tuple(uses.values()),
    )  # fmt: skip


def mention_of(key: str, party: Party) -> Mention:
    assert party.start is not None and party.end is not None and party.text is not None
    return Mention(
        key,
        party.start,
        party.end,
        party.text,
        "actor",
        party.name,
        party.actor_id,
        None,
        None,
        None,
        None,
        "fake",
        1.0,
    )


def event_of(article: Article, match: re.Match[str]) -> Event:
    parties = [Party(*match.span(i), match.group(i), match.group(i), match.group(i), None, (), "name") for i in (1, 2)]
    trigger = Span(*match.span(), match.group())
    return Event(
        event_id=f"{article.article_id}-{match.start()}", incident_id=None, article_id=article.article_id,
        input_id=article.input_id, source=article.source, url=article.url, title=article.title,
        published=article.published, event_type="ASSAULT", modes=("beat",), contexts=(), quad_class=4, score=-9.0,
        cameo_code="18", goldstein=-9.0, acled_event_type=None, acled_sub_event_type=None, actors=(parties[0],),
        recipients=(parties[1],), symmetric=False, date=None, place=None, status="occurred", certainty="certain",
        status_cue=None, embedded_in=None, attribution=NARRATOR, attributions=(), counts=(), trigger=trigger,
        sentence=Span(0, len(article.text), article.text), rule="fake/hit#1", confidence=0.5,
    )  # fmt: skip


def merge(events: Sequence[Event]) -> Merged:
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.trigger.text, []).append(event)
    incidents = tuple(
        Incident(
            f"i-{key}", "ASSAULT", (), held[0].actors, held[0].recipients, None, None,
            tuple(e.event_id for e in held), tuple(e.article_id for e in held), ("Daily",), None, (),
            tuple(EventStatus(e.status, e.event_id) for e in held),
        ) for key, held in groups.items()
    )  # fmt: skip
    decisions = tuple(
        Decision(held[0].event_id, e.event_id, "same", 1.0, "", "program", None, False)
        for held in groups.values() for e in held[1:]
    )  # fmt: skip
    return Merged(incidents, {e.event_id: f"i-{key}" for key, held in groups.items() for e in held}, decisions)


def _misbehave(article: Article) -> None:
    if "BOOM" in article.text:
        raise ValueError("this article is too much")
    if "DEADLY" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "SLOW" in article.text:
        time.sleep(0.05)
    for once in re.findall(r"ONCE:(\S+)", article.text):
        if not Path(once).exists():
            Path(once).touch()
            os.kill(os.getpid(), signal.SIGKILL)


PARTS = Parts(files, read, copy_key, load, code, describe, merge)
