"""Articles made up from a few sentences and lists of names; the same seed gives the same articles."""

import json
import random
from pathlib import Path

WHO = (
    "Kenyan police", "The Sudanese army", "Rebels", "Turkish President Recep Tayyip Erdogan", "Islamist militants",
    "The opposition Unity Front", "France", "Egypt's foreign minister", "Protesters", "The United Nations",
)  # fmt: skip
WHOM = (
    "the Libyan government", "Ukraine", "opposition leaders", "the rebels", "Ethiopia", "civilians", "the unions",
    "Iran", "the Somali parliament", "soldiers",
)  # fmt: skip
DONE = (
    "attacked {whom} near {place}, killing {n} people", "met {whom} in {place} on {day}",
    "accused {whom} of shelling {place}", "arrested {n} supporters of {whom} in {place}",
    "promised aid worth ${n} million to {whom}", "will send {n} observers to {place}",
    "threatened to expel {whom} from {place}", "marched against {whom} in {place} on {day}",
    "agreed with {whom} to release {n} prisoners", "rejected an offer by {whom} to hold talks in {place}",
)  # fmt: skip
PLACE = ("Nairobi", "Khartoum", "Tripoli", "Mosul", "Kyiv", "Cairo", "Mogadishu", "Paris")
DAY = ("Monday", "Tuesday", "last week", "April 3", "Saturday")
SAYS = ("", ", officials said", ", according to two witnesses", ", state television reported")
DULL = "The weather stayed fine and warm all over the country, and the shops were full."
FOREIGN = (
    "Der Minister sagte am Montag, dass die Verhandlungen in der Hauptstadt ohne ein Ergebnis beendet wurden. " * 3
)


def sentence(chance: random.Random) -> str:
    """Return one made-up sentence of news."""
    pick = chance.choice
    done = pick(DONE).format(whom=pick(WHOM), place=pick(PLACE), day=pick(DAY), n=chance.randint(2, 400))
    return f"{pick(WHO)} {done}{pick(SAYS)}."


def story(chance: random.Random, sentences: int) -> str:
    """Return one made-up article."""
    paragraphs = [" ".join(sentence(chance) for _ in range(2)) for _ in range(sentences // 2)]
    return "\n\n".join(paragraphs)


def write_corpus(path: Path, articles: int, seed: int) -> Path:
    """Write a file of articles, with copies, foreign and dull ones, an undated one and two broken lines in it."""
    chance = random.Random(seed)
    texts = [story(chance, 6) for _ in range(articles)]
    texts[7], texts[11], texts[13] = texts[3], FOREIGN, DULL
    lines = []
    for i, text in enumerate(texts):
        row = {"id": f"a{i}", "text": text, "date": f"2019-04-{1 + i % 28:02}", "source": f"Paper {i % 3}"}
        lines.append(json.dumps(row | {"date": "some day"} if i == 5 else row))
    lines.insert(9, '{"id": "broken", "text": ')
    lines.insert(20, '{"id": "silent"}')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
