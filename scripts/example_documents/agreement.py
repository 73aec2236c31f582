"""The master agreement: numbered clauses, a table, a footnote, header and footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from example_documents import agreement_words as text
from example_documents.agreement_parts import (
    add_field,
    add_footnotes,
    define_clause_numbering,
    refer_to_footnote,
)
from example_documents.container import describe, save
from example_documents.words import VENDOR

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import _Cell

_INK, _TEAL, _GREY = (
    RGBColor(0x14, 0x21, 0x3D),
    RGBColor(0x0F, 0x76, 0x6E),
    RGBColor(0x55, 0x60, 0x70),
)
_FONT = "Arial"
_STYLES = ("Heading 1", "Clause", "Clause Point")
_LEFTOVERS = ("/thumbnail", "/stylesWithEffects", "/customXml")
_COLUMNS = (Mm(32), Mm(32), Mm(58), Mm(48))


def build(path: Path) -> None:
    """Write the agreement to `path`."""
    document = docx.Document()
    _drop_leftovers(document)
    _page(document)
    _styles(document)
    define_clause_numbering(document)
    document.add_paragraph(text.TITLE, style="Title")
    document.add_paragraph(text.NUMBER, style="Subtitle")
    document.add_paragraph(text.PARTIES)
    _clauses(document)
    _schedules(document)
    _signatures(document)
    describe(document.core_properties, text.TITLE)
    save(document, path)


def _drop_leftovers(document: Document) -> None:
    """Take out what the template brings along and nobody sees: two thirds of a megabyte."""
    for owner in (document.part.package, document.part):
        for key, link in list(owner.rels.items()):
            if link.reltype.endswith(_LEFTOVERS):
                del owner.rels[key]
    for style in document.styles.element.xpath("w:style[@w:type='table']"):
        if style.name_val not in {"Normal Table", "Table Grid"}:
            style.getparent().remove(style)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(20)
    header = section.header.paragraphs[0]
    footer = section.footer.paragraphs[0]
    for paragraph in (header, footer):
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)
    header.add_run(f"{VENDOR}\t{text.TITLE}")
    footer.add_run(f"{text.NUMBER} · Confidential\tPage ")
    page = add_field(footer, "PAGE", "1")
    footer.add_run(" of ")
    pages = add_field(footer, "NUMPAGES", "3")
    for run in (*header.runs, *footer.runs, page, pages):
        run.font.size = Pt(8)
        run.font.color.rgb = _GREY


def _styles(document: Document) -> None:
    styles = document.styles
    for name in ("Clause", "Clause Point"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    _look(styles["Normal"], 10, after=4)
    _look(styles["Title"], 24, bold=True, colour=_INK, after=2)
    _look(styles["Subtitle"], 11, colour=_GREY, after=14)
    _look(styles["Heading 1"], 12, bold=True, colour=_TEAL, before=10, after=3)
    _look(styles["Heading 2"], 12, bold=True, colour=_TEAL, before=16, after=6)
    for edge in styles["Title"].element.xpath("w:pPr/w:pBdr"):
        edge.getparent().remove(edge)
    for name in ("Header", "Footer"):
        for stop in styles[name].element.xpath("w:pPr/w:tabs"):
            stop.getparent().remove(stop)


def _look(
    style: ParagraphStyle,
    size: float,
    bold: bool = False,
    colour: RGBColor = _INK,
    before: float = 0,
    after: float = 0,
) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = colour
    style.font.name = _FONT
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.15


def _clauses(document: Document) -> None:
    footnotes: dict[int, str] = {}
    for clause in text.CLAUSES:
        paragraph = document.add_paragraph(clause.text, style=_STYLES[clause.level])
        if clause.footnote:
            key = 2 + len(footnotes)
            footnotes[key] = clause.footnote
            refer_to_footnote(paragraph, key)
    add_footnotes(document, footnotes)


def _schedules(document: Document) -> None:
    heading = document.add_paragraph("Schedule 1: Service levels", style="Heading 2")
    heading.paragraph_format.page_break_before = True
    table = document.add_table(rows=0, cols=len(_COLUMNS), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for column, width in zip(table.columns, _COLUMNS, strict=True):
        column.width = width
    for number, row in enumerate(text.SERVICE_LEVELS):
        cells = table.add_row().cells
        for cell, width, words in zip(cells, _COLUMNS, row, strict=True):
            cell.width = width
            _fill_cell(cell, words, head=number == 0)
    document.add_paragraph("Schedule 2: Description of the Service", style="Heading 2")
    document.add_paragraph(text.DESCRIPTION_INTRODUCTION)
    for sentence in text.DESCRIPTION:
        document.add_paragraph(sentence, style="List Bullet")


def _signatures(document: Document) -> None:
    document.add_paragraph("Signatures", style="Heading 2")
    table = document.add_table(rows=3, cols=2)
    lines = (
        ("For Oddlestone Systems Ltd", "For Customer"),
        ("\n\n______________________________", "\n\n______________________________"),
        ("Marit Holloway-Brandt, Director", "Name, position and date"),
    )
    for row, words in zip(table.rows, lines, strict=True):
        for cell, line in zip(row.cells, words, strict=True):
            cell.paragraphs[0].add_run(line).font.size = Pt(9)


def _fill_cell(cell: _Cell, words: str, head: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    run = paragraph.add_run(words)
    run.font.size = Pt(9)
    run.font.bold = head
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "E3EEEE" if head else "FFFFFF")
    cell._tc.get_or_add_tcPr().append(shade)
