"""Pass 1: read all inputs once, find the copies, cut the articles into shards on disk."""

import dataclasses
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from whowhom.records import Article, Rejection
from whowhom.run.folder import Folder
from whowhom.run.parts import NoticeLike, Parts
from whowhom.settings import Settings
from whowhom.store import to_table, write_table

#: The first shards are small and grow, so that few articles too are spread evenly over processes.
_FIRST_SHARD, _GROWTH = 25, 5
_REPORT_EVERY = 500
_DETAIL = re.compile(r"[:;]")


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What pass 1 found: articles in each shard, refused inputs by reason, a hash over all that was read."""

    shards: tuple[int, ...]
    rejected: dict[str, int]
    notices: int
    sha256: str

    @property
    def read(self) -> int:
        """How many articles were read."""
        return sum(self.shards)


class Copies:
    """Remembers the first article with each copy key, as digests only."""

    def __init__(self, copy_key: Callable[[Article], str]) -> None:
        self._copy_key = copy_key
        self._first: dict[bytes, str] = {}

    def mark(self, article: Article) -> Article:
        """Return the article, with `duplicate_of` set where one like it came before."""
        key = self._copy_key(article)
        if not key:
            return article
        digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=12).digest()
        first = self._first.setdefault(digest, article.article_id)
        return article if first == article.article_id else dataclasses.replace(article, duplicate_of=first)


def read_inputs(
    inputs: Sequence[str], settings: Settings, parts: Parts, folder: Folder, progress: Callable[[int], None]
) -> Reading:
    """Read all inputs into shards under `.work/`, beside `rejected.jsonl` and `notices.jsonl`."""
    folder.begin_anew()
    folder.input(0).parent.mkdir(parents=True)
    sink = _Sink(folder, hashlib.sha256())
    with (
        (folder.work / "rejected.jsonl").open("w", encoding="utf-8") as rejected,
        (folder.work / "notices.jsonl").open("w", encoding="utf-8") as notices,
    ):
        articles = sink.articles(parts.read(inputs, settings.ingest), rejected, notices)
        copies = Copies(parts.copy_key)
        shards: list[int] = []
        for batch in _shards((copies.mark(article) for article in articles), settings.run.shard_articles):
            sink.write(len(shards), batch)
            shards.append(len(batch))
            if sum(shards) // _REPORT_EVERY > (sum(shards) - len(batch)) // _REPORT_EVERY:
                progress(sum(shards))
    return Reading(tuple(shards), dict(sink.reasons.most_common()), sink.notices, sink.digest.hexdigest())


class _Sink:
    """Sorts what ingest yields to where it belongs, and counts and hashes it."""

    def __init__(self, folder: Folder, digest: "hashlib._Hash") -> None:
        self.folder = folder
        self.digest = digest
        self.reasons: Counter[str] = Counter()
        self.notices = 0

    def articles(
        self, found: Iterable[Article | Rejection | NoticeLike], rejected: TextIO, notices: TextIO
    ) -> Iterator[Article]:
        """Yield the articles; write the rest down."""
        for item in found:
            if isinstance(item, Article):
                yield item
            elif isinstance(item, Rejection):
                # What follows a colon or semicolon is of this one input; the counts are of kinds of reasons.
                self.reasons[_DETAIL.split(item.reason, maxsplit=1)[0]] += 1
                self.digest.update(repr(item).encode("utf-8", "backslashreplace"))
                rejected.write(json_line(dataclasses.asdict(item)))
            else:
                self.notices += 1
                notices.write(json_line({"path": item.path, "line": item.line, "message": item.message}))

    def write(self, index: int, batch: list[Article]) -> None:
        """Write one shard of articles."""
        for article in batch:
            self.digest.update(repr(article).encode("utf-8", "backslashreplace"))
        write_table(self.folder.input(index), to_table(Article, batch))


def json_line(value: object) -> str:
    """Return one line of JSON lines."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def copy_lines(source: Path, target: TextIO) -> int:
    """Append a text file to an open one; return how many lines it has."""
    with source.open(encoding="utf-8") as lines:
        return sum(bool(target.write(line)) for line in lines)


def _shards(articles: Iterator[Article], limit: int) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = min(limit, _FIRST_SHARD)
    for article in articles:
        batch.append(article)
        if len(batch) == size:
            yield batch
            batch, size = [], min(limit, size + _GROWTH)
    if batch:
        yield batch
