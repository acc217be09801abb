"""Small gold articles and events, made by hand: every figure can be reckoned on paper."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from whowhom.evaluate import Beside
from whowhom.records import Article, Attribution, Count, Event, Party, Passage, Place, Relation, Span, Unknown, When

NARRATOR = Attribution("narrator", None, None, None, None, None, None, None)

#: Three sentences and a paragraph of another story.
TEXT = (
    "Norland shelled the port of Oster on Monday, killing 12 people, the governor said. "
    "It is not clear why. The prime minister met envoys of the union. "
    "Elsewhere, Westmark jailed a singer."
)
SENTENCES = (0, 83, 104, 149, len(TEXT))


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    """Return where words stand in the text."""
    start = text.index(words)
    return start, start + len(words)


def party(words: str, country: str | None = None, sectors: tuple[str, ...] = (), name: str | None = None) -> Party:
    return Party(*at(words), words, None, name or words, country, sectors, "name")


def event(kind: str, trigger: str, **fields: Any) -> Event:
    """Return an event at the first place where its trigger stands."""
    start, end = at(trigger)
    first = max(s for s in SENTENCES if s <= start)
    last = min(s for s in SENTENCES if s > start)
    plain = Event(
        event_id=f"{kind}-{start}", incident_id=None, article_id="a1", input_id="one", source=None, url=None,
        title=None, published=None, event_type=kind, modes=(), contexts=(), quad_class=1, score=None, cameo_code=None,
        goldstein=None, acled_event_type=None, acled_sub_event_type=None, actors=(), recipients=(), symmetric=False,
        date=None, place=None, status="occurred", certainty="certain", status_cue=None, embedded_in=None,
        attribution=NARRATOR, attributions=(), counts=(), trigger=Span(start, end, trigger),
        sentence=Span(first, last, TEXT[first:last]), rule="test/one#1", confidence=0.5,
    )  # fmt: skip
    return replace(plain, **fields)


def shelling(**fields: Any) -> Event:
    """Return the first event of the gold as a perfect coder gives it."""
    perfect: dict[str, Any] = {
        "actors": (party("Norland", "NRL", ("MIL",)),),
        "recipients": (party("people", "OST", ("CVL",)),),
        "modes": ("heavy-weapons",),
        "attribution": Attribution("named", "indirect", *at("the governor"), "the governor", None, None, None),
        "place": Place(*at("Oster"), "Oster", "Oster", None, None, None, None, None, "city"),
        "date": When(*at("on Monday"), "on Monday", date(2021, 3, 1), date(2021, 3, 1), "relative"),
        "counts": (Count("killed", 12, 12, 12, None, *at("12 people"), "12 people", None),),
    }
    return event("ASSAULT", "shelled", **perfect | fields)


def talks(**fields: Any) -> Event:
    """Return the second: a meeting, in which either side may stand as actor."""
    both = (party("The prime minister", "NRL", ("GOV",)), party("envoys of the union", None, ("IGO",)))
    return event("CONSULT", "met", **{"actors": both, "symmetric": True} | fields)


def gold_row() -> dict[str, Any]:
    """Return the gold article as its file has it."""
    return {
        "id": "one", "title": "Norland shells Oster", "text": TEXT, "published": "2021-03-02", "source": "Daily",
        "events": [
            {
                "event_type": ["ASSAULT", "MOBILIZE"], "mode": ["heavy-weapons"], "triggers": [at("shelled")],
                "actors": [{"names": ["Norland"], "spans": [at("Norland")], "country": "NRL", "sectors": ["MIL"]}],
                "recipients": [{"names": ["people"], "spans": [], "country": "OST", "sectors": ["CVL"]}],
                "status": ["occurred"], "attribution": {"kind": ["named", "official"], "names": ["governor"]},
                "place": {"names": ["port of Oster"]},
                "date": {"earliest": ["2021-03-01"], "latest": ["2021-03-01", None]},
                "counts": [{"what": ["killed", "casualties"], "low": [12]}],
            },
            {
                "event_type": "CONSULT", "triggers": [at("met")], "symmetric": True, "status": ["occurred"],
                "actors": [{"names": ["prime minister"], "spans": [], "country": "NRL", "sectors": ["GOV"]}],
                "recipients": [{"names": ["envoys"], "spans": [], "sectors": ["IGO"]}],
            },
            {"event_type": "ACCUSE", "triggers": [at("said")], "status": ["occurred"], "optional": True},
        ],
        "intruders": [at("Elsewhere, Westmark jailed a singer.")],
        "unknowns": [at("It is not clear why")],
        "relations": [{"subject": "governor", "relation": "leads", "object": "Oster"}],
    }  # fmt: skip


def write_gold(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows or (gold_row(),)), encoding="utf-8")
    return path


ARTICLE = Article("a1", None, TEXT, None, None, "en", None, None, "one", "gold.jsonl", 1)


def beside(
    unknown: str | None = "not clear", tie: str | None = "leads", intruder: str | None = "Westmark jailed a singer."
) -> Beside:
    """Return what stands beside the events; None leaves one out."""
    where = Span(*at("the governor"), "the governor")
    ends = (party("the governor"), party("Oster"))
    return Beside(
        (ARTICLE,),
        (Relation("r1", "a1", ends[0], tie, ends[1], "ongoing", NARRATOR, None, None, where, where, "t"),)
        if tie
        else (),
        (Unknown("u1", "a1", "unclear", *at(unknown), unknown, None, None),) if unknown else (),
        (Passage("a1", *at(intruder), "intruder", "another place", 0.9),) if intruder else (),
    )
