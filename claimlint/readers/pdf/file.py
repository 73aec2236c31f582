"""One PDF file from its first page to its last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from claimlint.errors import UnreadableFile
from claimlint.readers.contract import Item, PageDone, Source
from claimlint.readers.pdf.drawing import drawing_of
from claimlint.readers.pdf.layout import Layout
from claimlint.readers.pdf.leaf import Leaf, leaf_of
from claimlint.readers.pdf.pdfium import glyphs_of, sheet_of
from claimlint.readers.pdf.roles import Ranks
from claimlint.readers.pdf.window import framed
from claimlint.readers.pdf.words import words_of


def items_of(source: Source) -> Iterator[Item]:
    """Yield the passages, problems and pages of a PDF file in reading order."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"{source.path}: not a readable PDF ({error})") from error
    total = len(pdf)
    layout = Layout(Ranks())
    for page in framed(_leaves(pdf, total)):
        number = page.leaf.sheet.number
        yield from page.leaf.problems
        for index, passage in enumerate(layout.passages(page.leaf, page.body, page.neighbours), 1):
            yield replace(passage, location=replace(passage.location, order=(number, index)))
        yield PageDone(number, total)


def _leaves(pdf: Any, total: int) -> Iterator[Leaf]:
    for number in range(1, total + 1):
        page = pdf[number - 1]
        textpage = page.get_textpage()
        sheet = sheet_of(page, number, None)
        drawing = drawing_of(page, sheet)
        words = tuple(words_of(glyphs_of(textpage), sheet))
        textpage.close()
        page.close()
        yield leaf_of(words, sheet, drawing)
