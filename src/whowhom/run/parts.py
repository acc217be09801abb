"""The rooms that a run leads through, as it sees them; a test puts others in their place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from whowhom.records import Article, CleanArticle, Coded, Decision, Event, Incident, Rejection
from whowhom.settings import IngestSettings, Settings


class SourceLike(Protocol):
    """One file that is read; `path` is None for standard input, `name` is what its records are filed under."""

    @property
    def path(self) -> Path | None: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102


class NoticeLike(Protocol):
    """Something to know about an input that was read all the same."""

    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def message(self) -> str: ...  # noqa: D102


class MergedLike(Protocol):
    """What merging gives: the incidents, the incident of each event, and the verdicts behind them."""

    @property
    def incidents(self) -> Sequence[Incident]: ...  # noqa: D102
    @property
    def of_event(self) -> dict[str, str]: ...  # noqa: D102
    @property
    def decisions(self) -> Sequence[Decision]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Parts:
    """What is called on the way.

    `files` lists what `read` reads, in its order; `load` makes a coder; `code` gives one result an
    article, in order; `describe` a dataclass of what the coder was loaded from (versions and hashes),
    for the manifest and to know a run again. `load`, `code` and `describe` are called in worker
    processes, so they must be functions of a module.
    """

    files: Callable[[Sequence[str]], Sequence[SourceLike]]
    read: Callable[[Sequence[str], IngestSettings], Iterator[Article | Rejection | NoticeLike]]
    copy_key: Callable[[Article], str]
    load: Callable[[Settings], Any]
    code: Callable[[Iterable[Article], Any], Iterator[tuple[CleanArticle, Coded]]]
    describe: Callable[[Any], Any]
    merge: Callable[[Sequence[Event]], MergedLike]
