"""Pass 2, in a worker: code one shard so that no article can stop the others."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from whowhom.errors import WhowhomError
from whowhom.records import Article, Coded, Passage, Rejection
from whowhom.run.parts import Parts
from whowhom.run.sums import ActorSums
from whowhom.settings import Settings
from whowhom.store import POSITION, SHARD_TABLES, TABLES, from_table, read_table, to_table, write_shard

_REMEDY = "please report it, with the article"


@dataclass(frozen=True, slots=True)
class Describe:
    """The task to say what the coder was loaded from."""


@dataclass(frozen=True, slots=True)
class ShardTask:
    """The task to code one shard. `deaths` counts processes that died of it.

    `careful` codes article by article and notes each beforehand in `marker`; `poisoned` are the
    articles, by position in the shard, that are not to be tried again, with the reason.
    """

    index: int
    source: Path
    target: Path
    deaths: int = 0
    poisoned: tuple[tuple[int, str], ...] = ()

    @property
    def careful(self) -> bool:
        """Whether to go article by article."""
        return self.deaths > 1

    @property
    def marker(self) -> Path:
        """The file that names the article at work."""
        return self.source.with_suffix(".at")


@dataclass(frozen=True, slots=True)
class ShardReport:
    """What became of a shard: articles by outcome, rows by table, articles on which the program failed."""

    index: int
    outcomes: dict[str, int]
    rows: dict[str, int]
    failures: tuple[Rejection, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one article, or why nothing could be."""

    article: Article
    passages: tuple[Passage, ...] = ()
    coded: Coded = field(default_factory=Coded)
    failure: str | None = None


def start_worker(settings: Settings, parts: Parts) -> Callable[[Any], Any]:
    """Load the coder and return what performs tasks with it."""
    return partial(_perform, settings=settings, parts=parts, coder=parts.load(settings))


def _perform(task: Describe | ShardTask, settings: Settings, parts: Parts, coder: Any) -> Any:
    if isinstance(task, Describe):
        return parts.describe(coder)
    articles = list(from_table(Article, read_table(task.source)))
    code = partial(_code, parts=parts, coder=coder)
    found = _carefully(articles, code, task) if task.careful else _together(articles, code)
    tables, found = _storable(found)
    report = ShardReport(
        task.index,
        dict(Counter(_outcome(item, settings) for item in found)),
        {name: table.num_rows for name, table in tables.items()},
        tuple(_rejection(item) for item in found if item.failure),
    )
    write_shard(task.target, tables, report_json(report))
    return report


def report_json(report: ShardReport) -> dict[str, Any]:
    """Return a report as `done.json` holds it."""
    failures = [[r.path, r.line, r.reason, r.remedy] for r in report.failures]
    return {"index": report.index, "outcomes": report.outcomes, "rows": report.rows, "failures": failures}


def report_from_json(held: dict[str, Any]) -> ShardReport:
    """Return the report that `done.json` holds."""
    failures = tuple(Rejection(*fields) for fields in held["failures"])
    return ShardReport(held["index"], held["outcomes"], held["rows"], failures)


def _code(articles: Sequence[Article], parts: Parts, coder: Any) -> Iterator[Found]:
    results = parts.code(iter(articles), coder)
    for article, (clean, coded) in zip(articles, results, strict=True):
        if clean.article.article_id != article.article_id:
            raise RuntimeError(f"asked for article {article.article_id}, got {clean.article.article_id}")
        yield Found(article, clean.passages, coded)


def _together(articles: list[Article], code: Callable[[Sequence[Article]], Iterator[Found]]) -> list[Found]:
    """Code in one stream; where it breaks, keep what came before and go on article by article."""
    found: list[Found] = []
    try:
        for item in code(articles):
            found.append(item)
    except WhowhomError:
        raise
    except Exception:
        found.extend(_alone(article, code) for article in articles[len(found) :])
    return found


def _carefully(
    articles: list[Article], code: Callable[[Sequence[Article]], Iterator[Found]], task: ShardTask
) -> list[Found]:
    """Code article by article, so that it is known which one a process died of."""
    reasons = dict(task.poisoned)
    found = []
    for i, article in enumerate(articles):
        task.marker.write_text(str(i), encoding="ascii")
        found.append(Found(article, failure=reasons[i]) if i in reasons else _alone(article, code))
    task.marker.unlink(missing_ok=True)
    return found


def _alone(article: Article, code: Callable[[Sequence[Article]], Iterator[Found]]) -> Found:
    try:
        (found,) = code([article])
    except WhowhomError:
        raise
    except Exception as error:
        return Found(article, failure=_reason(error))
    return found


def _reason(error: Exception) -> str:
    return f"internal error: {type(error).__name__}: {error}".rstrip(": ")


def _rejection(found: Found) -> Rejection:
    return Rejection(found.article.path, found.article.line, found.failure or "", _REMEDY)


def _storable(found: list[Found]) -> tuple[dict[str, pa.Table], list[Found]]:
    """Return the tables of a shard; an article whose rows no table can hold loses them and has failed."""
    try:
        return _tables(found), found
    except Exception:
        found = [_checked(item) for item in found]
        return _tables(found), found


def _checked(found: Found) -> Found:
    try:
        _tables([found])
    except Exception as error:
        return Found(found.article, failure=_reason(error))
    return found


def _tables(found: list[Found]) -> dict[str, pa.Table]:
    rows: dict[str, list[Any]] = {name: [] for name in SHARD_TABLES}
    actors = ActorSums()
    for item in found:
        for name, position in POSITION.items():
            of_article = item.passages if name == "passages" else getattr(item.coded, name)
            rows[name].extend(sorted(of_article, key=position))
        actors.add_article(item.coded.actors)
    rows["actors"].extend(actors.rows())
    return {name: to_table(TABLES[name], rows[name]) for name in SHARD_TABLES}


def _outcome(found: Found, settings: Settings) -> str:
    article, coded = found.article, found.coded
    if found.failure:
        return "failed"
    if article.duplicate_of is not None and settings.run.copies == "skip":
        return "duplicates"
    if article.language not in (None, settings.ingest.language):
        return "not_english"
    something = coded.events or coded.relations or coded.statements or coded.unknowns or coded.refusals
    return "coded" if something else "gated_out"
