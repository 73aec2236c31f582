"""The blocks of an OpenDocument text in order: paragraphs in lists, sections and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import TableCell
from claimlint.readers.office.odf.inline import plain
from claimlint.readers.office.odf.lists import Entry
from claimlint.readers.office.odf.names import DRAW, OFFICE, PARAGRAPHS, SHOW, TABLE, TEXT
from claimlint.readers.office.package.walk import Walk
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import counted
from claimlint.readers.tables import HEAD_DEPTH, LONGEST_HEAD, Heads

_ROW, _CELL = f"{TABLE}table-row", f"{TABLE}table-cell"
_WRAPPERS = frozenset(
    f"{TABLE}{name}"
    for what in ("row", "column")
    for name in (f"table-header-{what}s", f"table-{what}s", f"table-{what}-group")
)
_SKIPPED = frozenset(
    {f"{TEXT}tracked-changes", f"{OFFICE}forms", f"{TEXT}sequence-decls", f"{OFFICE}scripts"}
    | {f"{SHOW}notes", f"{TEXT}variable-decls", f"{TEXT}user-field-decls"}
)
_ITEMS = (f"{TEXT}list-item", f"{TEXT}list-header")
_MOST_REPEATED = 1_048_576
"""No sheet has more rows."""


class Block(Struct, frozen=True):
    """A paragraph or a drawing, the depth of its list (0 outside) and its cell."""

    element: Element
    depth: int = 0
    cell: TableCell | None = None
    tables: int = 0
    entry: Entry | None = None

    @property
    def drawing(self) -> bool:
        """Tell whether it is a drawing, not a paragraph."""
        return self.element.tag not in PARAGRAPHS


class Blocks:
    """Walks containers; tables are numbered through all of them, from 1."""

    def __init__(self) -> None:
        self.tables = 0

    def walk(self, elements: Iterable[Element]) -> Iterator[Block]:
        """Yield the blocks in the elements in order; given one element, those it contains."""
        walk = Walk(map(Block, elements))
        for block in walk:
            tag = str(block.element.tag)
            if tag in PARAGRAPHS or tag.startswith(DRAW):
                yield block
            elif tag == f"{TABLE}table":
                self.tables += 1
                walk.enter(_cells(block, self.tables))
            elif tag == f"{TEXT}list":
                walk.enter(_each(block.element, _listed(block)))
            elif tag in _ITEMS and block.entry is not None:
                plain = tag == f"{TEXT}list-header"
                entry = replace(block.entry, item=block.element, plain=plain)
                walk.enter(_each(block.element, replace(block, entry=entry)))
            elif tag not in _SKIPPED:
                walk.enter(_each(block.element, block))


def _listed(block: Block) -> Block:
    """Return the block for what a list holds."""
    style = block.element.get(f"{TEXT}style-name", "")
    if block.entry is None:
        entry = Entry(block.element, style)
    else:
        entry = replace(block.entry, style=style or block.entry.style, level=block.depth)
    return replace(block, depth=block.depth + 1, entry=entry)


def _each(container: Element, like: Block) -> Iterator[Block]:
    for element in container:
        yield replace(like, element=element)


def _cells(table: Block, number: int) -> Iterator[Block]:
    heads = Heads(number)
    shallow = table.tables <= HEAD_DEPTH
    for element in rows(table.element):
        heads.next_row()
        column = 1
        for cell in element.iterchildren(_CELL, f"{TABLE}covered-table-cell"):
            place = heads.of(column)
            for child in cell:
                yield Block(child, 0, place, table.tables + 1)
            text = plain(cell) if shallow and heads.wanted else ""
            heads.told(column, text if len(text) <= LONGEST_HEAD else "")
            column += repeated(cell, "columns")


def rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, also those in groups."""
    yield from _standing_in(table, _ROW)


def columns(table: Element) -> Iterator[Element]:
    """Yield what says how the columns of a table look, also those in groups."""
    yield from _standing_in(table, f"{TABLE}table-column")


def _standing_in(table: Element, tag: str) -> Iterator[Element]:
    walk = Walk(iter(table))
    for element in walk:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            walk.enter(iter(element))


def repeated(element: Element, what: str) -> int:
    """Return how often a row (`rows`) or cell (`columns`) stands there."""
    count = counted(element.get(f"{TABLE}number-{what}-repeated"), 1, _MOST_REPEATED)
    return max(1, count)
