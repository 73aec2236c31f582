"""The runs of Word paragraphs as addresses count them, and how to split one."""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING

from claimlint.office.names import MC, M
from claimlint.office.ooxml import Fields, chosen

if TYPE_CHECKING:
    from claimlint.annotate.package import Element

_LETTERS = ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen")
_SILENT = ("drawing", "pict", "object", "rPr", "rt", "instrText", "fldData", "fldChar")
_HOLDERS = (
    "p hyperlink ins del moveFrom moveTo smartTag sdtContent customXml fldSimple dir bdo".split()
)


class Runs:
    """The runs of one paragraph, numbered from 1 as the reader numbers them.

    Those of paragraphs inside it (text boxes) do not count.
    """

    def __init__(self, paragraph: Element, word: str) -> None:
        self._word = word
        tags = (f"{word}r", f"{M}r")
        self.runs = [
            run
            for run in paragraph.iter(*tags)
            if next(run.iterancestors(f"{word}p"), None) is paragraph
        ]
        self._lengths: list[list[tuple[Element, int]]] = []
        fields = Fields()
        for run in self.runs:
            self._lengths.append([(child, self._length(child, fields)) for child in run])

    def text(self, number: int, start: int, length: int) -> str:
        """Return the text of a run from `start` on, as far as it is plain text."""
        parts = []
        for child, size in self._lengths[number - 1]:
            plain = child.text if self._is_text(child) and size else None
            parts.append(plain if plain is not None else "\ufffc" * size)
        return "".join(parts)[start : start + length]

    def split(self, number: int, cuts: set[int]) -> list[tuple[int, Element]]:
        """Split a run before the code points `cuts`; return the runs with their first offsets.

        The look of the run is that of each part. A run that holds a formula stays whole.
        """
        run = self.runs[number - 1]
        if run.tag != f"{self._word}r" or not cuts:
            return [(0, run)]
        made: list[tuple[int, Element]] = [(0, run)]
        at = 0
        for child, size in self._lengths[number - 1]:
            inside = sorted(cut - at for cut in cuts if at < cut < at + size)
            pieces = self._parts(child, inside) if inside and self._is_text(child) else [child]
            for piece in pieces:
                if at in cuts and at > made[-1][0]:
                    made.append((at, self._next(made[-1][1])))
                if made[-1][1] is not piece.getparent():
                    made[-1][1].append(piece)
                at += len(piece.text or "") if len(pieces) > 1 else size
        return made

    def _next(self, run: Element) -> Element:
        """Put an empty run of the same look behind a run."""
        new = run.makeelement(run.tag)
        for key, value in run.attrib.items():
            new.set(key, value)
        properties = run.find(f"{self._word}rPr")
        if properties is not None:
            new.append(deepcopy(properties))
        run.addnext(new)
        new.tail, run.tail = run.tail, None
        return new

    def _parts(self, child: Element, cuts: list[int]) -> list[Element]:
        text = child.text or ""
        edges = [0, *cuts, len(text)]
        parts = [child]
        for start, end in pairwise(edges[1:]):
            new = deepcopy(child)
            new.text, new.tail = text[start:end], None
            parts.append(new)
        child.text = text[: edges[1]]
        for part in parts:
            part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return parts

    def _is_text(self, element: Element) -> bool:
        return element.tag in (f"{self._word}t", f"{self._word}delText")

    def _length(self, element: Element, fields: Fields) -> int:
        """Return how many characters an element of a run stands for."""
        tag = element.tag
        if not isinstance(tag, str):
            return 0
        name = tag.removeprefix(self._word)
        if name == "fldChar":
            fields.mark(element.get(f"{self._word}fldCharType"))
        if name in ("t", "delText") or tag == f"{M}t":
            return 0 if fields.instructing else len(element.text or "")
        if name in _LETTERS:
            return 1
        if name == "sym":
            return 1
        if name in _SILENT:
            return 0
        children = chosen(element) if tag == f"{MC}AlternateContent" else iter(element)
        return sum(self._length(child, fields) for child in children)


def holder_child(element: Element, word: str) -> Element:
    """Return the element or the ancestor of it beside which a range of text may begin or end."""
    while True:
        above = element.getparent()
        assert above is not None
        if str(above.tag).removeprefix(word) in _HOLDERS:
            return element
        element = above


def paragraph_child(element: Element, word: str) -> Element:
    """Return the element or the ancestor of it that is a child of its paragraph."""
    while (above := element.getparent()) is not None and above.tag != f"{word}p":
        element = above
    return element
