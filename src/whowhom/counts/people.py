"""Who is counted: the noun of a quantity, and whether it stands for people at all."""

import re
from collections.abc import Iterator, Sequence

from whowhom.counts.quantity import Quantity
from whowhom.counts.words import CountWords
from whowhom.records import Sentence, Token

_YEAR = re.compile(r"(?:19|20)\d\d")
#: Names of these kinds after a numeral are no names of peoples ("12 MiG").
_NO_PEOPLE = frozenset(("PRODUCT", "DATE", "TIME", "MONEY", "LAW", "FAC", "WORK_OF_ART", "QUANTITY", "EVENT"))
_SINGULAR = ("a", "an", "another")


def counted(sentence: Sentence, texts: Sequence[str], quantity: Quantity, words: CountWords) -> int:
    """Return the token of the noun counted, or of the figure itself where no noun is said."""
    tokens = sentence.tokens
    top = top_of(sentence, quantity)
    noun = tokens[tokens[top].head]
    if tokens[top].dep in ("nummod", "amod", "det", "quantmod", "advmod", "compound", "predet") and (
        noun.i > quantity.last and noun.pos in ("NOUN", "PROPN", "ADJ", "VERB") and texts[noun.i] not in words.vague
    ):
        return noun.i if noun.pos != "VERB" or noun.tag == "VBN" else top
    at = quantity.last + 1
    if texts[at - 1] == "of" or (at < len(texts) and texts[at] == "of"):
        found = _after_of(sentence, quantity)
        if found is not None:
            return found
    found = _adjacent(sentence, quantity)
    return top if found is None else found


def top_of(sentence: Sentence, quantity: Quantity) -> int:
    """Return the token of the figure that hangs on something outside of it."""
    inside = range(quantity.core, quantity.last + 1)
    tops = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    numerals = [i for i in tops if sentence.tokens[i].tag == "CD" or sentence.tokens[i].pos in ("NUM", "NOUN")]
    return (numerals or tops or [quantity.last])[-1]


def _after_of(sentence: Sentence, quantity: Quantity) -> int | None:
    for at in range(quantity.last, min(quantity.last + 2, len(sentence.tokens))):
        token = sentence.tokens[at]
        if token.text.lower() == "of":
            return next((t.i for t in sentence.children(token.i, "pobj") if t.pos in ("NOUN", "PROPN")), None)
    return None


def _adjacent(sentence: Sentence, quantity: Quantity) -> int | None:
    """Find a plural noun right after the figure, with only adjectives between, whatever the tree says."""
    for token in sentence.tokens[quantity.last + 1 : quantity.last + 5]:
        if token.tag in ("NNS", "NNPS") or token.text.lower() == "people":
            return token.i
        if token.pos not in ("ADJ", "NOUN", "PROPN") or token.tag in ("VBN", "VBD"):
            return None
    return None


def role_token(sentence: Sentence, quantity: Quantity, head: int, words: CountWords) -> int:
    """Return the token that has the role: "dozens" in "dozens of people were hurt", "family" in "a family of five"."""
    tokens = sentence.tokens
    top = top_of(sentence, quantity)
    token = tokens[head]
    if head != top and token.dep == "pobj" and top in {t.i for t in sentence.ancestors(head)}:
        token = tokens[top]
    seen = 0
    while token.dep == "pobj" and tokens[token.head].text.lower() == "of" and seen < 3:
        governor = tokens[tokens[token.head].head]
        lemma = governor.lemma.lower()
        if lemma not in words.group_nouns and governor.tag != "CD" and governor.text.lower() not in words.vague:
            break
        if lemma in words.crowd_nouns:
            break
        token, seen = governor, seen + 1
    return token.i


