"""The door: which table, in which format, to where."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from whowhom.dataset import open_dataset
from whowhom.errors import BadSettings
from whowhom.export.formats import FORMATS
from whowhom.export.rows import Rows


def export_table(dataset: Path, table: str = "events", fmt: str = "jsonl", output: Path | None = None) -> None:
    """Write one table of a dataset in one of `FORMATS` to a file, or to standard output where it is None.

    Raises BadInput (no such dataset or table) and BadSettings (no such format, a file that cannot be
    written). A file is there as a whole or not at all.
    """
    exporter = FORMATS.get(fmt)
    if exporter is None:
        raise BadSettings(f"There is no format {fmt!r}. The formats are: {', '.join(FORMATS)}.")
    rows = Rows(open_dataset(dataset), table)
    source = rows.dataset.file(table)
    if output is None:
        if fmt == "parquet" and sys.stdout.isatty():
            raise BadSettings("Parquet is not for reading on a screen. Name a file with -o.")
        exporter(rows, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    if output.exists() and output.resolve().parent == source.resolve().parent:
        raise BadSettings(f"{output} is a file of the dataset itself. Name another one with -o.")
    with _opened(output) as out:
        exporter(rows, out)


@contextmanager
def _opened(output: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its name when it is complete; a device or pipe is written to at once."""
    special = output.exists() and not output.is_file()
    draft = output if special else output.with_name(f"{output.name}.tmp-{os.getpid()}")
    try:
        with draft.open("wb") as out:
            yield out
        if not special:
            draft.replace(output)
    except OSError as error:
        raise BadSettings(f"Cannot write {output}: {error.strerror}. Name another file with -o.") from error
    finally:
        if not special:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
