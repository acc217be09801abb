"""What the files of a codebook may hold, checked by pydantic: nothing unknown, nothing converted."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Relation = Literal[
    "leads", "member_of", "commands", "backs", "opposes", "recognises", "rejects_recognition", "allied_with",
    "based_in", "exiled_in", "succeeded", "controls", "envoy_of",
]  # fmt: skip
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
EventType = Annotated[str, Field(pattern=r"^[A-Z][A-Z_]+$")]


class Strict(BaseModel):
    """A row in which every key is known and no value is converted."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class ExampleRow(Strict):
    """A sentence that the entry must code, and what must come out."""

    text: str
    actor: str | list[str] | None = None
    recipient: str | list[str] | None = None
    type: EventType | None = None
    modes: list[Slug] | None = None
    status: str | None = None


class ContentRow(Strict):
    """What the entry is about: the status its content gets, and what the content makes of the entry."""

    status: Literal["planned", "threatened", "requested", "hypothetical", "negated", "denied", "occurred", "historical"]
    becomes: dict[str, str] = {}
    required: bool = False


class EntryRow(Strict):
    """One entry: a type (or a reason to refuse) and the frames that show it."""

    id: Slug
    type: EventType | None = None
    refuse: Slug | None = None
    relation: Relation | None = None
    modes: list[Slug] = []
    contexts: list[Slug] = []
    symmetric: bool = False
    invert: bool = False
    result: bool = False
    implicit_actor: list[str] = []
    frames: list[str] = []
    nouns: list[str] = []
    content: ContentRow | None = None
    priority: int = 0
    note: str | None = None
    examples: list[ExampleRow] = []
    not_: Annotated[list[str], Field(alias="not")] = []


class ClassRow(Strict):
    """A class of nouns for the slots of frames."""

    id: Slug
    words: list[str] = []
    includes: list[Slug] = []
    note: str | None = None


class FamilyNoun(Strict):
    """An event noun of a verb, and which of its complements is the verb's subject or object."""

    word: str
    of: Literal["object", "subject"] = "object"
    possessive: Literal["object", "subject"] = "subject"
    modifier: Literal["object", "subject", "none"] = "subject"
    object: list[str] = []


class FamilyRow(Strict):
    """A verb and the nouns that name the same act."""

    verb: str
    nouns: list[FamilyNoun]


class SupportRow(Strict):
    """A verb that carries an event noun: whether its subject is the doer or the one it befalls."""

    verb: str
    role: str = "object"
    inverted: bool = False


class OperatorRow(Strict):
    """A word that changes the status of what it governs, without being an act itself."""

    lemma: str
    role: str
    status: Literal["occurred", "ongoing", "planned", "hypothetical", "negated", "denied", "requested"]
    certainty: Literal["certain", "probable", "possible", "unknown"] = "certain"


class WordRow(Strict):
    """One word of a list."""

    word: str


class IrregularRow(Strict):
    """A lemma whose forms do not follow the rules of spelling."""

    lemma: str
    forms: list[str]


class TypeRow(Strict):
    """A type of the codebook: its quad class, score, and modes with scores.

    `future` is what announcing such an act is, `refused` what saying that one will not do it is.
    `things`: it may befall a thing that belongs to no party; `private`: it may pass between people
    without any office; `joint`: several who do it to nobody named do it with one another; `own`: whom its frames
    name in a class are the doer's own ("mobilised the reserves"), and no recipients.
    """

    id: EventType
    quad_class: Literal[1, 2, 3, 4]
    score: float
    future: str | None = None
    refused: str | None = None
    things: bool = False
    private: bool = False
    joint: bool = False
    own: bool = False
    modes: dict[str, "ModeRow"] = {}


class ModeRow(Strict):
    """A mode: its score where it differs from the type's."""

    score: float | None = None


class CameoRow(Strict):
    """plover_to_cameo.yml: what a type and mode is in CAMEO, with the Goldstein value of that code."""

    type: EventType
    mode: str | None
    cameo: str | None
    goldstein: float | None


class AcledRow(Strict):
    """What ACLED calls an event of this type, where all that the row asks for holds; the first row that fits counts.

    `modes`, `rules`, `status`: it has one of these. `words`, `without`: the sentence holds a word of one of these
    classes, or of none. `actor`, `recipient`: a party passes one of these restrictions, or `nobody` stands there.
    `foreign`: who did it is of another country than the place. `near`: an event ("PROTEST riot") in the same or a
    neighbouring sentence. `acled`: type and sub-type; an empty list where ACLED records no such thing.
    """

    type: EventType
    modes: list[Slug] = []
    rules: list[str] = []
    status: list[str] = []
    words: list[Slug] = []
    without: list[Slug] = []
    actor: list[Slug] = []
    recipient: list[Slug] = []
    symmetric: bool | None = None
    foreign: bool | None = None
    near: list[str] = []
    acled: Annotated[list[str], Field(max_length=2)]
    note: str | None = None


class ConfidenceRow(Strict):
    """confidence.yml: the weights that order events, and scale and shift that make chances of their sum."""

    weights: dict[str, float]
    scale: float = 1.0
    shift: float = 0.0


class ContextRow(Strict):
    """A context and its cues: one strong one is enough, of the weak ones it takes two."""

    id: Slug
    strong: list[str] = []
    weak: list[str] = []


class HeaderRow(Strict):
    """codebook.yml: what this codebook is, and whether it adds to ours, takes the language of ours, or stands alone."""

    name: str
    version: str
    description: str
    extends: Literal["plover", "language"] | None = None


TypeRow.model_rebuild()
