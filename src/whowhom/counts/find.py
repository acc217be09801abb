"""Find the figures of a sentence that count people, and what befell those people."""

from collections.abc import Iterator
from dataclasses import replace

from whowhom.counts.fates import Fate, fates
from whowhom.counts.nearby import beside, just_before, toll
from whowhom.counts.people import counted, is_count_of_people, is_part, role_token, singles, top_of, zeros
from whowhom.counts.quantity import Quantity, find_quantities
from whowhom.counts.words import CountWords
from whowhom.records import CountMention, Sentence
from whowhom.records.finding import CountKind

_JOINT: frozenset[CountKind] = frozenset(("killed", "wounded"))


def find_counts(sentence: Sentence, words: CountWords) -> tuple[CountMention, ...]:
    """Return the counts of people in a parsed sentence, in the order of the text.

    A figure that goes for two fates at once gives one mention each, but for killed and wounded, which
    give one of `casualties`. A sentence without a tree gives none.
    """
    if not sentence.parsed:
        return ()
    texts = [t.text.lower().replace("’", "'") for t in sentence.tokens]
    found: list[CountMention] = []
    for quantity in find_quantities(texts, words):
        if found and sentence.tokens[quantity.last].end <= max(m.end for m in found):
            continue  # "three of the seven hostages": three
        new = list(_of_quantity(sentence, texts, quantity, words))
        found += new or _rival(sentence, quantity, found, words)
    taken = [(m.start, m.end) for m in found]
    for quantity, head in singles(sentence, texts, words):
        start, end = sentence.tokens[quantity.first].start, sentence.tokens[head].end
        if not any(a < end and start < b for a, b in taken) and not is_part(sentence, texts, quantity, words):
            found += _mentions(sentence, quantity, head, _fates_of_one(sentence, head, words), words)
    found += _nobody(sentence, texts, words)
    return tuple(sorted(found, key=lambda m: (m.start, m.kind)))


def _of_quantity(sentence: Sentence, texts: list[str], quantity: Quantity, words: CountWords) -> Iterator[CountMention]:
    total = toll(sentence, texts, quantity, words)
    if total is not None:
        yield from _mentions(sentence, quantity, quantity.last, [total], words)
        return
    head = counted(sentence, texts, quantity, words)
    if not is_count_of_people(sentence, texts, quantity, head, words) or is_part(sentence, texts, quantity, words):
        return
    role = role_token(sentence, quantity, head, words)
    found = fates(sentence, role, words)
    if role != head and not found:
        found = fates(sentence, head, words)
    if not found or (len(found) == 1 and found[0].kind == "participants"):
        found = beside(sentence, texts, quantity, head, words) or found
    elif all(f.predicate < quantity.first - 1 for f in found):
        found = just_before(sentence, texts, quantity, words) or found
    yield from _mentions(sentence, quantity, head, found, words)


def _rival(
    sentence: Sentence, quantity: Quantity, found: list[CountMention], words: CountWords
) -> Iterator[CountMention]:
    """Read a second figure for the same thing: "police spoke of some 1,800", "the rebels put it at 40"."""
    top = sentence.tokens[top_of(sentence, quantity)]
    verb = sentence.tokens[sentence.tokens[top.head].head]
    if found and top.dep == "pobj" and verb.lemma.lower() in words.estimate_verbs:
        yield _mention(sentence, quantity, top.i, found[-1].kind, found[-1].predicate, found[-1].of)


def _fates_of_one(sentence: Sentence, head: int, words: CountWords) -> list[Fate]:
    return [f for f in fates(sentence, head, words) if f.kind != "participants"]


def _nobody(sentence: Sentence, texts: list[str], words: CountWords) -> Iterator[CountMention]:
    """No one was hurt: nobody wounded and nobody killed. No deaths: nobody killed."""
    for quantity, head in zeros(sentence, texts, words):
        found = fates(sentence, head, words)
        kinds = {f.kind for f in found}
        if kinds == {"wounded"} and head != found[0].predicate:
            found.append(replace(found[0], kind="killed"))
        for fate in found:
            if fate.kind != "participants":
                yield _mention(sentence, quantity, head, fate.kind, fate.predicate, None)


def _mentions(
    sentence: Sentence, quantity: Quantity, head: int, found: list[Fate], words: CountWords
) -> Iterator[CountMention]:
    kinds: dict[CountKind, Fate] = {f.kind: f for f in reversed(found)}
    if kinds.keys() >= _JOINT:
        kinds["casualties"] = Fate("casualties", kinds["killed"].predicate)
        del kinds["killed"], kinds["wounded"]
    if len(kinds) > 1:
        kinds.pop("participants", None)  # 30 protesters arrested: arrested
    for fate in kinds.values():
        figure = _hedged(sentence, quantity, fate.predicate, words)
        yield _mention(sentence, figure, head, fate.kind, fate.predicate, _group(sentence, quantity, head, words))


def _hedged(sentence: Sentence, quantity: Quantity, predicate: int, words: CountWords) -> Quantity:
    """Take the lower bound away where the sentence says only that it may be so."""
    helpers = {t.text.lower() for t in sentence.children(predicate, "aux")}
    feared = sentence.tokens[sentence.tokens[predicate].head]
    if helpers.isdisjoint(words.possible) and feared.text.lower() not in words.fear_words:
        return quantity
    if quantity.capped:
        return replace(quantity, low=0)
    return replace(quantity, low=None) if quantity.exact else quantity


def _group(sentence: Sentence, quantity: Quantity, head: int, words: CountWords) -> str | None:
    """Return the words for those counted, with the nouns before them; "lives" and "deaths" name nobody."""
    noun = sentence.tokens[head]
    if quantity.first <= head <= quantity.last or noun.pos not in ("NOUN", "PROPN"):
        return None
    if words.nouns.get(noun.lemma.lower(), "participants") != "participants" or noun.lemma.lower() in words.not_groups:
        return None
    first = head
    while first - 1 > quantity.last and sentence.tokens[first - 1].dep == "compound":
        first -= 1
    return " ".join(t.text for t in sentence.tokens[first : head + 1])


def _mention(
    sentence: Sentence, quantity: Quantity, head: int, kind: CountKind, predicate: int, group: str | None
) -> CountMention:
    first, last = sentence.tokens[quantity.first], sentence.tokens[max(quantity.last, head)]
    return CountMention(
        sentence=sentence.index,
        kind=kind,
        head=head,
        predicate=predicate,
        low=quantity.low,
        high=quantity.high,
        best=quantity.best,
        of=group,
        start=first.start,
        end=last.end,
        text=_text(sentence, first.i, last.i),
    )


def _text(sentence: Sentence, first: int, last: int) -> str:
    """Put the words of some tokens together again; white space between them becomes blanks."""
    pieces, end = [], sentence.tokens[first].start
    for token in sentence.tokens[first : last + 1]:
        pieces += [" " * (token.start - end), token.text]
        end = token.end
    return "".join(pieces)
