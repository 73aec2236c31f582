"""One reading process as its owner sees it: started when needed, ended when late, replaced."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from tempfile import TemporaryDirectory

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.errors import ClaimlintError
from claimlint.machine.children import python_command
from claimlint.machine.process import kill
from claimlint.readers.guard import TOO_MUCH_MEMORY, one_line
from claimlint.readers.interface import Item, Limits, Source
from claimlint.readers.process import frames, wire
from claimlint.readers.process.frames import Kind, WireFault
from claimlint.readers.process.request import SCRATCH, SCRATCH_PREFIX, dump
from claimlint.readers.process.stopwatch import Stopwatch

_START_SECONDS = 60.0
_BYTES_A_CHARACTER = 24
_SPARE_BYTES = 64 * 1024 * 1024
_KEPT = (("MALLOC_MMAP_THRESHOLD_", str(4 << 20)), ("MALLOC_TRIM_THRESHOLD_", str(16 << 20)))
"""What glibc keeps for the next page instead of giving it back to the system after each."""


class ReaderStartFault(ClaimlintError):
    """The reading process does not start: claimlint is not installed where it looks."""


class Worker:
    """A process that reads one file after the other. A death costs the file that it read."""

    def __init__(self, limits: Limits, command: tuple[str, ...] = ()) -> None:
        self._limits = limits
        self._command = command or python_command("claimlint.readers.process.child")
        self._closed = False
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._scratch: TemporaryDirectory[str] | None = None
        self._watch = Stopwatch()

    def read(self, kind: str, source: Source) -> Iterator[Item]:
        """Yield what the reader of the format called `kind` does.

        Where the process dies or is late, a problem comes at the end.
        """
        process = self._process
        alive = False
        passages = 0
        try:
            process = process or self._start()
            self._watch.set(self._limits.seconds)
            for item in self._exchange(process, kind, source):
                passages += isinstance(item, Passage)
                yield item
            alive = True
        except (EOFError, OSError, WireFault, _Fault) as error:
            code, message = self._cause(process, error)
            yield Problem(code=code, message=message, fatal=not passages)
        finally:
            if not alive:
                self.stop()

    def enforce(self) -> None:
        """End the process if the file has taken longer than allowed; called from a watcher."""
        with self._lock:
            if self._process is not None and self._watch.over():
                kill(self._process)

    def close(self) -> None:
        """End the process and start no other."""
        with self._lock:
            self._closed = True
        self.stop()

    def stop(self) -> None:
        """End the process, if there is one, and remove what it wrote."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            kill(process)
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()
            process.wait()
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def _exchange(
        self, process: subprocess.Popen[bytes], kind: str, source: Source
    ) -> Iterator[Item]:
        assert process.stdin is not None
        assert process.stdout is not None
        with self._watch.running():
            frames.send(process.stdin, Kind.REQUEST, dump(kind, source))
            frames.send(process.stdin, Kind.DATA, source.data)
        allowed = _BYTES_A_CHARACTER * self._limits.text + _SPARE_BYTES
        while True:
            if self._watch.over():  # a file may be read between two looks of the watcher
                raise TimeoutError("the time is up")
            with self._watch.running():
                answer, message = frames.receive(process.stdout)
            allowed -= len(message)
            if answer is Kind.NO_MEMORY:
                raise _NoMemory
            if answer is Kind.FAULT:
                raise _Fault(message[:2000].decode("utf-8", "replace"))
            if answer in (Kind.DONE, Kind.RETIRED):
                break
            if answer is not Kind.ITEMS or allowed < 0:
                raise WireFault("the reader sent more, or other things, than it may")
            yield from wire.load(message)
        if answer is Kind.RETIRED:
            self.stop()

    def _start(self) -> subprocess.Popen[bytes]:
        self._scratch = _scratch()
        try:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_environment(self._scratch),
                start_new_session=os.name == "posix",
            )
        except OSError as error:
            raise ReaderStartFault(f"the reading process cannot be started ({error})") from error
        with self._lock:
            self._process = process
            self._watch.set(_START_SECONDS)
            if self._closed:
                kill(process)
        assert process.stdout is not None
        try:
            with self._watch.running():
                frames.receive(process.stdout)
        except (EOFError, OSError, WireFault) as error:
            if self._closed:
                raise
            raise self._start_fault(process) from error
        return process

    def _start_fault(self, process: subprocess.Popen[bytes]) -> ReaderStartFault:
        kill(process)
        assert process.stderr is not None
        lines = process.stderr.read(20_000).decode("utf-8", "replace").strip().splitlines()
        self.stop()
        told = one_line(lines[-1]) if lines else "it said nothing"
        return ReaderStartFault(
            f"the process that reads files does not start ({told}); "
            "install claimlint into the environment of this Python, for example with pipx"
        )

    def _cause(
        self, process: subprocess.Popen[bytes] | None, error: BaseException
    ) -> tuple[ProblemCode, str]:
        """Return why the exchange ended: late, killed, or a fault."""
        if self._watch.late:
            message = f"not read to the end within {self._limits.seconds:g} seconds"
            return ProblemCode.TIMED_OUT, f"{message}; allow more time or split the file"
        if isinstance(error, _NoMemory):
            return ProblemCode.OUT_OF_MEMORY, TOO_MUCH_MEMORY
        if isinstance(error, (WireFault, _Fault)):
            return ProblemCode.READER_DIED, one_line(f"the reader failed ({error})")
        status = _status(process)
        if _signalled(status, "SIGXCPU"):
            message = f"not read to the end within {self._limits.seconds:g} seconds of computing"
            return ProblemCode.TIMED_OUT, f"{message}; allow more time or split the file"
        if _signalled(status, "SIGKILL"):
            message = "the system ended the reader, most likely for want of memory"
            return ProblemCode.OUT_OF_MEMORY, message
        again = "save the file again in its own program and try that"
        return ProblemCode.READER_DIED, f"the reader {_ending(status)} on it; {again}"


class _Fault(Exception):
    """The child said what it died of."""


class _NoMemory(_Fault):
    """The child had no memory left."""


def _scratch() -> TemporaryDirectory[str] | None:
    try:
        return TemporaryDirectory(prefix=SCRATCH_PREFIX, ignore_cleanup_errors=True)
    except OSError:
        return None


def _environment(scratch: TemporaryDirectory[str] | None) -> dict[str, str]:
    """Return the environment of the child: what it writes lies where it is removed."""
    known = {**dict(_KEPT), **os.environ}
    if scratch is not None:
        known.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP", SCRATCH), scratch.name))
    else:
        known.pop(SCRATCH, None)
    return known


def _status(process: subprocess.Popen[bytes] | None) -> int | None:
    if process is None:
        return None
    with suppress(subprocess.TimeoutExpired):
        process.wait(2)
    return process.poll()


def _signalled(status: int | None, name: str) -> bool:
    number = getattr(signal, name, None)  # Windows has neither of the two that are asked for
    return status is not None and number is not None and status == -number


def _ending(status: int | None) -> str:
    if status is None:
        return "closed its pipe"
    if status < 0:
        try:
            return f"was stopped by {signal.Signals(-status).name}"
        except ValueError:
            return f"was stopped by signal {-status}"
    return f"ended with status {status}"
