"""What governs a predicate without being an act: "failed to", "plans to", "the risk of"."""

from whowhom.codebook import Codebook
from whowhom.codebook.schema import OperatorRow
from whowhom.events.scene import Scene
from whowhom.records import Predicate

_FUTURE_MODALS = frozenset({"will", "shall", "to", "'ll", "wo"})


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


def own_link(scene: Scene, p: Predicate) -> str:
    """Return how a predicate hangs on the sentence; the second of two coordinated ones as the first."""
    for _ in range(4):
        if p.link != "conj" or p.governor is None:
            break
        p = scene.predicates[p.governor]
    return p.link


def planned_by(scene: Scene, p: Predicate, codebook: Codebook) -> bool:
    """Whether an act is announced: "will", "said it would", a headline's infinitive, "plans to", "is set to"."""
    ops = p.operators
    if ops.condition is not None or ops.negation is not None:
        return False
    if _announcing_modal(scene, p) or ops.infinitive_headline:
        return True
    over = operator_over(scene, p, codebook)
    return over is not None and over[0].status == "planned"


def refused_by(scene: Scene, p: Predicate) -> bool:
    """Whether somebody says that an act will not be done ("will not", "would never", "cannot")."""
    ops = p.operators
    return (
        ops.negation is not None
        and ops.condition is None
        and (_announcing_modal(scene, p) or _modal(scene, p) in ("can", "could"))
    )


def unless(scene: Scene, p: Predicate) -> bool:
    """Whether an announced act hangs on what somebody else does ("unless they sign")."""
    return any(q.link == "adverbial:unless" and q.governor == p.index for q in scene.predicates)


def directed(scene: Scene, p: Predicate) -> bool:
    """Whether an act is said to be somebody's duty ("must", "should", "has to")."""
    return _modal(scene, p) in ("must", "should", "ought", "shall") or any(
        a.role == "clause:to" and p.lemmas[-1] in ("have", "need") and not _yet(scene, p) for a in p.arguments
    )


def _modal(scene: Scene, p: Predicate) -> str | None:
    return scene.sentence.tokens[p.operators.modal].lemma.lower() if p.operators.modal is not None else None


def _announcing_modal(scene: Scene, p: Predicate) -> bool:
    modal = _modal(scene, p)
    if modal in _FUTURE_MODALS:
        return True
    governor = scene.predicates[p.governor] if p.governor is not None else None
    reported = governor is not None and p.link in ("clause:that", "conj") and governor.operators.tense == "past"
    return modal in ("would", "'d") and reported


def _yet(scene: Scene, p: Predicate) -> bool:
    return any(c.text.lower() == "yet" for c in scene.sentence.children(p.head))
