"""One Word part read as passages: paragraphs in order, and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from claimlint.document import (
    Location,
    Part,
    Passage,
    Revision,
    Role,
    TableCell,
)
from claimlint.readers.office.names import W
from claimlint.readers.office.text import Run, joined
from claimlint.readers.office.word.blocks import Block, Blocks
from claimlint.readers.office.word.inline import Inline, Line, Span
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
        for spans, revision, hidden in _stretches(line.spans):
            text, pieces = joined(Run(span.text, span.anchor) for span in spans)
            if not text.strip():
                continue
            if place.merged:
                hidden = hidden or "covered by a merged cell"
            if role is Role.HEADING and len(text) > _LONGEST_HEADING:
                role, level = Role.PARAGRAPH, 0
            if place.table and role is Role.PARAGRAPH:
                role = Role.CELL
            yield Passage(
                text=text,
                location=self._location(block, anchor, hidden),
                role=role,
                level=level,
                pieces=pieces,
                cell=_cell(block),
                notes=tuple(id_ for _, id_ in line.notes),
                revision=revision,
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


def _stretches(
    spans: list[Span],
) -> Iterator[tuple[list[Span], Revision | None, str | None]]:
    """Yield the live, visible spans together, then each stretch that is hidden or deleted."""
    live = [span for span in spans if _alive(span)]
    if live:
        inserted = sum(len(span.text) for span in live if span.revision is Revision.INSERTED)
        whole = 2 * inserted > sum(len(span.text) for span in live)
        yield live, Revision.INSERTED if whole else None, None
    for (revision, hidden), group in groupby(spans, key=_state):
        if revision is Revision.DELETED or hidden is not None:
            yield list(group), revision, hidden


def _alive(span: Span) -> bool:
    return span.revision is not Revision.DELETED and span.hidden is None


def _state(span: Span) -> tuple[Revision | None, str | None]:
    revision = span.revision if span.revision is Revision.DELETED or span.hidden else None
    return revision, span.hidden


def moved(story: Story, **changes: object) -> Story:
    """Return a copy of the story's state with changes."""
    return replace(story, **changes)  # type: ignore[arg-type]
