"""The actors table: what articles say of an actor, summed up over a shard and then over all shards."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from whowhom.records import Actor, ActorUse, Alias


@dataclass(slots=True)
class _Sum:
    name: str | None
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    aliases: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    events: int = 0


class ActorSums:
    """Sums over articles in input order: what an article says first, later ones only add to.

    Adding shard by shard gives the same as adding article by article.
    """

    def __init__(self) -> None:
        self._sums: dict[str, _Sum] = {}

    def add_article(self, uses: Iterable[ActorUse]) -> None:
        """Add what one article says of its actors."""
        for use in uses:
            aliases = tuple(Alias(text, count) for text, count in use.aliases)
            fields = (use.actor_id, use.name, use.kind, use.country, use.sectors, aliases)
            self.add(Actor(*fields, articles=1, events=use.events))

    def add(self, actor: Actor) -> None:
        """Add an actor as it was summed up before."""
        held = self._sums.get(actor.actor_id)
        if held is None:
            held = self._sums[actor.actor_id] = _Sum(actor.name, actor.kind, actor.country, actor.sectors)
        held.name = held.name if held.name is not None else actor.name
        held.country = held.country if held.country is not None else actor.country
        held.sectors = held.sectors or actor.sectors
        for alias in actor.aliases:
            held.aliases[alias.text] += alias.count
        held.articles += actor.articles
        held.events += actor.events

    def rows(self) -> Iterator[Actor]:
        """Yield the actors in the order in which they first appeared, aliases by how often they stand."""
        for actor_id, held in self._sums.items():
            ordered = sorted(held.aliases.items(), key=lambda item: (-item[1], item[0]))
            aliases = tuple(Alias(text, count) for text, count in ordered)
            yield Actor(actor_id, held.name, held.kind, held.country, held.sectors, aliases, held.articles, held.events)
