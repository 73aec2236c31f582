"""The pieces that several slides share: columns, bullets, tables, small print, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Inches, Pt

from example_documents.deck_look import GREY, INK, INNER, MARGIN, PALE, TEAL, WHITE, Letters, write

if TYPE_CHECKING:
    from pptx.slide import Slide
    from pptx.util import Length

    from example_documents.deck_look import Box

GAP = Inches(0.35)
TOP = Inches(1.85)
_SMALL_PRINT = Letters(size=11, colour=GREY)
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def columns(count: int, height: Length, gap: Length = GAP) -> list[Box]:
    """Return boxes of equal width, side by side, below the title."""
    width = Emu((INNER - gap * (count - 1)) // count)
    return [(Emu(MARGIN + (width + gap) * step), TOP, width, height) for step in range(count)]


def place(shape, left: Length, top: Length, width: Length, height: Length) -> None:  # type: ignore[no-untyped-def]
    """Move a placeholder and give it a size."""
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def notes(slide: Slide, text: str) -> None:
    """Give a slide speaker notes."""
    slide.notes_slide.notes_text_frame.text = text


def small_print(slide: Slide, text: str) -> None:
    """Put a note at the foot of a slide."""
    write(slide.shapes, (text,), (MARGIN, Inches(6.45), INNER, Inches(0.4)), _SMALL_PRINT)


def fill_body(slide: Slide, items: tuple[str, ...]) -> None:
    """Fill the body of a slide with bullets."""
    frame = slide.placeholders[1].text_frame
    for index, item in enumerate(items):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.text = item
        paragraph.space_after = Pt(22)


def bullets(
    slide: Slide,
    items: tuple[str, ...],
    left: Length,
    width: Length,
    top: Length = TOP,
    size: int = 22,
    stem: str = "",
) -> None:
    """Add a text box with bullets, below the words that introduce them."""
    lines = (stem, *items) if stem else items
    letters = Letters(size=size, after=size * 0.6)
    box = write(slide.shapes, lines, (left, top, width, Inches(3)), letters)
    paragraphs = box.text_frame.paragraphs
    for run in paragraphs[0].runs if stem else ():
        run.font.bold = True
        run.font.color.rgb = TEAL
    for paragraph in paragraphs[len(lines) - len(items) :]:
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", "285750")
        properties.set("indent", "-285750")
        properties.append(properties.makeelement(f"{_DRAWING}buChar", {"char": "•"}))


def table(
    slide: Slide, rows: tuple[tuple[str, ...], ...], top: Length, row_height: Length, size: int = 16
) -> None:
    """Add a table whose first row is its head."""
    frame = slide.shapes.add_table(
        len(rows), len(rows[0]), MARGIN, top, INNER, row_height * len(rows)
    )
    for row, cells in enumerate(rows):
        frame.table.rows[row].height = row_height
        for column, text in enumerate(cells):
            cell = frame.table.cell(row, column)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.fill.solid()
            cell.fill.fore_color.rgb = TEAL if row == 0 else (PALE if row % 2 else WHITE)
            run = cell.text_frame.paragraphs[0].add_run()
            run.text = text
            run.font.size = Pt(size)
            run.font.bold = row == 0 or column == 0
            run.font.color.rgb = WHITE if row == 0 else INK
