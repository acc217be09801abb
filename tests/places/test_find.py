"""What is a place name, and which place it is; sentences without trees unless a test says so."""

from dataclasses import replace

import pytest

from tests.trees import article
from whowhom.places import Gazetteer, find_places
from whowhom.records import Toponym


def found(text: str, gazetteer: Gazetteer, parsed: bool = False) -> list[Toponym]:
    toponyms = find_places(article(text, parsed=parsed), gazetteer)
    assert all(text[t.start : t.end] == t.text for t in toponyms)
    return list(toponyms)


RESOLVED = [
    ("Rockets hit Tripoli, Lebanon, late on Sunday.", "Tripoli", "LBN", "city"),
    ("Rockets hit Tripoli late on Sunday.", "Tripoli", "LBY", "city"),
    ("He moved to Paris, Texas, last year.", "Paris", "USA", "city"),
    ("He moved to Paris last year.", "Paris", "FRA", "city"),
    ("The council of London, Ontario, met on Monday.", "London", "CAN", "city"),
    ("The council met in London on Monday.", "London", "GBR", "city"),
    ("Georgia and Russia exchanged fire near Tskhinvali.", "Georgia", "GEO", "country"),
    ("Shots were fired in Atlanta and Savannah, and Georgia sent troopers.", "Georgia", "USA", "region"),
    ("He flew to New York on Tuesday.", "New York", "USA", "city"),
    ("Crowds gathered in Washington on Friday.", "Washington", "USA", "city"),
    ("Fires burned across Washington state.", "Washington state", "USA", "region"),
    ("Clashes broke out in Khartoum state.", "Khartoum state", "SDN", "region"),
    ("Gunmen raided Maiduguri in Borno State.", "Borno State", "NGA", "region"),
    ("Troops in Sana'a were paid.", "Sana'a", "YEM", "city"),
    ("Shells fell on al-Hasakah in Syria.", "al-Hasakah", "SYR", "city"),
    ("The ferry sank off Côte d’Ivoire.", "Côte d’Ivoire", "CIV", "country"),
    ("Talks in the U.S. failed.", "U.S.", "USA", "country"),
    ("The army of Burma crossed the border.", "Burma", "MMR", "country"),
    ("Fighting went on in the Donbas.", "Donbas", "UKR", "region"),
    ("Jets struck the Gaza Strip overnight.", "Gaza Strip", "PSE", "region"),
    ("The ship was seized in the Strait of Hormuz.", "Strait of Hormuz", None, "wider"),
    ("He was born in Nice, France.", "Nice", "FRA", "city"),
    ("The boat left Port-au-Prince at dawn.", "Port-au-Prince", "HTI", "city"),
    ("Police in Kansas City, Mo., made arrests.", "Mo.", "USA", "region"),
    ("KABUL (Reuters) - A bomb went off on Monday.", "KABUL", "AFG", "city"),
    ("Witnesses in Misrata said that shots were fired.", "Misrata", "LBY", "city"),
    ("Paris-based lawyers filed the suit.", "Paris", "FRA", "city"),
    ("The rebels hold Deir ez-Zor.", "Deir ez-Zor", "SYR", "city"),
]


@pytest.mark.parametrize(("text", "words", "country", "precision"), RESOLVED)
def test_a_name_is_resolved(text: str, words: str, country: str | None, precision: str, gazetteer: Gazetteer) -> None:
    hits = [t for t in found(text, gazetteer) if t.text == words]
    assert [(t.country, t.precision) for t in hits] == [(country, precision)]


NO_PLACE = [
    "Mr. Lincoln met Jack London.",
    "Paris Hilton left early.",
    "Michael Jordan scored twice.",
    "The New York Times reported it.",
    "The Bank of England raised rates.",
    "Manchester United lost again.",
    "Iran-backed militias fired rockets.",
    "The anti-Syria bill was passed.",
    "Washington said it would not recognise the vote.",
    "Reading the letter, he wept.",
    "They met in March and again in August.",
    "Most people stayed at home.",
    "give us the bill, they told us.",
    "He crossed the nice orange bath mat.",
    "Syrian and Libyan fighters were seen.",
    "Bristol, 7, was found asleep.",
    "The Chad Smith band played.",
    "Mobile phones were taken away.",
]


