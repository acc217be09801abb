"""What governs a predicate without being an act: "failed to", "plans to", "the risk of"."""

from whowhom.codebook import Codebook
from whowhom.codebook.schema import OperatorRow
from whowhom.events.scene import Scene
from whowhom.records import Predicate

_FUTURE_MODALS = frozenset({"will", "shall", "to"})


def operator_over(scene: Scene, p: Predicate, codebook: Codebook) -> tuple[OperatorRow, int] | None:
    """Return the nearest operator that governs a predicate, and its token."""
    tokens = scene.sentence.tokens
    at, link = min(p.tokens, key=lambda i: sum(1 for _ in scene.sentence.ancestors(i))), p.link
    for _ in range(4):
        head = tokens[at].head
        if head == at:
            return None
        role = _role(scene, at, link)
        above = tokens[head]
        if above.dep == "prep" or above.pos == "ADP":
            at, link = head, f"{above.text.lower()}"
            role, above = above.text.lower(), tokens[above.head]
            head = above.i
        row = codebook.lexicon.operators.get((above.lemma.lower(), role))
        if row is not None:
            return row, above.i
        owner = scene.by_token.get(above.i)
        if owner is None or link.startswith(("relative", "adverbial")):
            return None
        at, link = above.i, owner.link
    return None


def _role(scene: Scene, at: int, link: str) -> str:
    if link.startswith("acl:to"):
        return "clause:to"
    return link


def planned_by(scene: Scene, p: Predicate, codebook: Codebook) -> bool:
    """Whether an act is announced: "will", "is to", a headline's infinitive, "plans to", "is set to"."""
    ops = p.operators
    if ops.condition is not None:
        return False
    if ops.modal is not None and scene.sentence.tokens[ops.modal].lemma.lower() in _FUTURE_MODALS | {"'ll", "wo"}:
        return ops.negation is None
    if ops.infinitive_headline:
        return True
    over = operator_over(scene, p, codebook)
    return over is not None and over[0].status == "planned"
