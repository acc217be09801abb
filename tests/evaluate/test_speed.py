"""The clocks of the benchmark: who waits is not charged."""

from collections.abc import Iterator

import pytest
from benchmarks import speed


class Clock:
    """Time that passes only where it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def perf_counter(self) -> float:
        return self.now


class Parsed:
    sentences = ()


def test_a_room_that_draws_on_another_is_charged_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(speed, "time", clock)
    stages = speed.Stages()

    def clean(article: str) -> str:
        clock.now += 1
        return article

    def parse(source: Iterator[str]) -> Iterator[Parsed]:
        for _ in source:
            clock.now += 10
            yield Parsed()

    timed_clean, timed_parse = stages.timed("clean_article", clean), stages.timed("parse_articles", parse)
    for _ in timed_parse(timed_clean(name) for name in "abc"):
        clock.now += 100
    assert stages.seconds == {"clean_article": 3.0, "parse_articles": 30.0}


def test_all_rooms_of_the_pipeline_are_timed() -> None:
    from whowhom import pipeline

    doors = {"build_clauses", "clean_article", "code_events", "gate_article", "parse_articles"}
    doors |= {name for name in dir(pipeline) if name.startswith("find_") and name != "find_all"}
    assert set(speed.ROOMS) == doors
