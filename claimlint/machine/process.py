"""What a process does for itself before it works, and how one ends those that it started."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess


def own_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Return standard input and output for this caller alone.

    Whatever libraries print or read from here on meets the null device.
    """
    inward, outward = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(null, stream)
    os.close(null)
    return inward, outward


def end_with_owner(inward: IO[bytes], clear: Callable[[], None]) -> None:
    """End this process and its group, once `clear` is done, when nobody can write to it any more.

    Whoever works on something long reads no end of file. Where the system cannot tell of a closed
    pipe (Windows), the process ends when it reads or writes next.
    """
    import select
    import threading

    if not hasattr(select, "poll"):
        return

    def watch() -> None:
        poll = select.poll()
        poll.register(inward, 0)  # of nothing but its end
        poll.poll()
        clear()
        with suppress(OSError):
            os.killpg(os.getpid(), signal.SIGKILL)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def lower_limit(which: int, value: int) -> None:
    """Lower a limit of this process (`resource.RLIMIT_…`) to `value`, or to what it may have.

    Raises:
        OSError, ValueError: the system knows no such limit, or keeps none.
    """
    import resource

    value = min(value, sys.maxsize)  # what more than that would be, the system cannot count
    _, hard = resource.getrlimit(which)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(which, (value, hard))


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and, where it leads a session of its own, all that it started."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(OSError):
        process.kill()
