"""What `ACTOR:armed` and its like mean: by PLOVER sector, kind of actor, or class of country."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Restriction:
    """A party passes that has one of the sectors, or is of one of the kinds."""

    sectors: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


def _of(sectors: str = "", kinds: str = "") -> Restriction:
    return Restriction(frozenset(sectors.split()), frozenset(kinds.split()))


RESTRICTIONS: Mapping[str, Restriction] = {
    "armed": _of("MIL REB PRM UAF COP SPY CRM"),
    "military": _of("MIL"),
    "police": _of("COP"),
    "court": _of("JUD"),
    "state": _of("GOV MIL", "state"),
    "authority": _of("GOV MIL COP JUD LEG SPY", "state"),
    "government": _of("GOV MIL COP SPY PRM"),
    "civil": _of("CVL EDU LAB AGR MED JRN REL REF SOC OPP BUS", "population"),
    "unarmed": _of("CVL EDU LAB AGR MED JRN REL REF SOC OPP BUS PTY ELI LEG", "population"),
    "parliament": _of("LEG"),
    "media": _of("JRN"),
    "person": _of("", "person"),
    "body": _of("", "organisation state"),
}
