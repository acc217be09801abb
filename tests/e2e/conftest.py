import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from whowhom import Coder, RunSummary, Settings, code_corpus
from whowhom.run.defaults import default_parts
from whowhom.settings import RunSettings

Run = Callable[..., RunSummary]


@pytest.fixture(scope="session")
def run(coder: Coder) -> Run:
    """Code a corpus in this process, with the coder that is loaded already."""

    def load(settings: Settings) -> Coder:
        return dataclasses.replace(coder, settings=settings)

    def code(source: Path, output: Path, shard_articles: int = 200) -> RunSummary:
        settings = Settings(run=RunSettings(shard_articles=shard_articles))
        return code_corpus([str(source)], output, settings, parts=dataclasses.replace(default_parts(), load=load))

    return code
