"""Tasks over processes: all done, errors with their type, dead processes handed back."""

import os
import signal
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from whowhom.engines import LocalEngine, Loss
from whowhom.errors import BadCodebook, Fault, MissingPart, WhowhomError


def prepare() -> Callable[[Any], Any]:
    return perform


def perform(task: Any) -> Any:
    match task:
        case "missing":
            raise MissingPart("no model; pip install it")
        case "codebook":
            raise BadCodebook([Fault("a.yaml", 3, 1, "type", "no such type")])
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            os._exit(3)
    return task, os.getpid()


def no_model() -> Callable[[Any], Any]:
    raise MissingPart("no model; pip install it")


def never(loss: Loss) -> Any:
    raise AssertionError(loss)


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_task_gives_its_result(jobs: int) -> None:
    with LocalEngine(prepare, jobs) as engine:
        found = list(engine.map(range(20), never))
    assert sorted(task for task, _ in found) == list(range(20))
    assert (os.getpid() in {process for _, process in found}) == (jobs == 1)


def test_processes_stay_between_calls() -> None:
    with LocalEngine(prepare, 2) as engine:
        first = {process for _, process in engine.map([1], never)}
        second = {process for _, process in engine.map([2], never)}
    assert first == second


@pytest.mark.parametrize(("task", "kind", "said"), [
    ("missing", MissingPart, "no model"), ("codebook", WhowhomError, "a.yaml:3:1: type: no such type"),
])  # fmt: skip
def test_an_error_comes_through_with_its_words(task: str, kind: type[Exception], said: str) -> None:
    with LocalEngine(prepare, 2) as engine, pytest.raises(kind, match=said):
        list(engine.map([task], never))


def test_an_error_in_loading_comes_through() -> None:
    with LocalEngine(no_model, 2) as engine, pytest.raises(MissingPart, match="pip install"):
        list(engine.map([1, 2, 3], never))


def test_a_task_whose_process_died_is_handed_back() -> None:
    losses: list[Loss] = []

    def again(loss: Loss, losses: list[Loss]) -> str:
        losses.append(loss)
        return "other"

    with LocalEngine(prepare, 2) as engine:
        found = [task for task, _ in engine.map(["a", "kill", "b", "exit"], partial(again, losses=losses))]
    assert sorted(found) == ["a", "b", "other", "other"]
    assert {(loss.task, loss.signal, loss.exit_code) for loss in losses} == {("kill", 9, -9), ("exit", None, 3)}


def test_leaving_ends_the_processes() -> None:
    with LocalEngine(prepare, 2) as engine:
        (found,) = engine.map([1], never)
    with pytest.raises(ProcessLookupError):
        os.kill(found[1], 0)
