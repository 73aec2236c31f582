"""Reads one file as a run does, in a process of its own."""

from __future__ import annotations

from pathlib import Path

from claimlint.document import Document
from claimlint.readers.interface import Limits
from claimlint.readers.sandbox import Finished, Pool


def read_file(path: Path, name: str | None = None, limits: Limits | None = None) -> Document:
    """Return the document in one file; `name` stands for it in messages and reports."""
    with Pool(limits) as pool:
        for _, event in pool.read(((name or str(path), path),)):
            if isinstance(event, Finished):
                return event.document
    raise RuntimeError("a pool finishes every file")
