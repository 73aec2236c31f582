"""Workbooks (.xlsx, .xlsm): the texts and values that the cells show, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.interface import Item, Source


def read(source: Source) -> Iterator[Item]:
    """Yield the cells of a workbook with their addresses, then comments and drawings.

    Formulas give the value that was stored with them; nothing is computed. Hidden sheets, rows
    and columns are read and marked. Macros are never run, links never followed.

    Raises:
        UnreadableFile: no workbook, encrypted, damaged beyond repair, or beyond the limits.

    Source: ECMA-376 part 1, SpreadsheetML.
    """
    from claimlint.readers.office import legacy
    from claimlint.readers.office.sheets import workbook

    return legacy.read(source) if legacy.old(source.data) else workbook.read(source)
