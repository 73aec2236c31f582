"""Paragraphs that one column breaks off and the next column of the page takes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.document import Role
from claimlint.readers.pdf.layout.lines import Line
from claimlint.readers.pdf.layout.paragraphs import Paragraph
from claimlint.readers.pdf.layout.passages import Draft

_FEWEST_LINES = 2
_ALIKE = 0.05
_BRACKETS = 4
"""Brackets that open farther up belong to something else."""


def rejoined(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts of a page, those that a column broke in two as one."""
    held: Draft | None = None
    for draft in drafts:
        if held is not None and _goes_on(held, draft):
            lines = (*held.paragraph.lines, *draft.paragraph.lines)
            held = held._replace(paragraph=Paragraph(lines, held.paragraph.bullet))
            continue
        if held is not None:
            yield held
        held = draft
    if held is not None:
        yield held


def _goes_on(above: Draft, below: Draft) -> bool:
    """Tell whether a paragraph breaks off in mid-sentence and the next stands higher and goes on.

    A new column stands higher on the page than the end of the one before.
    """
    if not (_is_text(above) and above.look.role in (Role.PARAGRAPH, Role.BULLET)):
        return False
    if not (_is_text(below) and below.look.role is Role.PARAGRAPH):
        return False
    last, first = above.paragraph.lines[-1], below.paragraph.lines[0]
    if len(above.paragraph.lines) < _FEWEST_LINES or first.base >= last.base:
        return False
    alike = abs(above.paragraph.size - below.paragraph.size) <= _ALIKE * above.paragraph.size
    open_ended = last.words[-1].text[-1:].isalnum() or last.words[-1].text[-1:] in ",-%"
    onward = first.words[0].text[:1].islower() or _in_brackets(above, first)
    return alike and open_ended and onward


def _in_brackets(above: Draft, first: Line) -> bool:
    """Tell whether brackets are open where a column ends, and the next begins with no capital."""
    words = [word.text for line in above.paragraph.lines[-_BRACKETS:] for word in line.words]
    opened = "".join(words).count("(") > "".join(words).count(")")
    return opened and not first.words[0].text[:1].isupper()


def _is_text(draft: Draft) -> bool:
    return draft.place.cell is None and draft.look.note_id is None and bool(draft.paragraph.lines)
