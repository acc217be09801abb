"""A small lexicon of the tests' own, so that they do not depend on the codebook that ships with the program."""

from whowhom.codebook import EventNoun, Lexicon, Support


def _noun(
    verb: str, of: str = "object", possessive: str = "subject", modifier: str = "subject", obj: str = ""
) -> EventNoun:
    return EventNoun(verb, of, possessive, modifier, frozenset(obj.split()))


NOUNS = {
    "attack": _noun("attack", obj="on against"),
    "strike": _noun("strike", obj="on against"),
    "raid": _noun("raid", obj="on against"),
    "offensive": _noun("offensive", of="none", obj="against on"),
    "arrest": _noun("arrest", possessive="object", modifier="object"),
    "release": _noun("release", possessive="object", modifier="object"),
    "killing": _noun("kill"),
    "assassination": _noun("assassinate"),
    "violation": _noun("violate"),
    "withdrawal": _noun("withdraw"),
    "support": _noun("support", of="subject", obj="for"),
    "demand": _noun("demand", of="subject", obj="for"),
    "call": _noun("call", of="subject"),
    "visit": _noun("visit", of="subject", obj="to"),
    "clash": _noun("clash", of="none"),
    "talk": _noun("talk", of="none"),
}
_OBJECT = "hold launch carry_out conduct make pay express lead resume begin"
_INVERTED = "face suffer receive survive"
_SUBJECT = "erupt break_out take_place begin resume continue"


def _support() -> dict[str, tuple[Support, ...]]:
    rows = [(v, Support("object", False)) for v in _OBJECT.split()]
    rows += [(v, Support("object", True)) for v in _INVERTED.split()]
    rows += [(v, Support("subject", False)) for v in _SUBJECT.split()]
    rows += [("take_part", Support("in", False)), ("engage", Support("in", False)), ("come", Support("under", True))]
    return {verb: tuple(s for v, s in rows if v == verb) for verb, _ in rows}


LEXICON = Lexicon(NOUNS, _support(), {}, frozenset({"promise", "threaten", "vow", "pledge", "use"}))
