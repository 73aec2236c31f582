"""The text of a paged document as a file beside it, so that findings have a line to stand on."""

from __future__ import annotations

from msgspec import Struct

from claimlint.finding import DocumentReport
from claimlint.reports.safe_text import safe

SUFFIX = ".claimlint.txt"
HEAD = "Text as claimlint read it, a passage a line, for places in reports. Do not edit."
_LINED = ("text", "markdown", "html", "eml", "json", "yaml", "po", "xliff")


class Extract(Struct, frozen=True):
    """The text of one document; the passage `i` stands on line `lines[i]`, counted from 1."""

    path: str
    text: str
    lines: tuple[int, ...]


def has_lines(document: DocumentReport) -> bool:
    """Tell whether places in the document have lines of their own, so that it needs no extract."""
    return document.format in _LINED


def extract(document: DocumentReport) -> Extract:
    """Return the extract of a document, to be written beside it."""
    rows = [HEAD, ""]
    lines = []
    for passage in document.passages:
        lines.append(len(rows) + 1)
        hidden = f" (hidden: {safe(passage.location.hidden)})" if passage.location.hidden else ""
        rows.append(f"{safe(passage.location.label)}{hidden}: {safe(passage.text)}")
    return Extract(document.path + SUFFIX, "\n".join(rows) + "\n", tuple(lines))
