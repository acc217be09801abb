"""What stands beside a name: whether the words there let it be a place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from whowhom.places.cues import Cues
from whowhom.places.match import Match
from whowhom.records import Sentence

_PREFIXES = frozenset({"anti", "pro", "trans", "non", "ex", "mid"})
#: "Bristol, 7, was found".
_AGE = re.compile(r", \d{1,2}[,.;](?!\d)")
_LIST_JOINTS = frozenset({", ", " and ", ", and ", " or ", " to "})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OPEN_BEFORE = tuple(',;:.!?)]"”—–')


class Support(IntEnum):
    """How much the words beside a name say that it is a place."""

    AGAINST = 0
    NONE = 1
    MILD = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """The reading of a match's neighbours; `stop` is what else the name may be, or empty.

    `longer` says that the match seems a part of a longer name, `person` that somebody seems to
    bear it here, `government` that the place is said to speak.
    """

    support: Support
    stop: str
    longer: bool
    person: bool
    government: bool


def read_beside(match: Match, sentence: Sentence, text: str, cues: Cues, people: frozenset[str]) -> Beside:
    """Weigh the neighbours of a match; `longer` says that it seems a part of a longer name."""
    stop = cues.stop.get(match.key, "")
    before, after = _plain(match.before), _plain(match.after)
    support = max(_from_words(match, before, after, text, cues), _dateline(match, sentence, text))
    led = _follows_capital(match, before, cues)
    longer = led or _precedes_capital(match, after, stop, cues)
    speaks = match.joint.isspace() and _plain(match.after) in cues.speech and support < Support.STRONG
    person = " " not in match.key and (led or speaks) and support < Support.STRONG
    if _ruled_out(match, before, after, text, cues) or _ruled_out_by_person(match, stop, support, people):
        support = Support.AGAINST
    support, longer = _by_parser(match, sentence, support, longer, cues)
    return Beside(support, stop, longer, person, speaks)


def in_lists(matches: Sequence[Match], beside: Sequence[Beside], text: str) -> list[Beside]:
    """Let a name in a list of names share what speaks for the one before it: "in Aleppo, Homs and Hama"."""
    found: list[Beside] = []
    for at, one in enumerate(beside):
        joined = at > 0 and text[matches[at - 1].end : matches[at].start] in _LIST_JOINTS
        led = joined and found[at - 1].support >= Support.MILD and not found[at - 1].longer
        if led and one.support == Support.NONE and not one.longer:
            one = replace(one, support=Support.MILD, person=False)
        found.append(one)
    return found


def _plain(word: str) -> str:
    return word.lower().strip("\"“”'‘’(),.;:").removesuffix("'s").removesuffix("’s")


def _from_words(match: Match, before: str, after: str, text: str, cues: Cues) -> Support:
    """Read the preposition before and the head noun after."""
    adjacent = bool(match.before) and not match.before.endswith(_OPEN_BEFORE)
    if before == "the" and match.key not in cues.stop:
        words = text[max(0, match.start - 40) : match.start].split()
        before = words[-2].lower() if len(words) > 1 else before
    if before == "of" and adjacent and _word_before_of(match, text) in cues.kind_of:
        return Support.STRONG
    if adjacent and (before in cues.strong or before in cues.direction):
        return Support.STRONG
    if match.joint and after in cues.area:
        return Support.STRONG
    if match.joint in ("-", "–", "‑") and after == "based":
        return Support.STRONG
    if adjacent and before in cues.mild:
        return Support.MILD
    heads = match.joint and (after in cues.facility or after in cues.office or after in cues.local)
    return Support.MILD if heads else Support.NONE


def kinds_asked_for(match: Match, text: str, cues: Cues) -> frozenset[str]:
    """Return the kinds that "province" after or "city of" before asks for; empty for any."""
    heads = {_word_before_of(match, text), _plain(match.after) if match.joint.isspace() else ""}
    if heads & cues.division_head:
        return frozenset({"admin1", "admin2", "region"})
    return frozenset({"city", "capital", "place"}) if heads & cues.town_head else frozenset()


def _word_before_of(match: Match, text: str) -> str:
    words = text[max(0, match.start - 40) : match.start].split()
    return words[-2].lower() if len(words) > 1 and words[-1].lower() == "of" else ""


def _dateline(match: Match, sentence: Sentence, text: str) -> Support:
    """Strong where capitals open a sentence and a dash, a bracket or a comma follows."""
    opens = not text[sentence.start : match.start].strip()
    rest = text[match.end : match.end + 30].lstrip()
    if opens and match.text.isupper() and len(match.text) > 3 and not match.capitals:
        return Support.STRONG if rest[:1] in tuple(",(-—–/") or rest[:2] == "--" else Support.NONE
    if opens and rest.startswith(("(Reuters", "(AP", "(AFP", "(CNN", "—", "--", "– ")):
        return Support.STRONG
    return Support.NONE


def _follows_capital(match: Match, before: str, cues: Cues) -> bool:
    """Whether a capitalised word stands right before that is no cue: the name began earlier."""
    word = match.before.lstrip("\"“'‘(")
    if match.capitals or not word or not word[0].isupper() or word.endswith(_OPEN_BEFORE):
        return word.endswith(".") and before.rstrip(".") in cues.title
    bare = before.rstrip(".")
    if bare in cues.function or bare in cues.direction or bare in cues.strong or bare in cues.mild:
        return False
    if word.endswith("."):
        return bare in cues.title or bare in cues.feature_before or len(bare) == 1
    return not (match.before_starts and _ordinary(bare, cues))


def _ordinary(word: str, cues: Cues) -> bool:
    """Whether the capital of a sentence's first word may be owed to its place alone."""
    ends = word.endswith(("ing", "ed", "ly", "s"))
    return (ends or cues.stop.get(word) == "word") and word not in cues.title


