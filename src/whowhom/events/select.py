"""Which matches of a sentence become candidates: one a trigger, speech acts with their content."""

from dataclasses import dataclass

from whowhom.codebook import Codebook
from whowhom.events.candidate import Candidate
from whowhom.events.lend import doers_behind, others_behind
from whowhom.events.match import Match, matches
from whowhom.events.operators import own_link
from whowhom.events.parties import measured
from whowhom.events.refuse import NOBODY, reason_against
from whowhom.events.scene import Scene
from whowhom.records import ActorMention, Predicate


@dataclass(frozen=True, slots=True)
class Turned:
    """A match that was turned down, and why."""

    match: Match
    reason: str


@dataclass(slots=True)
class _Sentence:
    """The matches of one sentence by predicate index, and what was made of them so far.

    `named` are nouns that a frame names itself ("killed in an air strike"), with their own best match.
    """

    scene: Scene
    codebook: Codebook
    best: dict[int, list[Match]]
    named: dict[int, Match]
    made: list[Candidate]
    turned: list[Turned]
    done: set[int]


def select(scene: Scene, codebook: Codebook) -> tuple[list[Candidate], list[Turned]]:
    """Return the candidates of a sentence, outer before inner, and what was turned down."""
    best = {p.index: found for p in scene.predicates if (found := matches(scene, p, codebook, codebook.rules))}
    named = _drop_rivals(scene, best)
    work = _Sentence(scene, codebook, best, named, [], [], set())
    for p in sorted(scene.predicates, key=lambda p: (_depth(scene, p), p.kind == "noun", p.head)):
        if p.index in best and p.index not in work.done:
            _make(work, p, None, None)
    return work.made, work.turned


def _depth(scene: Scene, p: Predicate) -> int:
    """Return how many predicates stand above one: what governs is made before its content."""
    depth = 0
    while p.governor is not None and depth < len(scene.predicates):
        p, depth = scene.predicates[p.governor], depth + 1
    return depth


def _drop_rivals(scene: Scene, best: dict[int, list[Match]]) -> dict[int, Match]:
    """Of a support verb and the pair with its noun keep the more specific; take out nouns that a frame names itself."""
    for p in scene.predicates:
        if p.kind != "light" or p.index not in best:
            continue
        for q in scene.predicates:
            if q.kind == "verb" and q.index in best and q.head in p.tokens:
                loser = q if best[p.index][0].weight >= best[q.index][0].weight else p
                best.pop(loser.index, None)
    consumed = {i for found in best.values() for i in found[0].consumed if found[0].weight >= 3}
    inside = [p for p in scene.predicates if p.index in best and p.kind == "noun" and p.head in consumed]
    return {p.head: best.pop(p.index)[0] for p in inside}


def _make(work: _Sentence, p: Predicate, outer: Candidate | None, status: str | None) -> list[Candidate]:
    """Make the candidate of a predicate by its best match, or the next one where nobody can fill that."""
    work.done.add(p.index)
    turned: Turned | None = None
    for match in work.best[p.index]:
        content = _content(work, match)
        if match.rule.entry.content and match.rule.entry.content.required and not content:
            continue
        reason = reason_against(work.scene, p, match, work.codebook, outer is not None, _names_somebody(work, content))
        if reason == "circumstance" and _only_telling(work, p):
            reason = None
        if reason is None:
            return [_accept(work, p, match, content, outer, status)]
        turned = turned or Turned(match, reason)
        if reason == match.rule.entry.refuse or reason not in NOBODY:
            break
    if turned is not None:
        work.turned.append(turned)
    return []


def _only_telling(work: _Sentence, p: Predicate) -> bool:
    """Whether a means is the only act told: what it served is none ("dealt them a blow by recapturing the town")."""
    return own_link(work.scene, p) == "by:ing" and p.governor not in {c.predicate.index for c in work.made}


def _accept(
    work: _Sentence, p: Predicate, match: Match, content: list[Predicate], outer: Candidate | None, status: str | None
) -> Candidate:
    entry = match.rule.entry
    assert entry.event_type is not None
    actors, recipients = match.actors, _others(match.recipients, match.actors)
    if entry.invert:
        actors, recipients = recipients, actors
    made = Candidate(work.scene, p, match, entry.event_type, _modes(work, match), actors, recipients, outer, status)
    work.made.append(made)
    inner = _embed(work, made, content) if entry.content else []
    _transform(made, inner)
    if not made.actors:
        made.actors = doers_behind(work.scene, p, match, work.codebook)
    if not made.recipients:
        made.recipients = _others(others_behind(work.scene, made, match), made.actors)
    return made


def _modes(work: _Sentence, match: Match) -> tuple[str, ...]:
    """Return the modes of a match, or those of the noun that its frame names ("killed in a drone strike")."""
    named = (work.named[h] for h in match.consumed if h in work.named)
    lent = (m.modes for m in named if m.rule.entry.event_type == match.rule.entry.event_type)
    return match.modes or next((modes for modes in lent if modes), ())


def _names_somebody(work: _Sentence, content: list[Predicate]) -> bool:
    return any(m.actors or m.recipients for q in content for m in work.best.get(q.index, [])[:1])


