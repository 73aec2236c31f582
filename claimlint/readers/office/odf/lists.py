"""Numbered lists and headings of an OpenDocument file: the number that stands before each."""

from __future__ import annotations

from msgspec import Struct

from claimlint.readers.office.odf.names import STYLE, TEXT, XML
from claimlint.readers.office.odf.styles import Styles
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import counted
from claimlint.readers.office.words.clauses import Label
from claimlint.readers.office.words.numerals import printed

_LEVELS = 10
_LARGEST = 1_000_000
_LONGEST = 20
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman"} | {
    "I": "upperRoman"
}
_NUMBERED = (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
_OUTLINE = "outline"

_Counts = list[int | None]


class Entry(Struct, frozen=True):
    """Where a paragraph stands in lists: the outermost list, its level from 0, its item.

    `style` is the list style that the lists around it name; `plain` that the item has no number.
    """

    root: Element
    style: str
    level: int = 0
    item: Element | None = None
    plain: bool = False


class Lists:
    """Counts the paragraphs of numbered lists and the headings, in the order asked for."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Element]] = {}
        for root in styles.roots:
            for style in root.iter(f"{TEXT}list-style"):
                self._levels[style.get(f"{STYLE}name", "")] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                self._levels[_OUTLINE] = _levels(style)
        self._root: Element | None = None
        self._item: Element | None = None
        self._counts: _Counts = []
        self._headings: _Counts = [None] * _LEVELS
        self._kept: dict[str, _Counts] = {}

    def label(self, paragraph: Element, entry: Entry | None) -> Label | None:
        """Return the number before a paragraph, and count it; None where there is none.

        Source: OpenDocument 1.3 part 3, 5.3 (lists), 16.30 (list styles), 16.34 (outline).
        """
        if entry is None:
            return self._heading(paragraph)
        if entry.item is None or entry.item is self._item:
            return None
        self._item = entry.item
        style = entry.style or self._styles.list_of(paragraph) or ""
        if entry.root is not self._root:
            self._enter(entry.root, style)
        if entry.plain:
            return None
        start = entry.item.get(f"{TEXT}start-value")
        return self._counted(style, self._counts, min(entry.level, _LEVELS - 1), start)

    def _heading(self, paragraph: Element) -> Label | None:
        if paragraph.tag != f"{TEXT}h" or paragraph.get(f"{TEXT}is-list-header") == "true":
            return None
        level = counted(paragraph.get(f"{TEXT}outline-level"), 1, _LEVELS) - 1
        return self._counted(
            _OUTLINE, self._headings, max(level, 0), paragraph.get(f"{TEXT}start-value")
        )

    def _enter(self, root: Element, style: str) -> None:
        """Start a list, or go on where an earlier one ended if it says so."""
        self._root = root
        before = root.get(f"{TEXT}continue-list")
        known: _Counts | None = None
        if before is not None:
            known = self._kept.get(f"#{before}")
        elif root.get(f"{TEXT}continue-numbering") == "true":
            known = self._kept.get(style)
        self._counts = [None] * _LEVELS if known is None else known
        self._kept[style] = self._kept[f"#{root.get(f'{XML}id', '')}"] = self._counts

    def _counted(self, style: str, counts: _Counts, level: int, start: str | None) -> Label | None:
        levels = self._levels.get(style, {})
        last = counts[level]
        if start is not None or last is None:
            counts[level] = counted(start, _start(levels.get(level)), _LARGEST)
        else:
            counts[level] = last + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        own = levels.get(level)
        if own is None or own.tag not in _NUMBERED:
            return None
        shown = counted(own.get(f"{TEXT}display-levels"), 1, _LEVELS)
        numbers = [
            _number(levels.get(index), counts[index])
            for index in range(max(0, level - shown + 1), level + 1)
        ]
        if not numbers[-1]:
            return None
        text = ".".join(number for number in numbers if number)
        text = f"{own.get(f'{STYLE}num-prefix', '')}{text}{own.get(f'{STYLE}num-suffix', '')}"
        form = _FORMS.get(own.get(f"{STYLE}num-format", ""), "decimal")
        return Label(style, level, form, text[:_LONGEST].strip(), len(numbers) == 1)


def _levels(style: Element) -> dict[int, Element]:
    return {
        counted(level.get(f"{TEXT}level"), 1, _LEVELS) - 1: level
        for level in style
        if level.get(f"{TEXT}level") is not None
    }


def _number(level: Element | None, value: int | None) -> str:
    form = "" if level is None else level.get(f"{STYLE}num-format", "")
    if not form:
        return ""
    return printed(_start(level) if value is None else value, _FORMS.get(form, "decimal"))


def _start(level: Element | None) -> int:
    return 1 if level is None else counted(level.get(f"{TEXT}start-value"), 1, _LARGEST)
