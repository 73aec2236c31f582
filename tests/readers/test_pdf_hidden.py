"""What a person would not see: kept, and marked with the reason."""

from __future__ import annotations

import pytest

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.readers.interface import Item, Source
from claimlint.readers.pdf import file as reader
from tests.build.pdf import (
    WHITE,
    box,
    cropped,
    curves,
    invisible,
    lines,
    one_page,
    pdf,
    picture,
    together,
)


def items(data: bytes) -> list[Item]:
    return list(reader.read(Source(path="deck.pdf", data=data)))


def hidden(data: bytes) -> dict[str, str | None]:
    return {i.text: i.location.hidden for i in items(data) if isinstance(i, Passage)}


def problems(data: bytes) -> list[ProblemCode]:
    return [i.code for i in items(data) if isinstance(i, Problem)]


SECRET = "It may be wrong."


@pytest.mark.parametrize(
    ("drawing", "reason"),
    [
        (lines(SECRET, colour=WHITE, top=100), "white on white"),
        (lines(SECRET, colour=(0.98, 0.98, 0.98), top=100), "white on white"),
        (lines(SECRET, size=1, top=100), "tiny text"),
        (lines(SECRET, x=-200, top=100), "off the page"),
        (invisible(SECRET, top=100), "invisible text"),
        (together(lines(SECRET, top=100), box(30, 80, 200, 30)), "covered by a shape"),
        (
            together(box(30, 80, 200, 30), lines(SECRET, top=100)),
            "same colour as its background",
        ),
    ],
)
def test_text_that_nobody_sees_is_kept_and_marked(drawing, reason):
    found = hidden(pdf(together(lines("It is always right.", top=200), drawing)))
    assert found == {"It is always right.": None, SECRET: reason}


def test_white_text_on_a_dark_ground_is_seen():
    page = together(box(30, 80, 200, 30), lines("It never fails.", colour=WHITE, top=100))
    assert hidden(pdf(page)) == {"It never fails.": None}


def test_white_text_on_a_picture_is_seen():
    page = together(picture(), lines("It never fails.", colour=WHITE, top=100))
    assert hidden(pdf(page)) == {"It never fails.": None}


def test_text_outside_the_crop_box_is_off_the_page():
    page = cropped((0, 300, 400, 600), together(lines("Seen."), lines(SECRET, top=500)))
    assert hidden(pdf(page)) == {"Seen.": None, SECRET: "off the page"}


def test_transparent_text_is_marked():
    state = b"<</ExtGState<</G1<</ca 0>>>>/Font<</F1 5 0 R>>>>"
    data = one_page(b"/G1 gs BT /F1 10 Tf 40 540 Td (It may be wrong.) Tj ET").replace(
        b"<</Font<</F1 5 0 R>>>>", state
    )
    assert hidden(data) == {SECRET: "transparent text"}


def test_the_text_of_a_scanned_page_is_read_and_told_as_recognised():
    data = pdf(together(picture(), invisible("Scanned words say this.", top=100)))
    assert hidden(data) == {"Scanned words say this.": None}
    assert problems(data) == [ProblemCode.OCR]


def test_a_page_that_is_only_a_picture_is_a_problem_with_its_place():
    (told, _) = (i for i in items(pdf(picture())))
    assert isinstance(told, Problem)
    assert told.code is ProblemCode.IMAGE_ONLY_PAGE
    assert told.location is not None
    assert (told.location.label, told.location.page) == ("page 1", 1)


def test_a_small_picture_beside_text_is_no_problem():
    page = together(picture(width=100, height=100), lines("Text beside it.", top=300))
    assert problems(pdf(page)) == []


def test_letters_drawn_as_curves_are_a_problem():
    assert problems(pdf(curves(100))) == [ProblemCode.DRAWN_LETTERS]


def test_a_file_of_empty_pages_is_told():
    assert problems(pdf(lines(), lines())) == [ProblemCode.NO_TEXT]


GARBLED = b"BT /F1 10 Tf 40 540 Td <0001000200030004000500060007000800090010> Tj ET"
UNMAPPED = (
    b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts["
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)"
    b"/Ordering(Identity)/Supplement 0>>/DW 600>>]>>"
)


