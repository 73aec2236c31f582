"""Words of a line that stay packed are laid out as if each had been made."""

from __future__ import annotations

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from claimlint.readers.pdf.engines.pdfium import sheet_of
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.layout.lines import lines_of, text_of
from claimlint.readers.pdf.layout.passages import text_of as text_and_pieces
from claimlint.readers.pdf.words.packed import Packed, words_in
from claimlint.readers.pdf.words.plain_lines import words_on
from tests.build.pdf import pdf

SENTENCE = "Our agent answers every question that a customer has."


def on(draw):
    """Return the words of a page as they are told, packed where they can be."""
    file = pypdfium2.PdfDocument(pdf(draw))
    page = file[0]
    text = page.get_textpage()
    found = words_on(text, sheet_of(page, 1, None))
    text.close()
    page.close()
    file.close()
    return found


def running(canvas: Canvas) -> None:
    for row in range(6):
        canvas.drawString(40, 500 - 14 * row, SENTENCE)


def spread(canvas: Canvas) -> None:
    for wide in (0, 4, 9, 30):
        text = canvas.beginText(40, 500 - 2 * wide)
        text.setWordSpace(wide)
        text.textOut(SENTENCE)
        canvas.drawText(text)


def beside(canvas: Canvas) -> None:
    for left in (40, 160):
        for row in range(4):
            canvas.drawString(left, 500 - 14 * row, "a column of the page")
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(250, 500, "and bold")


@pytest.mark.parametrize("draw", [running, spread, beside])
def test_lines_of_packed_words_are_those_of_single_ones(draw):
    told = on(draw)
    packed, single = lines_of(told), lines_of(words_in(told))
    assert any(isinstance(one, Packed) for one in told)
    assert [tuple(line.words) for line in packed] == [tuple(line.words) for line in single]
    assert [text_of(line) for line in packed] == [text_of(line) for line in single]
    assert text_and_pieces(packed) == text_and_pieces(single)
    assert [(line.x0, line.x1, line.top, line.bottom, line.base) for line in packed] == [
        (line.x0, line.x1, line.top, line.bottom, line.base) for line in single
    ]


def test_words_painted_twice_are_taken_once_whichever_of_them_come_packed():
    (row,) = on(lambda canvas: canvas.drawString(40, 500, SENTENCE))
    single = tuple(words_in((row,)))
    for told in ((row, row), (row, *single), (*single, row), (*single, *single)):
        assert [text_of(line) for line in lines_of(told)] == [SENTENCE]


def test_packed_words_read_like_a_tuple_of_words():
    (row,) = on(lambda canvas: canvas.drawString(40, 500, SENTENCE))
    words = tuple(row)
    assert [word.text for word in words] == SENTENCE.split()
    assert (row[0], row[-1], row[2]) == (words[0], words[-1], words[2])
    assert row[1:3] == words[1:3]
    assert row.characters == sum(len(word.text) for word in words)


def test_pieces_between_two_places_are_those_that_hold_some_of_what_stands_there():
    _, pieces, _ = text_and_pieces(lines_of(on(running)))
    every = tuple(pieces)
    for start, end in ((0, 1), (3, 4), (0, 9), (50, 60), (every[-1].start, every[-1].end)):
        held = tuple(piece for piece in every if piece.start < end and piece.end > start)
        assert pieces.between(start, end) == held


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_point_is_shown_where_a_box_of_no_size_is(rotation):
    sheet = Sheet(number=1, left=10, bottom=20, right=310, top=420, rotation=rotation)
    assert sheet.point(30.456, 71.2) == sheet.shown(30.456, 71.2, 30.456, 71.2)[:2]
