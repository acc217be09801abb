"""From the head of a phrase to the party it names."""

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
    if not is_measure(scene, head):
        return ()
    return tuple(
        c.i
        for prep in scene.sentence.children(head, "prep")
        if prep.text.lower() in ("of", "from", "among")
        for c in scene.sentence.children(prep.i, "pobj")
    )


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
    """Return to whom a thing belongs: its possessor, nationality, `of`, `by` or `from` phrase."""
    children = list(scene.sentence.children(head))
    for deps in (("poss",), ("amod", "compound", "nmod")):
        for c in children:
            if c.dep in deps:
                found = scene.actors.get(c.i)
                if found is not None:
                    return found
    for c in children:
        if c.dep in ("prep", "agent") and c.text.lower() in ("of", "by", "from"):
            for g in scene.sentence.children(c.i, "pobj"):
                found = party_at(scene, g.i)
                if found is not None:
                    return found
    return None


def parties_around(scene: Scene, heads: tuple[int, ...], predicate: Predicate) -> tuple[ActorMention, ...]:
    """Return at whom an act is aimed through a thing: the noun's owner, or who stands after a preposition."""
    owners = tuple(m for h in heads for m in [owner_of(scene, h)] if m is not None)
    if owners:
        return owners
    aimed = tuple(
        m
        for h in heads
        for prep in scene.sentence.children(h, "prep")
        if prep.text.lower() in AIMED
        for c in scene.sentence.children(prep.i, "pobj")
        for m in [party_at(scene, c.i) or owner_of(scene, c.i) or people_of(scene, c.i)]
        if m is not None
    )
    if aimed:
        return aimed
    return tuple(
        m
        for a in predicate.arguments
        if a.role in AIMED and not a.inherited
        for m in [party_at(scene, a.head) or owner_of(scene, a.head)]
        if m is not None
    )


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