def test_text_without_a_mapping_to_characters_is_left_out_and_told():
    data = one_page(GARBLED).replace(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", UNMAPPED)
    assert hidden(data) == {}
    assert problems(data) == [ProblemCode.GARBLED_TEXT]


GRADIENT = (
    b"<</Type/Pattern/PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceRGB"
    b"/Coords[0 0 400 0]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[.1 0 .2]/C1[.4 0 .8]>>>>>>"
)


def on_a_gradient(content: bytes) -> dict[str, str | None]:
    return hidden(one_page(content, b"", GRADIENT).replace(FONTS, MORE))


FONTS = b"/Resources<</Font<</F1 5 0 R>>"
MORE = FONTS + b"/Pattern<</P1 6 0 R>>/ExtGState<</G1<</ca 0>>/G2<</ca 1>>>>"


def test_white_text_on_a_gradient_is_seen():
    area = b"/Pattern cs /P1 scn 30 500 300 80 re f "
    text = b"1 1 1 rg BT /F1 10 Tf 40 540 Td (It never fails.) Tj ET"
    assert on_a_gradient(area + text) == {"It never fails.": None}
    card = b" 1 1 1 rg 30 300 300 80 re f BT /F1 10 Tf 40 340 Td (It may be wrong.) Tj ET"
    assert on_a_gradient(area + text + card)[SECRET] == "white on white"


def test_transparent_text_over_painted_letters_is_seen():
    painted = b"BT /F1 20 Tf 7 Tr 40 540 Td (Never fails) Tj ET /Pattern cs /P1 scn "
    cut_out = b"q " + painted + b"30 530 300 30 re f Q "
    clear = b"q /G1 gs BT /F1 20 Tf 40 540 Td (Never fails) Tj ET Q "
    secret = b"q /G1 gs BT /F1 10 Tf 40 440 Td (It may be wrong.) Tj ET Q"
    assert on_a_gradient(clear + cut_out + secret) == {
        "Never fails": None,
        SECRET: "transparent text",
    }


def test_text_on_a_layer_that_is_switched_off_is_marked():
    content = (
        b"BT /F1 10 Tf 40 540 Td (It never fails.) Tj ET "
        b"/OC /L1 BDC BT /F1 10 Tf 40 500 Td (It may be wrong.) Tj ET EMC "
        b"/OC /L2 BDC BT /F1 10 Tf 40 460 Td (It is tested.) Tj ET EMC"
    )
    fonts = b"<</Font<</F1 5 0 R>>"
    data = one_page(
        content,
        b"",
        b"<</Type/OCG/Name(Draft)>>",
        b"<</Type/OCG/Name(Print)>>",
        catalog=b"/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]>>>>",
    ).replace(fonts, fonts + b"/Properties<</L1 6 0 R/L2 7 0 R>>")
    assert hidden(data) == {
        "It never fails.": None,
        "It may be wrong.": "hidden layer",
        "It is tested.": None,
    }


def test_text_beside_a_shape_of_its_colour_is_seen():
    corner = b"0 0 0 rg 0 0 m 400 0 l 0 600 l f "
    data = one_page(corner + b"BT /F1 10 Tf 250 540 Td (It never fails.) Tj ET")
    assert hidden(data) == {"It never fails.": None}


def test_a_black_bar_with_an_outline_covers_what_stands_below_it():
    bar = b"0 0 0 rg 0 0 0 RG 30 530 200 20 re B"
    data = one_page(b"BT /F1 10 Tf 40 536 Td (It may be wrong.) Tj ET " + bar)
    assert hidden(data) == {SECRET: "covered by a shape"}


def test_a_shape_that_only_touches_a_word_hides_nothing():
    page = together(lines("Autonomous"), box(60, 40, 5, 40))
    assert hidden(pdf(page)) == {"Autonomous": None}


def test_letters_that_make_no_words_are_told():
    shifted = str.maketrans("abcdefghijklmnopqrstuvwxyz ", "defghijklmnopqrstuvwxyzabc ")
    text = "the agent answers every question that customers send without delay and never tires "
    told = problems(pdf(lines(*[text.translate(shifted)] * 8, size=8)))
    assert told == [ProblemCode.GARBLED_TEXT]
