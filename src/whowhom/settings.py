"""Settings: one frozen section a stage; what a run was made with is written into its manifest."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """How inputs are read. `fields` maps our field names to the user's column names."""

    fields: tuple[tuple[str, str], ...] = ()
    max_line_bytes: int = 20_000_000
    language: str = "en"


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """How passages are told from body text."""

    min_repeat_characters: int = 40


@dataclass(frozen=True, slots=True)
class ParseSettings:
    """Which spaCy model parses, in batches of how many sentences, and whether the gate is used."""

    model: str | None = None
    batch_size: int = 128
    gate: bool = True
    max_tokens: int = 1000


@dataclass(frozen=True, slots=True)
class EventSettings:
    """Rules of coding that a project may set.

    `historical_days` is the window of `historical`. Candidates below `min_confidence` are turned down as
    `unsure`: the value was chosen on the figures of the development gold, gsr against articles.
    """

    historical_days: int = 30
    min_confidence: float = 0.65


@dataclass(frozen=True, slots=True)
class RunSettings:
    """How the work is cut and spread; of these only `copies` changes what is found."""

    jobs: int = 1
    shard_articles: int = 200
    copies: Literal["skip", "code"] = "skip"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run. `codebook` is None for the one that ships with the program."""

    codebook: Path | None = None
    ingest: IngestSettings = field(default_factory=IngestSettings)
    clean: CleanSettings = field(default_factory=CleanSettings)
    parse: ParseSettings = field(default_factory=ParseSettings)
    events: EventSettings = field(default_factory=EventSettings)
    run: RunSettings = field(default_factory=RunSettings)
