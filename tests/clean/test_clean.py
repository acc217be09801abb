"""What is marked in an article, and where."""

import pytest

from whowhom.clean import CleanRules, clean_article, load_clean_rules
from whowhom.records import Article
from whowhom.settings import CleanSettings

TITLE = "Army takes Ras Dal, rebels flee"
BODY = (
    "Troops of the Northern Command entered the town of Ras Dal on Monday after a week of shelling, "
    "the defence ministry said."
)
MORE = "The rebels had held the port since March, and left it at night on fishing boats."


@pytest.fixture(scope="module")
def rules() -> CleanRules:
    return load_clean_rules()


def article(text: str, title: str | None = None) -> Article:
    return Article("a1", title, text, None, None, "en", None, None, None, "in.jsonl", 1)


def marks(rules: CleanRules, text: str, title: str | None = None, least: int = 40) -> list[tuple[str, str]]:
    clean = clean_article(article(text, title), rules, CleanSettings(min_repeat_characters=least))
    assert clean.article.text == text
    return [(passage.kind, text[passage.start : passage.end]) for passage in clean.passages]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        (TITLE, TITLE),
        (TITLE, TITLE.upper()),
        (f"{TITLE} - Daily Example", TITLE),
        (f"{TITLE} | Daily Example", TITLE),
        (TITLE, f"{TITLE} - Daily Example"),
        ("Army takes ‘Ras Dal’, rebels flee", "Army takes 'Ras Dal', rebels flee"),
        (TITLE, "Army takes  Ras Dal,\trebels flee"),
        (TITLE, "Army takes Ras Dal,\nrebels flee"),
        (None, TITLE),
        ("Quite another title", TITLE),
    ],
)
def test_headline(rules: CleanRules, title: str | None, line: str) -> None:
    assert marks(rules, f"{line}\n\n{BODY}\n\n{MORE}", title) == [("headline", line)]


def test_headline_of_plain_page_after_label_and_byline(rules: CleanRules) -> None:
    text = f"World Media\n\nBy Jane Doe\n\n{TITLE}\n\n{TITLE}\n\n{BODY}"
    assert marks(rules, text) == [
        ("section_label", "World Media"),
        ("boilerplate", "By Jane Doe"),
        ("headline", TITLE),
        ("duplicate", TITLE),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\n{MORE}",
        f"CARO (Reuters) - Army takes Ras Dal\n\n{BODY}",
        f"Troops entered Ras Dal on Monday.\n\n{BODY}",
        "",
        " \n\n ",
        "Troops entered Ras Dal",
    ],
)
def test_no_headline_without_a_line_like_one(rules: CleanRules, text: str) -> None:
    assert marks(rules, text) == []


def test_title_at_the_start_of_a_text_without_lines(rules: CleanRules) -> None:
    text = f"{TITLE} {TITLE} CARO (Reuters) - {BODY} {MORE}"
    assert marks(rules, text, TITLE) == [("headline", TITLE), ("duplicate", TITLE)]


def test_first_sentence_that_goes_on_after_the_words_of_the_title_is_whole(rules: CleanRules) -> None:
    assert marks(rules, "Army takes Ras Dal Airport after a long siege. " + MORE, "Army takes Ras Dal") == []


def test_short_headline_said_again_as_a_sentence(rules: CleanRules) -> None:
    text = f"Ras Dal falls\n\n{BODY} Ras Dal falls. {MORE}"
    assert marks(rules, text, "Ras Dal falls") == [("headline", "Ras Dal falls"), ("duplicate", "Ras Dal falls.")]


def test_repeated_paragraph_and_sentence(rules: CleanRules) -> None:
    text = f"{BODY}\n\n{MORE}\n\n{BODY}\n\nHe left. {MORE.upper()} He came back."
    assert marks(rules, text) == [("duplicate", BODY), ("duplicate", MORE.upper())]


def test_repeat_in_a_text_without_lines(rules: CleanRules) -> None:
    assert marks(rules, f"{BODY} {MORE} {BODY}") == [("duplicate", BODY)]


def test_repeat_without_the_dateline(rules: CleanRules) -> None:
    assert marks(rules, f"CARO, April 3 (Reuters) - {BODY}\n\n{MORE}\n\n{BODY}") == [("duplicate", BODY)]


