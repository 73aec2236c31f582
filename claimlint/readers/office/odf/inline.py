"""What stands in one OpenDocument paragraph: text, notes, comments, drawings, changes."""

from __future__ import annotations

import re
from typing import TypeAlias

from msgspec import Struct, field

from claimlint.document import Revision
from claimlint.readers.office.odf.names import DRAW, OFFICE, SHOW, TEXT
from claimlint.readers.office.odf.styles import Styles
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import counted
from claimlint.readers.office.words.text import Span

_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000
_LETTERS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_CHANGES = {f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"}
_SKIPPED = frozenset(
    {f"{TEXT}ruby-text", f"{OFFICE}annotation-end", f"{TEXT}tracked-changes"}
    | {f"{TEXT}note-citation", f"{TEXT}number", f"{OFFICE}event-listeners"}
)

_Piece: TypeAlias = tuple[Element | str, str | None]


class ParagraphContent(Struct):
    """All that one paragraph holds; `deleted` are the ids of deletions made in it."""

    spans: list[Span] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    comments: list[Element] = field(default_factory=list)
    objects: list[Element] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)


class Inline:
    """Reads paragraphs in order; a tracked insertion may reach over several of them."""

    def __init__(self, styles: Styles, insertions: frozenset[str]) -> None:
        """`insertions` are the ids of the tracked changes that inserted something."""
        self._styles = styles
        self._insertions = insertions
        self._open: set[str] = set()

    def read(self, paragraph: Element, anchor: str) -> ParagraphContent:
        """Return what the paragraph holds; `anchor` is its address."""
        content = ParagraphContent()
        unseen = self._styles.hidden("paragraph", paragraph.get(f"{TEXT}style-name"))
        stack: list[_Piece] = _content(paragraph, unseen)
        number = 0
        while stack:
            piece, hidden = stack.pop()
            if not isinstance(piece, str):
                self._element(piece, hidden, content, stack)
                continue
            number += 1
            text = _BLANKS.sub(" ", piece)
            if text:
                content.spans.append(Span(text, f"{anchor}/r{number}+0", self._revision(), hidden))
        return content

    def _element(
        self, element: Element, hidden: str | None, content: ParagraphContent, stack: list[_Piece]
    ) -> None:
        tag = str(element.tag)
        if tag in _LETTERS:
            content.spans.append(Span(_LETTERS[tag], None, self._revision(), hidden))
        elif tag == f"{TEXT}s":
            spaces = counted(element.get(f"{TEXT}c"), 1, _MOST_SPACES)
            content.spans.append(Span(" " * spaces, None, self._revision(), hidden))
        elif tag == f"{TEXT}note":
            content.notes.append(element)
        elif tag == f"{OFFICE}annotation":
            content.comments.append(element)
        elif tag in _CHANGES:
            self._change(element, tag, content)
        elif tag.startswith((DRAW, SHOW)) and tag != f"{DRAW}a":
            content.objects.append(element)
        elif tag not in _SKIPPED:
            own = self._styles.hidden("text", element.get(f"{TEXT}style-name"))
            if tag in (f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"):
                own = "hidden text"
            stack.extend(_content(element, hidden or own))

    def _change(self, element: Element, tag: str, content: ParagraphContent) -> None:
        id_ = element.get(f"{TEXT}change-id", "")
        if id_ not in self._insertions:
            content.deleted.append(id_)
        elif tag == f"{TEXT}change-start":
            self._open.add(id_)
        else:
            self._open.discard(id_)

    def _revision(self) -> Revision | None:
        return Revision.INSERTED if self._open else None


def _content(element: Element, hidden: str | None) -> list[_Piece]:
    """Return the texts and elements in an element, the last one first."""
    found: list[_Piece] = []
    if element.text:
        found.append((element.text, hidden))
    for child in element:
        found.append((child, hidden))
        if child.tail:
            found.append((child.tail, hidden))
    found.reverse()
    return found


def plain(element: Element) -> str:
    """Return the text of an element on one line."""
    return " ".join("".join(str(text) for text in element.itertext()).split())
