"""The processes of a crew as their owner sees them. One that dies leaves its files to the owner."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from queue import SimpleQueue

from msgspec.structs import replace

from claimlint.cache.encoding import FormFault, Thing, loaded
from claimlint.finding import DocumentReport
from claimlint.machine.children import python_command
from claimlint.readers.interface import PageDone
from claimlint.settings import Settings
from claimlint.steps.case import Case
from claimlint.steps.crew.messages import Errand, Everything, Share, line
from claimlint.steps.crew.shares import shares
from claimlint.steps.inputs import Input
from claimlint.steps.matters import Matter
from claimlint.terms import DocumentKind
from claimlint.values.policy import Policy

_PAGE = b"p"
"""Before the message of a page; others have none."""


class Lost(Exception):
    """A process of the crew is gone."""


class Worker:
    """One process, its messages collected as they come."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
        )
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._thread = threading.Thread(target=self._collect, daemon=True)
        self._thread.start()

    def _collect(self) -> None:
        assert self._process.stdout is not None
        with suppress(OSError, ValueError):
            for text in self._process.stdout:
                self._lines.put(text)
        self._lines.put(b"")

    def tell(self, thing: object) -> None:
        """Send a message, or no more where it has no form; who is gone is found out later."""
        assert self._process.stdin is not None
        with suppress(OSError):
            try:
                self._process.stdin.write(line(thing))
                self._process.stdin.flush()
            except FormFault:
                self._process.stdin.close()

    def heard(self) -> bytes:
        """Return the next message.

        Raises:
            Lost: the process is gone.
        """
        text = self._lines.get()
        if not text.endswith(b"\n"):
            self._lines.put(b"")
            raise Lost
        return text

    def close(self) -> None:
        """End the process."""
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        self._thread.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


class Crew:
    """Processes with their shares of files. Use it as a context manager: leaving it ends them."""

    def __init__(
        self,
        parts: Sequence[Sequence[Input]],
        settings: Settings,
        kinds: Mapping[str, DocumentKind | None],
        command: Sequence[str] = (),
    ) -> None:
        self._owner: dict[str, Worker] = {}
        self._workers: list[Worker] = []
        own = replace(settings, jobs=1, policy=Policy(), answers=(), evidence=())
        for part in parts:
            worker = Worker(command or python_command("claimlint.crew_worker"))
            self._workers.append(worker)
            self._owner.update((file.name, worker) for file in part)
            errands = tuple(
                Errand(name=f.name, path=str(f.where), matter=f.matter, kind=kinds[f.name])
                for f in part
            )
            worker.tell(Share(settings=own, errands=errands))

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.close()

    def events(self, file: Input) -> Iterator[PageDone | Case]:
        """Yield the pages of a file as they are read, and at last its case.

        There is no case where the process that had the file is gone; its files are nobody's then.
        """
        with suppress(Lost):
            worker = self._worker(file.name)
            while (text := self._heard(worker)).startswith(_PAGE):
                yield self._value(worker, PageDone, text[len(_PAGE) :])
            yield self._value(worker, Case, text)

    def share(self, found: tuple[Matter, ...]) -> None:
        """Tell all processes what the matters show."""
        everything = Everything.of(found)
        for worker in self._workers:
            worker.tell(everything)

    def report(self, case: Case) -> DocumentReport | None:
        """Return the report on the next document of its process, None where that is gone."""
        with suppress(Lost):
            worker = self._worker(case.document.path)
            found = self._value(worker, DocumentReport, self._heard(worker))
            return replace(found, passages=case.document.passages)
        return None

    def _worker(self, name: str) -> Worker:
        if name not in self._owner:
            raise Lost
        return self._owner[name]

    def _heard(self, worker: Worker) -> bytes:
        try:
            return worker.heard()
        except Lost:
            self._leave(worker)
            raise

    def _value(self, worker: Worker, kind: type[Thing], text: bytes) -> Thing:
        try:
            return loaded(kind, text)
        except FormFault as error:
            self._leave(worker)
            raise Lost from error

    def _leave(self, worker: Worker) -> None:
        self._owner = {name: each for name, each in self._owner.items() if each is not worker}


def hired(
    files: Sequence[Input], settings: Settings, kinds: Mapping[str, DocumentKind | None]
) -> Crew | None:
    """Return a crew for `files`, None where one process is enough."""
    parts = shares(files, settings.jobs)
    return Crew(parts, settings, kinds) if parts else None
