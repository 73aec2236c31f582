"""One Word part read as passages: paragraphs in order, and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimlint.document import (
    Location,
    Part,
    Passage,
    Role,
    TableCell,
)
from claimlint.readers.office.names import W
from claimlint.readers.office.text import stretches
from claimlint.readers.office.word.blocks import Block, Blocks
from claimlint.readers.office.word.inline import Inline, Line
from claimlint.readers.office.word.styles import Styles

if TYPE_CHECKING:
    from claimlint.readers.office.xml import Element

_LONGEST_HEADING = 200


@dataclass(slots=True)
class Story:
    """Where a part stands in the document: its name, what people call it, and its rank."""

    name: str
    part: Part
    rank: int
    label: str = ""
    tables: Blocks = field(default_factory=Blocks)
    paragraph: int = 0
    sequence: int = 0


class Paragraphs:
    """Turns the blocks of one part into passages."""

    def __init__(self, root: Element, story: Story, styles: Styles, inline: Inline) -> None:
        self.story = story
        self._styles = styles
        self._inline = inline
        self._numbers = {
            element: number for number, element in enumerate(root.iter(f"{W}p"), start=1)
        }

    def read(self, block: Block) -> tuple[Line, Iterator[Passage]]:
        """Return what a paragraph holds, and its passages: live text first, then the rest."""
        story = self.story
        story.paragraph += 1
        anchor = f"{story.name}#p{self._numbers.get(block.element, 0)}"
        line = self._inline.read(block.element, anchor, block.place.revision)
        return line, self._passages(block, line, anchor)

    def _passages(self, block: Block, line: Line, anchor: str) -> Iterator[Passage]:
        place = block.place
        role, level = self._styles.role(block.element)
        for stretch in stretches(line.spans):
            hidden = stretch.hidden or ("covered by a merged cell" if place.merged else None)
            if role is Role.HEADING and len(stretch.text) > _LONGEST_HEADING:
                role, level = Role.PARAGRAPH, 0
            if place.table and role is Role.PARAGRAPH:
                role = Role.CELL
            yield Passage(
                text=stretch.text,
                location=self._location(block, anchor, hidden),
                role=role,
                level=level,
                pieces=stretch.pieces,
                cell=_cell(block),
                notes=tuple(id_ for _, id_ in line.notes),
                revision=stretch.revision,
            )

    def _location(self, block: Block, anchor: str, hidden: str | None) -> Location:
        story = self.story
        story.sequence += 1
        label = story.label or f"paragraph {story.paragraph}"
        part = story.part
        if block.place.table:
            label = f"{label}, table {block.place.table}, row {block.place.row}"
            part = Part.TABLE if part is Part.BODY else part
        return Location(
            label=label,
            order=(story.rank, story.sequence),
            paragraph=story.paragraph if story.part is Part.BODY else None,
            part=part,
            hidden=hidden,
            anchor=anchor,
        )


def _cell(block: Block) -> TableCell | None:
    place = block.place
    if not place.table:
        return None
    return TableCell(
        table=place.table,
        row=place.row,
        column=place.column,
        column_head=place.column_head or None,
        row_head=place.row_head or None,
    )