def _precedes_capital(match: Match, after: str, stop: str, cues: Cues) -> bool:
    """Whether a capitalised word follows that makes the match the front of a longer name."""
    if match.capitals or not match.joint.isspace() or not match.after[:1].isupper():
        return False
    bare = after.rstrip(".")
    if match.key.rpartition(" ")[2] in cues.area:
        return False
    known = cues.facility | cues.office | cues.area | cues.time | cues.function
    return stop in ("given", "surname", "both") if after in cues.title else bare not in known


def _ruled_out(match: Match, before: str, after: str, text: str, cues: Cues) -> bool:
    """Whether the neighbours make it a body, a team, an adjective or half of a compound."""
    if match.joint in ("-", "–", "‑") and after in cues.unbacked:
        return True
    if match.joint and match.after[:1].isupper() and after.rstrip(".") in cues.other and not match.capitals:
        return True
    if match.start and text[match.start - 1] in "-‑" and not _joined_capital(match, text, cues):
        return True
    if match.key in cues.time or match.key in cues.direction or _AGE.match(text, match.end):
        return True
    if before in cues.organisation_before and match.before[:1].isupper():
        return True
    return before == "of" and _capital_before_of(match, text) in cues.organisation_of


def _joined_capital(match: Match, text: str, cues: Cues) -> bool:
    """Whether a capitalised word or an article stands before the hyphen: "Iran-Iraq", not "pro-Iraq"."""
    words = text[max(0, match.start - 30) : match.start - 1].split()
    word = words[-1].lower() if words else ""
    return word in cues.particle or (word not in _PREFIXES and bool(words) and words[-1][0].isupper())


def _capital_before_of(match: Match, text: str) -> str:
    words = text[max(0, match.start - 40) : match.start].split()
    word = words[-2] if len(words) > 1 and words[-1] == "of" else ""
    return word.lower() if word[:1].isupper() else ""


def _ruled_out_by_person(match: Match, stop: str, support: Support, people: frozenset[str]) -> bool:
    """Whether the name is borne by somebody in the article and nothing strong speaks for a place."""
    if match.key in people:
        return support < Support.STRONG
    return stop == "given" and support < Support.MILD


def _by_parser(match: Match, sentence: Sentence, support: Support, longer: bool, cues: Cues) -> tuple[Support, bool]:
    """Let the parser's names speak: a place confirms, a person or a body that holds the match denies.

    The parser's labels are often wrong on names it has not met, so they only tip the scales.
    """
    for name in sentence.names:
        start, end = sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end
        if end <= match.start or start >= match.end or not support:
            continue
        inside = start < match.start - 4 or end > match.end + 2
        doubtful = match.key in cues.stop
        if name.label in _PLACES:
            return (support if doubtful else max(support, Support.MILD)), longer and (inside or doubtful)
        if name.label == "PERSON" and support < Support.STRONG and (inside or doubtful):
            return Support.AGAINST, longer
        if name.label == "ORG" and inside and longer:
            return Support.AGAINST, longer
    return support, longer
