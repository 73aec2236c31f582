"""What stands in one Word paragraph: text in spans, note markers, drawings, embedded things."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import repeat

from msgspec import Struct, field

from claimlint.document import Revision
from claimlint.office.names import MC, M, W
from claimlint.office.ooxml import Fields, chosen
from claimlint.readers.office.graphics.drawing import inside
from claimlint.readers.office.package.walk import Walk
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.word.notes import Reference
from claimlint.readers.office.words.text import Span

_RUN, _MATH_RUN = f"{W}r", f"{M}r"
REVISIONS = {
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
_LONGEST_SIGN = 8
BOX = f"{W}txbxContent"
_DELETED_TEXT = f"{W}delText"
_TEXTS = frozenset({f"{W}t", _DELETED_TEXT, f"{M}t"})
_OBJECTS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_SKIPPED = frozenset(
    {f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}rt", f"{W}instrText"}
    | {f"{W}customXmlPr", f"{W}smartTagPr", f"{W}fldData", f"{M}ctrlPr", f"{M}rPr"}
)
_SYMBOLS = {0xFC: "\u2713", 0xFB: "\u2717", 0xFE: "\u2611", 0xA7: "\u25aa", 0xB7: "\u2022"}


class ParagraphContent(Struct):
    """All that one paragraph holds. `comments` are the ids of those that it carries."""

    spans: list[Span] = field(default_factory=list)
    notes: list[Reference] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    objects: list[Element] = field(default_factory=list)


class Inline:
    """Reads the paragraphs of one part in order; fields may reach over several of them."""

    def __init__(self, hidden: Callable[[Element], str | None]) -> None:
        """`hidden` tells why nobody would see a run."""
        self._hidden = hidden
        self._fields = Fields()

    def read(
        self, paragraph: Element, anchor: str, revision: Revision | None = None
    ) -> ParagraphContent:
        """Return what the paragraph holds; `anchor` is its address."""
        content = ParagraphContent()
        number = 0
        own = _own_runs(paragraph)
        inner = paragraph if paragraph.tag == f"{W}p" else (paragraph,)
        walk = Walk(zip(inner, repeat(revision)))
        for element, state in walk:
            tag = element.tag
            if tag in (_RUN, _MATH_RUN):
                number = own.get(element, number)
                self._run(element, content, f"{anchor}/r{number}", state)
            elif tag == f"{MC}AlternateContent":
                walk.enter(zip(chosen(element), repeat(state)))
            elif tag in _OBJECTS:
                content.objects.append(element)
            elif tag not in _SKIPPED:
                walk.enter(zip(element, repeat(REVISIONS.get(str(tag), state))))
        if self._fields.instructing:
            self._fields.close()
        return content

    def _run(
        self, run: Element, content: ParagraphContent, anchor: str, revision: Revision | None
    ) -> None:
        parts: list[str] = []
        notes: list[Element] = []
        deleted = False
        stack: list[Iterator[Element]] = [iter(run)]
        while stack:  # there are too many runs for a walk in each
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
                continue
            tag = str(element.tag)
            if tag in _TEXTS:
                deleted = deleted or tag == _DELETED_TEXT
                if not self._fields.instructing:
                    parts.append(element.text or "")
            elif tag in _LETTERS:
                parts.append(_LETTERS[tag])
            elif tag in _NOTES:
                notes.append(element)
            elif tag in _OBJECTS:
                content.objects.append(element)
            elif tag not in _SKIPPED:
                stack.append(self._inside(element, parts, content))
        text = "".join(parts)
        if text:
            change = Revision.DELETED if deleted else revision
            content.spans.append(Span(text, f"{anchor}+0", change, self._hidden(run)))
        if revision is not Revision.DELETED:
            content.notes.extend(_reference(element, text) for element in notes)

    def _inside(
        self, element: Element, parts: list[str], content: ParagraphContent
    ) -> Iterator[Element]:
        """Take in an element that is rare in runs; return what is still to be read in it."""
        tag = element.tag
        if tag == f"{W}sym":
            parts.append(_symbol(element))
        elif tag == f"{W}fldChar":
            self._fields.mark(element.get(f"{W}fldCharType"))
        elif tag == f"{W}commentReference":
            content.comments.append(element.get(f"{W}id", ""))
        elif tag == f"{MC}AlternateContent":
            return chosen(element)
        return iter(element)


def text_boxes(drawing: Element) -> Iterator[Element]:
    """Yield the contents of the outermost text boxes below an object, alternatives only once."""
    for element in inside(drawing, BOX):
        yield from element.iterchildren(BOX)


def _reference(element: Element, text: str) -> Reference:
    custom = element.get(f"{W}customMarkFollows", "0") not in ("0", "false")
    sign = text.strip()[:_LONGEST_SIGN] if custom else ""
    return Reference(_NOTES[str(element.tag)], element.get(f"{W}id", ""), sign or None)


def _own_runs(paragraph: Element) -> dict[Element, int]:
    """Number the runs of a paragraph from 1, without those of paragraphs inside it."""
    runs = list(paragraph.iter(_RUN, _MATH_RUN, BOX))
    if any(run.tag == BOX for run in runs):
        runs = [
            run
            for run in runs
            if run.tag != BOX and next(run.iterancestors(f"{W}p"), None) is paragraph
        ]
    return {run: number for number, run in enumerate(runs, start=1)}


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(code - 0xF000, "\u2022")
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
