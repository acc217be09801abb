"""`import whowhom`: every name is there, and none costs anything before it is used."""

import importlib.metadata
import subprocess
import sys

import pytest

import whowhom

HEAVY = ("spacy", "pyarrow", "duckdb", "numpy", "pydantic", "trafilatura", "yaml", "rich", "typer")


def loaded_after(statements: str) -> set[str]:
    """Run statements in a fresh Python; return the heavy packages that are loaded after them."""
    script = f"import sys; {statements}; print(*(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_importing_whowhom_loads_nothing_heavy() -> None:
    assert loaded_after("import whowhom") == set()


def test_a_dataset_is_opened_without_the_parser() -> None:
    assert "spacy" not in loaded_after("from whowhom import open_dataset, export_table, Event, Settings")


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    for name in whowhom.__all__:
        found = getattr(whowhom, name)
        assert name == "__version__" or (found.__name__ == name and found.__doc__), name


def test_dir_and_all_name_the_same() -> None:
    assert set(whowhom.__all__) <= set(dir(whowhom))
    assert sorted(set(whowhom.__all__)) == sorted(whowhom.__all__)


def test_the_version_is_that_of_the_distribution() -> None:
    assert whowhom.__version__ == importlib.metadata.version("whowhom")


def test_a_name_that_is_none_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'code_artikel'"):
        whowhom.code_artikel  # noqa: B018
