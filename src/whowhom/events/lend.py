"""Parties that a frame did not bind, but that the words around it name: owners, addressees, people of places."""

from whowhom.codebook import Codebook
from whowhom.events.candidate import Candidate
from whowhom.events.match import Match
from whowhom.events.operators import operator_over
from whowhom.events.parties import STANDING, WITHIN, after, aimed_at, owner_of, parties_around, party_at, somebody_at
from whowhom.events.scene import Scene
from whowhom.records import ActorMention, Predicate

#: Acts that hold in a place, for or against the people who live there.
_LOCAL = frozenset({"COERCE", "CONCEDE", "AID"})
#: Acts whose aim, told in an infinitive, names those for or against whom they are done.
_AIMED_BY = frozenset({"AID", "MOBILIZE"})
_INNER = ("indirect", "to", "with", "against", "on", "object", "from", "for", "into")


def doers_behind(scene: Scene, p: Predicate, match: Match, codebook: Codebook) -> tuple[ActorMention, ...]:
    """Return who did it, where the frame's subject is his tool ("a US air strike killed") or he announces it."""
    tools = [h for h in match.consumed if h in p.fillers("subject")]
    if p.passive and match.rule.entry.event_type == "CONCEDE":
        tools += [h for h in match.consumed if h in p.fillers("object")]
    owners = tuple(m for h in tools for m in [owner_of(scene, h)] if m is not None and m not in match.recipients)
    if owners or p.kind != "noun":
        return owners
    over = operator_over(scene, p, codebook)
    governor = scene.by_token.get(over[1]) if over is not None else None
    if governor is None or governor.kind != "verb" or p.link != "object":
        return ()
    return _parties(scene, governor.fillers("subject"))


def others_behind(scene: Scene, made: Candidate, match: Match) -> tuple[ActorMention, ...]:
    """Return to whom it was done: the addressee of a request, a thing's owner, the people of a place."""
    p, content = match.predicate, match.rule.entry.content
    if content is not None:
        inside = [scene.by_token[h] for h in match.clauses if h in scene.by_token]
        if content.status == "requested":
            addressed = tuple(m for q in inside for m in _parties(scene, q.fillers("subject")))
            if addressed:
                return addressed
        heads = tuple(h for q in inside for role in _INNER for h in q.fillers(role))
        named = _aimed(scene, heads) or _aimed(scene, tuple(i for h in heads for i in aimed_at(scene, h)))
        if named:
            return named[:1]
    things = p.fillers("object") if match.things or match.clauses else ()
    taken = p.fillers("subject")
    around = parties_around(scene, (*(h for h in match.consumed if h not in taken), *things), p, made.actors)
    if around:
        return around
    return _by_aim(scene, made, p) or _on_ground(scene, made, p, match)


def _by_aim(scene: Scene, made: Candidate, p: Predicate) -> tuple[ActorMention, ...]:
    """Return whom an act is to help or to fight ("sent tents to assist Peru")."""
    if made.event_type not in _AIMED_BY:
        return ()
    heads = {*p.tokens, *p.fillers("object")}
    aims = [
        q
        for q in scene.predicates
        if q.operators.tense == "infinitive" and (q.governor == p.index or scene.sentence.tokens[q.head].head in heads)
    ]
    return tuple(m for q in aims for role in ("object", "in") for m in _aimed(scene, q.fillers(role)))[:1]


def _on_ground(scene: Scene, made: Candidate, p: Predicate, match: Match) -> tuple[ActorMention, ...]:
    """Return the people of the place in which a measure holds, or in which a thing stands that is attacked."""
    things = (*p.fillers("object"), *match.consumed)
    if made.event_type == "ASSAULT":
        return _aimed(scene, tuple(i for h in things for i in after(scene, h, STANDING)))[:1]
    if made.event_type not in _LOCAL:
        return ()
    inside = tuple(i for h in things for i in after(scene, h, WITHIN))
    return _aimed(scene, (*(h for role in WITHIN for h in p.fillers(role)), *inside))


def _parties(scene: Scene, heads: tuple[int, ...]) -> tuple[ActorMention, ...]:
    return tuple(m for h in heads for m in [party_at(scene, h)] if m is not None)


def _aimed(scene: Scene, heads: tuple[int, ...]) -> tuple[ActorMention, ...]:
    found = (somebody_at(scene, h) for h in heads)
    return tuple(m for m in found if m is not None)
