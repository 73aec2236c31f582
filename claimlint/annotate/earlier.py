"""Takes the remarks of an earlier run out of a file, so that new ones stand in their place.

What goes is only what the check knew as remarks: all lines of it are among those that it left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING

from claimlint.annotate.package import Package
from claimlint.annotate.wording import AUTHOR, clean
from claimlint.office.names import A, P
from claimlint.own_marks import Range, marks_in
from claimlint.regex import regex

if TYPE_CHECKING:
    from pypdf import PdfWriter

    from claimlint.annotate.package import Element

_SECTION = regex(rf'\n?<section id="{AUTHOR}"[^<>]*>(?P<inner>.*?)</section>\n?', re.DOTALL)
_LINE_ENDS = regex(r"<br ?/?>|</(?:h2|dt|dd|dl)>")
_TAGS = regex(r"<[^<>]*>")
_NOTE_HEAD = regex(rf"\[\^{AUTHOR}-[KS]?\d+\]: |- (?=\*\*)")
_ESCAPED = regex(r"\\([\\`_\[\]<>{}|#!])")
_RULE = "-" * len(AUTHOR)
_BREAKS = ("\r\n", "\n", "\r")


def known(lines: Iterable[str], earlier: Collection[str]) -> bool:
    """Tell whether there are lines, and all of them are of earlier remarks."""
    said = [line for line in map(clean, lines) if line]
    return bool(said) and all(line in earlier for line in said)


def ranges_of(text: str, form: str, earlier: Collection[str]) -> list[Range]:
    """Return the ranges (end excluded) of marks and remarks in a text of a form, in order."""
    if not earlier:
        return []
    ends = _sections(text, earlier) if form == "html" else _tail(text, form, earlier)
    return sorted((*marks_in(text, form), *ends))


def _sections(text: str, earlier: Collection[str]) -> Iterator[Range]:
    for found in _SECTION.finditer(text):
        lines = (_TAGS.sub("", line) for line in _LINE_ENDS.split(found["inner"]))
        if known(map(unescape, lines), earlier):
            yield found.span()


def _tail(text: str, form: str, earlier: Collection[str]) -> Iterator[Range]:
    """Yield the lines of remarks, with the blank ones before them."""
    start, position = None, 0
    for line in text.splitlines(keepends=True):
        said = _said(line, form)
        ours = said in earlier or (said == _RULE and start is not None)
        if ours and start is None:
            start = _without_breaks(text, position)
        elif said and not ours and start is not None:
            yield start, position
            start = None
        position += len(line)
    if start is not None:
        yield start, position


def _without_breaks(text: str, position: int) -> int:
    """Return where the two line breaks begin that stand before the remarks."""
    for _ in range(2):
        found = next((end for end in _BREAKS if text.endswith(end, 0, position)), "")
        position -= len(found)
    return position


def _said(line: str, form: str) -> str:
    if form == "markdown":
        line = _NOTE_HEAD.sub("", line.strip(), count=1)
        line = _ESCAPED.sub(r"\1", line.replace("**", ""))
    return clean(line)


def leave_out_of_slides(package: Package, slides: Iterable[str], earlier: Collection[str]) -> None:
    """Take earlier remarks out of the comments and the notes of slides."""
    if not earlier:
        return
    for slide in slides:
        comments, notes = package.first(slide, "comments"), package.first(slide, "notesSlide")
        if comments is not None:
            for comment in list(package.tree(comments).iter(f"{P}cm")):
                if known((comment.findtext(f"{P}text") or "").split("\n"), earlier):
                    _drop(comment)
        if notes is not None:
            for paragraph in list(package.tree(notes).iter(f"{A}p")):
                if known(["".join(t.text or "" for t in paragraph.iter(f"{A}t"))], earlier):
                    _drop(paragraph)


def leave_out_of_pages(writer: PdfWriter, earlier: Collection[str]) -> None:
    """Take earlier remarks and their pop-ups out of the annotations of pages."""
    from pypdf.generic import ArrayObject, NameObject

    for page in writer.pages if earlier else ():
        held = page.get("/Annots")
        notes = [] if held is None else list(held.get_object())
        gone = {
            reference
            for note in notes
            if known(str(note.get_object().get("/Contents", "")).splitlines(), earlier)
            for reference in (note, note.get_object().raw_get("/Popup"))
        }
        if gone:
            kept = (note for note in notes if note not in gone)
            page[NameObject("/Annots")] = ArrayObject(kept)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
