"""The blocks of a Word part in order: paragraphs, also those in tables, and foreign chunks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from typing import NamedTuple

from claimlint.document import Revision, TableCell
from claimlint.office.names import M, W
from claimlint.office.ooxml import chosen
from claimlint.readers.office.package.walk import Walk
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.word.inline import REVISIONS
from claimlint.readers.office.word.styles import value_at
from claimlint.readers.office.words.attributes import counted
from claimlint.readers.tables import HEAD_DEPTH, LONGEST_HEAD, Heads

_TABLE, _ROW, _CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
_PROPERTIES = frozenset(
    f"{W}{name}"
    for name in ("sdtPr", "sdtEndPr", "tcPr", "trPr", "tblPr", "tblPrEx", "tblGrid", "sectPr")
)
_LEAVES = frozenset((f"{W}p", f"{W}altChunk", f"{W}r", f"{M}oMath", f"{M}oMathPara"))
"""Runs and formulas stand outside paragraphs in damaged files only, and in some odd ones."""
_WIDEST = 1_000
_STRAY = frozenset((_TABLE, _ROW, _CELL, *_LEAVES))


class Place(NamedTuple):
    """Where a block stands: its cell, None outside tables, and how deep in tables that is."""

    cell: TableCell | None = None
    depth: int = 0
    revision: Revision | None = None
    shaded: bool = False
    merged: bool = False


class Block(NamedTuple):
    """One paragraph (or run outside any) or foreign chunk (`w:altChunk`), and where it stands."""

    element: Element
    place: Place


class Blocks:
    """Walks parts and text boxes; tables are numbered through all of them, from 1."""

    def __init__(self) -> None:
        self.tables = 0

    def walk(self, container: Element) -> Iterator[Block]:
        """Yield the blocks below `container` in order, without recursion."""
        walk = Walk(zip(container, repeat(Place())))
        for element, here in walk:
            tag = str(element.tag)
            if tag in _LEAVES:
                yield Block(element, here)
            elif tag == _TABLE:
                self.tables += 1
                walk.enter(_cells(element, here._replace(depth=here.depth + 1), self.tables))
            elif tag.endswith("}AlternateContent"):
                walk.enter(zip(chosen(element), repeat(here)))
            elif tag not in _PROPERTIES:
                revision = REVISIONS.get(tag, here.revision)
                walk.enter(zip(element, repeat(here._replace(revision=revision))))


def _cells(table: Element, place: Place, number: int) -> Iterator[tuple[Element, Place]]:
    """Yield what stands in the cells of a table, row by row, each with its place."""
    heads = Heads(number)
    shaded = place.shaded or _styled(table)
    for element in _inside(table, _ROW):
        if element.tag != _ROW:
            yield element, place
            continue
        heads.next_row()
        revision = _row_revision(element) or place.revision
        column = 1 + counted(value_at(element, f"{W}trPr/{W}gridBefore"), 0, _WIDEST)
        for cell in _inside(element, _CELL):
            if cell.tag != _CELL:
                yield cell, place
                continue
            here = place._replace(
                cell=heads.of(column),
                revision=revision,
                shaded=shaded or cell.find(f"{W}tcPr/{W}shd") is not None,
                merged=_continues(cell),
            )
            for child in cell:
                yield child, here
            head = heads.wanted and place.depth <= HEAD_DEPTH
            heads.told(column, _plain(cell) if head else "")
            column += max(1, counted(value_at(cell, f"{W}tcPr/{W}gridSpan"), 1, _WIDEST))


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or cells of a row, also where controls or changes wrap them.

    What stands between them in a damaged file comes too.
    """
    walk = Walk(iter(element))
    for child in walk:
        if child.tag == tag or child.tag in _STRAY:
            yield child
        elif child.tag not in _PROPERTIES:
            walk.enter(iter(child))


def _plain(cell: Element) -> str:
    parts: list[str] = []
    size = 0
    for text in cell.iter(f"{W}t", f"{W}p"):
        piece = text.text or "" if text.tag == f"{W}t" else " "
        parts.append(piece)
        size += len(piece)
        if size > LONGEST_HEAD:
            return ""
    return " ".join("".join(parts).split())


def _row_revision(row: Element) -> Revision | None:
    properties = row.find(f"{W}trPr")
    if properties is None:
        return None
    if properties.find(f"{W}del") is not None:
        return Revision.DELETED
    return Revision.INSERTED if properties.find(f"{W}ins") is not None else None


def _continues(cell: Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _styled(table: Element) -> bool:
    style = table.find(f"{W}tblPr/{W}tblStyle")
    plain = style is None or style.get(f"{W}val") in ("TableGrid", "TableNormal", "a1")
    return not plain or table.find(f"{W}tblPr/{W}shd") is not None
