"""Writes passages of a page: text, place and part from spans and their context."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from claimlint.document import Part, Passage, Problem, ProblemCode, Role, TableCell
from claimlint.readers.html.block import Run
from claimlint.readers.html.context import Context
from claimlint.readers.interface import Item
from claimlint.readers.text.notes import note_of, notes_in
from claimlint.readers.text.places import Frame, SourceText, Span


class Scribe:
    """Makes the passages of one page, and numbers them."""

    def __init__(self, source: SourceText, frame: Frame) -> None:
        self.source, self.text, self._frame = source, source.text, frame

    def passage(self, run: Run, context: Context) -> Passage:
        """Return the passage that a run of text in a block is."""
        text, pieces = self.source.cut(run.spans)
        cell, detail = None, context.detail
        if context.table is not None and context.cell is not None:
            cell = context.table.place(context.cell, text)
        if cell is not None:
            detail = f", table {cell.table}, row {cell.row}{detail}"
        notes, note = _notes(run, text, context)
        part = Part.TABLE if cell is not None and context.part is Part.BODY else context.part
        place = self.source.location(
            pieces, self._framed(part), 0, detail=detail, hidden=run.hidden
        )
        return Passage(
            text=text,
            location=place,
            role=_role(run, context, cell),
            level=context.level,
            pieces=pieces,
            cell=cell,
            notes=notes,
            note_id=note,
        )

    def aside(
        self, spans: tuple[Span, ...], part: Part, detail: str, *, hidden: str | None = None
    ) -> Passage:
        """Return the passage that an attribute's text is; `detail` says which."""
        text, pieces = self.source.cut(spans)
        place = self.source.location(pieces, self._framed(part), 0, detail=detail, hidden=hidden)
        return Passage(text=text, location=place, pieces=pieces)

    def comment(self, words: Span) -> Passage:
        """Return the passage that the words of a comment are."""
        return self.aside((words,), Part.COMMENT, ", comment", hidden="comment in the source")

    def problem(self, code: ProblemCode, message: str, offset: int) -> Problem:
        """Return a problem at a place of the page."""
        _, pieces = self.source.cut((Span(offset, offset + 1, "<"),))
        return Problem(
            code=code, message=message, location=self.source.location(pieces, self._frame, 0)
        )

    def numbered(self, items: Iterator[Item]) -> Iterator[Item]:
        """Yield the items with numbers, so that places sort as they are yielded."""
        number = 0
        for item in items:
            if isinstance(item, (Passage, Problem)) and item.location is not None:
                number += 1
                place = replace(item.location, order=(*self._frame.order, number))
                yield replace(item, location=place)
            else:
                yield item

    def _framed(self, part: Part) -> Frame:
        return self._frame if part is Part.BODY else replace(self._frame, part=part)


def _role(run: Run, context: Context, cell: TableCell | None) -> Role:
    if context.role is not Role.PARAGRAPH:
        return context.role
    if cell is not None:
        return Role.CELL
    return Role.LINK if run.only_link else Role.PARAGRAPH


def _notes(run: Run, text: str, context: Context) -> tuple[tuple[str, ...], str | None]:
    """Return the markers that stand in the text, and the one that it explains."""
    opening = None if context.role is Role.CODE else note_of(text)
    note = context.note or opening
    marks = [*run.notes, *(mark for mark in notes_in(text) if mark not in run.notes)]
    if opening is not None and marks[:1] == [opening]:
        del marks[0]
    return tuple(marks), note
