"""Our figures are those of the scorer that the development gold came with, on codings that go wrong in all ways."""

import json
import random
import subprocess
import sys
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from tests.evaluate.build import NARRATOR, event
from whowhom.cli.evaluate import demo_gold
from whowhom.evaluate import GoldArticle, read_gold, score
from whowhom.evaluate.gold import GoldEvent, GoldParty
from whowhom.records import Attribution, Count, Event, Party, Place, Span, When
from whowhom.records.event import SourceKind, Status

SHARED_MEASURES = (
    "type_precision", "type_recall", "type_f1", "who_whom_f1", "actor", "recipient", "mode", "status", "attribution",
    "country", "sector", "place", "date", "count", "gold", "found", "in_intruder", "repeats", "embedded_uncounted",
)  # fmt: skip
BLANK = event("AID", "killing", recipients=())


@pytest.mark.parametrize("seed", range(4))
def test_agrees_with_the_scorer_of_the_gold(shared: Path, tmp_path: Path, seed: int) -> None:
    script = shared / "tools" / "score_articles.py"
    if not script.is_file():
        pytest.skip(f"{script} is not here")
    gold = read_gold(demo_gold())
    events = Coder(random.Random(seed)).code(gold)
    rows = tmp_path / "events.jsonl"
    rows.write_text("".join(json.dumps(asdict(e), default=str) + "\n" for e in events), encoding="utf-8")
    command = [sys.executable, str(script), str(demo_gold()), str(rows), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = score(gold, events)
    assert {m: ours[m] for m in SHARED_MEASURES} == pytest.approx({m: theirs[m] for m in SHARED_MEASURES})
    assert 0.2 < theirs["type_f1"] < 0.95 and theirs["repeats"] and theirs["embedded_uncounted"]


class Coder:
    """Makes events out of the gold, and spoils each of their fields now and then."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def spoil(self) -> bool:
        return self.chance.random() < 0.25

    def code(self, gold: tuple[GoldArticle, ...]) -> list[Event]:
        events: list[Event] = []
        for article in gold:
            types = [kind for e in article.events for kind in e.event_type] or ["AID"]
            for e in article.events:
                for trigger in self.chance.sample(e.triggers, self.chance.randint(0, min(2, len(e.triggers)))):
                    events.append(self.report(article, e, trigger, types))
            for _ in range(self.chance.randint(0, 5)):
                start = self.chance.randrange(len(article.text) - 10)
                events.append(self.blank(article, (start, start + 8), self.chance.choice(types)))
        return events

    def blank(self, article: GoldArticle, at: tuple[int, int], kind: str) -> Event:
        start, end = max(0, at[0] - self.chance.randint(0, 80)), at[1] + self.chance.randint(0, 80)
        return replace(
            BLANK,
            event_id=f"{article.id}-{at[0]}",
            input_id=article.id,
            event_type=kind,
            trigger=Span(*at, article.text[at[0] : at[1]]),
            sentence=Span(start, end, article.text[start:end]),
            embedded_in="x" if self.spoil() else None,
        )

    def report(self, article: GoldArticle, gold: GoldEvent, at: tuple[int, int], types: list[str]) -> Event:
        kind = self.chance.choice(types) if self.spoil() else gold.event_type[0]
        status = self.chance.choice(get_args(Status)) if self.spoil() else gold.status[0]
        source = NARRATOR
        if gold.attribution and not self.spoil():
            words = (gold.attribution.names or ("somebody",))[0]
            kinds = get_args(SourceKind) if self.spoil() else gold.attribution.kind
            source = Attribution(self.chance.choice(kinds), None, None, None, words, None, None, None)
        actors, recipients = (self.parties(article, side) for side in (gold.actors, gold.recipients))
        if self.spoil():
            actors, recipients = recipients, actors
        place = gold.place.names[-1] if gold.place and not self.spoil() else None
        return replace(
            self.blank(article, at, kind),
            status=status,
            modes=() if self.spoil() else gold.mode[:1],
            attribution=source,
            actors=actors,
            recipients=recipients,
            place=Place(0, 1, place, place, None, None, None, None, None, "city") if place else None,
            date=self.when(gold),
            counts=tuple(
                Count(c.what[0], None if self.spoil() else c.low[0], None, None, None, None, None, None, None)
                for c in gold.counts
            ),
        )

    def when(self, gold: GoldEvent) -> When | None:
        if gold.date is None or self.spoil():
            return None
        latest = date(2001, 1, 1) if self.spoil() else gold.date.latest[0]
        return When(None, None, None, gold.date.earliest[0], latest, "relative")

    def parties(self, article: GoldArticle, gold: tuple[GoldParty, ...]) -> tuple[Party, ...]:
        found = []
        for g in gold:
            if self.spoil():
                continue
            start, end = g.spans[0] if g.spans else (None, None)
            words = None if start is None else article.text[start:end]
            name = "some other name" if self.spoil() else g.names[0]
            country = "XXX" if self.spoil() else g.country
            sectors = ("XXX",) if self.spoil() else g.sectors
            found.append(Party(start, end, words, None, name, country, sectors, "name"))
        while self.spoil():
            found.append(Party(None, None, None, None, "somebody else", None, (), "implicit"))
        return tuple(found)
