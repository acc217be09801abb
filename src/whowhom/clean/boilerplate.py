"""Finds boilerplate: whole lines, whole sentences, and what stands inside a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from whowhom.clean.layout import Stretch
from whowhom.clean.rules import CleanRules, Pattern, PatternSet, Position, Scope, core

_TOP = 800
_END = 800
_LONGEST: dict[Scope, int] = {"line": 250, "sentence": 450}


@dataclass(frozen=True, slots=True)
class Page:
    """A flattened text with the patterns whose cues stand in it."""

    flat: str
    rules: CleanRules
    cued: dict[tuple[Scope, Position], tuple[Pattern, ...]]


def page_of(flat: str, rules: CleanRules) -> Page:
    """Make a page: look once for the cues of all patterns."""
    folded = flat.casefold()

    def here(group: PatternSet) -> tuple[Pattern, ...]:
        return tuple(p for p in group.cued if any(cue in folded for cue in p.needs))

    return Page(flat, rules, {key: here(group) for key, group in rules.sets.items()})


def whole(page: Page, stretch: Stretch, *scopes: Scope) -> Pattern | None:
    """Return the pattern that matches a whole line or sentence, if any does."""
    if stretch.end - stretch.start > _LONGEST["sentence"]:
        return None
    for scope in scopes:
        if stretch.end - stretch.start > _LONGEST[scope]:
            continue
        for position in _positions(page, stretch):
            if (scope, position) in page.rules.sets:
                found = _match(page, stretch, scope, position)
                if found is not None:
                    return found
    return None


def is_top(stretch: Stretch) -> bool:
    """Whether a stretch starts where the top of a page may still be."""
    return stretch.start < _TOP


def _positions(page: Page, stretch: Stretch) -> Iterator[Position]:
    yield "any"
    if is_top(stretch):
        yield "top"
    if stretch.end > len(page.flat) - _END:
        yield "end"


def _match(page: Page, stretch: Stretch, scope: Scope, position: Position) -> Pattern | None:
    group = page.rules.sets[scope, position]
    start, end = core(page.flat, stretch.start, stretch.end)
    match = group.combined.fullmatch(page.flat, start, end)
    if match is not None and match.lastindex is not None:
        pattern = group.quick[match.lastindex - 1]
        return None if pattern.refused(page.flat, start, end) else pattern
    for pattern in page.cued[scope, position]:
        if pattern.regex.fullmatch(page.flat, start, end) and not pattern.refused(page.flat, start, end):
            return pattern
    return None


def inside(page: Page, stretch: Stretch) -> Iterator[tuple[Stretch, Pattern]]:
    """Yield what stands inside a stretch of body text; the finds do not overlap."""
    cued = [p for position in _positions(page, stretch) for p in page.cued.get(("inline", position), ())]
    folded = page.flat[stretch.start : stretch.end].casefold() if cued else ""
    found = [
        (match.start(), match.end(), pattern)
        for pattern in cued
        if any(cue in folded for cue in pattern.needs)
        for match in pattern.regex.finditer(page.flat, stretch.start, stretch.end)
    ]
    taken = stretch.start
    for start, end, pattern in sorted(found, key=lambda item: (item[0], -item[1])):
        words = page.flat[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if taken <= start < end:
            yield Stretch(start, end), pattern
            taken = end
