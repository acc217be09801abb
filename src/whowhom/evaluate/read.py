"""Reads a gold file and checks it; all faults at once, each with file, line and key."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from whowhom.errors import BadInput
from whowhom.evaluate.gold import GoldArticle, Range

_SHOWN = 20


def read_gold(path: Path) -> tuple[GoldArticle, ...]:
    """Return the articles of a gold file (JSON lines; see `gold.py` and the README of the demo for the keys).

    Raises BadInput for a file that cannot be read or that holds no article, and with a line
    `file:line: key: what is wrong` for each fault.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read as a gold file: {error}. Name a file of JSON lines.") from error
    adapter = TypeAdapter(GoldArticle)
    articles: list[GoldArticle] = []
    faults: list[str] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            article = adapter.validate_json(line, strict=True)
        except ValidationError as error:
            faults += [f"{path}:{number}: {fault}" for fault in _shape_faults(error)]
            continue
        faults += [f"{path}:{number}: {fault}" for fault in _range_faults(article)]
        if article.id in seen:
            faults.append(f"{path}:{number}: id: {article.id!r} stands in line {seen[article.id]} already")
        seen.setdefault(article.id, number)
        articles.append(article)
    if faults:
        more = f"\n... and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        raise BadInput("The gold file has faults; mend them:\n" + "\n".join(faults[:_SHOWN]) + more)
    if not articles:
        raise BadInput(f"{path} holds no hand-coded article: each line must be one, as JSON.")
    return tuple(articles)


def _shape_faults(error: ValidationError) -> Iterator[str]:
    for fault in error.errors(include_url=False):
        key = _key(fault["loc"]) or "the line"
        found = "" if fault["type"] == "missing" else f", found {_short(fault['input'])}"
        yield f"{key}: {fault['msg']}{found}"


def _range_faults(article: GoldArticle) -> Iterator[str]:
    """Yield the ranges that are empty, reversed or outside the text."""
    for key, (start, end) in _ranges(article):
        if not 0 <= start < end <= len(article.text):
            yield f"{key}: [{start}, {end}] is no stretch of the text, which has {len(article.text)} code points"


def _ranges(article: GoldArticle) -> Iterator[tuple[str, Range]]:
    for key, ranges in (("intruders", article.intruders), ("unknowns", article.unknowns)):
        yield from ((f"{key}[{i}]", r) for i, r in enumerate(ranges))
    for n, event in enumerate(article.events):
        yield from ((f"events[{n}].triggers[{i}]", r) for i, r in enumerate(event.triggers))
        for side, parties in (("actors", event.actors), ("recipients", event.recipients)):
            for p, party in enumerate(parties):
                yield from ((f"events[{n}].{side}[{p}].spans[{i}]", r) for i, r in enumerate(party.spans))


def _key(steps: tuple[int | str, ...]) -> str:
    """Return a way into the line as people write it: `events[2].date.earliest[0]`."""
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return written.removeprefix(".")


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
