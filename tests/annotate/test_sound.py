"""Office opens what claimlint writes without repair: parts, relations, order of elements."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from pptx import Presentation
from pptx.util import Inches

from claimlint.annotate import docx, pptx
from tests.annotate.notes import TODAY, remarks_on
from tests.build.office import package
from tests.build.sound import faults

CLAIM = "Our agents close tickets without human intervention."
STRICT = (
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
     b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
     b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
)  # fmt: skip
PICTURE = (
    b'<a:blipFill xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    b'<a:blip r:embed="rId9"/><a:stretch/></a:blipFill>'
)
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/image" Target="../media/ground.png"/></Relationships>'
)


def contract() -> bytes:
    """Return a Word document as python-docx makes it, with a comment of somebody else."""
    paper = Document()
    paper.add_heading("Agents", 1)
    run = paper.add_paragraph().add_run(CLAIM)
    paper.add_comment(run, text="Really?", author="Ann")
    cell = paper.add_table(1, 2).rows[0].cells[1]
    cell.text = "The bot never sleeps and works 24/7."
    paper.sections[0].header.paragraphs[0].text = "It replaces your whole support team."
    paper.add_paragraph("It works without human oversight.", style="List Bullet")
    return saved(paper)


def slides(*, noted: bool = False) -> bytes:
    """Return a deck as python-pptx makes it; `noted` gives its first slide notes without a box."""
    paper = Presentation()
    for text in (CLAIM, "It never sleeps."):
        page = paper.slides.add_slide(paper.slide_layouts[6])
        page.shapes.add_textbox(0, 0, Inches(4), Inches(1)).text_frame.text = text
    if noted:
        notes = paper.slides[0].notes_slide
        body = notes.notes_placeholder._element
        others = body.getparent()
        others.remove(body)
        for shape in others.iter("{*}cNvPr"):
            if shape.get("id") != "1":
                shape.set("id", str(int(shape.get("id")) + 1))
    return saved(paper)


def saved(paper) -> bytes:
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def changed(data: bytes, change) -> bytes:
    """Return a package with each part as `change` makes it of name and bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return package({name: change(name, archive.read(name)) for name in archive.namelist()})


def strict(data: bytes) -> bytes:
    def told(_: str, content: bytes) -> bytes:
        for old, new in STRICT:
            content = content.replace(old, new)
        return content

    return changed(data, told)


def pictured(data: bytes) -> bytes:
    """Return a deck whose theme fills a background with a picture."""
    theme = "ppt/theme/theme1.xml"

    def told(name: str, content: bytes) -> bytes:
        if name == "[Content_Types].xml":
            return content.replace(
                b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1
            )
        filled = content.replace(b"</a:bgFillStyleLst>", PICTURE + b"</a:bgFillStyleLst>")
        return filled if name == theme else content

    with zipfile.ZipFile(io.BytesIO(changed(data, told))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return package(
        {**parts, "ppt/theme/_rels/theme1.xml.rels": RELATION, "ppt/media/ground.png": b"png"}
    )


CASES = {
    "contract.docx": contract,
    "strict.docx": lambda: strict(contract()),
    "plain.pptx": slides,
    "noted.pptx": lambda: slides(noted=True),
    "pictured.pptx": lambda: pictured(slides()),
}


@pytest.mark.parametrize("name", CASES)
def test_an_annotated_file_is_as_sound_as_its_original(tmp_path, name):
    original, path = CASES[name](), tmp_path / name
    path.write_bytes(original)
    assert faults(original) == []
    remarks = remarks_on(path)
    assert remarks
    write = docx.annotated if name.endswith("docx") else pptx.annotated
    made = write(original, remarks, TODAY)
    assert faults(made) == []
    assert faults(write(made, remarks, TODAY)) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        ("[Content_Types].xml", b"/word/styles.xml", b"/word/gone.xml", "gone.xml: typed"),
        ("word/_rels/document.xml.rels", b'"styles.xml"', b'"gone.xml"', "is not there"),
        ("word/document.xml", b"</w:body>", b'<a r:id="x1"/></w:body>', "x1, which is no relation"),
        ("word/document.xml", b"<w:commentReference ", b"<w:gone ", "has no reference"),
        ("word/document.xml", b"<w:pPr>", b'<w:pPr><w:jc w:val="left"/>', "stand in another order"),
    ],
)  # fmt: skip
def test_a_file_that_word_would_repair_is_found_out(part, old, new, told):
    broken = changed(
        contract(), lambda name, content: content.replace(old, new) if name == part else content
    )
    assert any(told in fault for fault in faults(broken)), faults(broken)
