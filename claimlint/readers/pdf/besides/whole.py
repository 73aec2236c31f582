"""What belongs to the file and not to a page: its title, its attachments, its page labels."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pypdfium2.raw as raw
from pypdfium2 import PdfDocument

from claimlint.document import Location, Part, Passage, Problem, ProblemCode
from claimlint.readers.interface import Item, Source
from claimlint.readers.pdf.besides.extras import attachment, string_of

_NAMED = (("Title", "document title"), ("Subject", "document subject"))
_UNNAMED = frozenset(("untitled", "unspecified", "anonymous", "(anonymous)", "(unspecified)"))
_LONGEST_LABEL = 12


def metadata_of(pdf: PdfDocument) -> Iterator[Passage]:
    """Yield the title and the subject that the file gives itself."""
    for number, (key, label) in enumerate(_NAMED, start=1):
        text = pdf.get_metadata_value(key).replace("\0", "").strip()
        if any(letter.isalpha() for letter in text) and text.lower() not in _UNNAMED:
            place = Location(label=label, order=(0, number), part=Part.METADATA)
            yield Passage(text=text, location=place)


def page_label(pdf: PdfDocument, number: int) -> str | None:
    """Return the printed number of a page, from 1, where it is not the page's own number."""
    label = string_of(partial(raw.FPDF_GetPageLabel, pdf.raw, number - 1)).strip()
    if not label.isprintable() or not label or label == str(number):
        return None
    return label if len(label) <= _LONGEST_LABEL else None


def attachments_of(pdf: PdfDocument, source: Source, last: int) -> Iterator[Item]:
    """Yield what the attached files say; `last` is the number of the last page."""
    count = raw.FPDFDoc_GetAttachmentCount(pdf.raw)
    for index in range(min(count, source.limits.parts)):
        handle = raw.FPDFDoc_GetAttachment(pdf.raw, index)
        if handle:
            yield from attached(handle, source, (last + 1, index + 1))


def attached(handle: raw.FPDF_ATTACHMENT, source: Source, order: tuple[int, ...]) -> Iterator[Item]:
    """Yield what one attached file says, or the problem with it."""
    from claimlint.readers.registry import read_nested

    name, data = attachment(handle, source.limits.unpacked)
    shown = name.replace("\\", "/").rsplit("/", 1)[-1] or "without a name"
    if data is None:
        place = Location(label=f"attachment {shown}", order=order, part=Part.EMBEDDED)
        message = "not read: damaged, or larger than allowed"
        yield Problem(code=ProblemCode.ATTACHMENT_NOT_READ, message=message, location=place)
        return
    yield from read_nested(source.inner(shown, data), order=order)
