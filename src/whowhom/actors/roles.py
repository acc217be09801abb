"""Links nouns for people and bodies to who is meant: a name beside them, a figure met before, or nobody known."""

from whowhom.actors.describe import Description, describe, stands_for_somebody
from whowhom.actors.desk import Desk, coded, generic
from whowhom.actors.figures import Figure, Sighting
from whowhom.actors.pronouns import read_pronoun
from whowhom.actors.view import View, opposed
from whowhom.records import Token

_MODIFYING = frozenset(("compound", "amod", "nmod", "npadvmod", "quantmod", "nummod"))
_SLOTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_BODIES = frozenset(
    "group movement organisation organization party alliance bloc agency body militia coalition company firm "
    "network faction".split()
)
_RANKLESS = frozenset("leader strongman ruler dictator statesman autocrat commander chief head".split())
_VOICES = frozenset(("office", "presidency"))
_LANDS = frozenset(("country", "nation", "republic", "kingdom"))


def read_roles(desk: Desk, view: View, named: set[int]) -> None:
    """Sight every role noun of a sentence that heads a phrase; `named` are tokens inside linked names."""
    for token in view.sentence.tokens:
        if token.pos == "PRON":
            read_pronoun(desk, view, token)
        elif token.i not in named and _heads(token):
            found = describe(view, token.i)
            if found is not None and stands_for_somebody(view, found):
                figure, method = _whom(desk, view, found)
                if figure is not None:
                    first, last = _stretch(view, found)
                    desk.put(
                        Sighting(
                            view.sentence.index, token.i, first, last, figure, "role", method, 0.8 * figure.confidence
                        )
                    )
            elif token.lemma.lower() in _LANDS:
                _read_land(desk, view, token)


def _heads(token: Token) -> bool:
    if token.pos == "ADJ":
        return token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
    if token.pos not in ("NOUN", "PROPN"):
        return False
    return not (token.dep in _MODIFYING and token.head > token.i)


def _stretch(view: View, found: Description) -> tuple[int, int]:
    """Return the tokens of a role phrase: from its first qualifier to its noun, with a short of-phrase."""
    sentence, head = view.sentence, found.head
    first = min([head, *(i for i in sentence.subtree(head) if i < head and _near(view, i, head))])
    last = max(found.used | {head}) + 1
    for prep in sentence.children(head, "prep"):
        tail = sentence.subtree(prep.i)
        if prep.text.lower() == "of" and prep.i == head + 1 and len(tail) <= 6:
            last = max(last, tail[-1] + 1)
    return first, last


def _near(view: View, i: int, head: int) -> bool:
    """Whether a token left of a head hangs on it with nothing but its own kind between."""
    token = view.sentence.tokens[i]
    while token.head != head:
        token = view.sentence.tokens[token.head]
        if token.i > head:
            return False
    return token.i < head and token.dep not in ("cc", "conj", "preconj", "advcl", "relcl", "mark")


def _whom(desk: Desk, view: View, found: Description) -> tuple[Figure | None, str]:
    """Decide whom a role noun means."""
    owner = _owner(desk, view, found)
    beside = _named_beside(desk, view, found)
    if beside is not None and beside is not owner:
        sectors, country = coded(found, owner)
        beside.note(sectors, country, found.noun)
        return beside, "apposition"
    if owner is not None and owner.kind == "person" and found.noun in _VOICES:
        return owner, "office"
    if found.noun == "presidency" and (holder := _holder(desk, view, "president", found)):
        return holder, "office"
    if owner is None or found.agent.kind == "person":
        met = _met(desk, view, found)
        if met is not None:
            return met, "repeat"
    if (namesake := _called(desk, view, found)) is not None:
        return namesake, "apposition"
    counted = _counted(desk, view, found)
    if counted is not None:
        return counted, "counted"
    bare = found.agent.flag == "weak" and not found.sectors and not found.country and not found.qualified
    doing = view.sentence.tokens[found.head].dep == "nsubj"
    if bare and owner is None and not doing and found.agent.kind != "person":
        return None, ""
    return generic(desk, view, found, owner), "role"


