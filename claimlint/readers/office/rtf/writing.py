"""Paragraphs of a rich text as they are put together: body, header, note or box."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from msgspec import field

from claimlint.document import Passage, Role
from claimlint.readers.office.rtf.looks import Look
from claimlint.readers.office.words.headings import LONGEST_STYLED, Type, role_by_look
from claimlint.readers.office.words.story import Story
from claimlint.readers.office.words.text import Span, Stretch, stretches
from claimlint.readers.tables import LONGEST_HEAD, Heads

_USUAL = 24
"""Half points, where the text says nothing."""
_LONGEST_NUMBER = 40


class RtfStory(Story, kw_only=True):
    """A story while it is put together: its paragraph so far, and where in a table that stands."""

    number: str = ""
    spans: list[Span] = field(default_factory=list)
    markers: list[str] = field(default_factory=list)
    column: int = 1
    heads: Heads = field(default_factory=lambda: Heads(0))
    cell: list[str] = field(default_factory=list)
    types: list[tuple[int, bool]] = field(default_factory=list)

    def add(self, text: str, look: Look) -> None:
        """Put text behind what is there."""
        if text:
            self.spans.append(Span(text, None, look.revision, look.hidden))
        if text.strip():
            self.types.append((look.size or _USUAL, look.bold))

    def end(self, look: Look, role: tuple[Role, int] | None) -> Iterator[Passage]:
        """Yield the passages of the paragraph that ends here; `role` is that of its style."""
        if not self.label:
            self.paragraph += 1
        if look.in_table and not self.heads.row:
            self.heads, self.column, self.cell = Heads(self.heads.table + 1, row=1), 1, []
        elif not look.in_table:
            self.heads.row = 0
        found = list(stretches(list(_whole(self.spans))))
        for stretch in found:
            yield self._passage(stretch, look, role)
        if found and look.in_table:
            self.cell.append(found[0].text)
        self.spans, self.markers, self.types, self.number = [], [], [], ""

    def end_cell(self) -> None:
        """Go to the next cell of the row."""
        self.heads.told(self.column, " ".join(" ".join(self.cell).split())[:LONGEST_HEAD])
        self.column += 1
        self.cell = []

    def end_row(self) -> None:
        """Go to the first cell of the next row."""
        self.heads.next_row()
        self.column, self.cell = 1, []

    def _passage(self, stretch: Stretch, look: Look, role: tuple[Role, int] | None) -> Passage:
        cell = self.heads.of(self.column) if look.in_table else None
        kind, level = self._role(stretch, look, role)
        number = self.number.strip()[:_LONGEST_NUMBER]
        return Passage(
            text=stretch.text,
            location=self.place(cell, hidden=stretch.hidden),
            role=kind,
            level=level,
            cell=cell,
            notes=tuple(self.markers),
            note_id=self.note_id,
            number=number.rstrip(".") if any(c.isalnum() for c in number) else None,
            revision=stretch.revision,
        )

    def _role(
        self, stretch: Stretch, look: Look, role: tuple[Role, int] | None
    ) -> tuple[Role, int]:
        if look.outline is not None and look.outline < 9:
            role = (Role.HEADING, look.outline + 1)
        if role is not None and len(stretch.text) <= LONGEST_STYLED:
            return role
        number = self.number.strip()[:_LONGEST_NUMBER]
        if number:
            bullet = not any(c.isdigit() for c in number)
            return Role.BULLET if bullet else Role.PARAGRAPH, look.level + 1
        if look.in_table:
            return Role.CELL, 0
        return role_by_look(stretch.text, Type.of(self.types, _USUAL))


def _whole(spans: list[Span]) -> Iterator[Span]:
    """Yield spans of one kind as one; characters that came in two halves are put together."""
    for (revision, hidden), group in groupby(spans, key=attrgetter("revision", "hidden")):
        text = "".join(span.text for span in group)
        if any("\ud800" <= character <= "\udfff" for character in text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        yield Span(text, None, revision, hidden)
