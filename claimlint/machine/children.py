"""Work on untrusted bytes in a process of its own: asked once, answered in parts, then gone.

A part is a length and that many bytes. A process that dies, hangs or grows too large costs the
parts that it had not sent yet.
"""

from __future__ import annotations

import os
import site
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from claimlint.machine.process import kill, lower_limit, own_streams

_LENGTH = struct.Struct(">Q")
_LARGEST = 1 << 31
_MEMORY = 2 * 1024**3


class Answer(Struct, frozen=True):
    """The parts that were sent, and why no more came; None if the work was done."""

    parts: tuple[bytes, ...]
    fault: str | None = None


def python_command(module: str) -> tuple[str, ...]:
    """Return the command that runs a module: the folders of the user are not searched.

    Only where claimlint itself is installed for one user are those folders needed.
    """
    users = Path(site.getusersitepackages()).resolve()
    isolation = ("-E", "-P") if Path(__file__).resolve().is_relative_to(users) else ("-I",)
    return (sys.executable, *isolation, "-m", module)


def ask(module: str, request: bytes, data: bytes, *, seconds: float = 120.0) -> Answer:
    """Return what the process of `module` answers to a request about `data` in that time."""
    import subprocess

    message = _LENGTH.pack(len(request)) + request + data
    process = subprocess.Popen(
        python_command(module),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=os.name == "posix",
    )
    try:
        out, errors = process.communicate(message, timeout=seconds)
    except subprocess.TimeoutExpired:
        kill(process)
        out, _ = process.communicate()
        return Answer(tuple(_parts(out)), f"took more than {seconds:g} seconds")
    except KeyboardInterrupt:
        kill(process)
        raise
    if process.returncode == 0:
        return Answer(tuple(_parts(out)))
    lines = errors.decode("utf-8", "replace").strip().splitlines()
    return Answer(tuple(_parts(out)), lines[-1][:300] if lines else "the process died")


def serve(work: Callable[[bytes, bytes], Iterator[bytes]]) -> int:
    """Answer one request on the standard streams; runs in the process that was started.

    What libraries print goes nowhere.
    """
    inward, outward = own_streams()
    message = inward.read()
    (length,) = _LENGTH.unpack_from(message)
    start = _LENGTH.size
    _limit_memory()
    for part in work(message[start : start + length], message[start + length :]):
        outward.write(_LENGTH.pack(len(part)))
        outward.write(part)
        outward.flush()
    return 0


def _parts(out: bytes) -> Iterator[bytes]:
    """Yield the whole parts; one that breaks off is left out."""
    at = 0
    while at + _LENGTH.size <= len(out):
        (length,) = _LENGTH.unpack_from(out, at)
        at += _LENGTH.size
        if length > _LARGEST or at + length > len(out):
            return
        yield out[at : at + length]
        at += length


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        lower_limit(resource.RLIMIT_AS, _MEMORY)
