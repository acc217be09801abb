"""Finds the headline in the text, and the section labels."""

import re
from dataclasses import dataclass

from whowhom.clean.boilerplate import Page, whole
from whowhom.clean.layout import Stretch
from whowhom.clean.normal import flatten, said

_LONGEST = 130
_LABEL_WORDS = 4
_TOP_LINES = 8
_SURE = 0.95
_SEPARATOR = re.compile(r"\s+(?:-+|\||::|»|>|·|/)\s+|\s*\|\s*")
_DATELINE = re.compile(r"[^\W\d_a-z][^a-z]{2,40}(?:\([\w /]+\))?\s*-{1,2}\s")
_CRUMBS = re.compile(r"\s*[>|»/]\s*")
_STOPS = (".", ",", ";", ":", "…")
_LABEL_STOPS = (".", "!", "?", ",", ";", "…")


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the headline is among the paragraphs, how it was found, and the forms of its words."""

    at: int
    reason: str
    score: float
    forms: frozenset[str]


def forms_of(headline: str) -> frozenset[str]:
    """Return the compared forms of a headline: whole, and without the name of the source."""
    parts = [headline, *_without_source(headline)]
    return frozenset(form for form in map(said, parts) if form)


def _without_source(headline: str) -> list[str]:
    """Return a headline without what hangs on it before or after a bar or dash, if that is a name."""
    cuts = [match.span() for match in _SEPARATOR.finditer(headline)]
    if not cuts:
        return []
    (first, after), (last, rest) = cuts[0], cuts[-1]
    parts = (
        (headline[:last], headline[rest:]),
        (headline[:first], headline[first:]),
        (headline[after:], headline[:first]),
    )
    return [part for part, name in parts if len(part) > len(name) and len(part.split()) >= 3 and _is_name(name)]


def _is_name(words: str) -> bool:
    return all(word[:1].isupper() or len(word) <= 3 or "." in word for word in re.findall(r"[\w.']+", words))


def cut_at_title(page: Page, stretches: list[Stretch], title: str | None) -> list[Stretch]:
    """Return the paragraphs with each appearance of the title, at the start of one, as one of its own."""
    if not title or not said(title):
        return stretches
    flat_title = flatten(title)
    forms = forms_of(flat_title)
    plain = [part for part in (flat_title, *_without_source(flat_title)) if len(part.split()) >= 3]
    found: list[Stretch] = []
    at = 0
    while at < len(stretches):
        joined = _joined(page, stretches, at, forms)
        stretch = Stretch(stretches[at].start, stretches[joined].end, stretches[joined].gap)
        found.extend(_split(page, stretch, plain) if joined == at else [stretch])
        at = joined + 1
    return found


def _joined(page: Page, stretches: list[Stretch], at: int, forms: frozenset[str]) -> int:
    """Return the last of the lines that make up the title together, `at` itself where none do."""
    longest = 2 * max(map(len, forms)) + 80
    for last in range(at, min(at + 3, len(stretches))):
        if stretches[last].end - stretches[at].start > longest:
            break
        words = said(page.flat[stretches[at].start : stretches[last].end])
        if words in forms:
            return last
        if stretches[last].gap or not any(form.startswith(words) for form in forms):
            break
    return at


def _split(page: Page, stretch: Stretch, plain: list[str]) -> list[Stretch]:
    """Cut the title off the start of a paragraph, in texts that have no lines."""
    found: list[Stretch] = []
    start = stretch.start
    for _ in range(3):
        end = next((e for part in plain if (e := _title_end(page, start, stretch.end, part))), None)
        if end is None:
            break
        found.append(Stretch(start, end))
        start = end + len(page.flat[end : stretch.end]) - len(page.flat[end : stretch.end].lstrip())
    return [*found, Stretch(start, stretch.end, stretch.gap)]


def _title_end(page: Page, start: int, limit: int, title: str) -> int | None:
    end = start + len(title)
    if end >= limit or page.flat[start:end].casefold() != title.casefold():
        return None
    rest = page.flat[end:limit]
    if not rest[0].isspace():
        return None
    rest = rest.lstrip()
    again = rest[: len(title)].casefold() == title.casefold()
    opens = rest.split(" ", 1)[0].casefold() in page.rules.openers and rest[:1].isupper()
    return end if again or opens or title.endswith(("?", "!")) or _DATELINE.match(rest) else None


def find_heading(page: Page, stretches: list[Stretch], title: str | None) -> Heading | None:
    """Find the title in the text, or the first line that looks like a headline."""
    if title and (forms := forms_of(flatten(title))):
        whole_form = said(title)
        for at, stretch in enumerate(stretches):
            if stretch.end - stretch.start > 2 * len(title) + 40:
                continue
            line = forms_of(page.flat[stretch.start : stretch.end])
            if line & forms:
                exact = whole_form in line
                return Heading(at, "title", 1.0 if exact else 0.95, forms | line)
    return _first_line(page, stretches)


def _first_line(page: Page, stretches: list[Stretch]) -> Heading | None:
    """Find a headline among the first lines, after labels and bylines."""
    for at, stretch in enumerate(stretches[:_TOP_LINES]):
        pattern = whole(page, stretch, "line", "sentence")
        # "Video: Crowds storm the ministry" may be a headline as well as a link.
        if label_reason(page, stretch) or (pattern is not None and pattern.score >= _SURE):
            continue
        if _is_short_label(page, stretch, 2) and at + 1 < len(stretches) and _title_like(page, stretches, at + 1):
            continue
        if _title_like(page, stretches, at):
            forms = forms_of(page.flat[stretch.start : stretch.end])
            return Heading(at, "first_line", 0.7, forms)
        break
    return None


def _title_like(page: Page, stretches: list[Stretch], at: int) -> bool:
    stretch = stretches[at]
    words = page.flat[stretch.start : stretch.end]
    if len(words) > _LONGEST or len(words.split()) < 3 or at + 1 == len(stretches):
        return False
    if words.rstrip("\"') ").endswith(_STOPS) or not (words.lstrip("\"'([")[:1].isupper() or words[0].isdigit()):
        return False
    if _DATELINE.match(words):
        return False
    following = page.flat[stretches[at + 1].start : stretches[at + 1].end]
    if stretch.gap or len(following) > _LONGEST or said(following) == said(words):
        return True
    return whole(page, stretches[at + 1], "line", "sentence") is not None


def label_reason(page: Page, stretch: Stretch) -> str | None:
    """Return why a line is a section label wherever it stands, None where it is not one."""
    if stretch.end - stretch.start > 60:
        return None
    line = page.flat[stretch.start : stretch.end]
    if said(line) in page.rules.label_phrases:
        return "label_phrase"
    if not line[0].isupper() or line.endswith(_LABEL_STOPS) or len(line.split()) > 2 * _LABEL_WORDS:
        return None
    words = [w for w in re.split(r"[^\w']+", line.casefold()) if w and w not in page.rules.small_words]
    return (
        "label_words"
        if 0 < len(words) <= _LABEL_WORDS and all(word in page.rules.label_words for word in words)
        else None
    )


def is_label_above(page: Page, stretch: Stretch) -> bool:
    """Whether a line above the headline is a label: a few words in capitals, or a trail of them."""
    if _is_short_label(page, stretch, _LABEL_WORDS):
        return True
    parts = _CRUMBS.split(page.flat[stretch.start : stretch.end])
    return stretch.end - stretch.start <= 70 and len(parts) > 1 and all(len(part.split()) <= 4 for part in parts)


def _is_short_label(page: Page, stretch: Stretch, most: int) -> bool:
    line = page.flat[stretch.start : stretch.end]
    if len(line) > 60 or line.endswith(_LABEL_STOPS):
        return False
    words = [word for word in re.split(r"[\s/|>»&:-]+", line) if word]
    return 0 < len(words) <= most and all(
        word[:1].isupper() or word.casefold() in page.rules.small_words for word in words
    )
