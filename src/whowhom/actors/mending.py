"""Cuts what is too much off the parser's names, and joins the names that it cut."""

from whowhom.actors.atoms import PARTICLES, skeleton
from whowhom.actors.catalogue import Catalogue
from whowhom.records import Sentence, Token


def trim(sentence: Sentence, first: int, last: int, label: str, catalogue: Catalogue) -> tuple[int, int, str] | None:
    """Cut determiners, lower-case roles, titles and possessives off a parser's name."""
    tokens = sentence.tokens
    for i in range(first, last):
        if tokens[i].tag == "POS" or tokens[i].text in (",", ";", ":", "(", ")"):
            if i + 1 < last and tokens[i].tag == "POS":
                first = i + 1
            else:
                last = i
                break
    while first < last and (tokens[first].pos in ("DET", "PUNCT", "ADP", "NUM") or _lower_role(tokens[first], label)):
        first += 1
    while first < last - 1 and label == "PERSON" and _title_length(sentence, first, last, catalogue):
        first += _title_length(sentence, first, last, catalogue)
    while last > first and tokens[last - 1].pos == "PUNCT":
        last -= 1
    if label == "ORG" and first < last - 1 <= first + 2 and _government_of(sentence, first, last, catalogue):
        last, label = last - 1, "PERSON"
    return (first, last, label) if first < last else None


def _government_of(sentence: Sentence, first: int, last: int, catalogue: Catalogue) -> bool:
    """Whether the parser took a leader and the noun for his government for one name (the X administration)."""
    if sentence.tokens[last - 1].lemma.lower() not in catalogue.acting["governs"]:
        return False
    leader = sentence.tokens[last - 2].text.lower()
    return any(s.word == leader and s.given for s in catalogue.surnames.get(skeleton(leader), ()))


def _lower_role(token: Token, label: str) -> bool:
    return (
        label in ("PERSON", "ORG")
        and token.text[0].islower()
        and token.text not in PARTICLES
        and token.pos in ("NOUN", "ADJ", "ADV")
    )


def _title_length(sentence: Sentence, first: int, last: int, catalogue: Catalogue) -> int:
    """Return how many tokens of a title a name begins with."""
    words = [sentence.tokens[i].text.lower().rstrip(".") for i in range(first, min(last - 1, first + 3))]
    for n in range(len(words), 0, -1):
        if " ".join(words[:n]) in catalogue.titles:
            return n
    return 0


def mend(sentence: Sentence, first: int, last: int, label: str) -> tuple[int, int, str]:
    """Join what the parser cut: particles, hyphened parts and names broken in two."""
    tokens = sentence.tokens
    if label not in ("PERSON", "ORG", "GPE"):
        return first, last, label
    while (
        last < len(tokens) - 1
        and tokens[last].text == "-"
        and tokens[last + 1].pos == "PROPN"
        and tokens[last].start == tokens[last - 1].end
    ):
        last += 2
    if label == "PERSON":
        while (
            last < len(tokens) - 1
            and tokens[last].text.lower() in PARTICLES
            and tokens[last + 1].pos == "PROPN"
            and tokens[last].text[0].islower()
        ):
            last += 2
        while (
            last < len(tokens)
            and tokens[last].pos == "PROPN"
            and not tokens[last].entity
            and tokens[last - 1].dep == "compound"
            and tokens[last - 1].head == last
        ):
            last += 1
        while first > 0 and (tokens[first - 1].text.lower() in PARTICLES and tokens[first - 1].pos == "PROPN"):
            first -= 1
    return first, last, label
