"""Opening files: gzip undone, byte order marks read, everything buffered and bounded in memory."""

import codecs
import gzip
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

_CHUNK = 1 << 16
#: UTF-32 first: its little-endian mark starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class _Chunks(io.RawIOBase):
    """A raw stream over an iterator of byte strings; an error in it surfaces where it happens."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview[int]") -> int:  # type: ignore[override]
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = chunk
        taken = self._rest[: len(buffer)]
        buffer[: len(taken)] = taken
        self._rest = self._rest[len(taken) :]
        return len(taken)


@contextmanager
def open_bytes(path: Path | None, zipped: bool | None) -> Iterator[BufferedReader]:
    """Open a file, or standard input where path is None, and undo gzip; `zipped` None means: look.

    Standard input is copied to a temporary file first, so that it can be looked at before it is read.
    """
    with _open(path) if path else _copy(sys.stdin.buffer) as stream:
        packed = stream.peek(2)[:2] == b"\x1f\x8b" if zipped is None else zipped
        yield BufferedReader(_Chunks(_unzip(stream)), _CHUNK) if packed else stream


def as_text(stream: BufferedReader) -> BufferedReader:
    """Return a stream of UTF-8 (or of bytes yet to be told) without its byte order mark."""
    head = stream.peek(4)[:4]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return BufferedReader(_Chunks(_recode(stream, encoding)), _CHUNK)
    if head.startswith(codecs.BOM_UTF8):
        stream.read(3)
    return stream


def seekable(stream: BufferedReader) -> BufferedReader:
    """Return the stream, or a copy in a temporary file, so that it can be read from any place."""
    return stream if stream.seekable() else _copy(stream)


def _open(path: Path) -> BufferedReader:
    return cast(BufferedReader, path.open("rb", buffering=_CHUNK))


def _copy(stream: IO[bytes]) -> BufferedReader:
    copy = tempfile.TemporaryFile(buffering=_CHUNK)  # noqa: SIM115 - closed by whoever asked for it
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return cast(BufferedReader, copy)


def _unzip(stream: BufferedReader) -> Iterator[bytes]:
    # read1 hands out all that was unpacked before it meets the damage; read would lose it.
    with gzip.GzipFile(fileobj=stream) as plain:
        while chunk := plain.read1(_CHUNK):
            yield chunk


def _recode(stream: BufferedReader, encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
    while chunk := stream.read1(_CHUNK):
        yield decoder.decode(chunk).encode("utf-8", "surrogatepass")
    yield decoder.decode(b"", final=True).encode("utf-8", "surrogatepass")
