"""The signals that stop the program: Ctrl-C, a plain kill, and a terminal that is closed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")

STOPPING = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
"""Windows has no signal for a closed terminal."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let the signals that stop the program wait for the end of the block.

    To the threads and processes that begin in it they never come.
    """
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
