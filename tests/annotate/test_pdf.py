"""PDF highlights: on the words, whichever way the page is turned, behind the original's bytes."""

from __future__ import annotations

import io

import pypdf
import pypdfium2
import pytest

from claimlint.annotate import pdf as annotate_pdf
from claimlint.annotate.package import NotAnnotated
from tests.annotate.notes import TODAY, remarks_on
from tests.build.pdf import lines, one_page, pdf

TURNS = (0, 90, 180, 270)
SENTENCE = "Our agents close tickets without human intervention."


@pytest.fixture(scope="module", params=TURNS)
def turned(request, tmp_path_factory):
    def draw(canvas):
        canvas.setPageRotation(request.param)
        canvas.setCropBox((20, 30, 380, 390))
        lines(SENTENCE, top=330)(canvas)

    path = tmp_path_factory.mktemp("pdf") / "page.pdf"
    path.write_bytes(pdf(draw))
    return path


def annotations(data: bytes) -> list[dict]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    return [a.get_object() for page in reader.pages for a in page.get("/Annots", ())]


def test_the_highlight_lies_on_the_words(turned):
    remarks = remarks_on(turned)
    assert {remark.label for remark in remarks} == {"page 1"}
    made = annotate_pdf.annotated(turned.read_bytes(), remarks, TODAY)
    marks = [a for a in annotations(made) if a["/Subtype"] == "/Highlight"]
    assert len(marks) == len(remarks) > 0
    with pypdfium2.PdfDocument(made) as file:
        text = file[0].get_textpage()
        for mark, remark in zip(marks, remarks, strict=True):
            left, bottom, right, top = (float(edge) for edge in mark["/Rect"])
            held = text.get_text_bounded(left, bottom, right, top)
            assert remark.words in held.replace("\r\n", " ")
            assert len(held.strip()) <= len(remark.words) + 1


def test_the_original_is_the_beginning_of_the_new_file(turned):
    data = turned.read_bytes()
    made = annotate_pdf.annotated(data, remarks_on(turned), TODAY)
    assert made.startswith(data)
    assert made == annotate_pdf.annotated(data, remarks_on(turned), TODAY)


def test_each_highlight_has_a_note_that_pops_up_and_the_day_of_the_call(tmp_path):
    path = tmp_path / "two.pdf"
    path.write_bytes(pdf(lines("It never sleeps."), lines("It works without human oversight.")))
    remarks = remarks_on(path)
    found = annotations(annotate_pdf.annotated(path.read_bytes(), remarks, TODAY))
    marks = [a for a in found if a["/Subtype"] == "/Highlight"]
    assert [mark["/Contents"].partition("\n")[0] for mark in marks] == [r.title for r in remarks]
    assert {mark["/M"] for mark in marks} == {"D:20261123000000Z"}
    assert all(mark["/Popup"].get_object()["/Subtype"] == "/Popup" for mark in marks)
    assert all("/N" in mark["/AP"] for mark in marks)


def test_an_encrypted_file_is_told():
    with pytest.raises(NotAnnotated, match=r"encrypted|structure"):
        annotate_pdf.annotated(pdf(lines("text"), password="secret"), (), TODAY)


def test_a_file_without_its_table_is_repaired_first(tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(one_page(b"BT /F1 12 Tf 60 500 Td (It works without human oversight.) Tj ET"))
    remarks = remarks_on(path)
    made = annotate_pdf.annotated(path.read_bytes(), remarks, TODAY)
    assert len([a for a in annotations(made) if a["/Subtype"] == "/Highlight"]) == len(remarks) > 0
    assert made == annotate_pdf.annotated(path.read_bytes(), remarks, TODAY)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", b"\x00" * 2000])
def test_a_damaged_file_is_told(data, tmp_path):
    path = tmp_path / "two.pdf"
    path.write_bytes(pdf(lines("It never sleeps.")))
    with pytest.raises(NotAnnotated):
        annotate_pdf.annotated(data, remarks_on(path), TODAY)
