"""Whatever stands in an article, every field of every table points at the words it quotes."""

import dataclasses
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.e2e.articles import story
from tests.e2e.checker import faults, parts
from tests.e2e.conftest import Run
from whowhom import Dataset, export_table, open_dataset

#: What is given, and what is read where that is not the same.
ODD: dict[str, tuple[str, str | None]] = {
    "emoji": ("🔥🔥 Police in Nairobi 🇰🇪 arrested 12 protesters 👩‍👩‍👧 on Monday, “witnesses” said 😡.", None),
    "combining": ("Police arrested Jose\u0301 Nu\u0301n\u0303ez in Bogota\u0301 on Monday.", None),
    "arabic": ("The army (الجيش الوطني) attacked rebels in Tripoli (طرابلس‎) on Monday, killing 5 people.", None),
    "crlf": (
        "Rebels attacked the army near Mosul.\r\n\r\nThe army\rarrested 3 rebels.\r\n",
        "Rebels attacked the army near Mosul.\n\nThe army\narrested 3 rebels.\n",
    ),
    "nul": ("Police\0 arrested\x07 three\x1b[31m men in Cairo.", "Police  arrested  three [31m men in Cairo."),
    "mark": ("\ufeffPolice arrested three men in Cairo.", "Police arrested three men in Cairo."),
    "halves": (
        "Police arrested three men \ud83d\ude21 in Cairo \ud83d.",
        "Police arrested three men 😡 in Cairo \ufffd.",
    ),
    "wide": ("Police (警察) arrested three men in Ｃａｉｒｏ\u3000on\u00a0Monday\u2028.", None),
    "astral": ("𝐏𝐨𝐥𝐢𝐜𝐞 𐍈 The army shelled 𝓣ripoli on Monday, and Turkey condemned the army.", None),
    "blank": ("\n\n   \t Police arrested two men in Cairo.   \n\n\n", None),
    "tags": ("<p>Police &amp; soldiers arrested <b>three</b> men in Cairo.</p>", None),
    "glued": (
        "Police arrested 3 men in Cairo.The army attacked rebels in Mosul!!!“Turkey” condemned the attack…",
        None,
    ),
}
#: A sentence that is too long to be parsed.
ENDLESS = "Police arrested three men in Cairo, and " * 80 + "the army left."
STRANGE = (
    "🔥", "é", "e\u0301", "\u200b", "\u200f", "\u00ad", "\t", "\n", "\r\n", "\0", "\u2028", "‘", "”", "—", "...", "(",
    "[", "警", "ع", "👩‍👩‍👧", "\ufeff", " ", "  ",
)  # fmt: skip


@pytest.fixture(scope="module")
def odd(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The odd articles, and sixty made-up ones with odd characters strewn into them."""
    folder = tmp_path_factory.mktemp("odd")
    texts = {name: text for name, (text, _) in ODD.items()} | {f"strewn {seed}": strewn(seed) for seed in range(60)}
    texts["endless"] = ENDLESS
    rows = [{"id": name, "text": text, "date": "2019-04-14", "language": "en"} for name, text in texts.items()]
    (folder / "odd.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    summary = run(folder / "odd.jsonl", folder / "dataset", shard_articles=20)
    assert (summary.tally.read, summary.tally.failed) == (len(texts), 0)
    return open_dataset(folder / "dataset")


def strewn(seed: int) -> str:
    """Return a made-up article with odd characters at odd places."""
    chance = random.Random(seed)
    characters = list(story(chance, 4))
    for _ in range(chance.randint(1, 15)):
        characters.insert(chance.randrange(len(characters)), chance.choice(STRANGE))
    return "".join(characters)


def test_no_fault(odd: Dataset) -> None:
    assert faults(odd) == []


def test_text_is_as_it_was_given(odd: Dataset) -> None:
    texts = {row["input_id"]: row["text"] for row in odd.table("articles").to_pylist()}
    assert {name: texts[name] for name in ODD} == {name: read or given for name, (given, read) in ODD.items()}


def test_something_is_found_in_every_odd_article(odd: Dataset) -> None:
    found = {row["input_id"] for row in odd.table("events").to_pylist()}
    assert set(ODD) - found == set()
    assert len(found) > 60


def test_many_spans_were_looked_at(odd: Dataset) -> None:
    for name, least in (("events", 1000), ("mentions", 400), ("statements", 50)):
        rows = odd.table(name).to_pylist()
        assert sum(part.get("start") is not None for row in rows for _, part in parts(row)) > least


def test_the_checker_sees_what_is_wrong(odd: Dataset, tmp_path: Path) -> None:
    def shift(row: dict[str, Any]) -> None:
        row["trigger"] = row["trigger"] | {"start": row["trigger"]["start"] + 1}

    def estrange(row: dict[str, Any]) -> None:
        row["embedded_in"] = "nobody"

    assert any(".trigger: says " in fault for fault in faults(spoiled(odd, tmp_path / "a", shift)))
    assert any("embedded in nobody" in fault for fault in faults(spoiled(odd, tmp_path / "b", estrange)))


def spoiled(dataset: Dataset, folder: Path, change: Any) -> Dataset:
    """Return a copy of a dataset with its last event changed."""
    folder.mkdir()
    for name in dataset.tables:
        table = dataset.table(name)
        if name == "events":
            rows = table.to_pylist()
            change(rows[-1])
            table = pa.Table.from_pylist(rows, schema=table.schema)
        pq.write_table(table, folder / f"{name}.parquet")
    return dataclasses.replace(dataset, path=folder)


def test_the_checker_that_the_gold_came_with_agrees(odd: Dataset, shared: Path, tmp_path: Path) -> None:
    script = shared / "tools" / "check_dataset.py"
    if not script.is_file():
        pytest.skip(f"{script} is not here")
    for name in odd.tables:
        export_table(odd.path, name, "jsonl", tmp_path / f"{name}.jsonl")
    done = subprocess.run([sys.executable, str(script), str(tmp_path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
