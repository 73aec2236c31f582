"""Passages for tests of detection."""

from __future__ import annotations

from claimlint.document import Location, Passage, Role, TableCell


def passage(text: str, role: Role = Role.PARAGRAPH, level: int = 0, number: int = 1) -> Passage:
    location = Location(label=f"line {number}", line=number, order=(number,))
    return Passage(text=text, role=role, level=level, location=location)


def passages(*texts: str) -> list[Passage]:
    return [passage(text, number=number) for number, text in enumerate(texts, start=1)]


def cells_of(*rows: tuple[str, ...]) -> list[Passage]:
    """Return the cells of a table, whose first row heads its columns and first column its rows."""
    return [
        Passage(
            text=text,
            role=Role.CELL,
            location=Location(label=f"row {row}", order=(row, column)),
            cell=TableCell(
                table=1,
                row=row,
                column=column,
                column_head=rows[0][column - 1] if row > 1 else None,
                row_head=cells[0] if column > 1 else None,
            ),
        )
        for row, cells in enumerate(rows, start=1)
        for column, text in enumerate(cells, start=1)
        if text
    ]
