"""How our Word documents look: page, fonts, headings, tables, the foot with page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from lxml.etree import _Element

_FONT = "Calibri"
INK, BLUE, GREY, BAND, RULE = "1F2A37", "24476B", "667280", "E8EEF5", "C5CDD6"
RED, AMBER, GREEN = "A3201D", "8A5A00", "1D6B3A"
_HEADINGS = ((0, 20.0, 0, 4), (1, 14.0, 14, 4), (2, 11.5, 10, 2), (3, 10.5, 8, 2))
_TABLE = (
    "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize",
    "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar",
    "tblLook", "tblCaption", "tblDescription",
)  # fmt: skip
_A4 = (21.0, 29.7)
_SIDE = 2.0


def width(*, landscape: bool) -> float:
    """Return the width between the margins, in centimetres."""
    return _A4[1 if landscape else 0] - 2 * _SIDE


def styled(paper: Document, *, landscape: bool, size: float) -> None:
    """Set page and styles; adds the paragraph style "Cell"."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    wide, high = (_A4[1], _A4[0]) if landscape else _A4
    section.page_width, section.page_height = Cm(wide), Cm(high)
    section.left_margin = section.right_margin = Cm(_SIDE)
    section.top_margin, section.bottom_margin = Cm(1.7), Cm(1.7)
    section.footer_distance = Cm(0.9)
    normal = paper.styles["Normal"]
    _font(normal, size, INK)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.08
    cell = paper.styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = normal
    _font(cell, size - 1, INK)
    cell.paragraph_format.space_after = Pt(1)
    cell.paragraph_format.line_spacing = 1.0
    for level, points, before, after in _HEADINGS:
        style = paper.styles["Title" if level == 0 else f"Heading {level}"]
        _font(style, points, BLUE, bold=True)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = True
        _no_border(style)
    for name in ("List Bullet", "List Number"):
        paper.styles[name].paragraph_format.space_after = Pt(2)


def _font(style: object, size: float, colour: str, *, bold: bool = False) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font = style.font  # type: ignore[attr-defined]
    font.name, font.size, font.bold = _FONT, Pt(size), bold or None
    font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts  # type: ignore[attr-defined]
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), _FONT)


def _no_border(style: object) -> None:
    from docx.oxml.ns import qn

    properties = style.element.pPr  # type: ignore[attr-defined]
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def footer(paper: Document, text: str, *, landscape: bool) -> None:
    """Write the foot of every page: what it is, and "page of pages"."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm, Pt, RGBColor

    section = paper.sections[0]
    paragraph = section.footer.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(width(landscape=landscape)), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.style = paper.styles["Normal"]
    paragraph.add_run(f"{text}\t")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")
    for run in paragraph.runs:
        run.font.size = Pt(8)
        run.font.color.rgb = RGBColor.from_string(GREY)


def _field(paragraph: Paragraph, name: str) -> None:
    from docx.oxml.ns import qn

    for kind in ("begin", "instruction", "separate", "text", "end"):
        run = paragraph.add_run("1" if kind == "text" else "")
        if kind == "instruction":
            element = _made("instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = name
            run._r.append(element)
        elif kind != "text":
            run._r.append(_made("fldChar", fldCharType=kind))


def grid(table: Table, widths: Sequence[float], *, head: bool) -> None:
    """Give a table its column widths (in centimetres), hair lines, and a head that repeats."""
    from docx.shared import Cm

    table.autofit = False
    properties = table._tbl.tblPr
    properties.append(_borders())
    properties.append(_margins())
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for number, row in enumerate(table.rows):
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
        rules = row._tr.get_or_add_trPr()
        if head and number == 0:
            rules.append(_made("tblHeader"))
            for cell in row.cells:
                shaded(cell, BAND)
    properties.append(_indent())
    _in_order(properties)


def unbroken(row: _Row) -> None:
    """Keep a row of a table on one page."""
    row._tr.get_or_add_trPr().insert(0, _made("cantSplit"))


def _in_order(properties: _Element) -> None:
    """Put the properties of a table in the order of the schema.

    Source: ECMA-376 part 1, 17.4.59 tblPr.
    """
    from docx.oxml.ns import qn

    order = [qn(f"w:{name}") for name in _TABLE]
    for child in sorted(properties, key=lambda each: order.index(str(each.tag))):
        properties.append(child)


def _indent() -> _Element:
    """Return the indent by which the left line of a table meets the margin of the text."""
    return _made("tblInd", w="85", type="dxa")


def _borders() -> _Element:
    borders = _made("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_made(side, val="single", sz="4", space="0", color=RULE))
    return borders


def _margins() -> _Element:
    margins = _made("tblCellMar")
    for side, width in (("top", "40"), ("left", "85"), ("bottom", "40"), ("right", "85")):
        margins.append(_made(side, w=width, type="dxa"))
    return margins


def _made(name: str, **values: str) -> _Element:
    """Return a new element with its attributes, all of WordprocessingML."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element: _Element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def shaded(cell: _Cell, colour: str) -> None:
    """Colour the ground of a cell."""
    from docx.oxml.ns import qn

    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(qn("w:shd")):
        properties.remove(old)
    properties.append(_made("shd", val="clear", color="auto", fill=colour))


def tight(paragraph: Paragraph) -> None:
    """Make an empty paragraph so low that it only parts what is above it from what is below."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(4)


def listed(paragraph: Paragraph, choices: Sequence[str]) -> None:
    """Make the runs of a paragraph the value of a list to choose from.

    Source: ECMA-376 part 1, 17.5.2.15 dropDownList.
    """
    control, properties, content = _made("sdt"), _made("sdtPr"), _made("sdtContent")
    choosing = _made("dropDownList")
    for choice in choices:
        choosing.append(_made("listItem", displayText=choice, value=choice))
    properties.append(choosing)
    control.append(properties)
    control.append(content)
    for run in paragraph.runs:
        content.append(run._r)
    paragraph._p.append(control)
