"""Text put together from runs, each with the address it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimlint.document import Piece


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one run and its address in the file ("word/document.xml#p18/r3+0")."""

    text: str
    anchor: str


def joined(runs: Iterable[Run]) -> tuple[str, tuple[Piece, ...]]:
    """Return the text of the runs in their order and one piece for each."""
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for run in runs:
        if not run.text:
            continue
        texts.append(run.text)
        pieces.append(Piece(at, at + len(run.text), anchor=run.anchor))
        at += len(run.text)
    return "".join(texts), tuple(pieces)
