"""What the PDF reader says of plain pages: text, order, places."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.document import Part
from claimlint.readers.interface import PageDone
from tests.build.pdf import cropped, lines, one_page, pdf, stream, titled, together, turned
from tests.readers import places

items = partial(places.items, "pdf")
passages = partial(places.passages, "pdf")
texts = partial(places.texts, "pdf")


def test_a_wrapped_paragraph_is_one_passage_with_its_line_breaks():
    data = pdf(lines("Our agent answers every question that a", "customer has, day and night."))
    assert texts(data) == ["Our agent answers every question that a\ncustomer has, day and night."]


def test_a_short_line_with_a_full_stop_ends_a_paragraph():
    data = pdf(
        lines(
            "Our agent answers every question that a customer has, all day.",
            "It sleeps.",
            "A second paragraph says what people do with the answers they get.",
        )
    )
    assert len(texts(data)) == 2


def test_every_page_is_told_when_it_is_done():
    done = [item for item in items(pdf(lines("One."), lines("Two."))) if isinstance(item, PageDone)]
    assert done == [PageDone(1, 2), PageDone(2, 2)]


def test_passages_sort_by_page_and_place():
    orders = [p.location.order for p in passages(pdf(lines("One."), lines("Two.")))]
    assert orders == [(1, 1), (2, 1)]


def test_words_are_located_by_their_boxes_from_the_top_left_corner():
    (passage,) = passages(pdf(lines("It never sleeps.", top=60)))
    start = passage.text.index("never")
    place = passage.locate(start, start + len("never"))
    left, top, right, bottom = place.bbox or (0, 0, 0, 0)
    assert place.label == "page 1"
    assert 45 < left < right < 80
    assert 50 < top < 60 < bottom < 65


def test_words_on_two_lines_have_a_box_for_each_line():
    (passage,) = passages(pdf(lines("The agent works without any human", "intervention at all.")))
    start = passage.text.index("human")
    place = passage.locate(start, passage.text.index(" at all"))
    assert len(place.boxes) == 2


def test_hyphens_at_line_ends_are_kept():
    (text,) = texts(pdf(lines("It handles complex multi-step work-", "flows on its own.")))
    assert text == "It handles complex multi-step work-\nflows on its own."


def test_a_line_may_open_with_a_figure():
    (text,) = texts(pdf(lines("In our own tests the agent has a rate of", "99.2 percent.")))
    assert "\n99.2 percent" in text


def test_ligatures_do_not_hide_a_word():
    glyphs = b"BT /F1 10 Tf 40 540 Td (an ef\\256cient work\\257ow) Tj ET"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[174/fi/fl]>>>>"
    data = one_page(glyphs).replace(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", font)
    (text,) = texts(data)
    assert text.replace("ﬁ", "fi").replace("ﬂ", "fl") == "an efficient workflow"


def test_ligatures_whose_bytes_a_program_swapped_are_read():
    names = b"<01> <66006900> <02> <66006C00> <03> <6600CF00> <04> <66006600> <05> <4E00>"
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
        b"endcodespacerange 5 beginbfchar %s endbfchar endcmap end" % names
    )
    glyphs = b"BT /F1 10 Tf 40 540 Td (\\001rst work\\002ow, e\\003cient sta\\004, \\005) Tj ET"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    data = one_page(glyphs, b"", stream(table))
    data = data.replace(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", font)
    assert texts(data) == ["first workflow, efficient staff, \u4e00"]


def test_letter_spaced_headlines_keep_their_letters_and_words():
    assert texts(pdf(lines("T H E   P R O B L E M"))) == ["T H E  P R O B L E M"]


def test_tracked_letters_without_spaces_in_the_file_are_one_word():
    assert texts(one_page(b"BT /F1 10 Tf 3 Tc 40 540 Td (AUTONOMOUS) Tj ET")) == ["AUTONOMOUS"]


def test_words_set_apart_without_a_space_in_the_file_are_two():
    data = one_page(b"BT /F1 10 Tf 40 540 Td [(never)-300(sleeps)] TJ ET")
    assert texts(data) == ["never sleeps"]


def test_letters_painted_twice_are_read_once():
    line = b"BT /F1 10 Tf 40 540 Td (It works alone.) Tj ET "
    assert texts(one_page(line + line.replace(b"40 540", b"40.3 540"))) == ["It works alone."]


@pytest.mark.parametrize("degrees", [90, 180, 270, 45])
def test_turned_text_is_read_in_its_own_direction(degrees):
    data = pdf(together(lines("Upright."), turned("It turns by itself.", degrees)))
    assert texts(data) == ["Upright.", "It turns by itself."]


def test_a_turned_page_is_read_as_it_is_displayed():
    content = (
        b"BT /F1 10 Tf 0 1 -1 0 60 40 Tm (A turned page that is shown) Tj "
        b"0 1 -1 0 72 40 Tm (upright in two lines.) Tj ET"
    )
    (passage,) = passages(one_page(content, b"/Rotate 90"))
    assert passage.text == "A turned page that is shown\nupright in two lines."
    left, top, _, _ = passage.location.bbox or (0, 0, 0, 0)
    assert (round(left), round(top)) == (40, 52)
    assert passage.location.anchor == "p1/90@0,0,400,600"


def test_boxes_count_from_the_corner_of_the_crop_box():
    (passage,) = passages(pdf(cropped((30, 100, 380, 560), lines("Inside.", x=40, top=60))))
    left, top, _, bottom = passage.location.bbox or (0, 0, 0, 0)
    assert round(left) == 10
    assert top < 20 < bottom
    assert passage.location.anchor == "p1@30,100,380,560"


def test_the_printed_page_number_is_told_where_the_file_names_one():
    labels = b"/PageLabels<</Nums[0<</S/r/St 4>>]>>"
    content = b"BT /F1 10 Tf 40 540 Td (Hello there.) Tj ET"
    (passage,) = passages(one_page(content, catalog=labels))
    assert passage.location.label == "page 1 (printed iv)"


def test_title_and_subject_of_the_file_are_read_first():
    first, second, _ = passages(pdf(titled("AI that never fails", "Sales", lines("Text."))))
    assert (first.text, first.location.label) == ("AI that never fails", "document title")
    assert (second.text, second.location.part) == ("Sales", Part.METADATA)


def test_reading_twice_gives_the_same():
    data = pdf(together(lines("One and two."), turned("Three.", 90)))
    assert items(data) == items(data)


WORDS = st.lists(st.text("abcdefgXYZ0123456789%.,", min_size=1, max_size=9), min_size=1, max_size=9)


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_every_word_is_found_at_its_place(rows):
    data = pdf(lines(*(" ".join(row) for row in rows), top=120, lead=1.4))
    found = passages(data)
    for passage in found:
        for piece in passage.pieces:
            word = passage.text[piece.start : piece.end]
            assert word
            assert not word.isspace()
            assert passage.locate(piece.start, piece.end).bbox == piece.box
    assert sorted("".join(w for row in rows for w in row)) == sorted(
        "".join(c for p in found for c in p.text if not c.isspace())
    )


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_are_where_the_page_is_painted(turn):
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    content = b"BT /F1 10 Tf 40 540 Td (Hello.) Tj ET"
    data = one_page(content, b"/Rotate %d/CropBox[10 30 390 590]" % turn)
    (passage,) = passages(data)
    page = pypdfium2.PdfDocument(data)[0]
    width, height = (round(side) for side in page.get_size())
    corners = []
    for x, y in ((40.0, 537.8), (65.6, 547.8)):
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
        corners.append((across.value, down.value))
    box = passage.location.bbox or (0, 0, 0, 0)
    assert sorted((box[0], box[2])) == pytest.approx(sorted(x for x, _ in corners), abs=1.5)
    assert sorted((box[1], box[3])) == pytest.approx(sorted(y for _, y in corners), abs=1.5)
