"""Reads a noun phrase that stands for somebody: its noun, what stands beside it, and whom that makes."""

from collections.abc import Iterator
from dataclasses import dataclass

from whowhom.actors.catalogue import Agent, Modifier
from whowhom.actors.view import View, hyphened, opposed, place_country
from whowhom.records import Sentence, Token

_BESIDE = frozenset(("compound", "amod", "nmod", "nummod", "npadvmod", "punct", "advmod"))
_LINKS = frozenset(("of", "for", "from", "in", "with", "at", "inside", "across", "under", "within"))
_SLOTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "dative", "ROOT"))
_HEADED = frozenset(("president", "vice president", "chairman", "secretary", "minister", "governor", "elder"))
_INSIDE = frozenset(("of", "in", "to", "general", "without"))
_NATIONS = frozenset(("country", "region", "demonym", "people"))
_RANGE = 5


@dataclass(frozen=True, slots=True)
class Description:
    """Whom a noun phrase stands for: the noun as listed, its tokens, and what is said of it.

    `body` is the token of somebody on whom it depends (an owner, the group that it is part of).
    """

    head: int
    noun: str
    agent: Agent
    used: frozenset[int]
    sectors: tuple[str, ...]
    country: str | None
    plural: bool
    past: bool
    qualified: bool
    abroad: bool
    owner: int | None
    body: int | None
    homes: tuple[str, ...]


def describe(view: View, head: int, depth: int = 0) -> Description | None:
    """Describe the phrase under token `head`; None where its noun stands for nobody."""
    matched = match_agent(view, head)
    if matched is None or matched[1].kind == "none":
        return None
    noun, agent, used = _with_portfolio(view, head, *matched)
    beside = [t for t in _beside(view.sentence, head) if t.i not in used]
    sectors, country, past = _read_beside(view, beside)
    homes = () if country else _homes(view, beside)
    owner = next((t.i for t in view.sentence.children(head, "poss")), None)
    body = _body(view, head, used)
    place = None
    inner: Description | None = None
    if owner is not None and country is None:
        country = place_country(view, owner)
    if body is not None:
        inner = describe(view, body, depth + 1) if depth < 3 else None
        place = place_country(view, body) or (inner.country if inner else None)
    country = agent.country or country or place or _seated(view, head)
    merged, taken = _sectors(view, noun, agent, sectors, inner, body, past)
    plural = view.sentence.tokens[head].tag in ("NNS", "NNPS") or noun in ("people", "police")
    plural = plural or (view.atoms.shouting and view.sentence.tokens[head].text.lower() != noun.split()[-1])
    abroad = any(t.text.lower() in ("foreign", "western", "overseas", "neighbouring", "neighboring") for t in beside)
    qualified = bool(sectors or country or taken or owner is not None)
    return Description(head, noun, agent, used, merged, country, plural, past, qualified, abroad, owner, body, homes)


def _with_portfolio(
    view: View, head: int, noun: str, agent: Agent, used: frozenset[int]
) -> tuple[str, Agent, frozenset[int]]:
    """Read the minister for the interior as the interior minister."""
    if noun not in ("minister", "ministry"):
        return noun, agent, used
    for prep in view.sentence.children(head, "prep"):
        for what in view.sentence.children(prep.i, "pobj") if prep.text.lower() in ("of", "for") else ():
            office = f"{what.text.lower()} {noun}"
            if office in view.catalogue.agents:
                return office, view.catalogue.agents[office], used | {prep.i, what.i}
    return noun, agent, used


def match_agent(view: View, head: int) -> tuple[str, Agent, frozenset[int]] | None:
    """Find the longest listed phrase that ends (army chief) or begins (head of state) at a token."""
    atoms, agents = view.atoms, view.catalogue.agents
    if head >= len(atoms.at) or atoms.at[head] >= len(atoms.words):
        return None
    last = (atoms.at[head + 1] if head + 1 < len(atoms.at) else len(atoms.words)) - 1
    if last < atoms.at[head]:
        return None
    forms = [f for f in _forms(atoms.lower[last], view.sentence.tokens[head]) if f in view.catalogue.edges]
    if not forms:
        return None
    for n in range(min(_RANGE, last + 1), 1, -1):
        front = " ".join(atoms.lower[last - n + 1 : last])
        for form in forms:
            if found := agents.get(f"{front} {form}"):
                return f"{front} {form}", found, frozenset(atoms.tokens[last - n + 1 : last + 1])
    follows = last + 1 < len(atoms.lower) and atoms.lower[last + 1] in _INSIDE
    for n in range(min(_RANGE, len(atoms.words) - last) if follows else 1, 1, -1):
        rest = " ".join(atoms.lower[last + 1 : last + n])
        for form in forms:
            if found := agents.get(f"{form} {rest}"):
                return f"{form} {rest}", found, frozenset(atoms.tokens[last : last + n])
    for form in forms:
        if found := agents.get(form):
            return form, found, frozenset((head,))
    return None


def _forms(word: str, token: Token) -> list[str]:
    """Return the forms under which a noun may be listed: itself, its lemma, and a singular made by rule."""
    forms = [word, token.lemma.lower()]
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    elif word.endswith("men"):
        forms.append(word[:-2] + "an")
    elif word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    return list(dict.fromkeys(forms))


def _beside(sentence: Sentence, head: int) -> Iterator[Token]:
    """Yield the tokens that qualify a noun from the left, in text order."""
    found: list[Token] = []
    todo = [head]
    while todo:
        for child in sentence.children(todo.pop(), *_BESIDE):
            if child.i < head:
                found.append(child)
                todo.append(child.i)
    yield from sorted(found, key=lambda t: t.i)


