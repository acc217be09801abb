"""Phrases and whom they stand for: country, sectors, name and kind."""

from datetime import date

import pytest

from actors.reading import at, read

# sentence | words of the mention | country | sectors | name | kind
PHRASES = """
Three French soldiers were wounded near the border. | French soldiers | FRA | MIL | | group
Two Kenyan border guards arrested a driver. | border guards | KEN | COP | | group
The Somaliland interior minister resigned. | interior minister | SOM | GOV COP PRE | | person
A spokeswoman for the Karen rebels denied it. | spokeswoman | MMR | REB | | person
A Chinese state oil company signed a contract. | oil company | CHN | BUS GOV | | organisation
The archbishop of Kinshasa urged calm. | archbishop | COD | REL | | person
Peru's navy seized two boats. | navy | PER | MIL | | organisation
Members of the cartel shot a judge in Mexico. | Members | MEX | CRM | | group
The opposition lawmaker walked out of parliament in Kenya. | opposition lawmaker | KEN | LEG PTY OPP | | person
A rebel spokesman phoned the station. | rebel spokesman | | REB | | person
The Spanish police union called a strike. | police union | ESP | LAB COP | | organisation
The Danish farm minister flew home. | farm minister | DNK | GOV AGR | | person
French defence minister Jean Morel visited the troops. | Jean Morel | FRA | GOV MIL | Jean Morel | person
The Kremlin denied the claim. | Kremlin | RUS | GOV | Kremlin | organisation
Downing Street expressed concern. | Downing Street | GBR | GOV | Downing Street | organisation
The Pentagon confirmed the strike. | Pentagon | USA | GOV MIL | Pentagon | organisation
France condemned the arrests. | France | FRA | GOV | France | state
Burma freed four monks. | Burma | MMR | GOV | Myanmar | state
Holland recalled its ambassador. | Holland | NLD | GOV | Netherlands | state
The U.S. imposed new tariffs. | U.S. | USA | GOV | United States | state
The US and the UK signed a treaty. | UK | GBR | GOV | United Kingdom | state
DPRK fired a missile. | DPRK | PRK | GOV | North Korea | state
The Soviet Union invaded Afghanistan in 1979. | Soviet Union | SUN | GOV | Soviet Union | state
Abkhazia rejected the offer. | Abkhazia | GEO | GOV PRE | Abkhazia | state
Moscow accused its neighbour of lying. | Moscow | RUS | GOV | Russia | state
Talks between Tehran and Washington resumed. | Tehran | IRN | GOV | Iran | state
Talks between Tehran and Washington resumed. | Washington | USA | GOV | United States | state
Relations with Ankara have soured. | Ankara | TUR | GOV | Türkiye | state
Brussels imposed duties on steel. | Brussels | EUR | | European Union | organisation
The United Nations Security Council met in private. | Security Council | UNO | | United Nations Security Council | organisation
UN peacekeepers came under fire. | UN peacekeepers | UNO | MIL | | group
NATO deployed more ships. | NATO | IGO | MIL | NATO | organisation
Amnesty International accused the army of torture. | Amnesty International | NGO | | Amnesty International | organisation
Aid agencies suspended their work. | Aid agencies | NGO | | | organisation
Doctors Without Borders closed its clinic. | Doctors Without Borders | NGO | MED | Médecins Sans Frontières | organisation
Al-Shabaab attacked the base. | Al-Shabaab | SOM | REB | al-Shabaab | group
Boko Haram fighters burned the village. | Haram fighters | NGA | REB | | group
The Taliban seized a district. | Taliban | AFG | REB | Taliban | group
ELN negotiators arrived in Havana. | negotiators | COL | REB | | group
Hezbollah fired rockets across the border. | Hezbollah | LBN | REB PTY | Hezbollah | group
The FARC laid down its arms. | FARC | COL | REB | FARC | group
Sinaloa Cartel gunmen ambushed a patrol. | Cartel gunmen | MEX | UAF | | group
Masked men kidnapped a priest in Haiti. | Masked men | HTI | UAF | | group
Protesters in Hong Kong blocked a road. | Protesters | HKG | CVL | | group
Police in Kenya shot a student. | Police | KEN | COP | | organisation
Police in Kenya shot a student. | student | KEN | EDU | | person
Israeli settlers attacked Palestinian farmers. | settlers | ISR | CVL | | group
Israeli settlers attacked Palestinian farmers. | farmers | PSE | AGR | | group
The Nigerian Senate passed the bill. | Senate | NGA | LEG | | organisation
The junta in Myanmar freed political prisoners. | junta | MMR | GOV MIL | | organisation
The junta in Myanmar freed political prisoners. | political prisoners | MMR | CVL OPP | | group
Striking Greek dockers blocked the port. | dockers | GRC | LAB | | group
Zambian nurses demanded higher pay. | nurses | ZMB | MED | | group
Turkish journalists were detained at dawn. | journalists | TUR | JRN | | group
Syrian refugees crossed the river. | refugees | SYR | REF | | group
Indian state television said the talks had failed. | state television | IND | JRN GOV | | organisation
The Brazilian supreme court ordered his release. | supreme court | BRA | JUD | | organisation
A Colombian prosecutor charged the senator. | prosecutor | COL | JUD | | person
Pakistani intelligence officials questioned him. | intelligence officials | PAK | SPY | | group
Islamist militants stormed a hotel in Mali. | militants | MLI | REB | | group
Pro-government militia killed ten herders in Sudan. | militia | SDN | PRM | | organisation group
Former president Nicolas Sarkozy was convicted in France. | Nicolas Sarkozy | FRA | ELI GOV | Nicolas Sarkozy | person
Ex-president Mateo Solis of Bolivia fled. | Solis | BOL | ELI GOV | Mateo Solis | person
President Nicolas Maduro closed the border. | Maduro | VEN | GOV | Nicolás Maduro | person
Sen. Maria Robles of Mexico resigned. | Robles | MEX | LEG | Maria Robles | person
Gen. Tomas Okello of Uganda ordered a halt. | Okello | UGA | MIL | Tomas Okello | person
Judge Anna Berg of Norway freed him. | Berg | NOR | JUD | Anna Berg | person
UN envoy Clara Winter met the rebels. | Winter | UNO | GOV | Clara Winter | person
The leader of Hamas rejected the plan. | leader | PSE | REB GOV | | person
Hundreds of villagers fled the fighting in Chad. | Hundreds | TCD | CVL | | group
Hundreds of villagers fled the fighting in Chad. | villagers fled| TCD | CVL | | group
Turkey-backed Syrian rebels shelled the town. | rebels | SYR | REB | | group
Libyan-based militants crossed the desert. | militants | LBY | REB | | group
The Sudanese army agreed to a truce. | army | SDN | MIL | | organisation
The government of Mali resigned. | government | MLI | GOV | | organisation
The Foreign Ministry in Cuba summoned the envoy. | Foreign Ministry | CUB | GOV | | organisation
The Libyan Defense Ministry confirmed the deaths. | Defense Ministry | LBY | GOV MIL | | organisation
The French condemned the raid. | French | FRA | GOV | France | state
Americans stayed away from the polls. | Americans | USA | CVL | United States | population
Two Israelis were stabbed. | Israelis | ISR | CVL | | group
The Kurds captured the hill. | Kurds | | CVL | Kurds | population
Military sources said the base was hit. | Military sources | | MIL | | group
Aides to Prime Minister Abiy Ahmed briefed reporters. | Abiy Ahmed | ETH | GOV | Abiy Ahmed | person
Prime Minister Abiy Ahmed's office denied the report. | office | ETH | GOV | Abiy Ahmed | person
Retired general Pavel Novak of Poland was arrested. | Novak | POL | ELI MIL | Pavel Novak | person
The president of Niger thanked the donors. | president | NER | GOV | | person
Pope Francis appealed for peace. | Francis | VAT | GOV REL | Pope Francis | person
The Vatican welcomed the release. | Vatican | VAT | GOV | Holy See | state
Suspected Maoist rebels blew up a bridge in India. | rebels | IND | REB | | group
The Iranian Revolutionary Guards seized a tanker. | Revolutionary Guards | IRN | MIL | Islamic Revolutionary Guard Corps | organisation
""".strip().replace("villagers fled|", "hundreds-of |").splitlines()


