"""Tasks spread over processes of this machine; a process that dies is replaced, its task handed back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Self

from whowhom.engines.worker import Failure, Prepare, work


@dataclass(frozen=True, slots=True)
class Loss:
    """A task whose process died before it was done; `signal` is None where it left by itself."""

    task: Any
    signal: int | None
    exit_code: int | None


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, prepare: Prepare) -> None:
        context = get_context("spawn")
        self.pipe, far = context.Pipe()
        self.process: SpawnProcess = context.Process(target=work, args=(far, prepare), daemon=True)
        self.process.start()
        far.close()  # else the death of the process would not close the pipe
        self.task: Any = None

    def loss(self) -> Loss:
        self.process.join()
        code = self.process.exitcode
        return Loss(self.task, -code if code is not None and code < 0 else None, code)

    def end(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


class LocalEngine:
    """Works on tasks in `jobs` processes, or in this one where `jobs` is 1.

    `prepare` is called once a process and returns what performs a task; with several processes it
    must be picklable. Use as a context manager: processes stay warm between calls of `map`.
    """

    def __init__(self, prepare: Prepare, jobs: int) -> None:
        self._prepare = prepare
        self._jobs = jobs
        self._perform: Callable[[Any], Any] | None = None
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, _Worker] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in [*self._idle, *self._busy.values()]:
            worker.end()
        self._idle, self._busy = [], {}

    def map(self, tasks: Iterable[Any], again: Callable[[Loss], Any]) -> Iterator[Any]:
        """Yield the results of tasks as they come, in any order.

        A task whose process died goes through `again`, which returns what is tried in its place.
        An exception in a task is raised here and ends the whole.
        """
        if self._jobs == 1:
            yield from self._map_here(tasks)
            return
        todo = iter(tasks)
        self._fill(todo)
        while self._busy:
            for ready in wait(list(self._busy)):
                assert isinstance(ready, Connection)
                result = self._receive(self._busy.pop(ready))
                if isinstance(result, Loss):
                    self._start(again(result))
                else:
                    yield result
            self._fill(todo)

    def _map_here(self, tasks: Iterable[Any]) -> Iterator[Any]:
        for task in tasks:
            self._perform = self._perform or self._prepare()
            yield self._perform(task)

    def _fill(self, todo: Iterator[Any]) -> None:
        while len(self._busy) < self._jobs and (task := next(todo, None)) is not None:
            self._start(task)

    def _start(self, task: Any) -> None:
        worker = self._idle.pop() if self._idle else _Worker(self._prepare)
        worker.task = task
        self._busy[worker.pipe] = worker
        try:
            worker.pipe.send(task)
        except OSError:
            return  # it died idle: reading from its pipe will say so

    def _receive(self, worker: _Worker) -> Any:
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            loss = worker.loss()
            worker.end()
            return loss
        self._idle.append(worker)
        if isinstance(result, Failure):
            raise result.error
        return result
