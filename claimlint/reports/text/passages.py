"""A document as it was read: passages with their places, and what was not read."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import Document
from claimlint.reports.contents.wording import loss
from claimlint.reports.json.rows import Json, row
from claimlint.reports.safe_text import safe

_SHOWN = ("text", "role", "level", "number", "revision", "location")


def render(document: Document) -> str:
    """Return the passages as text, one a line, each after its place."""
    lines = [f"{safe(document.path)} ({document.format or 'unknown'}, {document.status})"]
    for problem in document.coverage.problems:
        lines.append(f"  {loss(problem)}")
    for passage in document.passages:
        why = passage.location.hidden
        hidden = f" [hidden: {safe(why)}]" if why else ""
        hidden += f" [{passage.revision}]" if passage.revision else ""
        number = f"{safe(passage.number)} " if passage.number else ""
        lines.append(f"  {safe(passage.location.label)}{hidden}: {number}{safe(passage.text)}")
    return "\n".join(lines) + "\n"


def rows(document: Document) -> Iterator[Json]:
    """Yield one row a passage: document, text, role and place."""
    for passage in document.passages:
        yield {"document": document.path, **row(passage, *_SHOWN)}
