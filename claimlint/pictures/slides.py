"""Decks become PDFs by LibreOffice, where it is installed: a page for each slide."""

from __future__ import annotations

from claimlint.machine.libreoffice import NotConverted, converted

DECKS = ("pptx", "odp")
_TARGET = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
_SECONDS = 120.0
_LARGEST = 256 * 1024**2


def as_pdf(data: bytes, suffix: str) -> bytes | None:
    """Return a deck as a PDF, or None where LibreOffice is not there or does not take it."""
    try:
        return converted(data, suffix, _TARGET, _SECONDS, _LARGEST)
    except (NotConverted, OSError):
        return None
