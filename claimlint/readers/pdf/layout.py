"""The words of one page become its passages, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.document import Passage
from claimlint.readers.pdf.columns import regions_of
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.lines import lines_of
from claimlint.readers.pdf.paragraphs import paragraphs_of
from claimlint.readers.pdf.passages import Look, Place, passage_of


def passages_of(words: Sequence[Word], sheet: Sheet) -> Iterator[Passage]:
    """Yield the passages of a page: upright text first, then text in other directions."""
    turns = sorted({word.turn for word in words})
    for turn in turns:
        for region in regions_of(lines_of(word for word in words if word.turn == turn)):
            for paragraph in paragraphs_of(region.slabs):
                yield passage_of(paragraph, sheet, Place(), Look())