def test_short_sentence_is_no_repeat_by_itself_but_with_its_neighbour(rules: CleanRules) -> None:
    short = "Nobody was hurt."
    assert marks(rules, f"{BODY} {short} {MORE} {short}") == []
    repeated = marks(rules, f"{BODY} {short} {MORE} {BODY} {short}")
    assert repeated == [("duplicate", BODY), ("duplicate", short)]


def test_length_limit_is_a_setting(rules: CleanRules) -> None:
    text = f"Nobody was hurt. {BODY} Nobody was hurt."
    assert marks(rules, text, least=10) == [("duplicate", "Nobody was hurt.")]


def test_one_changed_word_is_no_repeat(rules: CleanRules) -> None:
    assert marks(rules, f"{BODY}\n\n{BODY.replace('Monday', 'Sunday')}") == []


def test_pull_quote_is_a_repeat(rules: CleanRules) -> None:
    quote = "“We will hold this port until the last of us is gone”"
    text = f"{quote[:-1]},” the rebel leader said on Sunday.\n\n{BODY}\n\n{quote}\n\n{MORE}"
    assert marks(rules, text) == [("duplicate", quote)]


def test_teaser_that_breaks_off_is_a_repeat(rules: CleanRules) -> None:
    teaser = BODY[:70] + "..."
    assert marks(rules, f"{BODY}\n\n{MORE}\n\n{teaser}\n\nHe left on Friday.") == [("duplicate", teaser)]


@pytest.mark.parametrize("label", ["World Media", "OPINION", "World news", "Middle East", "Africa", "News | World"])
def test_known_label_stands_anywhere(rules: CleanRules, label: str) -> None:
    assert marks(rules, f"{BODY}\n\n{label}\n\n{MORE}") == [("section_label", label)]


@pytest.mark.parametrize("label", ["Dalia Crisis", "Home > Dalia > The War", "DALIA"])
def test_unknown_label_stands_above_the_headline(rules: CleanRules, label: str) -> None:
    assert marks(rules, f"{label}\n{TITLE}\n\n{BODY}", TITLE) == [("section_label", label), ("headline", TITLE)]


@pytest.mark.parametrize("line", ["Night of Fire", "What happens next", "World leaders react", "Army in retreat"])
def test_subhead_is_body(rules: CleanRules, line: str) -> None:
    assert marks(rules, f"{BODY}\n\n{line}\n\n{MORE}") == []


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "By JANE DOE, Associated Press",
        "Share this",
        "Follow us on Twitter and Facebook",
        "Subscribe to our newsletter",
        "Read more: Talks fail in Geneva",
        "© 2019",
        "Image copyright Getty Images",
        "FILE PHOTO: General Karras inspects a guard of honour in the capital.",
        "(Reporting by Jane Doe in Caro; Editing by John Roe)",
        "This article was originally published by The Daily Example.",
        "Updated 3:42 PM",
        "Press Association contributed to this report",
    ],
)
def test_boilerplate_line(rules: CleanRules, line: str) -> None:
    assert marks(rules, f"{BODY}\n\n{line}\n\n{MORE}") == [("boilerplate", line)]
    assert marks(rules, f"{BODY}\n{line}\n{MORE}") == [("boilerplate", line)]


@pytest.mark.parametrize(
    ("before", "found", "after"),
    [
        (f"{BODY} ", "Read more: Talks fail in Geneva.", ""),
        (f"{BODY} ", "Follow us on Twitter.", f" {MORE}"),
        (f"{BODY} ", "(Reporting by Jane Doe; Editing by John Roe)", f" {MORE}"),
        ("The general in May ", "(Photo by Jane Doe/Getty Images)", " spoke at length."),
        ("Fighters near the port ", "[Jane Doe/AFP]", f" {MORE}"),
        (f"{BODY} ", "Advertisement", f" {MORE}"),
        (f"{BODY} ", "All rights reserved.", ""),
    ],
)
def test_boilerplate_within_a_paragraph(rules: CleanRules, before: str, found: str, after: str) -> None:
    assert marks(rules, before + found + after) == [("boilerplate", found)]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Friday, troops had entered the town",
        "By Friday, troops had entered the town.",
        "Read the constitution, he said.",
        "CARO (Reuters) - The army left.",
        "Share prices fell after the raid.",
        "Photos of the raid show three men in uniform.",
        "Follow the law, the judge told the army on Twitter.",
        "Comments by the minister drew protests in Ankara.",
        "Updated figures put the dead at 30.",
        "Published on Monday, the report blames the army.",
        "The report by the ministry has been updated twice since the attack.",
        "The newspaper said all rights of the prisoners were respected.",
        "Contact with the patrol was lost at 3:42 PM.",
        "Register of deaths burned.",
        "Related charges were dropped.",
        "Background: the army took the town in 2011.",
        "Watch towers along the border were shelled.",
        "Support for the general is falling.",
        "Reporting by the Herald shows that troops burned the village.",
        "By Prime Minister Okoro, the country was told to expect a long war.",
        "Copyright law was the pretext for the raid, the editor said.",
        "End of the war is near, the general said.",
    ],
)
def test_news_is_not_boilerplate(rules: CleanRules, sentence: str) -> None:
    assert marks(rules, f"{BODY}\n\n{sentence}\n\n{MORE}") == []
    assert marks(rules, f"{BODY} {sentence} {MORE}") == []


