"""Which pages of a report's documents are drawn, and their pictures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from claimlint.document import Location, ReadStatus
from claimlint.finding import DocumentReport, Report
from claimlint.machine.children import ask
from claimlint.machine.libreoffice import NotConverted, converted
from claimlint.pictures.child import HEAD
from claimlint.values.picture import Picture

_CHILD = "claimlint.pictures.child"
_PAGES = 80
_BYTES = 24 * 1024 * 1024
_DEATHS = 3
_DECKS = ("pptx", "odp")
_AS_PDF = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
_SECONDS = 120.0
_LARGEST = 256 * 1024**2


def pictures_of(report: Report, *, slides: bool = False) -> tuple[Picture, ...]:
    """Return pictures of the pages of the PDFs in a report, those with marks first in line.

    With `slides` decks are drawn too, where LibreOffice is installed: it does not draw them alike
    in all its versions, so they are left out where nobody asks for them.

    A document may have 80 pictures, a report 24 megabytes. A file that is gone, has changed since
    or cannot be drawn gets none: reports show its text.
    """
    found: list[Picture] = []
    left = _BYTES
    for document in report.documents:
        kinds = ("pdf", *(_DECKS if slides else ()))
        if document.format not in kinds or document.status is ReadStatus.UNREADABLE:
            continue
        data = _same(document)
        if data is not None and document.format in _DECKS:
            data = _as_pdf(data, document.format)
        if data is None:
            continue
        for picture in drawn(data, document.path, wanted(document), left):
            left -= len(picture.png)
            found.append(picture)
    return tuple(found)


def _as_pdf(data: bytes, suffix: str) -> bytes | None:
    """Return a deck as a PDF of a page for each slide, or None where LibreOffice gives none."""
    try:
        return converted(data, suffix, _AS_PDF, _SECONDS, _LARGEST)
    except (NotConverted, OSError):
        return None


def wanted(document: DocumentReport) -> tuple[int, ...]:
    """Return the numbers of the pages to draw: those with claims or clauses, then the others."""
    marked = {_number(f.claim.location) for f in document.findings}
    marked |= {_number(clause.location) for clause in document.clauses}
    first = sorted(page for page in marked if page is not None)
    others = [n for n in range(1, document.coverage.pages + 1) if n not in marked]
    return tuple((*first, *others)[:_PAGES])


def _number(place: Location) -> int | None:
    return place.slide if place.page is None else place.page


def drawn(data: bytes, path: str, pages: tuple[int, ...], most: int) -> Iterator[Picture]:
    """Yield the pictures of these pages of a PDF, at most `most` bytes of them.

    A page on which pdfium dies is passed over, and the rest is drawn by a new process.
    """
    for _ in range(_DEATHS):
        if not pages:
            return
        request = json.dumps({"pages": pages, "bytes": most}).encode()
        answer = ask(_CHILD, request, data)
        for part in answer.parts:
            number, width, height = HEAD.unpack_from(part)
            png = part[HEAD.size :]
            most -= len(png)
            yield Picture(document=path, page=number, png=png, width=width, height=height)
        if answer.fault is None:
            return
        pages = pages[len(answer.parts) + 1 :]


def _same(document: DocumentReport) -> bytes | None:
    """Return the bytes of the document if they are still those that were read."""
    try:
        data = Path(document.path).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == document.sha256 else None
