"""A whole run: read all inputs, code them in shards, merge and write; go on where an earlier start stopped."""

import dataclasses
import json
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from whowhom.engines import LocalEngine, Loss
from whowhom.errors import BadInput, BadSettings, WhowhomError
from whowhom.run.coding import Describe, ShardReport, ShardTask, report_from_json, start_worker
from whowhom.run.defaults import default_parts
from whowhom.run.finish import finish
from whowhom.run.folder import Folder, at_work, check_output
from whowhom.run.identity import Identity, InputFile, as_json, is_stream, result_settings, survey, versions
from whowhom.run.manifest import manifest, run_facts, summary, tally
from whowhom.run.parts import Parts
from whowhom.run.reading import Reading, read_inputs
from whowhom.run.summary import Phase, Progress, RunSummary
from whowhom.settings import Settings
from whowhom.store import shard_done, write_json

Report = Callable[[Progress], None]


def code_corpus(
    inputs: Sequence[str],
    output: Path,
    settings: Settings,
    report: Report | None = None,
    parts: Parts | None = None,
) -> RunSummary:
    """Code all articles behind `inputs` (files, folders, `-`) into the dataset folder `output`.

    A run that was broken off goes on where it stopped when it is started again with the same inputs
    and settings; a dataset that is finished already is left as it is. `report` is told how far it is.

    Raises BadInput (an input that is not there, no article in any), BadSettings (an output that
    cannot be written or that holds something else), MissingPart (a model that is not installed).
    """
    started = datetime.now(UTC)
    if settings.run.jobs < 1 or settings.run.shard_articles < 1:
        raise BadSettings("jobs and shard_articles must be 1 or more.")
    parts = parts or default_parts()
    sources = parts.files(inputs)
    streams = sum(map(is_stream, sources))
    run = _Run(inputs, streams, Folder(Path(output)), settings, parts, _Clock(report))
    check_output(
        run.folder,
        [*(Path(name) for name in inputs if name != "-"), *(source.path for source in sources if source.path)],
    )
    files = survey(sources)
    with LocalEngine(partial(start_worker, settings, run.parts), settings.run.jobs) as engine:
        run.clock.say("load", 0, None)
        (description,) = engine.map([Describe()], again)
        identity = Identity(files, result_settings(settings), versions(description))
        held = run.folder.manifest()
        if held is not None and not run.streams:
            return _already_there(run, identity, held)
        with at_work(run.folder):
            identity, reading = _read(run, identity)
            if held is not None:
                return _already_there(run, identity, held)
            return _code_and_write(run, identity, reading, engine, started)


def again(loss: Loss) -> ShardTask:
    """Say what is tried after a process died: all of it once more, then article by article.

    The article at which a process dies then is not tried again.
    """
    task = loss.task
    how = f"was killed by signal {loss.signal}" if loss.signal else f"ended with exit code {loss.exit_code}"
    if not isinstance(task, ShardTask):
        raise WhowhomError(
            f"The coding process {how} while it loaded; what it said stands above. "
            "Is there memory enough for the model? "
            "In a script of your own, call code_corpus under `if __name__ == '__main__':`."
        )
    poisoned = task.poisoned
    if task.careful:
        try:
            at = int(task.marker.read_text(encoding="ascii"))
            task.marker.unlink()
        except (OSError, ValueError) as error:
            raise WhowhomError(
                f"The coding process {how} three times, and at no article. Is there memory enough? Try fewer --jobs."
            ) from error
        poisoned = (*poisoned, (at, f"internal error: the coding process {how}"))
    return dataclasses.replace(task, deaths=task.deaths + 1, poisoned=poisoned)


class _Clock:
    """Tells the caller how far the run is, with the seconds since it began."""

    def __init__(self, report: Report | None) -> None:
        self._report = report
        self._start = time.monotonic()

    def say(self, phase: Phase, done: int, total: int | None, events: int = 0, note: str | None = None) -> None:
        if self._report:
            self._report(Progress(phase, done, total, events, time.monotonic() - self._start, note))


@dataclasses.dataclass(frozen=True, slots=True)
class _Run:
    inputs: Sequence[str]
    streams: int
    folder: Folder
    settings: Settings
    parts: Parts
    clock: _Clock


def _already_there(run: _Run, identity: Identity, held: dict[str, Any]) -> RunSummary:
    _check_same(run.folder, identity, held, "a finished dataset")
    if run.folder.work.is_dir():
        run.folder.clear_work()
    run.clock.say("write", 0, 0, note=f"{run.folder.path} is finished already: same inputs, settings and versions")
    return summary(run.folder, held, new=False)


