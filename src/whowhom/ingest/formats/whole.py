"""Formats that are read as a whole: the file's text, with a notice where its encoding was guessed."""

from io import BufferedReader

from whowhom.ingest.draft import Unreadable
from whowhom.ingest.encodings import decode
from whowhom.ingest.lines import guess_notice
from whowhom.ingest.normal import normalise
from whowhom.ingest.notice import Notice


def read_whole(stream: BufferedReader, path: str, html: bool = False) -> tuple[str, list[Notice]]:
    """Return the normalised text of a file and what there is to say about it.

    Raises `Unreadable` if it is empty or cannot be decoded.
    """
    decoded = decode(stream.read(), html)
    text = normalise(decoded.text)
    if not text.strip():
        raise Unreadable("the file is empty", "leave it out, or fetch it again")
    return text, [guess_notice(path, 1, decoded.guessed)] if decoded.guessed else []