@pytest.mark.parametrize("line", PHRASES)
def test_phrase_stands_for(line: str) -> None:
    text, words, country, sectors, name, kind = (cell.strip() for cell in line.split("|"))
    found = at(read(text), "villagers" if words == "hundreds-of" else words)
    assert (found.country, found.sectors, found.name) == (country or None, tuple(sectors.split()), name or None)
    assert found.kind in kind.split()


def test_there_are_enough_phrases() -> None:
    assert len(PHRASES) >= 80


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador flew to Moscow on Friday.",
        "A bomb went off in Kabul.",
        "Rebels marched on Tripoli.",
        "They fought for control of the capital Tripoli.",
        "He was born in London.",
        "Kabul is calm.",
    ],
)
def test_capitals_as_places_are_no_actors(text: str) -> None:
    assert not [m for m in read(text).mentions if m.kind == "state"]


def test_a_capital_that_acts_is_listed_as_a_government() -> None:
    text = "Moscow accused Kabul on Monday. A bomb went off in Moscow."
    findings = read(text, places={"Moscow": "RUS", "Kabul": "AFG"})
    assert [text[a:b] for a, b in sorted(findings.governments)] == ["Moscow", "Kabul"]


def test_a_country_where_something_happens_is_a_mention_and_a_place() -> None:
    findings = read("Gunmen attacked a bus in Egypt.", places={"Egypt": "EGY"})
    assert at(findings, "Egypt").kind == "state"
    assert not findings.governments


