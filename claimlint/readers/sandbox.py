"""Reads files in processes of their own; each costs no more than its limits, whatever it holds."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.document import Document
from claimlint.readers.assembly import Assembly
from claimlint.readers.batches import batches
from claimlint.readers.guard import guarded
from claimlint.readers.interface import Item, Limits, Source
from claimlint.readers.opening import Opened, opened
from claimlint.readers.process.channel import Abandoned, Channel

if TYPE_CHECKING:
    from claimlint.readers.process.worker import Worker

IN_PROCESS_BYTES = 256 * 1024
"""Files of plain text up to this size are read without a worker."""

_AHEAD = 16
"""While one file takes its time, so many of those behind it are read."""
_WATCH_SECONDS = 0.1


class Finished(Struct, frozen=True):
    """The last event of a file: the whole document."""

    document: Document


Event = Item | Finished
Input = tuple[str, Path | bytes]
"""What a file is called in messages and reports, and where its bytes are."""


class Pool:
    """Reads files in `jobs` threads. Use it as a context manager: leaving it ends all processes.

    Each thread has a reading process of its own, which is started, with all that it imports, for
    the first file that needs one. If it dies, hangs or takes too much, that costs the one file that
    it read. `command` starts another reading process than the ordinary one.
    """

    def __init__(
        self, limits: Limits | None = None, jobs: int = 1, *, command: tuple[str, ...] = ()
    ) -> None:
        self._limits = limits or Limits()
        self._jobs = max(1, jobs)
        self._command = command
        self._channels: list[Channel[Sequence[Event]]] = []
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._workers: dict[int, Worker] = {}
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="claimlint-watch", daemon=True)

    def __enter__(self) -> Pool:
        self._watcher.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        for channel in self._channels:
            channel.abandon()
        with self._lock:
            self._ended.set()
            for worker in self._workers.values():
                worker.close()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def read(self, inputs: Sequence[Input], *, ocr: bool = False) -> Iterator[tuple[int, Event]]:
        """Yield the events of each input with its index, in the order given.

        The last event of a file is `Finished`. Files further on are read meanwhile, but no more
        of them than there are workers and sixteen, and no more of each than fits into a few
        megabytes.

        Raises:
            ClaimlintError: no worker can be started.
        """
        self._channels = [Channel() for _ in inputs]
        tasks = iter(zip(inputs, self._channels, strict=True))
        ahead = self._jobs + _AHEAD
        self._start_threads(len(inputs))
        try:
            for index, channel in enumerate(self._channels):
                for given, into in islice(tasks, ahead if index == 0 else 1):
                    self._waiting.put(partial(self._run, given, into, ocr=ocr))
                for events in channel:
                    for event in events:
                        yield index, event
        finally:
            for channel in self._channels:
                channel.abandon()

    def _start_threads(self, files: int) -> None:
        while len(self._threads) < min(self._jobs, files):
            thread = threading.Thread(target=self._work, name="claimlint-read")
            self._threads.append(thread)
            thread.start()

    def _work(self) -> None:
        """Read files until there are no more; runs in a thread."""
        while (task := self._waiting.get()) is not None:
            task()

    def _run(self, given: Input, channel: Channel[Sequence[Event]], *, ocr: bool) -> None:
        """Read one file into its channel, unless nobody waits for it any more."""
        with channel:
            try:
                if not channel.abandoned:
                    self._fill(channel, given, ocr=ocr)
            except Abandoned:
                if threading.get_ident() in self._workers:
                    self._worker().stop()

    def _fill(self, channel: Channel[Sequence[Event]], given: Input, *, ocr: bool) -> None:
        file = opened(*given, self._limits)
        assembly = Assembly(file.name)
        for batch, weight in batches(self._items(file, ocr=ocr)):
            for item in batch:
                assembly.add(item)
            channel.put(batch, weight)
        kind = "" if file.kind is None else file.kind.name
        channel.put((Finished(assembly.document(kind, file.sha256)),))

    def _items(self, file: Opened, *, ocr: bool) -> Iterator[Item]:
        if file.problem is not None or file.kind is None:
            return iter(() if file.problem is None else (file.problem,))
        source = Source(path=file.name, data=file.data, limits=self._limits, ocr=ocr)
        if file.kind.in_process and len(file.data) <= IN_PROCESS_BYTES:
            return guarded(file.kind.read, source)
        from claimlint.readers.process.second_attempt import read

        return read(self._worker(), file.kind.name, source)

    def _worker(self) -> Worker:
        """Return the reading process of this thread."""
        from claimlint.readers.process.worker import Worker

        thread = threading.get_ident()
        if thread not in self._workers:
            with self._lock:
                self._workers[thread] = Worker(self._limits, self._command)
                if self._ended.is_set():
                    self._workers[thread].close()
        return self._workers[thread]

    def _watch(self) -> None:
        while not self._ended.wait(_WATCH_SECONDS):
            for worker in tuple(self._workers.values()):
                worker.enforce()
