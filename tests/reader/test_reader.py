"""The reader: chances for predicates, the same on every run, and what the coder makes of them."""

from pathlib import Path

import pytest

from whowhom.errors import MissingPart
from whowhom.pipeline import Coder, code_article, explain_article, load_coder
from whowhom.reader import load_reader
from whowhom.records import NONE, Article
from whowhom.settings import ReaderSettings, Settings


def article(text: str) -> Article:
    return Article("a", None, text, None, None, "en", None, None, None, "x", 1)


def opinions(text: str, coder: Coder) -> dict[str, tuple[str, float]]:
    parsed, found, _, read = explain_article(article(text), coder)
    return {
        p.lemmas[-1]: (o.best, o.of(NONE))
        for n, s in enumerate(parsed.sentences)
        for p in found.predicates[n]
        if (o := read.get(s.index, {}).get(p.index)) is not None
    }


def test_every_predicate_gets_chances_that_sum_to_one(coder: Coder) -> None:
    _, found, _, read = explain_article(article("The army shelled the town and its mayor fled."), coder)
    assert read[0].keys() == {p.index for p in found.predicates[0]}
    for opinion in read[0].values():
        assert sum(opinion.chances) == pytest.approx(1.0, abs=0.02)


def test_plain_acts_are_told_from_what_is_none(coder: Coder) -> None:
    kind, none = opinions("Rebels shelled the town of Bor on Monday.", coder)["shell"]
    assert kind == "ASSAULT" and none < 0.3
    _, none = opinions("The river rises in the hills and flows past the old mill.", coder)["rise"]
    assert none > 0.5


def test_two_runs_agree(coder: Coder) -> None:
    text = "Norway promised to send tents to Mali. The union called for a strike after the talks broke down."
    assert code_article(article(text), coder) == code_article(article(text), coder)


def test_the_company_of_other_sentences_changes_nothing(coder: Coder) -> None:
    text = "Rebels shelled the town of Bor on Monday."
    more = (
        "The prime minister, who had been travelling in the east of the country with a group of advisers, promised on "
        "Tuesday that the army would hit back."
    )
    assert opinions(text, coder)["shell"] == opinions(f"{text} {more}", coder)["shell"]


def test_it_can_be_switched_off() -> None:
    plain = load_coder(Settings(reader=ReaderSettings(on=False)))
    assert plain.reader is None
    coded = code_article(article("Rebels shelled the town of Bor on Monday."), plain)
    assert [e.event_type for e in coded.events] == ["ASSAULT"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="reader.onnx.*--no-reader"):
        load_reader(tmp_path)
