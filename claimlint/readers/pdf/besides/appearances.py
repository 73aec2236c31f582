"""Text that stamps, signatures and fields draw on a page and name in none of their values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pypdfium2.raw as raw
from pypdfium2 import PdfDocument, PdfPage

from claimlint.document import Part, Passage
from claimlint.readers.pdf.besides.extras import Extras
from claimlint.readers.pdf.engines.pdfium import Letters, glyphs_of
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.layout.lines import lines_of
from claimlint.readers.pdf.layout.passages import letters, text_of
from claimlint.readers.pdf.words.packed import Stretch, words_in
from claimlint.readers.pdf.words.words import words_of
from claimlint.values.boxes import Box

_DRAWN = 300
"""No page that a person reads has more stamps and fields."""


def drawn_of(
    pdf: PdfDocument, page: PdfPage, sheet: Sheet, printed: Iterable[Stretch], extras: Extras
) -> Iterator[Passage]:
    """Yield what the annotations of a page draw, one passage each; values told before are not.

    pdfium sees such text only once it has been made a part of the page, which this does to the
    copy in memory: nothing else may be read from the page afterwards.
    """
    if raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return
    flat = pdf[sheet.number - 1]
    textpage = flat.get_textpage()
    added = list(_beyond(words_in(printed), words_of(glyphs_of(Letters(textpage)), sheet)))
    textpage.close()
    flat.close()
    told = letters(" ".join(passage.text for passage in extras.passages))
    for box in tuple(dict.fromkeys(extras.drawn))[:_DRAWN]:
        inside = [word for word in added if _within(word, box)]
        added = [word for word in added if not _within(word, box)]
        lines = lines_of(inside)
        if not lines or letters("".join(word.text for word in inside)) in told:
            continue
        text, pieces, whole = text_of(tuple(lines))
        place = sheet.beside("drawn in a stamp or field", Part.ANNOTATION, box=whole)
        yield Passage(text=text, location=place, pieces=pieces)


def _beyond(printed: Iterable[Word], all_of_them: Iterable[Word]) -> Iterator[Word]:
    """Yield the words that were not there before."""
    before = Counter(_key(word) for word in printed)
    for word in all_of_them:
        if before[_key(word)] > 0:
            before[_key(word)] -= 1
        elif word.turn == 0:
            yield word


def _key(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.x0), round(word.base)


def _within(word: Word, box: Box) -> bool:
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1
