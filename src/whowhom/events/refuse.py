"""Why a frame that fits is no event after all; every reason is listed in docs/reasons.md."""

from whowhom.codebook import Codebook
from whowhom.events.match import Match
from whowhom.events.operators import operator_over, own_link
from whowhom.events.scene import Scene
from whowhom.records import ActorMention, Predicate

#: Reasons that speak against one reading of a trigger only: another frame may fit who is there.
NOBODY = frozenset({"no_political_actor", "no_political_recipient", "private_persons"})
#: Gerunds that tell the ground or the means of another act, not that this one happened.
_CIRCUMSTANCE = frozenset(f"{p}:ing" for p in "for of by to in about from against with on at over".split())
_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})


def reason_against(
    scene: Scene, p: Predicate, match: Match, codebook: Codebook, embedded: bool, content_names: bool
) -> str | None:
    """Return why a match is no event, None where it is one.

    `embedded`: it is the content of a speech act; `content_names`: its own content names a party.
    """
    if match.rule.entry.refuse is not None:
        return match.rule.entry.refuse
    return (
        _nobody(scene, p, match, codebook, content_names, embedded)
        or _description(scene, p, match)
        or (None if embedded else _not_told(scene, p, codebook))
    )


def _nobody(
    scene: Scene, p: Predicate, match: Match, codebook: Codebook, content_names: bool, embedded: bool
) -> str | None:
    """Whether those who would have to be in it are missing."""
    lent = embedded and any(a.role == "subject" and a.inherited for a in p.arguments)
    if match.no_actor and not lent:
        return "no_political_actor"
    if lent:
        return None
    if not match.actors and not match.recipients and not _stands_alone(scene, p, match) and not content_names:
        return "no_political_actor"
    kind = codebook.types[match.rule.entry.event_type or ""]
    if match.things and not match.recipients and not kind.things:
        return "no_political_recipient"
    if not kind.private and _all_private((*match.actors, *match.recipients)):
        return "private_persons"
    return None


def _description(scene: Scene, p: Predicate, match: Match) -> str | None:
    """Whether a participle only describes its noun ("an armed man", "fighters armed with")."""
    link = own_link(scene, p)
    if match.actors or p.kind != "verb":
        return None
    described = link == "amod" or (link == "acl:VBN" and p.background and match.rule.entry.event_type not in _FORCE)
    return "description" if described else None


def _not_told(scene: Scene, p: Predicate, codebook: Codebook) -> str | None:
    """Whether the act is only what another one is done for, by or because of."""
    link = own_link(scene, p)
    if operator_over(scene, p, codebook) is not None:
        return None
    if p.operators.tense in ("infinitive", "none"):
        if link in ("adverbial:to", "acl:to", "clause:to"):
            return "purpose"
        # "to help the police fight gangs": what serves a purpose is no more told than the purpose.
        above = scene.predicates[p.governor] if link.startswith("clause:") and p.governor is not None else None
        if above is not None and _not_told(scene, above, codebook) == "purpose":
            return "purpose"
    return "circumstance" if link in _CIRCUMSTANCE and p.kind == "verb" else None


def _stands_alone(scene: Scene, p: Predicate, match: Match) -> bool:
    """Whether an event may be told with nobody in it: "clashes erupted", "was arrested"."""
    dep = scene.sentence.tokens[p.head].dep
    if match.rule.entry.implicit_actor and (p.kind == "verb" or dep in ("nsubj", "nsubjpass", "dobj", "ROOT")):
        return True
    return p.kind == "light" and dep in ("nsubj", "nsubjpass")


def _all_private(parties: tuple[ActorMention, ...]) -> bool:
    """Whether all parties are people without office, name of renown or number."""
    return bool(parties) and all(
        m.kind == "person" and m.sectors == ("CVL",) and m.mention in ("role", "pronoun") for m in parties
    )