def _read_beside(view: View, beside: list[Token]) -> tuple[list[tuple[str, str]], str | None, bool]:
    """Return (effect, sector) pairs, the country and whether it is past, from the words beside a noun."""
    sectors: list[tuple[str, str]] = []
    country: str | None = None
    past = False
    ethnic = any(t.lemma.lower() == "ethnic" for t in beside)
    for token in beside:
        tie = hyphened(view.sentence, token.i)
        name = view.names.get(token.i)
        if tie == "led" and name is not None and name.alias is not None and name.alias.entry.of in _NATIONS:
            country = country or name.alias.entry.country
        if tie in view.catalogue.acting["backed"] or (name is not None and opposed(view, name.first)):
            continue
        if ethnic and name is not None and name.alias is not None and name.alias.entry.of == "demonym":
            continue
        if name is not None and name.alias is not None:
            if name.first == token.i or country is None:
                country = place_country(view, token.i) or country
            if name.alias.entry.of in ("organisation", "seat"):
                sectors += [("body", s) for s in name.alias.entry.tenures[0].sectors]
            elif "PRE" in name.alias.entry.tenures[0].sectors:
                sectors.append(("sector", "PRE"))
            continue
        if token.i in view.places:
            country = country or view.places[token.i].country
            continue
        modifier = _modifier(view, token)
        if modifier is not None:
            if modifier.effect == "country":
                country = modifier.value
            elif modifier.effect == "past":
                past = True
            elif modifier.value:
                sectors.append((modifier.effect, modifier.value))
            continue
        stance = opposed(view, token.i)
        matched = match_agent(view, token.i) if token.pos in ("NOUN", "PROPN") and not stance else None
        if matched is not None and matched[1].flag != "weak":
            sectors += [("weak", s) for s in matched[1].sectors]
    return sectors, country, past


def _modifier(view: View, token: Token) -> Modifier | None:
    """Look a word up among the modifiers, with a stance before it (anti-government) and by its lemma."""
    known = view.catalogue.modifiers
    if opposed(view, token.i):
        stance = view.sentence.tokens[token.i - 2].text.lower()
        return known.get(f"{stance} {token.lemma.lower()}")
    return known.get(token.text.lower().replace(".", "").replace("-", " ")) or known.get(token.lemma.lower())


def _homes(view: View, beside: list[Token]) -> tuple[str, ...]:
    """Return the countries where a people without a state lives that is named beside a noun (Kurdish forces)."""
    for token in beside:
        name = view.names.get(token.i)
        if name is None or name.alias is None or name.alias.entry.of != "people" or opposed(view, name.first):
            continue
        if name.alias.entry.homes:
            return name.alias.entry.homes
    return ()


def _body(view: View, head: int, used: frozenset[int]) -> int | None:
    """Return the noun after of, for, from or in that says whose or of where somebody is."""
    sentence = view.sentence
    for prep in sentence.children(head, "prep"):
        if prep.i > head and prep.i not in used and prep.text.lower() in _LINKS:
            for noun in sentence.children(prep.i, "pobj"):
                return noun.i
    return None


def _seated(view: View, head: int) -> str | None:
    """Return the country of "based in ..." after a noun."""
    for clause in view.sentence.children(head, "acl"):
        if clause.text.lower() in view.catalogue.acting["placed"]:
            for prep in view.sentence.children(clause.i, "prep"):
                for noun in view.sentence.children(prep.i, "pobj"):
                    return place_country(view, noun.i)
    return None


def _sectors(
    view: View, noun: str, agent: Agent, beside: list[tuple[str, str]],
    inner: Description | None, body: int | None, past: bool,
) -> tuple[tuple[str, ...], bool]:  # fmt: skip
    """Bring together the sectors of the noun, of the words beside it and of the body it belongs to."""
    own = agent.sectors
    if agent.flag == "weak" or (noun in _HEADED and inner is not None and not inner.country):
        found = [s for _, s in beside]
        if not found and inner is not None:
            found = list(inner.sectors)
        if not found and body is not None and body in view.names:
            alias = view.names[body].alias
            if alias is not None and alias.entry.of in ("organisation", "person"):
                found = list(alias.entry.tenures[0].sectors)
        if noun in ("forces", "force") and "GOV" in found:
            found = ["MIL"]
        merged = [*own, *found] if {*found} <= {"OPP", "PRE"} else found
        taken = bool(found)
    else:
        if own == ("GOV",) and any(effect == "body" for effect, _ in beside):
            own = ()
        merged = [*own, *(s for effect, s in beside if effect == "sector" or len(own) == 0)]
        taken = bool(beside)
    if past:
        merged = ["ELI", *merged]
    concrete = [s for s in merged if s not in ("OPP", "PRE", "UAF")] if "UAF" not in own else merged
    ordered = concrete + [s for s in merged if s not in concrete]
    return tuple(dict.fromkeys(ordered)), taken


def stands_for_somebody(view: View, found: Description) -> bool:
    """Whether an ambiguous noun is somebody here: qualified, or in a slot that takes an actor."""
    token = view.sentence.tokens[found.head]
    if found.agent.flag == "modifier":
        personal = found.owner is not None and view.sentence.tokens[found.owner].pos == "PRON"
        return found.qualified and not (personal and found.agent.kind == "organisation")  # his house is no House
    if found.agent.flag == "support":
        return found.qualified or token.dep in _SLOTS
    if found.agent.flag == "weak" and not found.sectors:
        return found.qualified or token.dep in _SLOTS
    return True
