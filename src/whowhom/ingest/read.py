"""The door of ingest: from inputs to articles, rejections and notices, one at a time."""

import gzip
import zlib
from collections.abc import Iterator, Sequence
from io import BufferedReader

from whowhom.ingest.binary import refuse_binary
from whowhom.ingest.dates import read_date
from whowhom.ingest.draft import Draft, Outcome, Unreadable
from whowhom.ingest.fields import field_names
from whowhom.ingest.formats.registry import SUFFIXES, sniff
from whowhom.ingest.identity import Identities
from whowhom.ingest.language import Languages
from whowhom.ingest.normal import normalise, normalise_field
from whowhom.ingest.notice import Notice
from whowhom.ingest.sources import Source, find_sources
from whowhom.ingest.streams import as_text, open_bytes
from whowhom.records import Article, Rejection
from whowhom.settings import IngestSettings

_HEAD = 8_192


def read_articles(inputs: Sequence[str], settings: IngestSettings) -> Iterator[Article | Rejection | Notice]:
    """Read all inputs, in the order given and within a folder by path.

    An input is a file, a folder, a pattern with `*`, or `-` for standard input. What cannot be read
    becomes a rejection and the rest goes on; a notice comes before the article that it is about.
    `duplicate_of` is left None.

    Raises, before anything is read, `BadInput` for an input that does not exist or a folder without
    articles, and `BadSettings` where `settings.fields` names a field that is not ours.
    """
    field_names(settings)
    return _articles(find_sources(inputs), settings)


def _articles(sources: list[Source], settings: IngestSettings) -> Iterator[Article | Rejection | Notice]:
    identities = Identities()
    languages = Languages(settings.language)
    for source in sources:
        for outcome in _read_source(source, settings):
            if isinstance(outcome, Draft):
                yield from _finish(outcome, source.name, identities, languages)
            else:
                yield outcome


def _read_source(source: Source, settings: IngestSettings) -> Iterator[Outcome]:
    """Yield what a file holds; an error that ends it is the last thing, and keeps what came before."""
    line = 0
    try:
        if source.format is None and not source.named:
            raise Unreadable("not a kind of file that is read", f"files that are end in {', '.join(SUFFIXES)}")
        with open_bytes(source.path, source.zipped) as stream:
            for outcome in _open_format(stream, source, settings):
                line = outcome.line
                yield outcome
    except Unreadable as error:
        yield Rejection(source.name, error.line or line + 1, error.reason, error.remedy)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        reason = f"damaged gzip: {error}"
        yield Rejection(source.name, line + 1, reason, "fetch the file again; what came before is kept")
    except UnicodeDecodeError as error:
        reason = f"not valid {error.encoding}: {error.reason}"
        yield Rejection(source.name, line + 1, reason, "save the file again as UTF-8")
    except OSError as error:
        reason = f"the file cannot be read: {error.strerror or error}"
        yield Rejection(source.name, line + 1, reason, "check that it exists and that you may read it")


def _open_format(stream: BufferedReader, source: Source, settings: IngestSettings) -> Iterator[Outcome]:
    form = source.format
    if form is None and stream.peek(4)[:4] == b"PAR1":
        form = sniff(b"PAR1")
    if form is not None and form.binary:
        return form.read(stream, source.name, settings)
    text = as_text(stream)
    head = text.peek(_HEAD)[:_HEAD]
    refuse_binary(head)
    return (form or sniff(head)).read(text, source.name, settings)


def _finish(
    draft: Draft, path: str, identities: Identities, languages: Languages
) -> Iterator[Article | Rejection | Notice]:
    text = normalise(draft.text)
    if not text.strip():
        yield Rejection(path, draft.line, "the text is empty", "give the article's words, or leave it out")
        return
    published = read_date(draft.date)
    if published is None and draft.date not in (None, ""):
        shown = repr(draft.date)[:60]
        yield Notice(path, draft.line, f"the date {shown} cannot be read for sure; write it as YYYY-MM-DD")
    source, url, title = map(normalise_field, (draft.source, draft.url, draft.title))
    yield Article(
        article_id=identities.name(source, url, title, text),
        title=title,
        text=text,
        source=source,
        url=url,
        language=languages.tell(draft.language, text),
        published=published,
        duplicate_of=None,
        input_id=draft.input_id,
        path=path,
        line=draft.line,
    )
