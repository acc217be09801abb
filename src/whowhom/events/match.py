"""Frames against predicates: which rules fit, and who fills their slots."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce

from whowhom.codebook import Codebook, Rule, Rules
from whowhom.codebook.frames import PARTICLES, Slot
from whowhom.events.operators import directed
from whowhom.events.parties import doer_behind, fits, is_measure, measured, owner_of, party_at, people_of, reporter
from whowhom.events.scene import Scene
from whowhom.events.words import keys
from whowhom.records import ActorMention, Predicate

#: Who did it, for noun frames that do not ask: the support verb's subject, or the noun's possessor.
DOER = Slot("subject", "ACTOR", optional=True)
#: The class of words and tools that stand for whoever owns them or brings them out.
DOER_THINGS = "doer_thing"


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
    modes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Bound:
    """What one slot got: parties, clause heads, nouns; `named` are parties that the frame's own nouns stand for."""

    actors: tuple[ActorMention, ...] = ()
    recipients: tuple[ActorMention, ...] = ()
    clauses: tuple[int, ...] = ()
    consumed: tuple[int, ...] = ()
    gain: float = 0.0
    things: bool = False
    no_actor: bool = False
    named: tuple[ActorMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A rule that knows one of a predicate's words; `particle`: a preposition it takes for one ("seal off")."""

    rule: Rule
    word: str
    particle: str | None = None


def matches(scene: Scene, predicate: Predicate, codebook: Codebook, rules: Rules) -> list[Match]:
    """Return every rule of a table that fits a predicate, best first."""
    found = []
    for order, trigger in enumerate(triggers(scene, predicate, codebook, rules)):
        match = try_rule(scene, predicate, trigger, codebook)
        if match is not None:
            found.append((-match.weight, -match.rule.entry.priority, order, match))
    return _with_modes([m for _, _, _, m in sorted(found, key=lambda x: x[:3])])


def _with_modes(found: list[Match]) -> list[Match]:
    """Lend the best match the modes of the next one of its type, where its entry names none ("a grenade attack on")."""
    if not found or found[0].rule.entry.event_type is None:
        return found
    best = found[0]
    told = (m for m in found if m is best or m.consumed or m.actors)
    same = (m.rule.entry.modes for m in told if m.rule.entry.event_type == best.rule.entry.event_type)
    return [replace(best, modes=next((modes for modes in same if modes), ())), *found[1:]]


def triggers(scene: Scene, predicate: Predicate, codebook: Codebook, rules: Rules) -> list[Trigger]:
    """Return the rules of a table that know one of a predicate's words."""
    if predicate.kind not in ("noun", "light"):
        return _verb_triggers(predicate, predicate.lemmas, rules)
    nouns = sorted(keys(scene.sentence, predicate.head), key=lambda k: (-k.count(" "), k))
    found = [Trigger(r, word) for word in nouns for r in rules.nouns.get(word, ())]
    verbs = dict.fromkeys(codebook.lexicon.event_nouns[w].verb for w in nouns if w in codebook.lexicon.event_nouns)
    return found + _verb_triggers(predicate, tuple(verbs), rules)


def _verb_triggers(predicate: Predicate, words: tuple[str, ...], rules: Rules) -> list[Trigger]:
    found = [Trigger(r, word) for word in words for r in rules.verbs.get(word, ())]
    if predicate.kind == "verb" and words:
        for role in dict.fromkeys(a.role for a in predicate.arguments if a.role in PARTICLES):
            word = f"{words[-1]}_{role}"
            found += [Trigger(r, word, role) for r in rules.verbs.get(word, ())]
    return found


def try_rule(scene: Scene, predicate: Predicate, trigger: Trigger, codebook: Codebook) -> Match | None:
    """Return the match of a rule with a predicate, None where a slot cannot be filled."""
    rule, bounds = trigger.rule, []
    for slot in rule.frame.slots:
        bound = bind(scene, predicate, slot, codebook, trigger.particle)
        if bound is None and not slot.optional:
            return None
        if bound is not None:
            bounds.append(bound)
    if rule.frame.position == "noun" and all(s.role != "subject" for s in rule.frame.slots):
        doer = bind(scene, predicate, DOER, codebook)
        bounds += [_Bound(actors=doer.actors, gain=doer.gain)] if doer is not None and doer.actors else []
    total = reduce(_join, bounds, _Bound())
    if rule.frame.position == "verb" and predicate.kind == "noun" and not total.actors and not total.recipients:
        return None
    phrasal = 1.0 if "_" in trigger.word or " " in trigger.word else 0.0
    kind = codebook.types.get(rule.entry.event_type or "")
    named = () if kind is not None and kind.own else total.named
    return Match(
        rule, predicate, total.actors, total.recipients or named, total.clauses, total.consumed,
        phrasal + total.gain, total.things, total.no_actor, rule.entry.modes,
    )  # fmt: skip


def _join(a: _Bound, b: _Bound) -> _Bound:
    return _Bound(
        a.actors + b.actors, a.recipients + b.recipients, a.clauses + b.clauses, a.consumed + b.consumed,
        a.gain + b.gain, a.things or b.things, a.no_actor or b.no_actor, a.named + b.named,
    )  # fmt: skip


def bind(
    scene: Scene, predicate: Predicate, slot: Slot, codebook: Codebook, particle: str | None = None
) -> _Bound | None:
    """Fill one slot, or None where it cannot be filled."""
    heads = _heads(predicate, slot)
    if not heads and slot.role == "object" and particle is not None:
        heads = predicate.fillers(particle)
    if slot.filler == "CLAUSE":
        heads = tuple(h for h in heads if _clause_fits(scene, h, slot.restriction))
    if slot.filler == "PLACE":
        heads = tuple(h for h in heads if h in scene.places and scene.places[h].precision not in ("country", "wider"))
    if slot.filler in ("CLAUSE", "SOMETHING", "PLACE"):
        return _Bound(clauses=heads, gain=slot.weight) if heads else None
    if slot.filler == "words":
        return _bind_words(scene, heads, slot, codebook)
    return _bind_party(scene, predicate, heads, slot, codebook.classes)


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
    if not found and slot.role == "clause:that" and slot.restriction:
        found = predicate.fillers("clause:to")
    if not found and slot.filler == "words":
        found = predicate.fillers(f"{slot.role}:ing") or (predicate.fillers("clause:to") if slot.role == "to" else ())
    if not found and slot.role == "object" and slot.filler == "words":
        found = predicate.fillers("complement")
    if not found and predicate.kind != "verb" and slot.role in ("object", "subject"):
        found = predicate.fillers("modifier")
    return found


def _bind_words(scene: Scene, heads: tuple[int, ...], slot: Slot, codebook: Codebook) -> _Bound | None:
    wanted = slot.words or codebook.classes[slot.word_class or ""]
    counted = tuple(x for h in heads for x in (h, *measured(scene, h)))
    found = {h: keys(scene.sentence, h) & wanted for h in counted}
    hits = tuple(h for h, words in found.items() if words)
    if not hits:
        return None
    # "military campaign" says more than "campaign".
    weight = slot.weight + 0.5 * any(" " in word for h in hits for word in found[h])
    if slot.owner is None:
        parties = tuple(m for h in hits for m in [scene.actors.get(h)] if m is not None)
        if slot.role == "subject":
            return _Bound(actors=parties, consumed=hits, gain=weight)
        return _Bound(named=parties, consumed=hits, gain=weight)
    owners = tuple(m for h in hits for m in [owner_of(scene, h)] if m is not None)
    if not owners:
        return None
    if slot.owner == "ACTOR":
        return _Bound(actors=owners, consumed=hits, gain=weight + 1)
    return _Bound(recipients=owners, consumed=hits, gain=weight + 1)


def _bind_party(
    scene: Scene, predicate: Predicate, heads: tuple[int, ...], slot: Slot, classes: Mapping[str, frozenset[str]]
) -> _Bound | None:
    acting = slot.filler == "ACTOR"
    found = [m for h in heads for m in [party_at(scene, h)] if m is not None]
    if not found and acting:
        found = reporter(scene, predicate, heads)
    cost = 0.0
    if not found and heads:
        things = classes.get(DOER_THINGS, frozenset())
        behind = (doer_behind(scene, h, things) if acting else owner_of(scene, h) for h in heads)
        found, cost = [m for m in behind if m is not None], 0.25
    fitting = tuple(m for m in found if fits(m, slot.restriction))
    if fitting:
        gain = slot.weight - cost
        if slot.filler == "ACTOR":
            return _Bound(actors=fitting, gain=gain)
        return _Bound(recipients=fitting, gain=gain) if slot.filler == "RECIPIENT" else _Bound(gain=gain)
    if found or (slot.restriction and heads):
        return None
    peoples = tuple(m for h in heads for m in [people_of(scene, h)] if m is not None)
    if peoples and slot.filler == "RECIPIENT":
        return _Bound(recipients=peoples, gain=slot.weight - 0.5)
    if acting and heads and all(is_measure(scene, h) for h in heads):
        return _Bound(gain=0.0)
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
