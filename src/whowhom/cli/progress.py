"""The progress bar of a run: articles a second and time left."""

from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from whowhom.run import Progress as RunProgress

NAMES = {"load": "loading", "read": "reading", "code": "coding", "merge": "merging", "write": "writing"}


class RunBar:
    """Shows how far a run is, on standard error; in a file or a pipe only what is worth noting."""

    def __init__(self, console: Console, quiet: bool) -> None:
        self._console, self._quiet = console, quiet
        self._bar = Progress(
            TextColumn("{task.description:8}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[speed]}"),
            TimeRemainingColumn(), console=console, transient=True, disable=quiet or not console.is_terminal,
        )  # fmt: skip
        self._task: TaskID | None = None
        self._phase, self._began = "", 0.0

    def __enter__(self) -> "RunBar":
        """Start showing."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop showing, also after an error."""
        self._bar.stop()

    def report(self, progress: "RunProgress") -> None:
        """Show one step of a run."""
        if progress.note and not self._quiet:
            self._console.print(progress.note, markup=False, highlight=False, soft_wrap=True)
        if progress.phase != self._phase or self._task is None:
            self._phase, self._began = progress.phase, progress.seconds
            if self._task is not None:
                self._bar.remove_task(self._task)
            self._task = self._bar.add_task(NAMES[progress.phase], total=progress.total, speed="")
        since = progress.seconds - self._began
        speed = f"{progress.done / since:.1f} articles/s" if progress.phase == "code" and since > 1 else ""
        self._bar.update(self._task, completed=progress.done, total=progress.total, speed=speed)