def _content(work: _Sentence, match: Match) -> list[Predicate]:
    """Return the predicates that an entry is about, through operators ("promised to try to help")."""
    if match.rule.entry.content is None:
        return []
    heads = [i for head in match.clauses for i in (head, *measured(work.scene, head))]
    return [q for head in heads for q in _reach(work, head, 3)]


def _reach(work: _Sentence, head: int, depth: int) -> list[Predicate]:
    q = work.scene.by_token.get(head)
    if q is None or depth == 0:
        return []
    if q.index in work.best and work.best[q.index][0].rule.entry.refuse is None:
        return [q]
    found: list[Predicate] = []
    for a in q.arguments:
        if a.role.startswith("clause:") or a.role.endswith(":ing") or (a.role == "object" and q.kind == "verb"):
            found += _reach(work, a.head, depth - 1)
    return found


def _embed(work: _Sentence, made: Candidate, content: list[Predicate]) -> list[Candidate]:
    entry_content = made.match.rule.entry.content
    assert entry_content is not None
    inner: list[Candidate] = []
    for q in content:
        if q.index not in work.done:
            inner += _make(work, q, made, entry_content.status)
    return inner


def _transform(made: Candidate, inner: list[Candidate]) -> None:
    """Let the content decide what a speech act is, and lend it its parties."""
    content = made.match.rule.entry.content
    if content is None or not inner:
        return
    hostile = content.status in ("planned", "threatened")
    for x in inner:
        if hostile and x.predicate.operators.negation is not None:
            continue  # a promise not to attack is no threat
        keys = (*(f"{x.event_type} {mode}" for mode in x.modes), x.event_type, "*")
        outcome = next((content.becomes[key] for key in keys if key in content.becomes), None)
        if outcome is not None:
            made.event_type = outcome.event_type
            made.modes = outcome.modes
            break
    if not made.recipients:
        lent = (
            inner[0].actors + inner[0].recipients
            if content.status == "requested"
            else (inner[0].recipients + inner[0].actors)
        )
        made.recipients = _others(lent[:2] if content.status != "requested" else inner[0].actors or lent, made.actors)
    if content.status in ("planned", "threatened") and not inner[0].actors:
        inner[0].actors = made.actors


def _others(parties: tuple[ActorMention, ...], than: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Return the parties that are not already on the other side."""
    taken = {(m.sentence, m.head) for m in than} | {m.actor_id for m in than if m.mention != "role"}
    return tuple(m for m in parties if (m.sentence, m.head) not in taken and m.actor_id not in taken)


def merge_same(made: list[Candidate]) -> list[Candidate]:
    """Merge acts of one type by one doer in coordinated or participial clauses ("bombed the port, killing 12")."""
    kept: list[Candidate] = []
    for c in made:
        host = next((k for k in kept if _one_happening(k, c)), None)
        if host is None:
            kept.append(c)
            continue
        host.absorbed.append(c.predicate)
        host.modes = tuple(dict.fromkeys((*host.modes, *c.modes)))
        host.recipients = host.recipients + _others(c.recipients, host.recipients + host.actors)
        host.actors = host.actors or c.actors
        for other in made:
            if other.content_of is c:
                other.content_of = host
    return kept


#: How the act hangs on what came of it ("killed when a mine went off", "in an ambush").
_CAME_OF = frozenset(
    "adverbial:when adverbial:as adverbial:after adverbial:while in by during from after following".split()
)


def _one_happening(a: Candidate, b: Candidate) -> bool:
    if a.event_type != b.event_type or a.content_of is not b.content_of:
        return False
    if a.match.rule.entry.result and _came_of(a, b):
        return not a.actors or not b.actors or bool(_ids(a.actors) & _ids(b.actors))
    if b.predicate.background:
        return False
    if (
        a.match.rule.entry.result
        and b.match.rule.entry.result
        and b.predicate.link == "conj"
        and not (a.actors and b.actors)
    ):
        return b.predicate.governor in {p.index for p in (a.predicate, *a.absorbed)}
    if (
        b.predicate.link not in ("conj", "adverbial:ing", "relative", "acl:VBG", "subject", "object", "in")
        or a.future != b.future
    ):
        return False
    if b.predicate.governor != a.predicate.index and a.predicate.governor != b.predicate.index:
        return False
    same_doer = not a.actors or not b.actors or bool(_ids(a.actors) & _ids(b.actors))
    result = b.predicate.link == "adverbial:ing" and b.predicate.governor == a.predicate.index
    same_other = result or not a.recipients or not b.recipients or bool(_ids(a.recipients) & _ids(b.recipients))
    return same_doer and same_other


def _came_of(a: Candidate, b: Candidate) -> bool:
    """Whether what befell somebody came of an act: by its link, also over a clause of the same kind between them."""
    told, p = {a.predicate.index, *(q.index for q in a.absorbed)}, b.predicate
    for _ in range(3):
        if p.governor is None or p.link not in (*_CAME_OF, "conj"):
            return False
        if p.governor in told:
            return b.predicate.link in _CAME_OF
        p = a.scene.predicates[p.governor]
    return False


def _ids(parties: tuple[ActorMention, ...]) -> set[str]:
    return {p.actor_id for p in parties}
