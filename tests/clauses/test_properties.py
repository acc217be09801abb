"""What must hold for any sentence, and that the same act gives the same arguments in whatever grammar it is told."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.clauses.conftest import Parse
from tests.clauses.lexicon import LEXICON
from whowhom.clauses import build_clauses
from whowhom.records import Predicate, Sentence

_SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

DOERS = ("the rebels", "Turkish troops", "the police", "gunmen", "Russia", "the militants", "government forces")
OTHERS = ("the mayor", "two journalists", "the villagers", "the convoy", "a judge", "the demonstrators")
ACTS = (
    ("attacked", "attacked", "attack", "attack"),
    ("arrested", "arrested", "arrest", "arrest"),
    ("killed", "killed", "killing", "kill"),
    ("assassinated", "assassinated", "assassination", "assassinate"),
    ("released", "released", "release", "release"),
)
_WORDS = st.sampled_from(
    "the rebels who that to of by with from in and or but not attack attacked attacking was were be been has will may "
    "talks held hold launched said minister Turkey Iran , . \" ' - : ( ) ? 12 'd n't if after killing whose whom which "
    "neither nor called on up out is under fire urged promise took part".split()
)
_JUMBLE = st.lists(_WORDS, min_size=1, max_size=25).map(" ".join)
_CLAUSES = st.lists(
    st.tuples(st.sampled_from(DOERS), st.sampled_from(ACTS), st.sampled_from(OTHERS)), min_size=1, max_size=3
)
_JOINTS = st.sampled_from((" after ", ", and ", " because ", ", while ", ", a spokesman said, but ", " and "))


def _check(sentence: Sentence, predicates: tuple[Predicate, ...]) -> None:
    inside = range(len(sentence.tokens))
    for n, p in enumerate(predicates):
        assert p.index == n
        assert p.head in p.tokens and all(i in inside for i in p.tokens)
        assert p.lemmas and all(p.lemmas)
        for a in p.arguments:
            assert a.head in inside and a.head not in p.tokens, (p.lemmas, a)
        assert len({(a.role, a.head) for a in p.arguments}) == len(p.arguments)
        cues = (p.operators.negation, p.operators.modal, p.operators.condition)
        assert all(i is None or i in inside for i in cues)
    for p in predicates:
        seen, at = set(), p.governor
        while at is not None:
            assert at != p.index and at not in seen, f"{p.lemmas} governs itself"
            seen.add(at)
            at = predicates[at].governor


@_SLOW
@given(_JUMBLE, st.booleans())
def test_jumbled_words_give_sound_predicates(parse: Parse, text: str, headline: bool) -> None:
    sentence = parse(text, headline)
    predicates = build_clauses(sentence, LEXICON)
    _check(sentence, predicates)
    assert predicates == build_clauses(sentence, LEXICON)


@_SLOW
@given(st.text(min_size=1, max_size=80))
def test_any_text_gives_sound_predicates(parse: Parse, text: str) -> None:
    sentence = parse(text, False)
    _check(sentence, build_clauses(sentence, LEXICON))


@_SLOW
@given(_CLAUSES, _JOINTS)
def test_joined_clauses_keep_their_own_arguments(parse: Parse, clauses: list[tuple], joint: str) -> None:  # type: ignore[type-arg]
    text = joint.join(f"{who} {act[0]} {whom}" for who, act, whom in clauses)
    sentence = parse(text[0].upper() + text[1:] + ".", False)
    predicates = build_clauses(sentence, LEXICON)
    _check(sentence, predicates)
    first = clauses[0][1][3]
    assert any(first in p.lemmas for p in predicates)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(DOERS), st.sampled_from(ACTS), st.sampled_from(OTHERS))
def test_voice_and_nominalisation_do_not_matter(
    parse: Parse, who: str, act: tuple[str, str, str, str], whom: str
) -> None:
    past, participle, noun, lemma = act
    be = "were" if whom.endswith("s") else "was"
    preposition = "on" if noun == "attack" else "of"
    tellings = (
        f"{who} {past} {whom} on Monday.",
        f"{whom} {be} {participle} by {who} on Monday.",
        f"{whom}, who {be} {participle} by {who} on Monday, said nothing.",
        f"The {noun} {preposition} {whom} by {who} drew criticism.",
        f"{whom}, {participle} by {who} on Monday, said nothing.",
        f"Observers said that {whom} had been {participle} by {who}.",
    )
    for text in tellings:
        sentence = parse(text[0].upper() + text[1:], False)
        told = {
            tuple(sentence.tokens[i].text for r in ("subject", "object") for i in p.fillers(r))
            for p in build_clauses(sentence, LEXICON)
            if lemma in p.lemmas
        }
        heads = tuple(_head(x, text) for x in (who, whom))
        assert heads in told, (text, told)


def _head(phrase: str, text: str) -> str:
    """Return the last word of a phrase, as it stands in the text."""
    word = phrase.split()[-1]
    return word[0].upper() + word[1:] if text.startswith(word) else word


def test_a_sentence_without_a_tree_has_no_predicates() -> None:
    assert build_clauses(Sentence(0, 0, 10, (), (), False), LEXICON) == ()
