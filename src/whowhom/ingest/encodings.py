"""From bytes to characters: UTF-8 first, then what the page declares, then a careful guess."""

import re
from codecs import lookup
from dataclasses import dataclass

from charset_normalizer import from_bytes

from whowhom.ingest.draft import Unreadable

_SAMPLE = 1 << 18
_META = re.compile(rb"<(?:meta[^>]+?charset|\?xml[^>]+?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

#: The encodings that a guess may end in. Left open, the guess falls on rare ones (cp775, mac_iceland).
_PLAUSIBLE = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp874", "iso8859_2", "gb18030", "big5", "cp932", "euc_jp", "cp949",
]  # fmt: skip
_LATIN = {"cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "iso8859_2"}

#: Pages declare the standard and mean the vendor's superset of it, as browsers read them.
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the encoding where it had to be guessed."""

    text: str
    guessed: str | None = None


def decode(raw: bytes, html: bool = False) -> Decoded:
    """Decode a whole file. Lone surrogates are let through; `normalise` replaces them.

    Raises `Unreadable` where the bytes are damaged UTF-8 or in no encoding that can be told.
    """
    try:
        return Decoded(raw.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError as error:
        declared = _declared(raw) if html else None
        if declared and (text := _try(raw, declared)) is not None:
            return Decoded(text)
        if _mostly_utf8(raw):
            raise _damaged(error) from None
    encoding = _guess(raw[:_SAMPLE])
    if encoding is None or (text := _try(raw, encoding)) is None:
        raise _unknown()
    return Decoded(text, encoding)


class LineDecoder:
    """Decodes one file line by line: each line as UTF-8, else by the one encoding guessed for the file."""

    def __init__(self) -> None:
        self.guessed: str | None = None
        self._is_utf8 = False

    def decode(self, line: bytes, ahead: bytes) -> str:
        """Return the line's characters; `ahead` are bytes that follow, which make a guess surer.

        Raises `Unreadable` for a damaged line; the lines after it can be decoded still.
        """
        try:
            text = line.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError as error:
            if self._is_utf8 or (self.guessed is None and _mostly_utf8(line)):
                raise _damaged(error) from None
            return self._decode_otherwise(line, ahead)
        # In a file that is not UTF-8 an odd line may still look like it by chance: it proves nothing.
        self._is_utf8 = self._is_utf8 or (self.guessed is None and not text.isascii())
        return text

    def _decode_otherwise(self, line: bytes, ahead: bytes) -> str:
        if self.guessed is None:
            whole_lines = ahead[: ahead.rfind(b"\n") + 1]
            self.guessed = _guess((line + whole_lines)[:_SAMPLE])
        if self.guessed is None or (text := _try(line, self.guessed)) is None:
            raise _unknown()
        return text


def _declared(raw: bytes) -> str | None:
    found = _META.search(raw[:4096])
    if not found:
        return None
    try:
        name = lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return None if name.startswith("utf") else _MEANT.get(name, name)


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _mostly_utf8(raw: bytes) -> bool:
    """Say whether more characters beyond ASCII are well-formed than not: then it is damaged UTF-8."""
    text = raw[:_SAMPLE].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - bad
    return good >= bad


def _guess(sample: bytes) -> str | None:
    matches = from_bytes(sample, cp_isolation=_PLAUSIBLE, enable_fallback=False)
    best = matches.best()
    if best is None:
        return None
    # Curly quotes and dashes sit at the same place in all Windows code pages, which are told apart by
    # letters that English hardly has; for English news the Western one is by far the likeliest.
    western = any(m.encoding == "cp1252" or "cp1252" in m.could_be_from_charset for m in matches)
    return "cp1252" if western and best.encoding in _LATIN else best.encoding


def _damaged(error: UnicodeDecodeError) -> Unreadable:
    byte = error.object[error.start]
    return Unreadable(
        f"not valid UTF-8: byte 0x{byte:02X} at byte {error.start + 1}",
        "save it again as UTF-8 from where it came from, or drop the damaged bytes: iconv -c -f utf-8 -t utf-8",
    )


def _unknown() -> Unreadable:
    return Unreadable(
        "not UTF-8, and its encoding cannot be told",
        "convert it to UTF-8: iconv -f ENCODING -t utf-8",
    )