def _named_beside(desk: Desk, view: View, found: Description) -> Figure | None:
    """Return the named figure that a role noun stands in apposition to, either way round."""
    sentence, token = view.sentence, view.sentence.tokens[found.head]
    candidates = [token.head] if token.dep == "appos" else []
    candidates += [c.i for c in sentence.children(found.head, "appos")]
    if token.dep == "attr" and sentence.tokens[token.head].lemma == "be":
        candidates += [c.i for c in sentence.children(token.head, "nsubj")]
    candidates += _called_by_name(view, found.head)
    after = max(found.used) + 1
    if after in view.names and view.names[after].first == after:
        candidates.append(view.names[after].head)
    for at in candidates:
        figure = desk.at(view, view.names[at].head if at in view.names else at)
        if figure is not None and not figure.generic and _same_kind(figure, found) and _agree(figure, found):
            return figure
    return None


def _called_by_name(view: View, head: int) -> list[int]:
    """Return the name that a clause gives to a role noun: a militant who called himself X, a man named X."""
    sentence = view.sentence
    found: list[int] = []
    for clause in sentence.children(head, "acl", "relcl"):
        if clause.lemma.lower() not in ("name", "call", "identify", "know", "dub", "nickname"):
            continue
        found += [c.i for c in sentence.children(clause.i, "oprd", "attr", "dobj")]
        for prep in sentence.children(clause.i, "prep"):
            found += [c.i for c in sentence.children(prep.i, "pobj") if prep.text.lower() == "as"]
    return found


def _same_kind(figure: Figure, found: Description) -> bool:
    kind = found.agent.kind
    if figure.kind == "person":
        return kind in ("person", "people") and not found.plural
    if figure.kind in ("organisation", "group"):
        return kind in ("organisation", "group") or found.plural
    return False


def _agree(figure: Figure, found: Description) -> bool:
    return found.country is None or figure.country is None or found.country == figure.country


def _owner(desk: Desk, view: View, found: Description) -> Figure | None:
    """Return whose people these are: his forces, Peru's navy, the office of the president."""
    if found.owner is not None:
        return desk.at(view, _antecedent(view, found.owner))
    if found.noun.split()[-1] in view.catalogue.acting["owned"]:
        for child in view.sentence.children(found.head, "compound", "nmod"):
            figure = desk.at(view, child.i)
            if figure is not None and figure.kind == "person" and not figure.generic and not opposed(view, child.i):
                return figure
    if found.body is not None and (found.agent.flag == "weak" or found.noun in _VOICES):
        figure = desk.at(view, found.body)
        return figure if figure is not None and figure.kind not in ("state", "population") else None
    return None


def _called(desk: Desk, view: View, found: Description) -> Figure | None:
    """Return the named body inside its own description: the Hamas movement, the Law and Justice party."""
    if found.noun.split()[-1] not in _BODIES or found.plural:
        return None
    inside = view.names.get(found.head - 1)
    figure = desk.at(view, inside.head) if inside is not None else None
    return figure if figure is not None and figure.kind in ("organisation", "group") else None


def _antecedent(view: View, owner: int) -> int:
    """Return the noun that "whose" belongs to; any other owner stands for itself."""
    tokens = view.sentence.tokens
    if tokens[owner].tag != "WP$":
        return owner
    above = next((t for t in view.sentence.ancestors(owner) if t.dep == "relcl"), None)
    return above.head if above is not None else owner


def _holder(desk: Desk, view: View, office: str, found: Description) -> Figure | None:
    for s in desk.before(view.sentence.index, found.head):
        if s.figure.kind == "person" and not s.figure.generic and _holds(s.figure, office) and _agree(s.figure, found):
            return s.figure
    return None


def _holds(figure: Figure, office: str) -> bool:
    """Whether a figure was called by an office, or by a fuller one: the minister is the interior minister."""
    if office in figure.lemmas:
        return True
    fuller = (lemma for lemma in figure.lemmas if lemma.endswith(f" {office}"))
    return office != "president" and any(not lemma.startswith(("prime", "deputy", "vice")) for lemma in fuller)


def _met(desk: Desk, view: View, found: Description) -> Figure | None:
    """Return the figure met before that a definite role noun repeats."""
    first = next(
        (view.sentence.tokens[i] for i in sorted(view.sentence.tokens[found.head].children) if i < found.head), None
    )
    definite = first is not None and first.text.lower() in _DEFINITE
    if found.plural or not definite:
        return None
    if found.agent.kind in ("person", "people"):
        return _same_person(desk, view, found)
    return _same_body(desk, view, found)


