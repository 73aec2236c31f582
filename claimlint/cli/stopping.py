"""How the program is stopped from outside: one signal is as good as another to it."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from claimlint.errors import Status
from claimlint.machine.signals import STOPPING

_PATIENCE = 10.0
_AGAIN = 0.05
_LINE = "claimlint: stopped\n"


@contextmanager
def stoppable() -> Iterator[None]:
    """Have a signal raise KeyboardInterrupt in the block, which ends the program with one line.

    What is put in order then is not disturbed by further signals for ten seconds: whoever sends
    one to a group of processes may well send two. After that one ends the process at once.
    """
    signals = _Signals()
    before = sys.unraisablehook
    try:
        sys.unraisablehook = signals.unraised
        _answer(signals.came)
        try:
            yield
        finally:
            sys.unraisablehook = before
            _answer(_leave)  # Python, which now ends, would show a traceback
    except (KeyboardInterrupt, RuntimeError):
        # Where a class is made, Python 3.11 turns the first error into the second.
        if not signals.any_came:
            raise
        print(_LINE, end="", file=sys.stderr)
        sys.exit(int(Status.STOPPED))


def stop_at_once() -> None:
    """From here on, let a signal end the process, whatever its threads wait for."""

    def stop(number: int, frame: FrameType | None) -> None:
        with suppress(OSError):
            os.write(2, _LINE.encode())
        _leave(number, frame)

    _answer(stop)


class _Interrupted(KeyboardInterrupt):
    """A signal. Where its own error passes through `exec`, Python ends by another status."""


class _Signals:
    """The first signal, and how long ago it came."""

    def __init__(self) -> None:
        self._first: float | None = None
        self.any_came = False

    def came(self, number: int, frame: FrameType | None) -> None:
        if self._first is None:
            self._first = time.monotonic()
            self.any_came = True
            raise _Interrupted
        if time.monotonic() - self._first > _PATIENCE:
            _leave(number, frame)

    def unraised(self, lost: sys.UnraisableHookArgs) -> None:
        """Send the signal once more where it met what lets no error out (a look for garbage)."""
        if lost.exc_type is not _Interrupted:
            sys.__unraisablehook__(lost)
            return
        self._first = None
        threading.Timer(_AGAIN, os.kill, (os.getpid(), signal.SIGINT)).start()


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(int(Status.STOPPED))


def _answer(handler: Callable[[int, FrameType | None], None]) -> None:
    for number in STOPPING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as for what nohup starts
            with suppress(ValueError):  # no signal reaches a thread but the first
                signal.signal(number, handler)
