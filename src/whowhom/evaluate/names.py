"""Whether two ways of writing somebody or some place are the same, as far as words can tell."""

import re

_WORD = re.compile(r"[^\W_]+")
#: Words that name nobody, in front of or inside a name.
_EMPTY = frozenset(
    "a an the and of in some that which who whom he him his she her it its they them their".split()
)  # fmt: skip


def words_of(name: str) -> list[str]:
    """Return the words of a name that count, in lower case."""
    return [word for word in _WORD.findall(name.lower()) if word not in _EMPTY]


def same_name(one: str, other: str) -> bool:
    """Whether the words of one name stand, whole and in a row, in the other."""
    short, long = sorted((words_of(one), words_of(other)), key=len)
    width = len(short)
    return width > 0 and any(long[at : at + width] == short for at in range(len(long) - width + 1))


def named(names: tuple[str, ...], *written: str | None) -> bool:
    """Whether any acceptable name is one of the ways in which something was written."""
    return any(same_name(name, words) for words in written if words for name in names)