def test_a_city_of_the_same_name_elsewhere_is_no_government() -> None:
    findings = read("Washington announced a new park.", places={"Washington": "GBR"})
    assert not [m for m in findings.mentions if m.kind == "state"]


@pytest.mark.parametrize(
    "text", ["Michael Jordan scored again.", "Chad Smith plays drums.", "The report surprised the market."]
)
def test_what_is_no_country_and_no_actor(text: str) -> None:
    assert not [m for m in read(text).mentions if m.kind in ("state", "organisation", "group")]


@pytest.mark.parametrize(
    ("day", "sectors"),
    [
        (date(2013, 5, 1), ("GOV", "MIL")),
        (date(2015, 5, 1), ("GOV",)),
    ],
)
def test_office_is_that_of_the_day(day: date, sectors: tuple[str, ...]) -> None:
    assert at(read("Abdel Fattah el-Sisi spoke in Cairo.", day), "Sisi").sectors == sectors


def test_past_office_is_elite_and_rebels_stay_rebels() -> None:
    found = read("Tony Blair met Joseph Kony in Uganda.", date(2010, 1, 1))
    assert at(found, "Blair").sectors == ("ELI", "GOV")
    assert at(found, "Kony").sectors == ("REB",)


def test_taliban_govern_after_2021() -> None:
    text = "The Taliban banned music."
    assert at(read(text, date(2020, 1, 1)), "Taliban").sectors == ("REB",)
    assert at(read(text, date(2022, 1, 1)), "Taliban").sectors == ("GOV",)


def test_shared_noun_gives_both_countries() -> None:
    found = read("Ugandan and Kenyan troops entered the town.")
    assert {(m.country, m.sectors) for m in found.mentions} == {("UGA", ("MIL",)), ("KEN", ("MIL",))}
