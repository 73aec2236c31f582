"""Reads a file in a worker: a PDF that ends its process is read once more, by other means."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.readers.interface import Item, Source
from claimlint.readers.process.worker import Worker

_TWICE = "pdf"
_SECOND_SECONDS = 10.0
_SECOND_BYTES = 4 * 1024 * 1024
"""What the first library died of is no ordinary file: the second one gets no more than this."""


def read(worker: Worker, kind: str, source: Source) -> Iterator[Item]:
    """Yield what the worker reads; a PDF that ends it unread is read once more without pdfium."""
    death: Problem | None = None
    for item in worker.read(kind, source):
        died = isinstance(item, Problem) and item.fatal and item.code is ProblemCode.READER_DIED
        if died and kind == _TWICE and len(source.data) <= _SECOND_BYTES:
            assert isinstance(item, Problem)
            death = item
        else:
            yield item
    if death is None:
        return
    limits = replace(source.limits, seconds=min(source.limits.seconds, _SECOND_SECONDS))
    again = list(worker.read(kind, replace(source, second=True, limits=limits)))
    yield from again if any(isinstance(item, Passage) for item in again) else (death,)
