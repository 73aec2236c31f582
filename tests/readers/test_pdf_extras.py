"""Comments, forms, attachments, pictures read by Tesseract: what stands beside the print."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from claimlint.document import Part, Passage, Problem, ProblemCode
from claimlint.readers.interface import Item, Source
from claimlint.readers.pdf import file as reader
from tests.build.pdf import (
    comment,
    filled_form,
    lines,
    one_page,
    pdf,
    picture,
    together,
    with_attachment,
)


def items(data: bytes, *, ocr: bool = False) -> list[Item]:
    return list(reader.read(Source(path="deck.pdf", data=data, ocr=ocr)))


def passages(data: bytes) -> list[Passage]:
    return [item for item in items(data) if isinstance(item, Passage)]


def test_a_comment_is_read_with_its_place():
    _, note = passages(pdf(comment("Is this true?", lines("It works alone."))))
    assert (note.text, note.location.part) == ("Is this true?", Part.ANNOTATION)
    assert note.location.label == "page 1, comment"
    assert note.location.bbox == (50, 80, 70, 100)


def test_free_text_on_the_page_is_read_and_links_are_not():
    keys = (
        b"/Annots[<</Type/Annot/Subtype/FreeText/Rect[10 10 90 30]/Contents(Added by hand)>>"
        b"<</Type/Annot/Subtype/Link/Rect[10 10 90 30]/Contents(A link)>>]"
    )
    found = passages(one_page(b"BT /F1 10 Tf 40 540 Td (Text.) Tj ET", keys))
    assert [p.text for p in found] == ["Text.", "Added by hand"]


def test_a_hidden_comment_is_marked():
    keys = b"/Annots[<</Type/Annot/Subtype/Text/F 2/Rect[10 10 90 30]/Contents(Not shown)>>]"
    (note,) = passages(one_page(b"", keys))
    assert note.location.hidden == "hidden comment"


def test_the_value_of_a_form_field_is_read():
    _, value = passages(pdf(filled_form("Company", "Acme Robotics", lines("Order form."))))
    assert (value.text, value.location.part) == ("Acme Robotics", Part.FORM)
    assert value.location.label == "page 1, form field “Company”"


def test_an_attached_file_is_read_by_its_own_reader():
    data = with_attachment("notes.txt", b"Works without human intervention.")
    _, inner = passages(data)
    assert inner.text == "Works without human intervention."
    assert inner.location.label.startswith("attachment notes.txt")
    assert inner.location.member == "notes.txt"


def test_an_attached_pdf_inside_an_attached_pdf_is_read():
    inmost = one_page(b"BT /F1 10 Tf 40 540 Td (Inmost.) Tj ET")
    data = with_attachment("a.pdf", with_attachment("b.pdf", inmost, "Middle."), "Outer.")
    assert [p.text for p in passages(data)] == ["Outer.", "Middle.", "Inmost."]


def test_an_attachment_that_cannot_be_read_is_told():
    told = [i for i in items(with_attachment("tool.exe", b"MZ\0\0")) if isinstance(i, Problem)]
    assert [problem.code for problem in told] == [ProblemCode.UNSUPPORTED_PART]


TABLE = "\n".join(
    (
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
        "1\t1\t0\t0\t0\t0\t0\t0\t1111\t1667\t-1\t",
        "5\t1\t1\t1\t1\t1\t100\t200\t80\t30\t96.1\tNever",
        "5\t1\t1\t1\t1\t2\t200\t200\t100\t30\t95.0\tsleeps",
        "5\t1\t1\t1\t1\t3\t320\t200\t100\t30\t5.0\tnoise",
    )
)


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name == "nt":
        pytest.skip("the stand-in for Tesseract is a script")
    script = tmp_path / "tesseract"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nassert sys.stdin.buffer.read(4) == b'\\x89PNG'\n"
        f"sys.stdout.write({TABLE!r})\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("tesseract")
def test_a_picture_is_read_by_tesseract_where_that_is_asked_for():
    told, passage, _ = items(pdf(picture()), ocr=True)
    assert isinstance(told, Problem)
    assert isinstance(passage, Passage)
    assert told.code is ProblemCode.OCR
    assert (passage.text, passage.location.part) == ("Never sleeps", Part.OCR)
    left, top, _, _ = passage.location.bbox or (0, 0, 0, 0)
    assert (round(left), round(top)) == (36, 72)


@pytest.mark.usefixtures("tesseract")
def test_a_foot_printed_on_a_picture_is_read_beside_what_tesseract_sees():
    page = together(picture(), lines("Acme 2026", top=590))
    found = [item for item in items(pdf(page), ocr=True) if isinstance(item, Passage)]
    assert {p.text: p.location.part for p in found} == {
        "Never sleeps": Part.OCR,
        "Acme 2026": Part.BODY,
    }


@pytest.mark.usefixtures("tesseract")
def test_no_picture_is_read_unasked():
    (told, _) = items(pdf(picture()))
    assert isinstance(told, Problem)
    assert told.code is ProblemCode.IMAGE_ONLY_PAGE


def test_absent_tesseract_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    (told, _) = items(pdf(picture()), ocr=True)
    assert isinstance(told, Problem)
    assert told.code is ProblemCode.IMAGE_ONLY_PAGE
    assert "not installed" in told.message


def test_the_alternative_text_of_a_picture_is_read():
    content = b"/Figure <</MCID 0>> BDC BT /F1 10 Tf 40 540 Td (Chart) Tj ET EMC"
    data = one_page(
        content,
        b"/StructParents 0",
        b"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[7 0 R]]>>>>",
        b"<</Type/StructElem/S/Figure/P 6 0 R/Pg 3 0 R/K 0/Alt(A curve that rises)>>",
        catalog=b"/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R",
    )
    _, figure = passages(data)
    assert (figure.text, figure.location.part) == ("A curve that rises", Part.ALT_TEXT)


def test_comments_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("claimlint.readers.pdf.besides.extras.NOTES", 2)
    note = b"<</Type/Annot/Subtype/Text/Rect[10 10 90 30]/Contents(note)>>"
    told, *_ = items(one_page(b"", b"/Annots[" + note * 5 + b"]"))
    assert isinstance(told, Problem)
    assert told.code is ProblemCode.TOO_MANY_PARTS
    assert told.message.startswith("3 comments")
