"""Where quotation marks open and close, in all the styles that news pages use."""

import re

_CURLY = re.compile(r"[“„«][^“”„«»]{2,1500}?[”»]")
_STRAIGHT = re.compile(r"\"[^\"\n]{2,1200}?\"")
_OPEN = re.compile(r"(?:^|\n)\s*[“\"]([^“”\"\n]{2,1500})(?=\n|$)")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return the quotations of a text, marks included; a paragraph whose quotation is not closed ends it."""
    spans = [m.span() for m in _CURLY.finditer(text)] + [m.span() for m in _STRAIGHT.finditer(text)]
    covered = sorted(spans)
    for m in _OPEN.finditer(text):
        if not any(a <= m.start(1) < b for a, b in covered):
            spans.append((m.start(1) - 1, m.end()))
    return sorted(spans)
