"""Every measure on a gold article so small that its value is known."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.evaluate.build import ARTICLE, TEXT, at, beside, event, gold_row, party, shelling, talks, write_gold
from whowhom.evaluate import MEASURES, Beside, GoldArticle, Scores, read_gold, score
from whowhom.records import Attribution, Count, Event

LOOKALIKE = event("COERCE", "jailed")


@pytest.fixture
def gold(tmp_path: Path) -> tuple[GoldArticle, ...]:
    return read_gold(write_gold(tmp_path))


def one(gold: tuple[GoldArticle, ...], *events: Event, rest: Beside | None = None) -> Scores:
    return score(gold, events, rest)


def kinds(scores: Scores) -> list[str]:
    return [slip.kind for slip in scores.articles[0].slips]


def test_a_perfect_coding_is_right_in_all(gold: tuple[GoldArticle, ...]) -> None:
    scores = one(gold, shelling(), talks(), rest=beside(intruder="Elsewhere, Westmark jailed a singer."))
    assert {name: scores[name] for name in MEASURES} == dict.fromkeys(MEASURES, 1.0)
    assert kinds(scores) == []
    assert (scores["gold"], scores["found"], scores["in_intruder"]) == (2, 2, 0)


def test_nothing_found_is_recall_nought_and_no_precision(gold: tuple[GoldArticle, ...]) -> None:
    scores = one(gold)
    assert (scores["type_precision"], scores["type_recall"], scores["type_f1"]) == (None, 0.0, 0.0)
    assert kinds(scores) == ["missed", "missed"]


def test_one_missed_and_one_false(gold: tuple[GoldArticle, ...]) -> None:
    scores = one(gold, shelling(), LOOKALIKE)
    assert (scores["type_precision"], scores["type_recall"], scores["type_f1"]) == (0.5, 0.5, 0.5)
    assert scores["in_intruder"] == 1
    assert kinds(scores) == ["missed", "false"]


def test_f1_is_the_harmonic_mean(gold: tuple[GoldArticle, ...]) -> None:
    scores = one(gold, shelling(), LOOKALIKE, event("AID", "killing"))
    precision, recall = 1 / 3, 1 / 2
    assert scores["type_f1"] == pytest.approx(2 * precision * recall / (precision + recall))


def test_an_optional_event_counts_only_where_it_was_found(gold: tuple[GoldArticle, ...]) -> None:
    accusation = event("ACCUSE", "said")
    without, found = one(gold, shelling(), talks()), one(gold, shelling(), talks(), accusation)
    assert (without["gold"], without["found"]) == (2, 2)
    assert (found["gold"], found["found"], found["type_f1"]) == (3, 3, 1.0)


def test_the_wrong_type_at_the_right_place_is_missed_and_false(gold: tuple[GoldArticle, ...]) -> None:
    scores = one(gold, shelling(event_type="COERCE"), talks())
    assert (scores["type_precision"], scores["type_recall"]) == (0.5, 0.5)
    missed, false = scores.articles[0].slips
    assert (missed.kind, missed.wanted, missed.got) == ("missed", "ASSAULT/MOBILIZE", "COERCE")
    assert (false.kind, false.wanted, false.got) == ("false", "ASSAULT/MOBILIZE", "COERCE")


def test_any_acceptable_type_is_right(gold: tuple[GoldArticle, ...]) -> None:
    assert one(gold, shelling(event_type="MOBILIZE"), talks())["type_f1"] == 1.0


def test_the_same_type_in_the_same_sentence_is_the_same_happening(gold: tuple[GoldArticle, ...]) -> None:
    near = event("ASSAULT", "killing")
    assert one(gold, near, talks())["type_f1"] == 1.0
    assert one(gold, event("AID", "killing"), talks())["type_recall"] == 0.5


def test_a_further_report_is_neither_right_again_nor_false(gold: tuple[GoldArticle, ...]) -> None:
    scores = one(gold, shelling(), event("ASSAULT", "killing"), talks())
    assert (scores["found"], scores["repeats"], scores["type_precision"]) == (2, 1, 1.0)


def test_a_further_report_may_have_what_the_first_lacks(gold: tuple[GoldArticle, ...]) -> None:
    """A headline often says who, the body when."""
    scores = one(gold, shelling(date=None), talks(), event("ASSAULT", "killing", date=shelling().date))
    assert scores["date"] == 1.0


def test_the_content_of_a_promise_is_not_counted_where_it_was_not_coded(gold: tuple[GoldArticle, ...]) -> None:
    scores = one(gold, shelling(), talks(), event("COERCE", "jailed", embedded_in="x"))
    assert (scores["found"], scores["embedded_uncounted"], scores["type_precision"]) == (2, 1, 1.0)
    assert scores.articles[0].verdicts[2].outcome == "uncounted"


@pytest.mark.parametrize(
    ("fields", "actor", "recipient"),
    [
        ({"actors": ()}, 0.5, 1.0),
        ({"recipients": (party("Oster"),)}, 1.0, 0.5),
        ({"actors": (party("Norland", name="Kingdom of Norland"),)}, 1.0, 1.0),
        ({"actors": (party("Norland"), party("port"), party("Monday"))}, 1.0, 1.0),
        ({"actors": (party("Norland"), party("port"), party("Monday"), party("governor"))}, 0.5, 1.0),
    ],
    ids=["nobody", "somebody else", "another name at the same place", "two more", "a crowd"],
)
def test_parties(gold: tuple[GoldArticle, ...], fields: dict[str, Any], actor: float, recipient: float) -> None:
    scores = one(gold, shelling(**fields), talks())
    assert (scores["actor"], scores["recipient"]) == (actor, recipient)
    both = min(actor, recipient) * 2
    assert scores["who_whom_f1"] == both / 2


def test_sides_of_talks_may_stand_on_either_side(gold: tuple[GoldArticle, ...]) -> None:
    turned = talks(actors=(party("envoys of the union"),), recipients=(party("The prime minister"),))
    assert one(gold, shelling(), turned)["who_whom_f1"] == 1.0
    assert one(gold, shelling(), talks(actors=(party("envoys of the union"),)))["actor"] == 0.5


def test_a_name_is_whole_words_in_a_row(gold: tuple[GoldArticle, ...]) -> None:
    apart = replace(party("Norland"), start=None, end=None, text=None)
    for name, right in (("the Norland army", 1.0), ("Norlanders", 0.5), ("Nor land", 0.5), ("of the", 0.5)):
        assert one(gold, shelling(actors=(replace(apart, name=name),)), talks())["actor"] == right, name


@pytest.mark.parametrize(
    ("measure", "fields", "value"),
    [
        ("status", {"status": "planned"}, 0.5),
        ("mode", {"modes": ("drone",)}, 0.0),
        ("mode", {"modes": ("drone", "heavy-weapons")}, 1.0),
        ("attribution", {"attribution": shelling().attribution, "status": "planned"}, 1.0),
        ("attribution", {"attribution": replace(shelling().attribution, kind="unnamed")}, 0.0),
        ("attribution", {"attribution": Attribution("named", None, 0, 7, "Norland", None, None, None)}, 0.0),
        ("place", {"place": None}, 0.0),
        ("date", {"date": None}, 0.0),
        ("date", {"date": replace(shelling().date, latest=None)}, 1.0),  # type: ignore[type-var]
        ("date", {"date": replace(shelling().date, earliest=None)}, 0.0),  # type: ignore[type-var]
        ("count", {"counts": ()}, 0.0),
        ("count", {"counts": (Count("casualties", 12, None, 12, None, None, None, None, None),)}, 1.0),
        ("count", {"counts": (Count("killed", 13, 13, 13, None, None, None, None, None),)}, 0.0),
        # Three sides have a country, four have sectors.
        ("country", {"actors": (party("Norland", "XXX", ("MIL",)),)}, 2 / 3),
        ("country", {"recipients": ()}, 2 / 3),
        ("sector", {"actors": (party("Norland", "NRL", ("REB",)),)}, 3 / 4),
        ("sector", {"actors": (party("Norland", "NRL", ("REB", "MIL")),)}, 1.0),
    ],
)  # fmt: skip
def test_fields(gold: tuple[GoldArticle, ...], measure: str, fields: dict[str, Any], value: float) -> None:
    scores = one(gold, shelling(**fields), talks())
    assert scores[measure] == pytest.approx(value)
    assert (measure in kinds(scores)) == (value < 1)


def test_fields_are_judged_only_where_the_event_was_found(gold: tuple[GoldArticle, ...]) -> None:
    scores = one(gold, talks())
    assert scores["place"] is None and scores["date"] is None
    assert scores["status"] == 1.0


def test_unknowns_by_overlap(gold: tuple[GoldArticle, ...]) -> None:
    right, wrong, none = (one(gold, rest=beside(unknown=u)) for u in ("not clear why", "Westmark", None))
    assert (right["unknown_precision"], right["unknown_recall"]) == (1.0, 1.0)
    assert (wrong["unknown_precision"], wrong["unknown_recall"]) == (0.0, 0.0)
    assert (none["unknown_precision"], none["unknown_recall"]) == (None, 0.0)
    assert {"unknown missed", "unknown false"} <= set(kinds(wrong))


def test_relations_by_names_and_relation(gold: tuple[GoldArticle, ...]) -> None:
    right, wrong = one(gold, rest=beside()), one(gold, rest=beside(tie="backs"))
    assert (right["relation_precision"], right["relation_recall"]) == (1.0, 1.0)
    assert (wrong["relation_precision"], wrong["relation_recall"]) == (0.0, 0.0)


def test_intruders_by_characters(gold: tuple[GoldArticle, ...]) -> None:
    whole, part = len("Elsewhere, Westmark jailed a singer."), len("Westmark jailed a singer.")
    scores = one(gold, rest=beside())
    assert (scores["intruder_precision"], scores["intruder_recall"]) == (1.0, part / whole)
    assert scores["intruder_f1"] == pytest.approx(2 * part / (part + whole))


def test_tables_that_were_not_given_are_not_measured(gold: tuple[GoldArticle, ...]) -> None:
    scores = one(gold, shelling())
    assert scores["relation_recall"] is None and scores["unknown_recall"] is None and scores["intruder_recall"] is None


def test_slips_quote_the_article(gold: tuple[GoldArticle, ...]) -> None:
    slip = one(gold, shelling(status="planned"), talks()).articles[0].slips[0]
    assert TEXT[slip.start : slip.end] == "shelled"
    assert "«shelled»" in slip.words
    assert (slip.wanted, slip.got, slip.rule) == ("occurred", "planned", "test/one#1")


def test_notes_on_strangers_absent_articles_and_other_texts(gold: tuple[GoldArticle, ...]) -> None:
    assert "1 events belong to no article" in score(gold, [shelling(input_id="two")]).notes[0]
    assert "not in the dataset" in score(gold, [], Beside(())).notes[0]
    altered = Beside((replace(ARTICLE, text=TEXT + " More."),))
    assert "the text of one is not the gold's" in score(gold, [], altered).notes[0]


def test_an_event_in_the_gap_of_nothing_is_false(gold: tuple[GoldArticle, ...]) -> None:
    stray = event("AID", "why")
    assert at("why")[0] == stray.trigger.start
    assert one(gold, stray).articles[0].verdicts[0].outcome == "false"


def test_no_gold_is_an_error() -> None:
    with pytest.raises(ValueError, match="no hand-coded article"):
        score((), ())


def test_the_interval_is_over_articles_and_repeatable(tmp_path: Path) -> None:
    rows = [gold_row() | {"id": str(i)} for i in range(6)]
    gold = read_gold(write_gold(tmp_path, *rows))
    events = [replace(e, input_id=str(i)) for i in range(4) for e in (shelling(), talks())]
    first, second = score(gold, events), score(gold, events)
    assert first == second
    recall = next(f for f in first.figures if f.measure == "type_recall")
    assert recall.value == pytest.approx(4 / 6)
    assert recall.low is not None and recall.high is not None
    assert 0.1 < recall.low < 4 / 6 < recall.high <= 1.0
    precision = next(f for f in first.figures if f.measure == "type_precision")
    assert (precision.low, precision.high) == (1.0, 1.0)


def test_one_article_has_no_interval(gold: tuple[GoldArticle, ...]) -> None:
    assert all(f.low is None and f.high is None for f in one(gold, shelling()).figures)
