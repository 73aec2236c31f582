"""How the brochure looks: page, colours, letters, and its headings, bullets and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, ListFlowable, ListItem, Paragraph, Table
from reportlab.platypus.tables import TableStyle

if TYPE_CHECKING:
    from collections.abc import Iterable

INK, TEAL, AMBER = HexColor(0x14213D), HexColor(0x0F766E), HexColor(0xF2A63B)
LINE = HexColor(0xC9D2D6)
PALE, GREY = HexColor(0xEEF3F4), HexColor(0x556070)
PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN, GUTTER = 18 * mm, 9 * mm
COLUMN = (PAGE_WIDTH - 2 * MARGIN - GUTTER) / 2
FOOT = 34 * mm

TEXT = ParagraphStyle(
    "text", fontName="Helvetica", fontSize=11, leading=15.8, textColor=INK, spaceAfter=7
)
HEADING = ParagraphStyle(
    "heading",
    TEXT,
    fontName="Helvetica-Bold",
    fontSize=16,
    leading=19,
    textColor=TEAL,
    spaceBefore=14,
    spaceAfter=8,
)
LEAD = ParagraphStyle(
    "lead", TEXT, fontName="Helvetica-Bold", fontSize=13, leading=17.5, spaceAfter=9
)
CELL = ParagraphStyle("cell", TEXT, fontSize=9, leading=11.5, spaceAfter=0)
HEAD_CELL = ParagraphStyle("head cell", CELL, fontName="Helvetica-Bold", textColor=white)
QUOTE = ParagraphStyle(
    "quote",
    TEXT,
    fontName="Helvetica-Oblique",
    fontSize=12.5,
    leading=17,
    leftIndent=8,
    spaceAfter=2,
)
SPEAKER = ParagraphStyle(
    "speaker", TEXT, fontSize=9, leading=12, textColor=GREY, leftIndent=8, spaceAfter=10
)
SMALL = ParagraphStyle("small print", TEXT, fontSize=7, leading=9, textColor=GREY, spaceAfter=1)


def heading(text: str) -> Flowable:
    """Return a heading."""
    return Paragraph(text, HEADING)


def prose(text: str) -> Flowable:
    """Return a paragraph of body text."""
    return Paragraph(text, TEXT)


def bullets(items: Iterable[str], numbered: bool = False) -> Flowable:
    """Return a list with bullets or numbers."""
    kind = (
        {"bulletType": "1", "bulletFontSize": 11}
        if numbered
        else {"bulletType": "bullet", "start": "•"}
    )
    return ListFlowable(
        [ListItem(prose(item)) for item in items],
        leftIndent=13,
        bulletColor=TEAL,
        bulletFontName="Helvetica-Bold",
        **kind,
    )


def table(rows: tuple[tuple[str, ...], ...], shares: tuple[float, ...]) -> Flowable:
    """Return a table whose first row is its head; the shares are of the column's width."""
    cells = [
        [Paragraph(text, CELL if row else HEAD_CELL) for text in line]
        for row, line in enumerate(rows)
    ]
    look = TableStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), TEAL),
            ("ROWBACKGROUNDS", (0, 1), (-1, -1), [PALE, white]),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ("LEFTPADDING", (0, 0), (-1, -1), 5),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ]
    )
    return Table(cells, colWidths=[COLUMN * share for share in shares], style=look)
