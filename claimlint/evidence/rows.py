"""Reads the rows of a table: as pairs of label and value, or with the heads of the columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from claimlint.document import Passage
from claimlint.evidence.plain import plain
from claimlint.evidence.unit import Segment

Numbered = tuple[int, Passage]
Row = tuple[str, tuple[Segment, ...]]

_FEWEST_LABELS = 2


def pairs_of(
    run: Sequence[Numbered], labels: frozenset[str]
) -> tuple[tuple[str, str, tuple[Segment, ...]], ...]:
    """Return label, text and segments of each row, or nothing where the table has no labels."""
    rows = _by_row(run)
    if any(len(cells) > 2 for cells in rows):
        return ()
    known = [cells for cells in rows if _label(cells[0][1]) in labels]
    if len(known) < min(_FEWEST_LABELS, len(rows)) or len(known) * 2 < len(rows):
        return ()
    return tuple(
        (_label(cells[0][1]), *_joined([("", cell) for cell in cells], ": "))
        for cells in rows
        if len(cells) == 2
    )


def rows_of(run: Sequence[Numbered]) -> tuple[Row, ...]:
    """Return the text and segments of each row; a cell follows the head of its column."""
    found: list[Row] = []
    for cells in _by_row(run):
        parts = [(_head(cell), (index, cell)) for index, cell in cells]
        found.append(_joined(parts, "; "))
    return tuple(found)


def _by_row(run: Sequence[Numbered]) -> list[list[Numbered]]:
    return [list(group) for _, group in groupby(run, key=lambda item: _row(item[1]))]


def _row(passage: Passage) -> int:
    return passage.cell.row if passage.cell else 0


def _head(passage: Passage) -> str:
    head = passage.cell.column_head if passage.cell else None
    return f"{plain(head).text.strip()}: " if head and head.strip() != passage.text.strip() else ""


def _label(passage: Passage) -> str:
    return plain(passage.text).text.strip().rstrip(":").lower()


def _joined(parts: Sequence[tuple[str, Numbered]], mark: str) -> Row:
    text = ""
    segments: list[Segment] = []
    for head, (index, cell) in parts:
        text += (mark if text else "") + head
        words = plain(cell.text)
        segments.append(Segment(len(text), len(text) + len(words.text), index, 0, words))
        text += words.text
    return text, tuple(segments)