def test_boilerplate_sentence_leaves_its_paragraph(rules: CleanRules) -> None:
    last = "Jane Doe of The Associated Press contributed to this report."
    assert marks(rules, f"They met. He left. {last}") == [("boilerplate", last)]


def test_exclusive_headline_is_no_label(rules: CleanRules) -> None:
    text = f"Politics\nEXCLUSIVE: Army chief to visit Dalia\nBy our correspondent\n{BODY}"
    assert marks(rules, text) == [
        ("section_label", "Politics"),
        ("headline", "EXCLUSIVE: Army chief to visit Dalia"),
        ("boilerplate", "By our correspondent"),
    ]


def test_top_stories_is_a_label_above_and_opens_links_below(rules: CleanRules) -> None:
    body = f"{BODY}\n\n{MORE}\n\n" + "\n\n".join(f"On day {n} the army shelled the old town again." for n in range(20))
    text = f"Top stories\n{TITLE}\n\n{body}\n\nTop stories\nCat rescued from tree"
    assert marks(rules, text, TITLE) == [
        ("section_label", "Top stories"),
        ("headline", TITLE),
        ("boilerplate", "Top stories"),
        ("boilerplate", "Cat rescued from tree"),
    ]


def test_links_under_related_articles(rules: CleanRules) -> None:
    text = f"{BODY}\n\nRelated articles\n\nRebels vow to retake port\nWho is General Karras?\n\n{MORE}\n\nHe left"
    assert marks(rules, text) == [
        ("boilerplate", "Related articles"),
        ("boilerplate", "Rebels vow to retake port"),
        ("boilerplate", "Who is General Karras?"),
    ]


def test_wrapped_lines_are_one_paragraph(rules: CleanRules) -> None:
    first = (
        "CARO, 12 JAN 90 (EFE) -- [TEXT] THE ARMY SAID TODAY THAT IT HAD TAKEN THE\n"
        "TOWN OF RAS DAL AFTER THREE DAYS OF FIGHTING AGAINST REBELS OF THE NORTHERN\n"
        "FRONT, WHO LEFT BEHIND 12 DEAD."
    )
    second = "   BY FRIDAY, TROOPS HAD ENTERED THE OLD QUARTER\n   AND THE PORT."
    again = (
        "THE ARMY SAID TODAY THAT IT HAD TAKEN THE TOWN OF RAS DAL AFTER THREE DAYS OF\n"
        "FIGHTING AGAINST REBELS OF THE NORTHERN FRONT, WHO LEFT BEHIND 12 DEAD."
    )
    assert marks(rules, f"{first}\n\n{second}\n\n{again}\n") == [("duplicate", again)]


def test_abbreviations_do_not_end_a_sentence(rules: CleanRules) -> None:
    sentence = "Gen. Ivo Karras of the U.N. Mission told Lt. Col. J. Roe to leave the port of Ras Dal."
    assert marks(rules, f"{sentence} {MORE} {sentence}") == [("duplicate", sentence)]


def test_scores_and_reasons(rules: CleanRules) -> None:
    text = f"World Media\n\n{TITLE}\n\n{TITLE}\n\n{BODY}\n\nShare this\n\n{BODY}"
    found = clean_article(article(text, TITLE), rules, CleanSettings()).passages
    assert [(p.reason, p.article_id) for p in found] == [
        ("label_words", "a1"),
        ("title", "a1"),
        ("title_repeat", "a1"),
        ("share", "a1"),
        ("said_already", "a1"),
    ]
    assert all(0 < p.score <= 1 for p in found)
