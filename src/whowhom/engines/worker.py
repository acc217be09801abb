"""The far side of a worker process: load once, then one task after another until told to stop."""

import contextlib
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any

from whowhom.errors import WhowhomError

#: Makes the function that works on tasks; called once in each process, so it may load much.
Prepare = Callable[[], Callable[[Any], Any]]


@dataclass(frozen=True, slots=True)
class Failure:
    """An error that ended a task, in a form that always gets through the pipe."""

    error: Exception


def work(connection: Connection, prepare: Prepare) -> None:
    """Serve tasks from a pipe; None, or a closed pipe, ends the process."""
    # Ctrl-C reaches the whole group of processes; the parent decides what then happens.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        perform: Callable[[Any], Any] | None = None
        while (task := connection.recv()) is not None:
            try:
                perform = perform or prepare()
                reply = perform(task)
            except Exception as error:
                reply = Failure(_portable(error))
            connection.send(reply)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _portable(error: Exception) -> Exception:
    """Return the error, or one that says the same, if it does not survive the way to the parent."""
    with contextlib.suppress(Exception):
        copy = pickle.loads(pickle.dumps(error))
        if type(copy) is type(error) and str(copy) == str(error):
            error.add_note("".join(traceback.format_exception(error)))
            return error
    if isinstance(error, WhowhomError):
        return WhowhomError(str(error))
    return RuntimeError("".join(traceback.format_exception(error)))
