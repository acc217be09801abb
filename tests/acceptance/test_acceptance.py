"""The page that must come out right: one test a row of what it says. Needs the development gold beside the project."""

from pathlib import Path

import pytest

from whowhom.pipeline import Coder, code_articles
from whowhom.records import Article, CleanArticle, Coded, Event, Party

PAGE = "797bc3d8dcbf117b"


@pytest.fixture(scope="module")
def page(coder: Coder, shared: Path) -> tuple[CleanArticle, Coded]:
    from datetime import date

    text = (shared / "acceptance" / f"000_{PAGE}.txt").read_text(encoding="utf-8")
    article = Article(PAGE, None, text, None, None, "en", date(2019, 4, 14), None, PAGE, "page.txt", 1)
    return next(code_articles([article], coder))


def _who(parties: tuple[Party, ...]) -> str:
    return " ".join(f"{p.name} {p.text}" for p in parties).lower()


def _events(page: tuple[CleanArticle, Coded], kind: str, words: str = "") -> list[Event]:
    return [e for e in page[1].events if e.event_type == kind and words in e.sentence.text]


def _ids(page: tuple[CleanArticle, Coded], *texts: str) -> dict[str, set[str]]:
    return {t: {m.actor_id or "" for m in page[1].mentions if m.kind == "actor" and m.text == t} for t in texts}


def test_label_headline_and_its_repeat(page: tuple[CleanArticle, Coded]) -> None:
    text = page[0].article.text
    kinds = {(p.kind, text[p.start : p.end]) for p in page[0].passages}
    headline = "Egypt's Sisi meets Libyan commander Haftar in Cairo"
    assert ("section_label", "World Media") in kinds
    assert ("headline", headline) in kinds
    assert ("duplicate", headline) in kinds


def test_headline_is_coded_and_its_repeat_is_not(page: tuple[CleanArticle, Coded]) -> None:
    starts = [e.trigger.start for e in _events(page, "CONSULT", "Egypt's Sisi meets")]
    assert len(starts) == 1
    assert page[0].kind_at(starts[0]) == "headline"


def test_meeting_is_one_incident(page: tuple[CleanArticle, Coded]) -> None:
    from whowhom.incidents import merge_events

    reports = [e for e in _events(page, "CONSULT") if "haftar" in _who(e.actors + e.recipients)]
    merged = merge_events(page[1].events)
    assert len(reports) >= 2
    assert len({merged.of_event[e.event_id] for e in reports}) == 1


def test_sisi_is_one_actor(page: tuple[CleanArticle, Coded]) -> None:
    found = {i for m in page[1].mentions if "Sis" in m.text and m.kind == "actor" for i in [m.actor_id]}
    assert len({i for i in found if i and "office" not in i}) == 1


def test_haftar_is_one_actor(page: tuple[CleanArticle, Coded]) -> None:
    named = [m for m in page[1].mentions if m.kind == "actor" and "Haftar" in m.text and "forces" not in m.text]
    assert len({m.actor_id for m in named}) == 1
    assert {m.country for m in named} == {"LBY"}


def test_army_is_one_actor(page: tuple[CleanArticle, Coded]) -> None:
    army = {
        m.actor_id
        for m in page[1].mentions
        if m.kind == "actor" and m.text.endswith(("National Army", "eastern-based army"))
    }
    assert len(army) == 1


def test_met_on_sunday_in_cairo_according_to_state_media(page: tuple[CleanArticle, Coded]) -> None:
    met = next(e for e in _events(page, "CONSULT", "met Sunday"))
    assert met.status == "occurred"
    assert met.date is not None
    assert str(met.date.earliest) == str(met.date.latest) == "2019-04-14"
    assert met.attribution.kind == "media"


def test_funding_and_arms_are_aid_to_the_army(page: tuple[CleanArticle, Coded]) -> None:
    aid = next(e for e in _events(page, "AID", "funding and arms"))
    assert "egypt" in _who(aid.actors)
    assert "army" in _who(aid.recipients)
    assert aid.status == "occurred"


def test_campaign_is_an_ongoing_assault(page: tuple[CleanArticle, Coded]) -> None:
    campaign = [e for e in _events(page, "ASSAULT", "military campaign") if "army" in _who(e.actors)]
    assert campaign
    assert campaign[0].status == "ongoing"
    assert "government" in _who(campaign[0].recipients)


def test_support_for_efforts_is_support(page: tuple[CleanArticle, Coded]) -> None:
    assert any("egypt" in _who(e.actors) for e in _events(page, "SUPPORT", "efforts to combat"))


def test_did_not_mention_is_an_unknown(page: tuple[CleanArticle, Coded]) -> None:
    assert any(u.kind == "not_mentioned" for u in page[1].unknowns)


def test_toppled_qaddafi_is_historical(page: tuple[CleanArticle, Coded]) -> None:
    past = [e for e in page[1].events if "Qaddafi" in e.sentence.text and e.event_type in ("ASSAULT", "COERCE")]
    assert past
    assert {e.status for e in past} == {"historical"}


def test_haftar_backs_the_rival_administration(page: tuple[CleanArticle, Coded]) -> None:
    ties = {(r.subject.text, r.relation, r.object.text) for r in page[1].relations}
    assert any("Haftar" in (s or "") and r == "backs" and "administration" in (o or "") for s, r, o in ties)
    assert any(r == "rejects_recognition" for _, r, _ in ties)
    assert any(r == "leads" and "Sarraj" in (s or "") for s, r, _ in ties)


def test_tweet_is_a_direct_statement_on_social_media(page: tuple[CleanArticle, Coded]) -> None:
    tweets = [s for s in page[1].statements if s.kind == "social"]
    assert tweets
    assert {s.form for s in tweets} == {"direct"}


def test_flare_up_threatens_nobody(page: tuple[CleanArticle, Coded]) -> None:
    assert _events(page, "THREATEN", "flare-up") == []


def test_casualties_and_displaced_are_counted(page: tuple[CleanArticle, Coded]) -> None:
    counts = {(c.kind, c.low) for e in page[1].events for c in e.counts}
    assert ("casualties", 200) in counts
    assert ("displaced", 2000) in counts


def test_crash_is_no_assault_and_its_source_unnamed(page: tuple[CleanArticle, Coded]) -> None:
    crash = "warplane crashed"
    assert _events(page, "ASSAULT", crash) == []
    assert any(s.kind == "unnamed" and any(crash in c.text for c in s.content) for s in page[1].statements)


def test_no_other_details_is_an_unknown(page: tuple[CleanArticle, Coded]) -> None:
    assert any(u.kind == "no_details" for u in page[1].unknowns)


def test_blamed_militants_is_accuse_with_the_attacks_inside(page: tuple[CleanArticle, Coded]) -> None:
    blamed = [e for e in _events(page, "ACCUSE", "has in the past blamed") if "egypt" in _who(e.actors)]
    assert blamed
    assert "militants" in _who(blamed[0].recipients)
    assert _events(page, "ASSAULT", "cross-border attacks")


def test_not_clear_whether_is_an_unknown(page: tuple[CleanArticle, Coded]) -> None:
    assert any(u.kind == "unclear" and "whether" in u.text for u in page[1].unknowns)


def test_support_soon_to_be_sent_is_planned(page: tuple[CleanArticle, Coded]) -> None:
    coming = [
        e
        for e in page[1].events
        if "foreign governments" in e.sentence.text and e.event_type in ("AID", "AGREE", "SUPPORT")
    ]
    assert coming
    assert any(e.status == "planned" for e in coming)
