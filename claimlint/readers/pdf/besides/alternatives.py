"""What a tagged PDF says in place of its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pypdfium2.raw as raw
from pypdfium2 import PdfPage

from claimlint.document import Part, Passage
from claimlint.readers.pdf.besides.extras import string_of
from claimlint.readers.pdf.geometry import Sheet

_ELEMENTS = 20_000


def alternatives_of(page: PdfPage, sheet: Sheet) -> Iterator[Passage]:
    """Yield the alternative texts of a page, each once, in the order of its structure."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    said: set[str] = set()
    try:
        for text in _texts(tree):
            if text not in said:
                said.add(text)
                place = sheet.beside("alternative text", Part.ALT_TEXT)
                yield Passage(text=text, location=place)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _texts(tree: raw.FPDF_STRUCTTREE) -> Iterator[str]:
    count = max(0, raw.FPDF_StructTree_CountChildren(tree))
    stack = [raw.FPDF_StructTree_GetChildAtIndex(tree, i) for i in range(min(count, _ELEMENTS))]
    stack.reverse()
    for _ in range(_ELEMENTS):
        if not stack:
            return
        element = stack.pop()
        if not element:
            continue
        text = string_of(partial(raw.FPDF_StructElement_GetAltText, element))
        if text.strip():
            yield text.strip()
        inner = raw.FPDF_StructElement_CountChildren(element)
        stack += [
            raw.FPDF_StructElement_GetChildAtIndex(element, index)
            for index in range(min(inner, _ELEMENTS) - 1, -1, -1)
        ]
