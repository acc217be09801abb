"""The one normalisation that text gets, on reading; nothing alters it afterwards."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def normalise(text: str) -> str:
    """Return text without a byte order mark, with LF line ends and without control characters.

    Each C0 control character other than tab and line feed becomes one space, each lone surrogate
    U+FFFD. Nothing else changes: no stripping, no Unicode normal form.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _SURROGATE.search(text):
        # The round trip joins a high and a low half that stand together and replaces the others.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROL.sub(" ", text)


def normalise_field(value: str | None) -> str | None:
    """Return a title, source or address in the same normal form, None where it is blank."""
    if value is None:
        return None
    value = normalise(value)
    return value if value.strip() else None
