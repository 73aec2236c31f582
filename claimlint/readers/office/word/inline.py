"""What stands in one Word paragraph: text in spans, note markers, drawings, embedded things."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimlint.document import Revision
from claimlint.readers.office.drawing import chosen
from claimlint.readers.office.names import MC, M, R, V, W
from claimlint.readers.office.text import Span

if TYPE_CHECKING:
    from claimlint.readers.office.xml import Element

_RUN, _MATH_RUN, _MATH_TEXT = f"{W}r", f"{M}r", f"{M}t"
_REVISIONS = {
    f"{W}ins": Revision.INSERTED,
    f"{W}moveTo": Revision.INSERTED,
    f"{W}del": Revision.DELETED,
    f"{W}moveFrom": Revision.DELETED,
}
_LETTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_TEXTS = frozenset({f"{W}t", f"{W}delText"})
_OBJECTS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_SKIPPED = frozenset(
    {f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}rt", f"{W}instrText"}
    | {f"{W}customXmlPr", f"{W}smartTagPr", f"{W}fldData", f"{M}ctrlPr", f"{M}rPr"}
)
_SYMBOLS = {0xFC: "\u2713", 0xFB: "\u2717", 0xFE: "\u2611", 0xA7: "\u25aa", 0xB7: "\u2022"}


@dataclass(slots=True)
class Line:
    """All that one paragraph holds. `notes` are pairs of kind and id."""

    spans: list[Span] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    objects: list[Element] = field(default_factory=list)


class Inline:
    """Reads the paragraphs of one part in order; fields may reach over several of them."""

    def __init__(self, hidden: Callable[[Element, Element], str | None]) -> None:
        """`hidden` tells why nobody would see a run: called with paragraph and run."""
        self._hidden = hidden
        self._fields: list[bool] = []

    def read(self, paragraph: Element, anchor: str, revision: Revision | None = None) -> Line:
        """Return what the paragraph holds; `anchor` is its address."""
        line = Line()
        number = 0
        own = _own_runs(paragraph)
        stack: list[tuple[Iterator[Element], Revision | None]] = [(iter(paragraph), revision)]
        while stack:
            element = next(stack[-1][0], None)
            if element is None:
                stack.pop()
                continue
            state = stack[-1][1]
            tag = element.tag
            if tag in (_RUN, _MATH_RUN):
                number = own.get(element, number)
                self._run(element, paragraph, line, f"{anchor}/r{number}", state)
            elif tag == f"{MC}AlternateContent":
                stack.append((chosen(element), state))
            elif tag in _OBJECTS:
                line.objects.append(element)
            elif tag not in _SKIPPED:
                stack.append((iter(element), _REVISIONS.get(str(tag), state)))
        if any(self._fields):
            self._fields.clear()
        return line

    def _run(
        self, run: Element, paragraph: Element, line: Line, anchor: str, revision: Revision | None
    ) -> None:
        parts: list[str] = []
        deleted = False
        stack = [iter(run)]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
                continue
            tag = str(element.tag)
            if tag in _TEXTS or tag == _MATH_TEXT:
                deleted = deleted or tag == f"{W}delText"
                if not any(self._fields):
                    parts.append(element.text or "")
            elif tag in _LETTERS:
                parts.append(_LETTERS[tag])
            elif tag == f"{W}sym":
                parts.append(_symbol(element))
            elif tag == f"{W}fldChar":
                self._field(element.get(f"{W}fldCharType"))
            elif tag in _NOTES:
                line.notes.append((_NOTES[tag], element.get(f"{W}id", "")))
            elif tag in _OBJECTS:
                line.objects.append(element)
            elif tag == f"{MC}AlternateContent":
                stack.append(chosen(element))
            elif tag not in _SKIPPED:
                stack.append(iter(element))
        text = "".join(parts)
        if text:
            change = Revision.DELETED if deleted else revision
            line.spans.append(Span(text, f"{anchor}+0", change, self._hidden(paragraph, run)))

    def _field(self, kind: str | None) -> None:
        """Keep count of open fields; True while a field's instruction, not its result, is read."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def text_boxes(drawing: Element) -> Iterator[Element]:
    """Yield the contents of the outermost text boxes below an object, alternatives only once."""
    stack = [iter((drawing,))]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == f"{W}txbxContent":
            yield element
        elif element.tag == f"{MC}AlternateContent":
            stack.append(chosen(element))
        else:
            stack.append(iter(element))


def word_art(drawing: Element) -> Iterator[str]:
    """Yield the strings of WordArt in the old drawing language."""
    for path in drawing.iter(f"{V}textpath"):
        text = path.get("string", "")
        if text.strip():
            yield text


def linked(element: Element, attribute: str = "id") -> str | None:
    """Return the relation that an element names in the relationships namespace."""
    return element.get(f"{R}{attribute}")


def _own_runs(paragraph: Element) -> dict[Element, int]:
    """Number the runs of a paragraph from 1, without those of paragraphs inside it."""
    found: dict[Element, int] = {}
    boxed = next(paragraph.iter(f"{W}txbxContent"), None) is not None
    for run in paragraph.iter(_RUN, _MATH_RUN):
        if not boxed or next(run.iterancestors(f"{W}p"), None) is paragraph:
            found[run] = len(found) + 1
    return found


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(code - 0xF000, "\u2022")
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
