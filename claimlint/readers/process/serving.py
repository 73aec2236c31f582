"""The process that reads untrusted files: bytes in, passages out, nothing else.

`claimlint.readers.process.child` starts it; it speaks over its standard streams, and whatever the
libraries below print goes nowhere.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import PurePath
from types import TracebackType
from typing import IO

from msgspec.structs import replace

from claimlint.document import Problem, ProblemCode
from claimlint.machine.process import end_with_owner, lower_limit, own_streams
from claimlint.readers.batches import batches
from claimlint.readers.guard import guarded, one_line
from claimlint.readers.interface import Item, Limits, Source
from claimlint.readers.process import frames, wire
from claimlint.readers.process.frames import LARGEST_FRAME, Kind
from claimlint.readers.process.request import SCRATCH, SCRATCH_PREFIX, load
from claimlint.readers.registry import format_named

_FILES = 200
_MEGABYTE = 1024 * 1024


def serve() -> int:
    """Read files until the other side closes the pipe or this process has grown too large."""
    try:
        return _serve()
    finally:
        _clear()


def _clear() -> None:
    """Remove what was written. The owner does so, unless it was killed itself."""
    scratch = os.environ.get(SCRATCH, "")
    if PurePath(scratch).name.startswith(SCRATCH_PREFIX):
        import shutil

        shutil.rmtree(scratch, ignore_errors=True)


def _serve() -> int:
    inward, outward = own_streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_owner(inward, _clear)
    sys.excepthook = partial(_farewell, outward)
    frames.send(outward, Kind.READY)
    _silence()
    for left in reversed(range(_FILES)):
        try:
            _, message = frames.receive(inward)
            kind, source = load(message)
            _, data = frames.receive(inward, largest=1 << 40)
        except EOFError:
            return 0
        limited = _limit(source.limits)
        del message
        for batch, _ in batches(_items(kind, replace(source, data=data), limited)):
            _send(outward, batch)
        if _grown(source.limits) or not left:
            frames.send(outward, Kind.RETIRED)
            return 0
        frames.send(outward, Kind.DONE)
    return 0


def _farewell(
    outward: IO[bytes],
    kind: type[BaseException],
    error: BaseException,
    _trace: TracebackType | None,
) -> None:
    """Report an unforeseen error in one line before the process ends; want of memory by its kind.

    Memory can run out before a reader is at work and while its passages are sent.
    """
    if issubclass(kind, MemoryError):
        frames.send(outward, Kind.NO_MEMORY)
        return
    message = one_line(f"{kind.__name__}: {error}")
    frames.send(outward, Kind.FAULT, message.encode("utf-8", "replace"))


def _items(kind: str, source: Source, limited: bool) -> Iterator[Item]:
    if not limited:
        message = "this system lets no process limit its memory: the file was read without"
        yield Problem(code=ProblemCode.NO_LIMITS, message=message)
    yield from guarded(format_named(kind).read, source)


def _send(outward: IO[bytes], batch: list[Item]) -> None:
    message = wire.dump(batch)
    if len(message) <= LARGEST_FRAME:
        frames.send(outward, Kind.ITEMS, message)
    elif len(batch) > 1:
        for item in batch:
            _send(outward, [item])
    else:
        place = None if isinstance(batch[0], Problem) else getattr(batch[0], "location", None)
        told = "not read: one passage alone is larger than is passed on"
        _send(outward, [Problem(code=ProblemCode.TOO_LARGE, message=told, location=place)])


def _silence() -> None:
    """From here on errors are told by messages; a full error pipe would stop the process."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    os.close(null)


def _limit(limits: Limits) -> bool:
    """Limit memory and processor time of this process; tell whether the system did so."""
    try:
        import resource
    except ImportError:  # Windows
        return False
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 2
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        lower_limit(resource.RLIMIT_CPU, seconds)
        lower_limit(resource.RLIMIT_AS, limits.memory)
    except (ValueError, OSError):
        return False
    # macOS takes the limit on memory and does not keep it.
    return sys.platform != "darwin"


def _grown(limits: Limits) -> bool:
    """Tell whether this process holds so much that the next file would not have its share."""
    try:
        import resource
    except ImportError:
        return False
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    in_bytes = peak if sys.platform == "darwin" else peak * 1024
    return in_bytes > max(limits.memory // 4, 256 * _MEGABYTE)
