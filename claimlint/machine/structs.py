"""Loads the library whose Structs the values are."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from claimlint.machine.signals import STOPPING


def load_structs() -> None:
    """Load msgspec without what it would borrow for Pythons older than ours, a third of its load.

    What it asks `typing_extensions` for, and else `typing`, is the same in both since Python 3.11.
    """
    borrows = "typing_extensions" not in sys.modules
    if borrows:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # not to be had
    with _undisturbed():
        import msgspec  # noqa: F401
    if borrows:
        del sys.modules["typing_extensions"]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals wait: msgspec swallows the error of one while it loads, and crashes later."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
