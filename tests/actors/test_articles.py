"""Short articles: one actor for all the ways in which it is written."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.actors.reading import at, catalogue, read, toponyms
from tests.trees import article
from whowhom.actors import find_actors

# (text, groups of (sentence, words) that mean one actor, that actor's name)
STORIES = [
    (
        "Libya's eastern commander Khalifa Hifter ordered a halt. Hafter said his forces would wait. "
        "Halifa Haftar met diplomats. The general told reporters that he wanted elections.",
        [(0, "Hifter"), (1, "Hafter"), (1, "his"), (2, "Haftar"), (3, "The general"), (3, "he")],
        "Khalifa Haftar",
    ),
    (
        "Egyptian President Abdel-Fattah el-Sissi opened a bridge. Sisi thanked the workers. "
        "Al-Sisi's office released photos. The presidency gave no date.",
        [(0, "Sissi"), (1, "Sisi"), (2, "office"), (3, "presidency")],
        "Abdel Fattah el-Sisi",
    ),
    (
        "Muammar Qaddafi ruled Libya for 42 years. Gaddafi was killed in Sirte. Gadhafi had fled there.",
        [(0, "Qaddafi"), (1, "Gaddafi"), (2, "Gadhafi")],
        "Muammar Gaddafi",
    ),
    (
        "The Libyan National Army (LNA) took the airport. The LNA lost three men. The army later withdrew.",
        [(0, "Libyan National Army"), (0, "LNA"), (1, "LNA"), (2, "The army")],
        "Libyan National Army",
    ),
    (
        "The Northern Farmers Union (NFU) met the minister in Kenya. The NFU demanded higher prices.",
        [(0, "Northern Farmers Union"), (1, "NFU")],
        "Northern Farmers Union",
    ),
    (
        "President Juan Perez of Guatemala met rebel leader Carlos Gomez. Perez said he would sign. "
        "The president thanked the rebel leader.",
        [(0, "Perez"), (1, "Perez"), (1, "he"), (2, "The president")],
        "Juan Perez",
    ),
    (
        "President Juan Perez of Guatemala met rebel leader Carlos Gomez. Perez said he would sign. "
        '"We will keep our word," Gomez said. The president thanked the rebel leader.',
        [(0, "Gomez"), (2, "We"), (2, "our"), (2, "Gomez"), (3, "the rebel leader")],
        "Carlos Gomez",
    ),
    (
        "Ana Silva, a Brazilian activist, was arrested at dawn. Police accused her of incitement. "
        "She denied it. Her lawyer said the activist would appeal.",
        [(0, "Silva"), (0, "activist"), (1, "her"), (2, "She"), (3, "Her"), (3, "the activist")],
        "Ana Silva",
    ),
    (
        "Hamas fired rockets on Friday. The group said it was retaliating. "
        "Israel's army bombed a house. Its spokesman, Avi Cohen, blamed the movement.",
        [(0, "Hamas"), (1, "The group"), (1, "it"), (3, "the movement")],
        "Hamas",
    ),
    (
        "Interior Minister Matteo Salvini closed ports. Salvini told Malta to take 47 migrants. "
        "The minister said they must go.",
        [(0, "Salvini"), (1, "Salvini"), (2, "The minister")],
        "Matteo Salvini",
    ),
    (
        "Ethiopian Prime Minister Abiy Ahmed made peace with Eritrean President Isaias Afwerki. "
        "Mr Abiy won a prize. The prime minister thanked Isaias.",
        [(0, "Ahmed"), (1, "Abiy"), (2, "The prime minister")],
        "Abiy Ahmed",
    ),
    (
        "Iran seized a tanker on Monday. Tehran said it would release the crew.",
        [(0, "Iran"), (1, "Tehran"), (1, "it")],
        "Iran",
    ),
    (
        "The Democratic Front of Samaria won the vote. Its leader, Dr. Peter Olson, promised peace. Olson teaches.",
        [(1, "Olson"), (1, "leader"), (2, "Olson")],
        "Peter Olson",
    ),
]


@pytest.mark.parametrize(("text", "places", "name"), STORIES, ids=[s[2] for s in STORIES])
def test_one_actor_for_all_its_mentions(text: str, places: list[tuple[int, str]], name: str) -> None:
    found = read(text)
    assert {(words, at(found, words, index).name) for index, words in places} == {(words, name) for _, words in places}


def test_leader_forces_and_organisation_are_three_actors() -> None:
    found = read("Khalifa Haftar leads the Libyan National Army. Haftar's forces took a town in Libya.")
    ids = {at(found, words).actor_id for words in ("Khalifa Haftar", "Army", "forces")}
    assert len(ids) == 3


def test_a_pair_names_both() -> None:
    found = read("Egypt's Sisi met Libyan commander Khalifa Haftar in Cairo. The pair discussed the war.")
    pair = at(found, "The pair")
    assert pair.name == "Abdel Fattah el-Sisi and Khalifa Haftar"
    assert pair.actor_id == "person:abdel-fattah-el-sisi+person:khalifa-haftar"


def test_both_sides_are_the_two_states() -> None:
    found = read("France and Germany held talks. Both sides agreed to a plan.")
    assert at(found, "Both sides").name == "France and Germany"


def test_an_object_is_not_its_own_subject() -> None:
    found = read("President Juan Perez met Carlos Gomez in Peru. Perez praised him.")
    assert at(found, "him").name == "Carlos Gomez"


def test_his_army_is_his_own_countrys() -> None:
    found = read("Egypt's Sisi received Libyan commander Khalifa Haftar. France armed his Libyan National Army.")
    assert at(found, "his", 1).name == "Khalifa Haftar"


def test_whose_forces_are_those_of_the_noun_before() -> None:
    found = read("Sisi of Egypt met Khalifa Haftar, whose forces hold eastern Libya.")
    assert at(found, "forces").country == "LBY"
    assert "khalifa-haftar" in at(found, "forces").actor_id


def test_two_people_of_one_surname_stay_apart() -> None:
    found = read("Benazir Bhutto and Murtaza Bhutto quarrelled in Pakistan.")
    assert at(found, "Benazir").actor_id != at(found, "Murtaza").actor_id


def test_a_shared_surname_goes_to_the_one_named_last() -> None:
    found = read("North Korean leader Kim Jong Un smiled. Kim left. His sister, Kim Yo Jong, stayed.")
    assert at(found, "Kim", 1).name == "Kim Jong-un"


def test_who_leads_a_state_needs_no_country() -> None:
    assert at(read("Trump said he was pleased."), "he").name == "Donald Trump"


def test_a_name_in_its_own_description_is_one_body() -> None:
    found = read("Poland's ruling Law and Justice party won.")
    assert at(found, "party").name == "Law and Justice"


def test_text_in_capitals_is_read() -> None:
    found = read(
        "FMLN GUERRILLAS ATTACKED A POLICE POST, PRESIDENT ALFREDO CRISTIANI SAID ON MONDAY.", date(1990, 5, 1)
    )
    assert (at(found, "GUERRILLAS").country, at(found, "CRISTIANI").sectors) == ("SLV", ("GOV",))


def test_a_common_surname_needs_its_country() -> None:
    assert at(read("Mr Brown sold cars."), "Brown").actor_id == "person:brown"
    assert at(read("Mr Brown met voters in Britain.", date(2008, 1, 1)), "Brown").name == "Gordon Brown"


def test_it_without_anybody_has_no_mention() -> None:
    found = read("Iran spoke. It is not clear whether talks will resume.")
    assert not [m for m in found.mentions if m.text == "It"]


def test_an_ambiguous_acronym_needs_support() -> None:
    assert at(read("The RSF shelled Khartoum, and Sudan burned."), "RSF").name in ("Rapid Support Forces",)
    assert not [m for m in read("The PP won.").mentions if m.country == "ESP"]


def test_foreign_governments_are_not_the_articles_own() -> None:
    found = read("Libya burned. Libya wept. Foreign governments sent aid.")
    assert at(found, "governments").country is None


def test_a_title_and_a_surname_are_enough_without_a_date() -> None:
    found = read("A Danish envoy met President Obama.", None)
    assert (at(found, "Obama").name, at(found, "Obama").country) == ("Barack Obama", "USA")


def test_the_nation_in_the_text_wins_over_a_namesake() -> None:
    assert at(read("Ghanaian President Obama met farmers in Accra.", None), "Obama").actor_id == "person:obama"


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(1990, 6, 1), "George H. W. Bush"), (date(1995, 6, 1), "George H. W. Bush"), (None, "George W. Bush")],
)
def test_of_two_presidents_of_one_name_the_last_one_is_meant(day: date | None, name: str) -> None:
    assert at(read("President Bush called farmers in Chile.", day), "Bush").name == name


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Police raided a house. The officers found two rifles.", "COP"),
        ("The army raided a house. The officers found two rifles.", "MIL"),
    ],
)
def test_officers_wear_the_uniform_met_last(text: str, sector: str) -> None:
    assert at(read(text), "officers").sectors == (sector,)


def test_his_house_is_no_parliament() -> None:
    assert not [m for m in read("Mr Dunlop lost his house in Kenya.").mentions if "LEG" in m.sectors]


def test_gunmen_are_of_the_place_where_they_shoot() -> None:
    text = "Gunmen shot at a bus in Jordan. A Canadian and a Briton were hurt. The gunmen fled to Karak."
    found = read(text, places={"Karak": "JOR"})
    assert {m.country for m in found.mentions if "unmen" in m.text} == {"JOR"}


def test_soldiers_among_two_countries_stay_open() -> None:
    assert at(read("Soldiers crossed the river. Mali blamed Niger."), "Soldiers").country is None


def test_soldiers_are_those_met_before() -> None:
    text = "Israeli troops entered a Syrian village. Lebanon protested. Witnesses said troops beat a man."
    assert at(read(text), "troops", 2).country == "ISR"


def test_one_office_is_not_another() -> None:
    found = read("Britain's Foreign Office met envoys. The Home Office refused.")
    assert at(found, "Foreign Office").actor_id != at(found, "Home Office").actor_id


def test_a_people_is_of_the_home_where_the_story_is() -> None:
    text = "Turkey warned the Kurds. They hold towns in Syria. Turkey fears that they will stay. Turkey wants talks."
    assert at(read(text), "Kurds").country == "SYR"


def test_a_guess_at_a_place_gives_no_country() -> None:
    parsed = article("The Federal Minister met clerics in Chad.", None)
    guess = replace(toponyms(parsed, {"Federal": "BRA"})[0], confidence=0.3)
    found = find_actors(parsed, (guess,), catalogue())
    assert at(found, "Minister").country == "TCD"


def test_a_state_of_a_countrys_name_is_no_country() -> None:
    parsed = article("The governor of Georgia signed a law.", None)
    state = replace(toponyms(parsed, {"Georgia": "USA"})[0], precision="region")
    found = find_actors(parsed, (state,), catalogue())
    assert at(found, "governor").country == "USA"
    assert not [m for m in found.mentions if m.kind == "state"]


def test_nobody_named_goes_without_a_sector() -> None:
    assert at(read("Jane Tandy was charged with theft in Kenya."), "Tandy").sectors == ("CVL",)


TEXTS = [text for text, _, _ in STORIES]


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_mentions_are_in_order_unique_and_true_to_the_text(one: str, two: str) -> None:
    text = f"{one} {two}"
    found = read(text)
    heads = [(m.sentence, m.head) for m in found.mentions]
    assert heads == sorted(set(heads))
    for m in found.mentions:
        assert text[m.start : m.end] == m.text
        assert m.actor_id and 0 < m.confidence < 1 and m.name != "" and m.country != ""


def test_the_same_article_gives_the_same_mentions() -> None:
    assert read(TEXTS[0]) == read(TEXTS[0])


def test_unparsed_sentences_give_no_mentions() -> None:
    parsed = article("Iran attacked Iraq.", None, parsed=False)
    assert find_actors(parsed, toponyms(parsed, {}), catalogue()).mentions == ()
