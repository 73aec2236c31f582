"""Reads files one after the other; each costs no more than its limits, whatever it holds."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import TracebackType

from claimlint.document import (
    Coverage,
    Document,
    Part,
    Passage,
    Problem,
    ProblemCode,
    ReadStatus,
)
from claimlint.readers.contract import Item, Limits, PageDone, Source
from claimlint.readers.guard import guarded
from claimlint.readers.registry import HEAD, format_of


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event of a file: the whole document."""

    document: Document


class Pool:
    """Reads files, in the order given. Use it as a context manager: leaving it ends its workers."""

    def __init__(self, limits: Limits, jobs: int = 1) -> None:
        self.limits = limits
        self.jobs = jobs

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    def read(
        self, sources: Sequence[tuple[str, Path | bytes]], *, ocr: bool = False
    ) -> Iterator[tuple[int, Item | Finished]]:
        """Yield the events of every source with its index, a file's last event being `Finished`."""
        for index, (name, where) in enumerate(sources):
            shown = PurePath(name).as_posix()
            data = where if isinstance(where, bytes) else where.read_bytes()
            kind = format_of(shown, data[:HEAD])
            assembly = Assembly(shown, "" if kind is None else kind.name, data)
            if kind is None:
                message = "no reader for this kind of file"
                items: Iterator[Item] = iter(
                    (Problem(code=ProblemCode.UNSUPPORTED, message=message, fatal=True),)
                )
            else:
                source = Source(path=shown, data=data, limits=self.limits, ocr=ocr)
                items = guarded(kind.read, source)
            for item in items:
                assembly.add(item)
                yield index, item
            yield index, Finished(assembly.document())


class Assembly:
    """Puts a document together from the events of its file."""

    def __init__(self, path: str, kind: str, data: bytes) -> None:
        self.path, self.kind = path, kind
        self.sha256 = hashlib.sha256(data).hexdigest()
        self.empty = not data
        self.pages = 0
        self.passages: list[Passage] = []
        self.problems: list[Problem] = []

    def add(self, item: Item) -> None:
        """Take the next event."""
        if isinstance(item, PageDone):
            self.pages = max(self.pages, item.number)
        elif isinstance(item, Passage):
            self.passages.append(item)
        else:
            self.problems.append(item)

    def document(self) -> Document:
        """Return the document, its status computed from what was read and what was not."""
        counts = Counter(passage.location.part for passage in self.passages)
        status = ReadStatus.READ if self.passages else ReadStatus.UNREADABLE
        if self.passages and self.problems:
            status = ReadStatus.PARTLY_READ
        return Document(
            path=self.path,
            format=self.kind,
            sha256=self.sha256,
            passages=tuple(self.passages),
            coverage=Coverage(
                pages=self.pages,
                parts=tuple((str(part), counts[part]) for part in Part if counts[part]),
                problems=tuple(self.problems),
            ),
            status=status,
        )


def read_file(
    path: Path, name: str | None = None, limits: Limits | None = None, *, ocr: bool = False
) -> Document:
    """Return the document in one file; `name` stands for it in messages and reports."""
    with Pool(limits or Limits()) as pool:
        for _, event in pool.read(((name or str(path), path),), ocr=ocr):
            if isinstance(event, Finished):
                return event.document
    raise AssertionError("a pool finishes every file")
