"""`whowhom --help` is there at once: commands import what they need when they run."""

import resource
import subprocess
import sys

import pytest

from tests.cli.test_front_door import loaded_after

#: Processor seconds, not seconds on the clock: a busy machine must not fail the test.
LIMIT = 0.7


@pytest.mark.parametrize("arguments", [["--help"], ["inspect", "--help"], ["codebook", "check", "--help"]])
def test_help_loads_no_parser_and_no_tables(arguments: list[str]) -> None:
    calls = f"sys.argv[1:] = {arguments!r}; from contextlib import suppress; from io import StringIO"
    quiet = "from contextlib import redirect_stdout as into; from whowhom.cli import main"
    run = "exec('with suppress(SystemExit), into(StringIO()): main()')"
    assert loaded_after(f"{calls}; {quiet}; {run}") <= {"typer", "rich", "pydantic"}  # typer brings both of the others


def test_help_is_quick() -> None:
    assert min(_seconds() for _ in range(3)) < LIMIT


def _seconds() -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", "from whowhom.cli import main; main()", "--help"]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
