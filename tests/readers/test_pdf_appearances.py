"""What stamps, signatures and stand-in texts draw on a page is read where it is seen."""

from __future__ import annotations

from claimlint.document import Part, Passage
from claimlint.readers.interface import Source
from claimlint.readers.pdf import file as reader
from tests.build.pdf import filled_form, lines, one_page, pdf, stream

PRINT = b"BT /F1 10 Tf 40 540 Td (Printed.) Tj ET"
STAMP = stream(
    b"BT /F1 10 Tf 2 10 Td (Signed by Alice) Tj ET",
    b"/Type/XObject/Subtype/Form/BBox[0 0 120 30]/Resources<</Font<</F1 5 0 R>>>>",
)


def passages(data: bytes) -> list[Passage]:
    found = reader.read(Source(path="deck.pdf", data=data))
    return [item for item in found if isinstance(item, Passage)]


def stamped(subtype: bytes, more: bytes = b"") -> list[Passage]:
    note = b"<</Type/Annot/Subtype/%s/Rect[100 100 220 130]/AP<</N 6 0 R>>%s>>" % (subtype, more)
    return passages(one_page(PRINT, b"/Annots[" + note + b"]", STAMP))


def test_the_text_that_a_stamp_draws_is_read_at_its_place():
    _, stamp = stamped(b"Stamp")
    assert (stamp.text, stamp.location.part) == ("Signed by Alice", Part.ANNOTATION)
    assert stamp.location.label == "page 1, drawn in a stamp or field"
    left, top, _, bottom = stamp.locate(0, 6).bbox or (0, 0, 0, 0)
    assert 100 < left < 104
    assert 470 < top < bottom < 500


def test_a_stamp_that_says_what_its_comment_says_is_read_once():
    assert [p.text for p in stamped(b"FreeText", b"/Contents(Signed by Alice!)")] == [
        "Printed.",
        "Signed by Alice!",
    ]


def test_a_hidden_stamp_and_the_sign_of_a_note_draw_nothing():
    assert [p.text for p in stamped(b"Stamp", b"/F 2")] == ["Printed."]
    assert [p.text for p in stamped(b"Text")] == ["Printed."]


def test_the_value_of_a_field_is_not_read_again_from_its_drawing():
    found = passages(pdf(filled_form("Company", "Acme Robots", lines("Text."))))
    assert [p.text for p in found] == ["Text.", "Acme Robots"]


def test_letters_that_stand_in_for_a_drawing_stand_side_by_side():
    span = b"/Span <</ActualText (It works without people)>> BDC (ABCDEFGHIJKLMNOPQRSTUVW) Tj EMC"
    (found,) = passages(one_page(b"BT /F1 10 Tf 40 540 Td " + span + b" ET"))
    assert found.text == "It works without people"
    lefts = [piece.box[0] for piece in found.pieces if piece.box is not None]
    assert lefts == sorted(set(lefts))


def test_letters_set_apart_are_words_though_each_word_ends_in_a_text_of_its_own():
    words = b"(No ) Tj (huma) Tj (n ) Tj (revie) Tj (w ) Tj (eve) Tj (r) Tj"
    (found,) = passages(one_page(b"BT /F1 12 Tf 2.1 Tc 40 540 Td " + words + b" ET"))
    assert found.text == "No human review ever"
