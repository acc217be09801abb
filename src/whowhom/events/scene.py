"""One sentence as the matcher sees it: its tree, its predicates, and who stands at which token."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whowhom.records import ActorMention, Predicate, Sentence, Toponym


@dataclass(frozen=True, slots=True)
class Scene:
    """A parsed sentence with its predicates and its actors by head token; `cast` has every actor
    of the article, `places` the toponyms by their tokens."""

    sentence: Sentence
    predicates: tuple[Predicate, ...]
    actors: dict[int, ActorMention]
    by_token: dict[int, Predicate]
    cast: Mapping[str, ActorMention]
    places: Mapping[int, Toponym]


def make_scene(
    sentence: Sentence,
    predicates: tuple[Predicate, ...],
    actors: dict[int, ActorMention],
    cast: Mapping[str, ActorMention],
    toponyms: Sequence[Toponym],
) -> Scene:
    """Index a sentence; a token that belongs to two predicates counts for the pair with a support verb."""
    by_token: dict[int, Predicate] = {}
    for p in sorted(predicates, key=lambda p: p.kind == "light"):
        by_token[p.head] = p
        for t in p.tokens:
            by_token.setdefault(t, p)
    held = dict(actors)
    for m in actors.values():
        held.setdefault(_top(sentence, m), m)
    places = {t.i: p for p in toponyms for t in sentence.tokens if p.start < t.end <= p.end}
    return Scene(sentence, predicates, held, by_token, cast, places)


def _top(sentence: Sentence, mention: ActorMention) -> int:
    """Return the token of a mention on which its other tokens hang ("Movement", in Movement for Change)."""
    inside = [t.i for t in sentence.tokens if mention.start <= t.start and t.end <= mention.end]
    tops = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    return tops[0] if len(tops) == 1 else mention.head
