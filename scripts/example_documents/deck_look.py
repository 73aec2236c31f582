"""How the deck looks: slide size, theme, master, and the few shapes that its slides are made of."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches, Length, Pt

from example_documents.words import VENDOR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pptx.shapes.autoshape import Shape
    from pptx.shapes.shapetree import _BaseGroupShapes as Shapes
    from pptx.slide import SlideMaster

INK = RGBColor(0x14, 0x21, 0x3D)
TEAL = RGBColor(0x0F, 0x76, 0x6E)
LINE = RGBColor(0xC9, 0xD2, 0xD6)
AMBER = RGBColor(0xF2, 0xA6, 0x3B)
PALE = RGBColor(0xEE, 0xF3, 0xF4)
GREY = RGBColor(0x55, 0x60, 0x70)
WHITE = RGBColor(0xFF, 0xFF, 0xFF)

NO_PAD = Inches(0)
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.75)
INNER = WIDTH - 2 * MARGIN
Box = tuple[Length, Length, Length, Length]
COVER, BULLETS, TITLE_ONLY = 0, 1, 2

_KEPT_LAYOUTS = ("Title Slide", "Title and Content", "Title Only")
_THEME = {
    b'typeface="Calibri"': b'typeface="Arial"',
    b"1F497D": b"14213D",
    b"EEECE1": b"EEF3F4",
    b"4F81BD": b"0F766E",
    b"C0504D": b"F2A63B",
}
_NUMBER_FIELD = (
    '<a:fld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB" sz="1000"/>'
    "<a:t>‹#›</a:t></a:fld>"
)


class Letters(Struct, frozen=True, kw_only=True):
    """How a run of text looks; sizes and space after a paragraph are in points."""

    size: float = 18
    colour: RGBColor = INK
    bold: bool = False
    italic: bool = False
    align: PP_ALIGN = PP_ALIGN.LEFT
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP
    after: float = 4
    pad: Length = NO_PAD


SMALL = Letters(size=10, colour=GREY)


def blank_deck() -> Deck:
    """Return an empty 16:9 deck with our theme and three layouts."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _drop_leftovers(deck)
    _paint_theme(deck)
    _shape_master(deck)
    return deck


def _drop_leftovers(deck: Deck) -> None:
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT_LAYOUTS:
            deck.slide_layouts.remove(layout)
    package = deck.part.package
    for owner in (package, deck.part):
        for key, link in list(owner._rels.items()):
            if link.reltype.endswith(("/thumbnail", "/printerSettings")):
                owner._rels.pop(key)
    for node in deck.part._element.xpath("//p:extLst"):
        node.getparent().remove(node)


def _paint_theme(deck: Deck) -> None:
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for old, new in _THEME.items():
        theme._blob = theme.blob.replace(old, new)


def _shape_master(deck: Deck) -> None:
    master = deck.slide_master
    for holder in (master, *deck.slide_layouts):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type in {13, 15, 16}:  # slide number, footer, date
                shape._element.getparent().remove(shape._element)
    for holder in (master, deck.slide_layouts[BULLETS], deck.slide_layouts[TITLE_ONLY]):
        for shape in holder.placeholders:
            index = shape.placeholder_format.idx
            box = (MARGIN, Inches(0.5), INNER, Inches(0.85))
            body = (MARGIN, Inches(1.75), INNER, Inches(4.4))
            shape.left, shape.top, shape.width, shape.height = box if index == 0 else body
    deck.slide_layouts[COVER]._element.set("showMasterSp", "0")
    _set_title_style(master._element)
    _furnish_master(master)


def _set_title_style(master: etree._Element) -> None:
    (style,) = master.xpath("p:txStyles/p:titleStyle/a:lvl1pPr")
    style.set("algn", "l")
    (letters,) = master.xpath("p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr")
    letters.set("sz", "3200")
    letters.set("b", "1")
    for node in master.xpath("p:txStyles/*/a:lvl1pPr/a:defRPr/a:solidFill/a:schemeClr"):
        node.set("val", "tx2")
    for node in master.xpath("p:cSld/p:spTree/p:sp/p:txBody/a:bodyPr"):
        node.set("lIns", "0")
    for level, size in enumerate((2400, 2000, 1800), start=1):
        (letters,) = master.xpath(f"p:txStyles/p:bodyStyle/a:lvl{level}pPr/a:defRPr")
        letters.set("sz", str(size))


def _furnish_master(master: SlideMaster) -> None:
    """Copy bar, rule, footer and slide number onto the master: it has no way to add shapes."""
    scratch = Presentation()
    donor = scratch.slides.add_slide(scratch.slide_layouts[6])
    foot = Inches(7.02)
    fill(donor.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Inches(0.22), HEIGHT), TEAL)
    fill(donor.shapes.add_shape(MSO_SHAPE.RECTANGLE, MARGIN, Inches(6.98), INNER, Emu(9525)), LINE)
    write(
        donor.shapes, (f"{VENDOR} · Clerkwell 3.2",), (MARGIN, foot, Inches(8), Inches(0.3)), SMALL
    )
    number = write(
        donor.shapes, ("",), (MARGIN + INNER - Inches(1), foot, Inches(1), Inches(0.3)), SMALL
    )
    paragraph = number.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    paragraph._p.append(etree.fromstring(_NUMBER_FIELD))
    for number, shape in enumerate(donor.shapes, start=101):
        copied = copy.deepcopy(shape._element)
        copied.nvSpPr.cNvPr.set("id", str(number))
        master.shapes._spTree.append(copied)


def fill(shape: Shape, colour: RGBColor) -> None:
    """Give a shape one flat colour, no outline and no effect from the theme."""
    for effect in shape._element.xpath("p:style/a:effectRef"):
        effect.set("idx", "0")
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour
    shape.line.fill.background()
    shape.shadow.inherit = False


def write(shapes: Shapes, lines: Iterable[str], box: Box, letters: Letters) -> Shape:
    """Add a text box; each line becomes a paragraph."""
    shape = shapes.add_textbox(*box)
    set_lines(shape, lines, letters)
    return shape


def set_lines(shape: Shape, lines: Iterable[str], letters: Letters) -> None:
    """Replace the text of a shape, a paragraph a line, in one kind of letters."""
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = letters.anchor
    frame.margin_left = frame.margin_right = letters.pad
    for index, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.alignment = letters.align
        paragraph.space_after = Pt(letters.after)
        if line:
            run = paragraph.add_run()
            run.text = line
            run.font.size = Pt(letters.size)
            run.font.bold = letters.bold
            run.font.italic = letters.italic
            run.font.color.rgb = letters.colour


def card(shapes: Shapes, lines: tuple[str, str], box: Box, heading: Letters, body: Letters) -> None:
    """Draw a pale card with an amber edge: a heading and the text below it in one shape."""
    left, top, width, _ = box
    face = shapes.add_shape(MSO_SHAPE.RECTANGLE, *box)
    fill(face, PALE)
    set_lines(face, lines[:1], heading)
    frame = face.text_frame
    frame.margin_top = Inches(0.3)
    paragraph = frame.add_paragraph()
    run = paragraph.add_run()
    run.text = lines[1]
    run.font.size = Pt(body.size)
    run.font.color.rgb = body.colour
    paragraph.alignment = body.align
    fill(shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, width, Inches(0.07)), AMBER)
