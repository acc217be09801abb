"""Finds names: what the catalogue knows wins over the parser's labels, and cut names are mended."""

from dataclasses import dataclass, replace

from whowhom.actors.atoms import Atoms
from whowhom.actors.catalogue import Alias, Catalogue
from whowhom.actors.mending import mend, trim
from whowhom.records import Sentence, Token

_PERSONAL = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss"))
_TAKEN = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"))
_PLACES = frozenset(("country", "region", "demonym", "capital", "people", "seat"))
_NATIONS = frozenset(("country", "demonym", "region"))
_NOT_NAMED = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "EVENT", "LANGUAGE"))


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name in a sentence: tokens first to last (exclusive), its head, and who it may be.

    `label` is the parser's, `PERSON` also where a title stands before it, or empty; `title` is the
    title's words in lower case. `hint` is the catalogue's country name inside the name, if there is one.
    `nation` is the country whose name or adjective stands before it; `governs` is true of the name
    before an administration, a government or a presidency.
    """

    sentence: int
    first: int
    last: int
    head: int
    words: tuple[str, ...]
    text: str
    alias: Alias | None
    label: str
    title: str
    title_first: int
    hint: Alias | None = None
    nation: str | None = None
    governs: bool = False


def find_names(sentence: Sentence, atoms: Atoms, catalogue: Catalogue) -> list[NameSpan]:
    """Return the names of a parsed sentence in text order, none overlapping another."""
    known = _known(sentence, atoms, catalogue)
    nations = {last: alias.entry.country for _, last, alias in known if alias.entry.of in _NATIONS}
    labels = ("PERSON",) if atoms.shouting else _TAKEN
    spans = [
        s for n in sentence.names if n.label in labels and (s := trim(sentence, n.first, n.last, n.label, catalogue))
    ]
    spans = [mend(sentence, *_relabelled(sentence, *s, catalogue)) for s in spans]
    found: list[NameSpan] = []
    for first, last, label in spans:
        inside = [k for k in known if first <= k[0] and k[1] <= last]
        if any(k[0] < last and k[1] > first for k in known if k not in inside):
            continue
        if inside and (
            _only_qualified(sentence, first, last, inside, catalogue)
            or not _outweighs(sentence, first, last, label, inside)
        ):
            continue
        known = [k for k in known if k not in inside]
        hint = inside[0][2] if inside and label != "PERSON" else None
        found.append(_span(sentence, atoms, catalogue, first, last, None, label, hint))
    found += [_span(sentence, atoms, catalogue, first, last, alias, "", None) for first, last, alias in known]
    found += _unlabelled(sentence, atoms, catalogue, found)
    titles = {i for s in found for i in range(s.title_first, s.first)}
    kept = sorted((s for s in found if s.head not in titles), key=lambda s: s.first)
    return [_set_beside(sentence, s, nations, catalogue) if s.alias is None else s for s in kept]


def _relabelled(sentence: Sentence, first: int, last: int, label: str, catalogue: Catalogue) -> tuple[int, int, str]:
    """Correct the parser's label of a name by the words around it: who is described as somebody is no place.

    A name with a person's role in apposition, or that begins with a given name, is a person's; one before "movement"
    or "party", and a bare acronym that does something, a body's.
    """
    if label not in ("", "GPE", "LOC"):
        return first, last, label
    head = head_of(sentence, first, last)
    tokens = sentence.tokens
    if any(_is_person(c, catalogue) for c in sentence.children(head, "appos") if c.i > head):
        while first > 0 and tokens[first - 1].head == head and tokens[first - 1].pos == "PROPN":
            first -= 1
        return first, last, "PERSON"
    if label == "" and last - first in (2, 3) and tokens[first].text.lower() in catalogue.genders:
        return first, last, "PERSON"
    plain = all(t.text[0].isupper() and t.text.isalpha() and not t.text.isupper() for t in tokens[first:last])
    words = {t.text.lower() for t in tokens[first:last]}
    plain = plain and not words & catalogue.acting["unpeopled"] and not words & catalogue.agents.keys()
    if label == "" and last - first in (2, 3) and plain and tokens[head].dep in _PERSONAL and not sentence.headline:
        return first, last, "PERSON"
    after = tokens[tokens[head].head]
    if tokens[head].dep == "compound" and after.i == last and after.lemma.lower() in catalogue.acting["called"]:
        return first, last, "ORG"
    acronym = last - first == 1 and tokens[first].text.isupper() and 2 < len(tokens[first].text) < 7
    if label == "" and acronym and tokens[head].dep in ("nsubj", "nsubjpass", "dobj", "pobj", "poss"):
        return first, last, "ORG"
    return first, last, label


def _is_person(token: Token, catalogue: Catalogue) -> bool:
    agent = catalogue.agents.get(token.text.lower()) or catalogue.agents.get(token.lemma.lower())
    return agent is not None and agent.kind in ("person", "people") and token.tag in ("NN", "NNP")


def _set_beside(sentence: Sentence, span: NameSpan, nations: dict[int, str | None], catalogue: Catalogue) -> NameSpan:
    """Add to a name the nation before it (Lebanon's new President X), and whether a government follows."""
    tokens, at = sentence.tokens, span.title_first
    while at > 0 and at not in nations and (tokens[at - 1].pos == "ADJ" or tokens[at - 1].tag == "POS"):
        at -= 1
    after = span.last + (span.last < len(tokens) and tokens[span.last].tag == "POS")
    governs = after < len(tokens) and tokens[after].lemma.lower() in catalogue.acting["governs"]
    nation = nations.get(at)
    return replace(span, nation=nation, governs=governs) if nation or governs else span


def _known(sentence: Sentence, atoms: Atoms, catalogue: Catalogue) -> list[tuple[int, int, Alias]]:
    """Look every sequence of words up in the catalogue, the longest first."""
    found: list[tuple[int, int, Alias]] = []
    i, end = 0, len(atoms.words)
    while i < end:
        alias = _longest(sentence, atoms, i, catalogue)
        if alias is None:
            i += 1
            continue
        first, last = atoms.tokens[i], atoms.tokens[i + len(alias.words) - 1] + 1
        found.append((first, last, alias))
        i += len(alias.words)
    return found


def _longest(sentence: Sentence, atoms: Atoms, i: int, catalogue: Catalogue) -> Alias | None:
    if atoms.words[i] not in catalogue.starts and not atoms.shouting:
        return None
    bucket = catalogue.names.get(atoms.words[i].upper())
    if bucket is None or (i and atoms.tokens[i - 1] == atoms.tokens[i]):
        return None
    for alias in bucket:
        end = i + len(alias.words)
        words = atoms.words[i:end]
        same = words == alias.words or (atoms.shouting and _loud(words, alias))
        if not same:
            continue
        whole = end == len(atoms.tokens) or atoms.tokens[end] != atoms.tokens[end - 1]
        if whole and (len(words) > 1 or _fits(sentence.tokens[atoms.tokens[i]], alias, sentence)):
            return alias
    return None


def _loud(words: tuple[str, ...], alias: Alias) -> bool:
    """Whether words in capitals are the alias; short ones that are common words in lower case are not."""
    return len(alias.words[0]) > 3 and tuple(w.upper() for w in words) == tuple(w.upper() for w in alias.words)


def _fits(token: Token, alias: Alias, sentence: Sentence) -> bool:
    """Whether a single word can be the alias here: IS is no verb, Jordan Henderson no country."""
    if token.pos in ("VERB", "AUX", "ADP", "SCONJ", "PRON"):
        return False
    if alias.entry.of in ("country", "capital", "region") and token.entity == "PERSON":
        return not any(
            sentence.tokens[n].entity == "PERSON" for n in (token.i - 1, token.i + 1) if 0 <= n < len(sentence.tokens)
        )
    return True


def _outweighs(sentence: Sentence, first: int, last: int, label: str, inside: list[tuple[int, int, Alias]]) -> bool:
    """Whether the parser's longer name stands against the catalogue's names inside it."""
    if any((k[0], k[1]) == (first, last) for k in inside) or label not in ("PERSON", "ORG", "FAC"):
        return False
    if any(k[2].entry.of not in _PLACES for k in inside):
        return False
    if label == "PERSON":
        return all(k[2].entry.of not in ("demonym", "seat") for k in inside)
    return all(t.text[0].isupper() or t.pos in ("ADP", "DET", "CCONJ", "PUNCT") for t in sentence.tokens[first:last])


def _only_qualified(
    sentence: Sentence, first: int, last: int, inside: list[tuple[int, int, Alias]], catalogue: Catalogue
) -> bool:
    """Whether a name is a role noun with a country before it (Libyan Defense Ministry)."""
    if inside[0][0] != first:
        return False
    rest = " ".join(t.text.lower() for t in sentence.tokens[inside[0][1] : last])
    return rest in catalogue.agents and "BUS" not in catalogue.agents[rest].sectors


def _span(
    sentence: Sentence, atoms: Atoms, catalogue: Catalogue, first: int, last: int,
    alias: Alias | None, label: str, hint: Alias | None,
) -> NameSpan:  # fmt: skip
    title, title_first = "", first
    if alias is None or alias.entry.of == "person":
        title, title_first = _title(sentence, first, catalogue)
    if title and label in ("", "GPE", "ORG", "NORP", "LOC", "FAC") and alias is None and last - first <= 3:
        label = "PERSON"
    words = atoms.words[atoms.at[first] : atoms.at[last] if last < len(atoms.at) else None]
    return NameSpan(
        sentence.index,
        first,
        last,
        head_of(sentence, first, last),
        words,
        _text(sentence, first, last),
        alias,
        label,
        title,
        title_first,
        hint,
    )


def _text(sentence: Sentence, first: int, last: int) -> str:
    """Return the words of a name as they are written, with single spaces."""
    parts: list[str] = []
    for i in range(first, last):
        token = sentence.tokens[i]
        if parts and token.start > sentence.tokens[i - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


def _title(sentence: Sentence, first: int, catalogue: Catalogue) -> tuple[str, int]:
    """Return the title right before a name, in lower case, and its first token."""
    tokens = sentence.tokens
    for n in (4, 3, 2, 1):
        start = first - n
        if start < 0 or not tokens[start].text[0].isupper():
            continue
        words = (t.text.lower().rstrip(".") for t in tokens[start:first])
        phrase = " ".join(w for w in words if w and w != "-")
        if phrase in catalogue.titles:
            return phrase, start
    return "", first


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """Return the token of a stretch whose head lies outside it; the last one where there are several."""
    for i in range(last - 1, first - 1, -1):
        head = sentence.tokens[i].head
        if (head == i or not first <= head < last) and sentence.tokens[i].pos != "PUNCT":
            return i
    return last - 1


def _unlabelled(sentence: Sentence, atoms: Atoms, catalogue: Catalogue, found: list[NameSpan]) -> list[NameSpan]:
    """Return runs of proper nouns that neither the parser nor the catalogue took for a name."""
    covered = {i for s in found for i in range(s.first, s.last)}
    out: list[NameSpan] = []
    first: int | None = None
    for token in (*sentence.tokens, None):
        proper = (
            token is not None
            and token.tag in ("NNP", "NNPS")
            and token.i not in covered
            and token.entity not in _NOT_NAMED
        )
        if proper and token is not None and first is None:
            first = token.i
        elif not proper and first is not None:
            last = token.i if token is not None else len(sentence.tokens)
            trimmed = trim(sentence, first, last, "PERSON", catalogue)
            if trimmed:
                _, _, label = _relabelled(sentence, trimmed[0], trimmed[1], "", catalogue)
                out.append(_span(sentence, atoms, catalogue, trimmed[0], trimmed[1], None, label, None))
            first = None
    return out
