"""Words of plain lines are the same whether pdfium tells them by their ends or letter by letter."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from claimlint.datafiles import data_folder
from claimlint.readers.pdf.engines.pdfium import Letters, glyphs_of, sheet_of
from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.words.packed import words_in
from claimlint.readers.pdf.words.plain_lines import words_on
from claimlint.readers.pdf.words.words import words_of
from tests.build.pdf import lines, pdf
from tests.readers.test_pdf_layout import passages

SENTENCE = "Our agent answers every question that a customer has."


def both(data: bytes) -> Iterator[tuple[list[Word], list[Word]]]:
    """Yield the words of each page, line by line and letter by letter."""
    file = pypdfium2.PdfDocument(data)
    for number, page in enumerate(file, start=1):
        sheet, text = sheet_of(page, number, None), page.get_textpage()
        ways = (words_in(words_on(text, sheet)), words_of(glyphs_of(Letters(text)), sheet))
        by_line, by_letter = ([_bare(word) for word in words] for words in ways)
        yield by_line, by_letter
        text.close()
        page.close()
    file.close()


def _bare(word: Word) -> Word:
    """Return the word without the address of its object, which each reading has for itself."""
    return word._replace(style=word.style._replace(item=0))


def plain(canvas: Canvas) -> None:
    canvas.drawString(40, 700, SENTENCE)
    canvas.drawString(
        40, 684, "It is caf\u00e9-like \u2022 \u201cquick\u201d \u2013 and it ends here. "
    )
    canvas.drawString(40, 668, "  an indented line follows")


def styles(canvas: Canvas) -> None:
    text = canvas.beginText(40, 700)
    for name, size, words in (
        ("Helvetica", 10, "Our "),
        ("Helvetica-Bold", 10, "bold"),
        ("Times-Roman", 14, "claim s"),
    ):
        text.setFont(name, size)
        text.textOut(words)
    text.setRise(4)
    text.textOut("12")
    canvas.drawText(text)


def spread(canvas: Canvas) -> None:
    for row, (letters, words) in enumerate(((0, 0), (2, 0), (4, 0), (0, 30), (3, 12))):
        text = canvas.beginText(40, 700 - 20 * row)
        text.setCharSpace(letters)
        text.setWordSpace(words)
        text.textOut(SENTENCE)
        canvas.drawText(text)


def side_by_side(canvas: Canvas) -> None:
    for row in range(4):
        canvas.drawString(40, 700 - 14 * row, "left column of the page")
        canvas.drawString(170 + 10 * row, 700 - 14 * row, "right of it, near")
    canvas.drawString(40, 600, "It")
    canvas.drawString(52, 600, "sleeps")
    canvas.drawString(40, 580, "Auto")
    canvas.drawString(40 + canvas.stringWidth("Auto"), 580, "matic")


def turned(canvas: Canvas) -> None:
    canvas.drawString(40, 700, "upright")
    canvas.rotate(90)
    canvas.drawString(300, -500, SENTENCE)
    canvas.rotate(-60)
    canvas.drawString(200, 100, SENTENCE)


def dotted(canvas: Canvas) -> None:
    text = canvas.beginText(40, 700)
    text.setCharSpace(2.5)
    text.textOut("Contents" + "." * 30 + "12")
    canvas.drawText(text)
    for place in range(20):
        canvas.drawString(100 + 5 * place, 600, ".")
    canvas.drawString(40, 600, "Chapter")


def at_the_corner(canvas: Canvas) -> None:
    canvas.drawString(0, 0, "Corner words")


@pytest.mark.parametrize(
    "draw", [plain, styles, spread, side_by_side, turned, dotted, at_the_corner]
)
def test_both_ways_tell_the_same_words(draw):
    ((by_line, by_letter),) = both(pdf(draw))
    assert by_line == by_letter
    assert by_line


@pytest.mark.parametrize(
    "path", sorted(data_folder("examples").glob("*.pdf")), ids=lambda p: p.name
)
def test_both_ways_tell_the_same_words_of_an_example(path):
    for by_line, by_letter in both(path.read_bytes()):
        assert by_line == by_letter


def test_a_plain_line_is_not_read_letter_by_letter(monkeypatch):
    def refuse(*_arguments):
        raise AssertionError("read letter by letter")

    monkeypatch.setattr("claimlint.readers.pdf.words.plain_lines.glyphs_of", refuse)
    ((page, _),) = both(pdf(lambda canvas: canvas.drawString(40, 700, SENTENCE)))
    assert [word.text for word in page] == SENTENCE.split()


def test_words_whose_letters_are_spaced_out_stay_apart():
    page = lines("F U L L Y   A U T O N O M O U S", "It scores A B C of D E F.")
    (found,) = passages(pdf(page))
    assert found.text == "F U L L Y  A U T O N O M O U S\nIt scores A B C of D E F."
    assert found.locate(11, 12).bbox[0] == pytest.approx(90.6, abs=0.5)
