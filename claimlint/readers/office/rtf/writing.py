"""Paragraphs of a rich text as they are put together: body, header, note or box."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from msgspec import Struct, field

from claimlint.document import Location, Part, Passage, Revision, Role, TableCell
from claimlint.readers.office.rtf.looks import Look
from claimlint.readers.office.words.headings import Type, heading_level
from claimlint.readers.office.words.text import Span, Stretch, stretches

_USUAL = 24
"""Half points, where the text says nothing."""
_LONGEST_HEADING = 200
_LONGEST_HEAD = 300
_LONGEST_NUMBER = 40


class Story(Struct):
    """Text of one place that a person names: `label` is "" for the body, which is counted."""

    part: Part
    rank: int
    label: str = ""
    note_id: str | None = None
    sequence: Iterator[int] = field(default_factory=lambda: count(1))
    paragraph: int = 0
    number: str = ""
    spans: list[Span] = field(default_factory=list)
    markers: list[str] = field(default_factory=list)
    table: int = 0
    row: int = 0
    column: int = 1
    heads: dict[int, str] = field(default_factory=dict)
    row_head: str | None = None
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
        if self.part is Part.BODY:
            self.paragraph += 1
        if look.in_table and not self.row:
            self.table, self.row, self.column = self.table + 1, 1, 1
            self.heads, self.row_head, self.cell = {}, None, []
        elif not look.in_table:
            self.row = 0
        found = list(stretches(_whole(self.spans)))
        for stretch in found:
            yield self._passage(stretch, look, role)
        if found and look.in_table:
            self.cell.append(found[0].text)
        self.spans, self.markers, self.types, self.number = [], [], [], ""

    def end_cell(self) -> None:
        """Go to the next cell of the row."""
        text = " ".join(" ".join(self.cell).split())[:_LONGEST_HEAD]
        if self.row == 1:
            self.heads[self.column] = text
        if self.row_head is None:
            self.row_head = text
        self.column += 1
        self.cell = []

    def end_row(self) -> None:
        """Go to the first cell of the next row."""
        self.row, self.column, self.row_head, self.cell = self.row + 1, 1, None, []

    def _passage(self, stretch: Stretch, look: Look, role: tuple[Role, int] | None) -> Passage:
        label = self.label or f"paragraph {self.paragraph}"
        part, cell = self.part, None
        if look.in_table:
            label = f"{label}, table {self.table}, row {self.row}"
            part = Part.TABLE if part is Part.BODY else part
            cell = TableCell(
                table=self.table,
                row=self.row,
                column=self.column,
                column_head=(self.heads.get(self.column) or None) if self.row > 1 else None,
                row_head=self.row_head or None,
            )
        place = Location(
            label=label,
            order=(self.rank, next(self.sequence)),
            paragraph=self.paragraph or None,
            part=part,
            hidden=stretch.hidden,
        )
        kind, level = self._role(stretch, look, role)
        number = self.number.strip()[:_LONGEST_NUMBER]
        return Passage(
            text=stretch.text,
            location=place,
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
        if role is not None and len(stretch.text) <= _LONGEST_HEADING:
            return role
        number = self.number.strip()[:_LONGEST_NUMBER]
        if number:
            bullet = not any(c.isdigit() for c in number)
            return Role.BULLET if bullet else Role.PARAGRAPH, look.level + 1
        if look.in_table:
            return Role.CELL, 0
        size = min((size for size, _ in self.types), default=0)
        bold = bool(self.types) and all(bold for _, bold in self.types)
        level = heading_level(stretch.text, Type(size, _USUAL, bold))
        return (Role.HEADING, level) if level else (Role.PARAGRAPH, 0)


def _whole(spans: list[Span]) -> list[Span]:
    """Return the spans with characters that came in two halves put together."""
    return [
        Span(_joined(span.text), None, span.revision, span.hidden) if _halved(span.text) else span
        for span in _merged(spans)
    ]


def _merged(spans: list[Span]) -> list[Span]:
    groups: list[tuple[Revision | None, str | None, list[str]]] = []
    for span in spans:
        if groups and groups[-1][:2] == (span.revision, span.hidden):
            groups[-1][2].append(span.text)
        else:
            groups.append((span.revision, span.hidden, [span.text]))
    return [Span("".join(texts), None, change, hidden) for change, hidden, texts in groups]


def _halved(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _joined(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
