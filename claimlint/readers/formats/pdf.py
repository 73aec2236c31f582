"""PDF: characters from pdfium, layout by geometry, pdfplumber for tables and as second reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimlint.errors import UnreadableFile
from claimlint.readers.contract import Item, PageDone, Source
from claimlint.readers.pdf.layout import passages_of
from claimlint.readers.pdf.pdfium import glyphs_of, sheet_of
from claimlint.readers.pdf.words import words_of

FORMAT = "pdf"
SUFFIXES = (".pdf",)
IN_PROCESS = False


def read(source: Source) -> Iterator[Item]:
    """Yield what a PDF says, page by page, in reading order.

    Pages count from 1; boxes are points from the top left corner of the displayed page.

    Raises:
        UnreadableFile: encrypted with a password, without pages, or damaged beyond both readers.

    Source: ISO 32000-1.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"{source.path}: not a readable PDF ({error})") from error
    total = len(pdf)
    for number in range(1, total + 1):
        yield from _page(pdf, number)
        yield PageDone(number, total)


def _page(pdf, number) -> Iterator[Item]:
    page = pdf[number - 1]
    textpage = page.get_textpage()
    sheet = sheet_of(page, number, None)
    words = tuple(words_of(glyphs_of(textpage), sheet))
    textpage.close()
    page.close()
    for index, passage in enumerate(passages_of(words, sheet), start=1):
        yield replace(passage, location=replace(passage.location, order=(number, index)))
