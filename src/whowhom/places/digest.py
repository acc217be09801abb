"""Which gazetteer this is."""

import hashlib
from importlib.resources import files
from pathlib import Path


def gazetteer_digest() -> str:
    """Return sha256 over the gazetteer's files, for the manifest."""
    digest = hashlib.sha256()
    for path in sorted(Path(str(files("whowhom"))).joinpath("gazetteer").iterdir()):
        if path.suffix in (".csv", ".parquet", ".marisa"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
