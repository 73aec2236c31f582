"""Text put together from spans, each with the address that it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from claimlint.document import Location, Passage, Piece, Revision


class Span(NamedTuple):
    """Text of one run, with its address, its tracked change and why nobody would see it.

    An address reads `part#paragraph/run+offset` ("word/document.xml#p18/r3+0"): paragraphs and
    runs count from 1 in the order of the part, the offset from 0. Only the runs that belong to
    the paragraph itself count, not those of a text box inside it. A span without an address
    (a line break) stands for no run.
    """

    text: str
    anchor: str | None = None
    revision: Revision | None = None
    hidden: str | None = None


class Stretch(NamedTuple):
    """Text that is alike in what happened to it, and where its characters come from."""

    text: str
    pieces: tuple[Piece, ...]
    revision: Revision | None = None
    hidden: str | None = None

    def passage(self, place: Location) -> Passage:
        """Return the text as a passage at a place, with no more to say of it."""
        return Passage(text=self.text, location=place, pieces=self.pieces)


def joined(spans: Iterable[Span]) -> tuple[str, tuple[Piece, ...]]:
    """Return the text of the spans in their order, and one piece for each."""
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for span in spans:
        if span.text:
            texts.append(span.text)
            pieces.append(Piece(at, at + len(span.text), anchor=span.anchor))
            at += len(span.text)
    return "".join(texts), tuple(pieces)


def stretches(spans: Sequence[Span]) -> Iterator[Stretch]:
    """Yield what a person sees as one stretch, then each run of hidden or deleted spans.

    Visible text counts as inserted if more than half of it is. Blank stretches are left out.
    """
    live = [span for span in spans if _alive(span)]
    inserted = sum(len(span.text) for span in live if span.revision is not None)
    mostly = inserted and 2 * inserted > sum(len(span.text) for span in live)
    yield from _stretch(live, Revision.INSERTED if mostly else None, None)
    if len(live) == len(spans):
        return
    for (alive, revision, hidden), group in groupby(spans, key=_state):
        if not alive:
            yield from _stretch(group, revision, hidden)


def _stretch(
    spans: Iterable[Span], revision: Revision | None, hidden: str | None
) -> Iterator[Stretch]:
    text, pieces = joined(spans)
    if text.strip():
        yield Stretch(text, pieces, revision, hidden)


def _alive(span: Span) -> bool:
    return span.revision is not Revision.DELETED and span.hidden is None


def _state(span: Span) -> tuple[bool, Revision | None, str | None]:
    return _alive(span), span.revision, span.hidden
