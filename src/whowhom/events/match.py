"""Frames against predicates: which rules fit, and who fills their slots."""

from dataclasses import dataclass
from functools import reduce

from whowhom.codebook import Codebook, Rule, Rules
from whowhom.codebook.frames import Slot
from whowhom.events.operators import directed
from whowhom.events.parties import fits, owner_of, party_at, speaker_behind
from whowhom.events.scene import Scene
from whowhom.events.words import keys
from whowhom.records import ActorMention, Predicate


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits a predicate. `consumed` are nouns that the frame itself names ("call off talks")."""

    rule: Rule
    predicate: Predicate
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    clauses: tuple[int, ...]
    consumed: tuple[int, ...]
    weight: float
    things: bool
    no_actor: bool = False


@dataclass(frozen=True, slots=True)
class _Bound:
    """What one slot got: parties, clause heads, nouns; `cost` where it was filled less than well."""

    actors: tuple[ActorMention, ...] = ()
    recipients: tuple[ActorMention, ...] = ()
    clauses: tuple[int, ...] = ()
    consumed: tuple[int, ...] = ()
    gain: float = 0.0
    things: bool = False
    no_actor: bool = False


def matches(scene: Scene, predicate: Predicate, codebook: Codebook, rules: Rules) -> list[Match]:
    """Return every rule of a table that fits a predicate, best first."""
    found = []
    for order, rule in enumerate(candidates(predicate, codebook, rules)):
        match = try_rule(scene, predicate, rule, codebook)
        if match is not None:
            found.append((-match.weight, -rule.entry.priority, order, match))
    return [m for _, _, _, m in sorted(found, key=lambda x: x[:3])]


def candidates(predicate: Predicate, codebook: Codebook, rules: Rules) -> list[Rule]:
    """Return the rules of a table that know one of a predicate's words."""
    nominal = predicate.kind in ("noun", "light")
    nouns = [r for lemma in predicate.lemmas[:1] if nominal for r in rules.nouns.get(lemma, ())]
    verbs = _verb_of(predicate, codebook) if nominal else predicate.lemmas
    return nouns + [r for lemma in verbs for r in rules.verbs.get(lemma, ())]


def _verb_of(predicate: Predicate, codebook: Codebook) -> tuple[str, ...]:
    noun = codebook.lexicon.event_nouns.get(predicate.lemmas[0])
    return (noun.verb,) if noun is not None else ()


def try_rule(scene: Scene, predicate: Predicate, rule: Rule, codebook: Codebook) -> Match | None:
    """Return the match of a rule with a predicate, None where a slot cannot be filled."""
    bounds: list[_Bound] = []
    for slot in rule.frame.slots:
        bound = bind(scene, predicate, slot, codebook)
        if bound is None:
            if not slot.optional:
                return None
            continue
        bounds.append(bound)
    total = reduce(_join, bounds, _Bound())
    if rule.frame.position == "verb" and predicate.kind == "noun" and not total.actors and not total.recipients:
        return None
    phrasal = 1.0 if any("_" in h for h in rule.frame.heads) else 0.0
    return Match(
        rule, predicate, total.actors, total.recipients, total.clauses, total.consumed,
        phrasal + total.gain, total.things, total.no_actor,
    )  # fmt: skip


def _join(a: _Bound, b: _Bound) -> _Bound:
    return _Bound(
        a.actors + b.actors, a.recipients + b.recipients, a.clauses + b.clauses, a.consumed + b.consumed,
        a.gain + b.gain, a.things or b.things, a.no_actor or b.no_actor,
    )  # fmt: skip


def bind(scene: Scene, predicate: Predicate, slot: Slot, codebook: Codebook) -> _Bound | None:
    """Fill one slot, or None where it cannot be filled."""
    heads = _heads(predicate, slot)
    if slot.filler == "CLAUSE":
        heads = tuple(h for h in heads if _clause_fits(scene, h, slot.restriction))
        return _Bound(clauses=heads, gain=slot.weight) if heads else None
    if slot.filler == "SOMETHING":
        return _Bound(clauses=heads, gain=slot.weight) if heads else None
    if slot.filler == "words":
        return _bind_words(scene, heads, slot, codebook)
    return _bind_party(scene, predicate, heads, slot)


def _clause_fits(scene: Scene, head: int, restriction: str | None) -> bool:
    """Whether a clause is of the kind a slot asks for: `:must` (a duty)."""
    if restriction is None:
        return True
    q = scene.by_token.get(head)
    return q is not None and restriction == "must" and directed(scene, q)


def _heads(predicate: Predicate, slot: Slot) -> tuple[int, ...]:
    """Return the fillers of a slot's role, or of a role that says the same in other grammar."""
    found = predicate.fillers(slot.role)
    if not found and slot.role in ("to", "for"):
        found = predicate.fillers("indirect")
    if not found and slot.role == "clause:that":
        found = predicate.fillers("clause:to") if slot.role == "clause:that" and slot.restriction else ()
    if not found and predicate.kind != "verb" and slot.role in ("object", "subject"):
        found = predicate.fillers("modifier")
    return found


def _bind_words(scene: Scene, heads: tuple[int, ...], slot: Slot, codebook: Codebook) -> _Bound | None:
    wanted = slot.words or codebook.classes[slot.word_class or ""]
    hits = tuple(h for h in heads if keys(scene.sentence, h) & wanted)
    if not hits:
        return None
    if slot.owner is None:
        parties = tuple(m for h in hits for m in [scene.actors.get(h)] if m is not None)
        if slot.role == "subject":
            return _Bound(actors=parties, consumed=hits, gain=slot.weight)
        return _Bound(recipients=parties, consumed=hits, gain=slot.weight)
    owners = tuple(m for h in hits for m in [owner_of(scene, h)] if m is not None)
    if not owners:
        return None
    if slot.owner == "ACTOR":
        return _Bound(actors=owners, consumed=hits, gain=slot.weight + 1)
    return _Bound(recipients=owners, consumed=hits, gain=slot.weight + 1)


def _bind_party(scene: Scene, predicate: Predicate, heads: tuple[int, ...], slot: Slot) -> _Bound | None:
    acting = slot.filler == "ACTOR"
    found = [m for h in heads for m in [party_at(scene, h)] if m is not None]
    cost = 0.0
    if not found and heads:
        owners = [m for h in heads for m in [(speaker_behind if acting else owner_of)(scene, h)] if m is not None]
        found, cost = owners, 0.25
    fitting = tuple(m for m in found if fits(m, slot.restriction))
    if fitting:
        gain = slot.weight - cost
        if slot.filler == "ACTOR":
            return _Bound(actors=fitting, gain=gain)
        return _Bound(recipients=fitting, gain=gain) if slot.filler == "RECIPIENT" else _Bound(gain=gain)
    if found or slot.restriction:
        return None
    return _unfilled(predicate, heads, slot)


def _unfilled(predicate: Predicate, heads: tuple[int, ...], slot: Slot) -> _Bound | None:
    """A party slot without a party: allowed where grammar leaves it out, or a thing stands for its owner."""
    if slot.filler == "SOMEBODY":
        return None
    if slot.role == "subject":
        if not heads and (
            predicate.passive or predicate.kind != "verb" or predicate.operators.tense in ("infinitive", "none")
        ):
            return _Bound(gain=0.0)
        return _Bound(gain=-1.0, no_actor=True) if heads else None
    if heads:
        return _Bound(gain=0.25, things=True)
    return _Bound(gain=0.0) if predicate.kind in ("noun", "light") and slot.role == "object" else None
