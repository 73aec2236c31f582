"""Passages become lines, lists and tables, as a person would see them in the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from claimlint.document import Part, Passage, Role
from claimlint.reports.html.marking import segments
from claimlint.reports.html.model import Block, Cell, Line, Mark

Entry = tuple[int, Passage]
"""A passage and its index in the document."""

_BREAKS = frozenset({"pptx", "docx", "xlsx", "odt", "odp", "ods", "rtf"})
"""Formats in which a line break is the author's own, not that of a wrapped line."""
_PLAIN_PARTS = frozenset({Part.BODY, Part.TABLE})
_BOLD_SIZE = 1.3


def blocks(
    entries: Sequence[Entry], marks: Mapping[int, Sequence[Mark]], paper: int, form: str
) -> tuple[Block, ...]:
    """Return the blocks of passages that stand behind each other in a document.

    `marks` are those of each passage by its index, `paper` is the number of the document and
    `form` its format.
    """
    found = []
    for (kind, _), group in groupby(entries, key=_kind):
        lines = [
            (passage, _line(index, passage, marks.get(index, ()), paper, form))
            for index, passage in group
        ]
        if kind == "table":
            found.append(Block("table", rows=tuple(_rows(lines))))
        else:
            found.append(Block(kind, tuple(line for _, line in lines)))
    return tuple(found)


def _kind(entry: Entry) -> tuple[str, object]:
    passage = entry[1]
    if passage.cell is not None:
        return "table", (passage.cell.table, passage.location.sheet, passage.location.part)
    if passage.role is Role.BULLET:
        return "list", None
    return "text", None


def _line(index: int, passage: Passage, marks: Sequence[Mark], paper: int, form: str) -> Line:
    place = passage.location
    return Line(
        id=f"d{paper}p{index}",
        segments=segments(passage.text, marks),
        role=_role(passage),
        level=min(passage.level, 6),
        number=passage.number,
        tags=tuple(_tags(passage)),
        change=None if passage.revision is None else str(passage.revision),
        hidden=place.hidden is not None,
        broken=form in _BREAKS,
    )


def _role(passage: Passage) -> str:
    large = (passage.size or 1.0) >= _BOLD_SIZE and len(passage.text) <= 80
    if passage.role is Role.PARAGRAPH and large:
        return "large"
    return str(passage.role)


def _tags(passage: Passage) -> Iterator[str]:
    place = passage.location
    if place.part not in _PLAIN_PARTS:
        mark = f" {passage.note_id}" if passage.note_id else ""
        yield f"{place.part.replace('-', ' ')}{mark}"
    if place.hidden:
        yield f"hidden: {place.hidden}"
    if passage.revision:
        yield f"{passage.revision} text"


def _rows(lines: Sequence[tuple[Passage, Line]]) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of one table, each with a cell for every column up to its last."""
    heads = {passage.cell.column_head for passage, _ in lines if passage.cell is not None}
    first = min(passage.cell.row for passage, _ in lines if passage.cell is not None)
    for number, group in groupby(lines, key=lambda each: each[0].cell.row if each[0].cell else 0):
        cells: dict[int, list[Line]] = {}
        texts: dict[int, str] = {}
        for passage, line in group:
            if passage.cell is not None:
                cells.setdefault(passage.cell.column, []).append(line)
                texts[passage.cell.column] = passage.text
        last = min(max(cells), min(cells) + 60)
        yield tuple(
            Cell(tuple(cells.get(column, ())), head=number == first and texts.get(column) in heads)
            for column in range(min(min(cells), 1), last + 1)
        )