def _same_person(desk: Desk, view: View, found: Description) -> Figure | None:
    holder = _holder(desk, view, found.noun, found)
    if holder is not None:
        return holder
    open_role = found.noun.split()[-1] in _RANKLESS or (found.sectors[:1] not in ((), ("GOV",)))
    if not open_role or found.body is not None:
        return None
    for s in desk.before(view.sentence.index, found.head, 3):
        figure = s.figure
        fits = not found.sectors or set(found.sectors) & set(figure.codes())
        if fits and figure.kind == "person" and not figure.generic and _agree(figure, found):
            return figure
    return None


def _same_body(desk: Desk, view: View, found: Description) -> Figure | None:
    last = found.noun.split()[-1]
    for s in desk.before(view.sentence.index, found.head):
        figure = s.figure
        if figure.kind not in ("organisation", "group") or not _agree(figure, found):
            continue
        if last in figure.words and figure.words[-1] == last and not _other_name(view, found, figure):
            return figure
        near = view.sentence.index - s.sentence <= 3
        if last in _BODIES and near and not found.country and (not figure.plural or not figure.generic):
            if figure.kind == "organisation" and {"GOV", "MIL", "COP", "JRN"} & set(figure.codes()[:1]):
                continue
            if not found.sectors or found.agent.flag == "weak" or set(found.sectors) & set(figure.codes()):
                return figure
    return None


def _other_name(view: View, found: Description, figure: Figure) -> bool:
    """Whether a noun is itself written as a name that is not the figure's (the Home Office)."""
    words = [view.sentence.tokens[i].text for i in found.used if i != found.head]
    return not view.atoms.shouting and any(w[0].isupper() and w.lower() not in figure.words for w in words)


def _counted(desk: Desk, view: View, found: Description) -> Figure | None:
    """Return the people of whom a number or part is told: hundreds of villagers, members of the cartel."""
    if found.body is None or found.agent.sectors or found.agent.flag != "weak":
        return None
    if found.agent.kind != "group":
        return None
    if view.sentence.tokens[view.sentence.tokens[found.body].head].text.lower() not in ("of", "from"):
        return None
    inner = describe(view, found.body)
    if inner is None:
        figure = desk.at(view, found.body)
        return figure if figure is not None and figure.kind != "state" else None
    return generic(desk, view, inner, _owner(desk, view, inner))


def _read_land(desk: Desk, view: View, token: Token) -> None:
    """Let "the country" be the state named last, where it acts."""
    named = _named_land(desk, view, token)
    if named is not None:
        first = min([token.i, *(c.i for c in view.sentence.children(token.i, "det"))])
        desk.put(Sighting(view.sentence.index, token.i, first, token.i + 1, named, "role", "apposition", 0.8))
        return
    determined = any(c.text.lower() in ("the", "this") for c in view.sentence.children(token.i, "det"))
    bare = len([c for c in token.children if c < token.i]) == 1
    if not determined or not bare or token.dep not in ("nsubj", "nsubjpass", "poss"):
        return
    for s in desk.before(view.sentence.index, token.i, 2):
        tokens = desk.views[s.sentence].sentence.tokens
        above = tokens[tokens[s.head].head].text.lower()
        if tokens[s.head].dep == "pobj" and above in view.catalogue.acting["where"] and token.dep == "poss":
            continue
        land = _land(desk, view, s.figure)
        if land is not None and (land is s.figure or token.dep == "poss"):
            desk.put(Sighting(view.sentence.index, token.i, token.i - 1, token.i + 1, land, "role", "repeat", 0.6))
            return


def _named_land(desk: Desk, view: View, token: Token) -> Figure | None:
    """Return the state that stands after "the republic of"."""
    for prep in view.sentence.children(token.i, "prep"):
        for noun in view.sentence.children(prep.i, "pobj") if prep.text.lower() == "of" else ():
            figure = desk.at(view, noun.i)
            if figure is not None and figure.kind == "state":
                return figure
    return None


def _land(desk: Desk, view: View, figure: Figure) -> Figure | None:
    """Return the state that a figure is, or governs."""
    if figure.kind == "state":
        return figure
    entry = view.catalogue.countries.get(figure.country or "") if "GOV" in figure.codes()[:1] else None
    return desk.cast.known(entry) if entry is not None else None