def _check_same(folder: Folder, identity: Identity, held: dict[str, Any], what: str) -> None:
    lines = identity.differences(held)
    if lines:
        more = f"; and {len(lines) - 3} differences more" if len(lines) > 3 else ""
        raise BadSettings(
            f"{folder.path} holds {what} of another run: {'; '.join(lines[:3])}{more}. "
            f"Choose another folder with -o, or delete {folder.path} to begin anew."
        )


def _read(run: _Run, identity: Identity) -> tuple[Identity, Reading]:
    """Do pass 1, or take over what an earlier start read; a stream is read again to know it is the same."""
    plan = run.folder.plan()
    if plan is not None and not run.streams:
        _check_same(run.folder, identity, plan, "an unfinished dataset")
        return identity, _reading(plan["reading"])
    if plan is not None or run.folder.manifest() is not None:
        return _read_stream_again(run, identity, plan)
    reading = _read_inputs(run, run.folder)
    if not reading.read and not reading.rejected:
        raise BadInput(f"There is no article in {', '.join(run.inputs)}. Is it the right file or folder?")
    identity = _with_streams(run, identity, reading)
    write_json(run.folder.work / "plan.json", {**as_json(identity), "reading": as_json(reading)})
    return identity, reading


def _read_stream_again(run: _Run, identity: Identity, plan: dict[str, Any] | None) -> tuple[Identity, Reading]:
    apart = Folder(run.folder.work / "again")
    apart.work.mkdir(parents=True, exist_ok=True)
    reading = _read_inputs(run, apart)
    identity = _with_streams(run, identity, reading)
    if plan is None:
        return identity, reading
    _check_same(run.folder, identity, plan, "an unfinished dataset")
    return identity, _reading(plan["reading"])


def _read_inputs(run: _Run, folder: Folder) -> Reading:
    return read_inputs(run.inputs, run.settings, run.parts, folder, lambda read: run.clock.say("read", read, None))


def _with_streams(run: _Run, identity: Identity, reading: Reading) -> Identity:
    """Know a stream by what was read of it, since it has no file to hash."""
    streams = (InputFile("-", reading.read, reading.sha256),) if run.streams else ()
    return dataclasses.replace(identity, inputs=identity.inputs + streams)


def _reading(held: dict[str, Any]) -> Reading:
    return Reading(tuple(held["shards"]), held["rejected"], held["notices"], held["sha256"])


def _code_and_write(
    run: _Run, identity: Identity, reading: Reading, engine: LocalEngine, started: datetime
) -> RunSummary:
    folder = run.folder
    folder.drop_drafts()
    resumed = [i for i in range(len(reading.shards)) if shard_done(folder.shard(i))]
    reports = _code(run, reading, engine, resumed)
    contents = finish(folder, reports, run.parts, partial(_phase, run, reading))
    articles = reading.read - sum(reading.shards[i] for i in resumed)
    facts = run_facts(run.settings, started, articles, len(reading.shards), len(resumed))
    held = manifest(identity, tally(reading, reports), reading, contents, facts)
    write_json(folder.path / "manifest.json", held)
    folder.clear_work()
    return summary(folder, held, new=True)


def _phase(run: _Run, reading: Reading, phase: Phase) -> None:
    run.clock.say(phase, reading.read, reading.read)


def _code(run: _Run, reading: Reading, engine: LocalEngine, resumed: list[int]) -> list[ShardReport]:
    """Code the shards that are not done; return the reports of all, in input order."""
    reports = {i: _done(run.folder, i) for i in resumed}
    todo = [i for i in range(len(reading.shards)) if i not in reports]
    todo.sort(key=lambda i: -reading.shards[i])  # the big ones first, so that all processes end together
    tasks = (ShardTask(i, run.folder.input(i), run.folder.shard(i)) for i in todo)
    done, events = sum(reading.shards[i] for i in resumed), sum(r.rows["events"] for r in reports.values())
    note = f"going on: {done} of {reading.read} articles were coded before" if resumed else None
    run.clock.say("code", done, reading.read, events, note)
    for report in engine.map(tasks, again):
        reports[report.index] = report
        done, events = done + reading.shards[report.index], events + report.rows["events"]
        run.clock.say("code", done, reading.read, events)
    return [reports[i] for i in sorted(reports)]


def _done(folder: Folder, index: int) -> ShardReport:
    return report_from_json(json.loads((folder.shard(index) / "done.json").read_text(encoding="utf-8")))