@pytest.mark.parametrize("text", NO_PLACE)
def test_what_is_no_place_is_left_out(text: str, gazetteer: Gazetteer) -> None:
    assert found(text, gazetteer) == []


PARTS = [
    ("Shelling hit southern Tripoli.", "southern Tripoli", "southern Tripoli", "district"),
    ("Troops moved into eastern Libya.", "eastern Libya", "eastern Libya", "region"),
    ("A base in north-western Syria was hit.", "north-western Syria", "north-western Syria", "region"),
    ("Cars burned in central Baghdad.", "central Baghdad", "central Baghdad", "district"),
    ("Smugglers met near the Syria border.", "Syria border", "Syria", "region"),
]


@pytest.mark.parametrize(("text", "words", "name", "precision"), PARTS)
def test_a_part_keeps_the_point_of_the_whole(
    text: str, words: str, name: str, precision: str, gazetteer: Gazetteer
) -> None:
    (part,) = found(text, gazetteer)
    assert (part.text, part.name, part.precision) == (words, name, precision)
    assert part.latitude is not None and part.geonames_id is not None


def test_a_name_has_one_sense_in_an_article(gazetteer: Gazetteer) -> None:
    toponyms = found("He lived in Tripoli, Lebanon. Later he left Tripoli for Beirut.", gazetteer)
    named = [(t.country, t.method) for t in toponyms if t.name == "Tripoli"]
    assert named == [("LBN", "containment"), ("LBN", "one_sense")]


def test_title_and_address_are_hints(gazetteer: Gazetteer) -> None:
    plain = article("Police in Hyderabad made arrests.", parsed=False)
    about = replace(plain.clean.article, title="Pakistan arrests dozens", url="https://news.example.pk/1")
    hinted = replace(plain, clean=replace(plain.clean, article=about))
    assert [t.country for t in find_places(plain, gazetteer)] == ["IND"]
    assert [t.country for t in find_places(hinted, gazetteer)] == ["PAK"]


def test_a_surname_of_the_article_is_no_place(gazetteer: Gazetteer) -> None:
    text = "The editor, Laura Ferrara, was shot. Ferrara died on Monday."
    assert found(text, gazetteer) == []


def test_text_in_capitals_is_read(gazetteer: Gazetteer) -> None:
    toponyms = found("POLICE IN SAN SALVADOR SAID THAT BOMBS WENT OFF IN GUATEMALA.", gazetteer)
    assert [(t.text, t.country) for t in toponyms] == [("SAN SALVADOR", "SLV"), ("GUATEMALA", "GTM")]


def test_a_list_shares_its_preposition(gazetteer: Gazetteer) -> None:
    toponyms = found("Strikes were reported in Aleppo, Homs and Hama.", gazetteer)
    assert [(t.text, t.country) for t in toponyms] == [("Aleppo", "SYR"), ("Homs", "SYR"), ("Hama", "SYR")]


def test_the_other_places_decide(gazetteer: Gazetteer) -> None:
    text = "Libya's army left Benghazi. Fighting in Tripoli and Misrata went on."
    assert {t.country for t in found(text, gazetteer)} == {"LBY"}


def test_offsets_hold_in_later_sentences(gazetteer: Gazetteer) -> None:
    text = "“We waited,” he said.\n\nTwo days later, İzmir and Şırnak in Turkey were calm."
    toponyms = found(text, gazetteer)
    assert [t.text for t in toponyms] == ["İzmir", "Şırnak", "Turkey"]
    assert all(t.sentence == toponyms[0].sentence for t in toponyms)


def test_with_trees_places_stay(gazetteer: Gazetteer) -> None:
    text = "Gunmen from Chad attacked a police station in Maroua, Cameroon, on Monday."
    assert [t.text for t in found(text, gazetteer, parsed=True)] == ["Chad", "Maroua", "Cameroon"]


def test_with_trees_people_go(gazetteer: Gazetteer) -> None:
    text = "Jack London met Florence Kent at home on Tuesday."
    assert found(text, gazetteer, parsed=True) == []


def test_an_article_without_text_has_no_places(gazetteer: Gazetteer) -> None:
    assert found("", gazetteer) == []
