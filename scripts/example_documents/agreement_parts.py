"""Parts of a Word file that python-docx cannot make: clause numbering, footnotes, page fields."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

NUMBERING = 90
_LEVELS = (
    ("decimal", "%1", "Heading 1", 0, 567),
    ("decimal", "%1.%2", "Clause", 0, 567),
    ("lowerLetter", "(%3)", "Clause Point", 567, 567),
)
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def define_clause_numbering(document: Document) -> None:
    """Define the list 1, 1.1, (a) and bind a paragraph style to each of its levels."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{document.styles[style].style_id}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{left + hanging}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for level, (form, text, style, left, hanging) in enumerate(_LEVELS)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, abstract)
    link = f'<w:abstractNumId w:val="{NUMBERING}"/>'
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUMBERING}">{link}</w:num>'))
    for level, (_, _, style, _, _) in enumerate(_LEVELS):
        properties = document.styles[style].element.get_or_add_pPr()
        number = properties.get_or_add_numPr()
        number.get_or_add_ilvl().val = level
        number.get_or_add_numId().val = NUMBERING


def add_footnotes(document: Document, texts: dict[int, str]) -> None:
    """Add the part that holds the footnotes; ids start at 2, after the two separators."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{key}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for key, kind in enumerate(("separator", "continuationSeparator"))
    )
    notes = "".join(_footnote(key, text) for key, text in texts.items())
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:footnotes {nsdecls('w')}>{separators}{notes}</w:footnotes>"
    )
    part = Part(
        PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, xml.encode(), document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _footnote(key: int, text: str) -> str:
    return (
        f'<w:footnote w:id="{key}"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:rPr>'
        '<w:sz w:val="16"/><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:rPr><w:sz w:val="16"/></w:rPr>'
        f'<w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
    )


def refer_to_footnote(paragraph: Paragraph, key: int) -> None:
    """Put the mark of a footnote at the end of a paragraph."""
    run = paragraph.add_run()
    run.font.superscript = True
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(key))
    run._r.append(reference)


def add_field(paragraph: Paragraph, code: str, shown: str) -> Run:
    """Add a field such as PAGE and return its run, which shows a value until Word counts again."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run(shown)
    field.append(run._r)
    paragraph._p.append(field)
    return run