def is_count_of_people(
    sentence: Sentence, texts: Sequence[str], quantity: Quantity, head: int, words: CountWords
) -> bool:
    """Whether a quantity may count people: no age, date, money, percentage, measure or number of a thing."""
    before = texts[quantity.first - 1] if quantity.first else ""
    core_before = texts[quantity.core - 1] if quantity.core else ""
    after = texts[quantity.last + 1] if quantity.last + 1 < len(texts) else ""
    if after in words.after_stops or not {before, core_before}.isdisjoint(words.before_stops):
        return False
    if _beside_month(sentence, quantity, words) or _is_age(texts, quantity.last) or after in words.not_people:
        return False
    if _singular(after) in words.not_people and after not in words.nouns:
        return False
    figure = texts[quantity.last]
    if _YEAR.fullmatch(figure) and quantity.exact and head == quantity.last:
        return False
    token = sentence.tokens[head]
    if head != quantity.last and token.lemma.lower() in words.not_people:
        return _is_said_of_people(token, words)
    return token.pos != "PROPN" or token.i == quantity.last or token.entity not in _NO_PEOPLE


def _beside_month(sentence: Sentence, quantity: Quantity, words: CountWords) -> bool:
    beside = (*sentence.tokens[: quantity.first][-1:], *sentence.tokens[quantity.last + 1 : quantity.last + 2])
    return any(t.text.lower() in words.months and not t.text.islower() for t in beside)


def _is_said_of_people(token: Token, words: CountWords) -> bool:
    return token.text.lower() in words.adjectives


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _is_age(texts: Sequence[str], last: int) -> bool:
    """14-year-old; a 12-day siege; a 3-1 win."""
    following = texts[last + 1 : last + 3]
    return len(following) == 2 and following[0] == "-" and following[1] not in ("odd", "plus", "strong")


def is_part(sentence: Sentence, texts: Sequence[str], quantity: Quantity, words: CountWords) -> bool:
    """Whether a figure is a part of one said before: "including 3 children", "five of them"."""
    for cue in words.part_cues:
        before = tuple(texts[quantity.first - len(cue) : quantity.first]) if quantity.first >= len(cue) else ()
        after = tuple(texts[quantity.last + 1 : quantity.last + 1 + len(cue)])
        if cue in (before, after):
            return True
    return _is_listed_after_including(sentence, quantity)


def _is_listed_after_including(sentence: Sentence, quantity: Quantity) -> bool:
    """Including three women and two children: the second figure hangs on the first."""
    token = sentence.tokens[top_of(sentence, quantity)]
    for above in (token, *sentence.ancestors(token.i)):
        if above.text.lower() == "including":
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False


def singles(sentence: Sentence, texts: Sequence[str], words: CountWords) -> Iterator[tuple[Quantity, int]]:
    """Yield "a soldier" and "another man": one person each, with the token of the noun."""
    for token in sentence.tokens:
        if token.tag not in ("NN", "NNP") or token.dep in ("compound", "attr", "appos", "npadvmod"):
            continue
        if not is_person(token, words):
            continue
        article = next((t for t in sentence.children(token.i, "det") if texts[t.i] in _SINGULAR), None)
        if article is not None:
            yield Quantity(article.i, article.i, article.i, 1, 1, 1), token.i


def is_person(token: Token, words: CountWords) -> bool:
    """Whether a singular noun stands for a person."""
    word = token.lemma.lower()
    return word in words.persons or word.endswith(words.person_endings) or token.entity == "NORP"


def zeros(sentence: Sentence, texts: Sequence[str], words: CountWords) -> Iterator[tuple[Quantity, int]]:
    """Yield "no one", "nobody", "no civilians", "no deaths", with the token that has the role."""
    for token in sentence.tokens:
        if texts[token.i] not in words.zero:
            continue
        governor = sentence.tokens[token.head]
        role = governor if token.dep in ("det", "nummod", "neg") and governor.i > token.i else token
        if role.lemma.lower() in words.report_nouns or _within_report(sentence, role, words):
            continue
        yield Quantity(token.i, token.i, max(token.i, role.i), 0, 0, 0), role.i


def _within_report(sentence: Sentence, token: Token, words: CountWords) -> bool:
    return any(t.lemma.lower() in words.report_nouns for t in sentence.ancestors(token.i) if t.pos == "NOUN")
