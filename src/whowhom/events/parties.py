"""From the head of a phrase to the party it names."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from whowhom.codebook import RESTRICTIONS
from whowhom.events.scene import Scene
from whowhom.events.words import keys
from whowhom.records import ActorMention, Party, Predicate

#: Nouns that count or measure those who follow after "of": the party is the one counted.
MEASURES = frozenset(
    "dozen hundred thousand million score number group couple pair majority most many several some handful part member "
    "one two three four five six none half rest team crowd wave series faction all both any each few".split()
)
#: Prepositions before those who are counted or grouped.
_COUNTED = ("of", "from", "among")
#: Prepositions of the ground on which a measure holds ("a curfew in parts of the province").
WITHIN = ("in", "across", "throughout")
#: Prepositions of the place where a thing stands ("the airport of Aden", "a depot in Jizan").
STANDING = ("of", "in", "at", "near", "outside")
#: Prepositions after which the one at whom an act is aimed may stand.
AIMED = frozenset({"against", "on", "upon", "with", "to", "toward", "towards", "from", "at", "for", "between", "among"})


def party_at(scene: Scene, head: int) -> ActorMention | None:
    """Return the actor at a head token, or those who are counted or grouped there ("dozens of rebels")."""
    found = scene.actors.get(head)
    if found is not None:
        return found
    beside = (c.i for c in scene.sentence.children(head, "appos") if c.i > head)
    return next((m for i in (*measured(scene, head), *beside) for m in [party_at(scene, i)] if m is not None), None)


def is_measure(scene: Scene, head: int) -> bool:
    """Whether a head only counts or groups others ("thousands", "members of")."""
    token = scene.sentence.tokens[head]
    return token.lemma.lower() in MEASURES or token.pos in ("NUM", "DET")


def measured(scene: Scene, head: int) -> tuple[int, ...]:
    """Return the heads of those who are counted or grouped at a token."""
    return after(scene, head, _COUNTED) if is_measure(scene, head) else ()


def after(scene: Scene, head: int, prepositions: Collection[str]) -> tuple[int, ...]:
    """Return the heads of what stands after these prepositions of a noun or participle."""
    preps = (p for p in scene.sentence.children(head, "prep") if p.text.lower() in prepositions)
    return tuple(c.i for p in preps for c in scene.sentence.children(p.i, "pobj"))


def people_of(scene: Scene, head: int) -> ActorMention | None:
    """Return the people of a place that something is done to ("shelled the town of X"), None where it is no place."""
    place = scene.places.get(head)
    if place is None or place.precision in ("country", "wider"):
        return None
    return ActorMention(
        sentence=place.sentence,
        head=head,
        start=place.start,
        end=place.end,
        text=place.text,
        actor_id=f"people:{place.country or 'xx'}:{place.name.lower()}",
        name=None,
        kind="population",
        country=place.country,
        sectors=("CVL",),
        mention="role",
        method="place",
        confidence=place.confidence,
    )


def reporter(scene: Scene, p: Predicate, heads: tuple[int, ...]) -> list[ActorMention]:
    """Return who says of itself what a clause reports ("the ministry said it was ready"), where "it" is open."""
    pronoun = bool(heads) and all(scene.sentence.tokens[h].pos == "PRON" for h in heads)
    if not pronoun or p.link != "clause:that" or p.governor is None:
        return []
    speakers = scene.predicates[p.governor].fillers("subject")
    return [m for h in speakers for m in [party_at(scene, h)] if m is not None]


def doer_behind(scene: Scene, head: int, things: frozenset[str]) -> ActorMention | None:
    """Return whose word or tool a subject is: its owner ("a statement from the army", "army bulldozers"), or who
    brings it out ("put out a report accusing")."""
    if not keys(scene.sentence, head) & things:
        return None
    found = owner_of(scene, head)
    above = scene.by_token.get(scene.sentence.tokens[head].head)
    if found is not None or above is None or head not in above.fillers("object"):
        return found
    return next((m for h in above.fillers("subject") for m in [party_at(scene, h)] if m is not None), None)


def owner_of(scene: Scene, head: int) -> ActorMention | None:
    """Return to whom a thing belongs first of all."""
    return next(owners_of(scene, head), None)


def owners_of(scene: Scene, head: int) -> Iterator[ActorMention]:
    """Yield to whom a thing belongs: its possessor, nationality, `of`, `by` or `from` phrase, or who made it ("an
    offer made by")."""
    children = list(scene.sentence.children(head))
    for deps in (("poss",), ("amod", "compound", "nmod")):
        yield from (scene.actors[c.i] for c in children if c.dep in deps and c.i in scene.actors)
    made = [g for c in children if c.dep == "acl" and c.tag == "VBN" for g in scene.sentence.children(c.i, "agent")]
    for c in (*children, *made):
        if c.dep in ("prep", "agent") and c.text.lower() in ("of", "by", "from"):
            yield from (
                m for g in scene.sentence.children(c.i, "pobj") for m in [party_at(scene, g.i)] if m is not None
            )


def parties_around(
    scene: Scene, heads: tuple[int, ...], predicate: Predicate, doers: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    """Return at whom an act is aimed through a thing: the noun's owner, or who stands after a preposition.

    Those who do it are left out: "lifted its blockade of X" is done to X.
    """
    theirs = {m.actor_id for m in doers}

    def others(found: Iterable[ActorMention | None]) -> tuple[ActorMention, ...]:
        return tuple(m for m in found if m is not None and m.actor_id not in theirs)

    owners = others(next((m for m in owners_of(scene, h) if m.actor_id not in theirs), None) for h in heads)
    if owners:
        return owners
    aimed = others(somebody_at(scene, i) for h in heads for i in aimed_at(scene, h))
    return aimed or others(
        somebody_at(scene, a.head) for a in predicate.arguments if a.role in AIMED and not a.inherited
    )


def aimed_at(scene: Scene, head: int) -> tuple[int, ...]:
    """Return the heads at which a thing is aimed: after its own preposition ("a ban on"), or after a participle's ("a
    ban imposed on", "positions belonging to", "a ban preventing them")."""
    told = [c.i for c in scene.sentence.children(head, "acl") if c.tag in ("VBN", "VBG")]
    named = tuple(i for at in (head, *told) for i in after(scene, at, AIMED))
    return named + tuple(c.i for i in told for c in scene.sentence.children(i, "dobj"))


def somebody_at(scene: Scene, head: int) -> ActorMention | None:
    """Return the party, owner or people of a place that a noun stands for, also behind "parts of"."""
    inside = (g for part in parts_of(scene, head) for g in [somebody_at(scene, part)])
    return (
        party_at(scene, head)
        or owner_of(scene, head)
        or people_of(scene, head)
        or next((m for m in inside if m is not None), None)
    )


def parts_of(scene: Scene, head: int) -> tuple[int, ...]:
    """Return what a noun is a part of ("parts of the province")."""
    if scene.sentence.tokens[head].lemma.lower() not in ("part", "area", "region", "side", "outskirt", "town", "city"):
        return ()
    return after(scene, head, ("of",))


def fits(mention: ActorMention, restriction: str | None) -> bool:
    """Whether an actor passes a slot's restriction."""
    if restriction is None:
        return True
    rule = RESTRICTIONS[restriction]
    return bool(rule.sectors & set(mention.sectors)) or mention.kind in rule.kinds


def members(scene: Scene, mention: ActorMention) -> tuple[ActorMention, ...]:
    """Return the actors that a mention stands for: several for "the pair" and "both sides", whose id joins theirs."""
    ids = mention.actor_id.split("+")
    if len(ids) == 1 or any(i not in scene.cast for i in ids):
        return (mention,)
    each = [scene.cast[i] for i in ids]
    return tuple(
        replace(mention, actor_id=m.actor_id, name=m.name, kind=m.kind, country=m.country, sectors=m.sectors)
        for m in each
    )


def as_party(mention: ActorMention) -> Party:
    """Return a mention as a party of an event."""
    return Party(
        mention.start, mention.end, mention.text, mention.actor_id, mention.name, mention.country, mention.sectors,
        mention.mention,
    )  # fmt: skip


def implicit_party(sectors: tuple[str, ...]) -> Party:
    """Return the doer whom the words entail without naming him ("was arrested": police)."""
    return Party(None, None, None, None, None, None, sectors, "implicit")
