"""Where text of an office file stands: the body, a margin, a note, a comment or a box."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from msgspec import Struct, field

from claimlint.document import Location, Part, TableCell
from claimlint.values.labels import called


class Story(Struct, kw_only=True):
    """Text of one place: what people call it, and the order of its passages.

    `label` is "" for the body, whose paragraphs are counted. A box is a story of its own, which
    shares the sequence of the story around it.
    """

    part: Part
    order: tuple[int, ...]
    label: str = ""
    note_id: str | None = None
    hidden: str | None = None
    paragraph: int = 0
    slide: int | None = None
    sequence: Iterator[int] = field(default_factory=lambda: count(1))

    def where(self) -> str:
        """Return what a person calls the place that was read last."""
        return self.label or f"paragraph {self.paragraph}"

    def next(
        self,
        label: str,
        part: Part,
        *,
        hidden: str | None = None,
        anchor: str | None = None,
        clause: str | None = None,
    ) -> Location:
        """Return the location of the next thing read."""
        return Location(
            label=label,
            order=(*self.order, next(self.sequence)),
            slide=self.slide,
            paragraph=self.paragraph or None,
            part=part,
            clause=clause,
            hidden=self.hidden or hidden,
            anchor=anchor,
        )

    def place(
        self,
        cell: TableCell | None,
        *,
        hidden: str | None,
        anchor: str | None = None,
        clause: str | None = None,
    ) -> Location:
        """Return the location of the next passage: in a cell, in a numbered clause, or neither."""
        label, part = self.where(), self.part
        if cell is not None:
            label = f"{label}, table {cell.table}, row {cell.row}"
            part = Part.TABLE if part is Part.BODY else part
        elif clause is not None and not self.label:
            label = called(clause)
        return self.next(label, part, hidden=hidden, anchor=anchor, clause=clause)
