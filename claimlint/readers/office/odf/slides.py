"""An OpenDocument presentation: slides in order, their notes behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from claimlint.document import Part, Role
from claimlint.readers.interface import Item, PageDone, Source
from claimlint.readers.office.odf.inline import plain
from claimlint.readers.office.odf.names import DRAW, OFFICE, SHOW, STYLE, SVG, TABLE
from claimlint.readers.office.odf.objects import told
from claimlint.readers.office.odf.opening import Opened, opened
from claimlint.readers.office.odf.story import OdfStory, Stories
from claimlint.readers.office.odf.styles import Styles
from claimlint.readers.office.package.walk import Walk
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.slides.cards import joined, with_labels
from claimlint.readers.office.slides.order import in_reading_order
from claimlint.readers.office.words.attributes import POINTS
from claimlint.values.boxes import Box

_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)")
_RANKS = {"title": 0, "subtitle": 1}
_BODIES = ("outline", "object")
_MARGINS = ("header", "footer", "date-time")


def read(source: Source) -> Iterator[Item]:
    """Yield the passages and problems of an OpenDocument presentation, slide by slide.

    Macros are never run, links never followed.

    Raises:
        UnreadableFile: no presentation, encrypted, or damaged beyond repair.

    Source: ISO/IEC 26300, OpenDocument 1.3.
    """
    file = opened(source, "presentation")
    deck = _Deck(file)
    pages = list(file.body.iterchildren(f"{DRAW}page"))
    for number, page in enumerate(pages, start=1):
        yield from deck.slide(page, number)
        yield PageDone(number, len(pages))
    yield from deck.templates(len(pages) + 1)


class _Deck:
    def __init__(self, file: Opened) -> None:
        self._file = file
        self._styles = Styles(file.styles, file.content)
        self._stories = Stories(file.content, "content.xml", self._styles)

    def slide(self, page: Element, number: int) -> Iterator[Item]:
        hidden = self._styles.page_hidden(page.get(f"{DRAW}style-name"))
        label = f"slide {number}"
        story = OdfStory(
            part=Part.BODY,
            order=(number,),
            label=label,
            slide=number,
            hidden="hidden slide" if hidden else None,
        )
        shapes = with_labels(_ordered(page), _said, _box)
        yield from joined(
            (item, _box(shape))
            for shape in shapes
            for item in self._shape(self._stories, shape, story)
        )
        for notes in page.iterchildren(f"{SHOW}notes"):
            said = replace(story, part=Part.NOTES, label=f"{label}, speaker notes")
            for shape in _ordered(notes):
                yield from self._shape(self._stories, shape, said)
        for comment in page.iterchildren(f"{OFFICE}annotation"):
            note = replace(story, part=Part.COMMENT, label=f"{label}, comment")
            yield from told(self._file, self._stories, comment, note)

    def templates(self, number: int) -> Iterator[Item]:
        """Yield the text that master pages put on slides, each once."""
        masters = self._file.masters()
        if self._file.styles is None or masters is None:
            return
        stories = Stories(self._file.styles, "styles.xml", self._styles)
        for master in masters.iterchildren(f"{STYLE}master-page"):
            label = f'master page "{master.get(f"{STYLE}name", "")}"'
            story = OdfStory(part=Part.LAYOUT, order=(number,), label=label)
            for shape in _ordered(master):
                if shape.get(f"{SHOW}class") is None:
                    yield from self._shape(stories, shape, story)

    def _shape(self, stories: Stories, shape: Element, story: OdfStory) -> Iterator[Item]:
        kind = shape.get(f"{SHOW}class", "")
        if kind in ("page", "page-number"):
            return
        own = story
        if story.part is Part.BODY and kind in _RANKS:
            role = Role.TITLE if kind == "title" else Role.HEADING
            own = replace(story, label=f"{story.label}, {kind}", role=role)
        elif story.part is Part.BODY and kind in _MARGINS:
            own = replace(story, label=f"{story.label}, footer", part=Part.FOOTER)
        yield from told(self._file, stories, (shape,), own)


def _ordered(page: Element) -> list[Element]:
    """Return the shapes of a page as a person reads them, those of groups one by one."""
    shapes: list[Element] = []
    walk = Walk(iter(page))
    for element in walk:
        if element.tag in (f"{DRAW}g", f"{DRAW}a"):
            walk.enter(iter(element))
        elif str(element.tag).startswith((DRAW, TABLE)):
            shapes.append(element)
    ordered = in_reading_order(shapes, _box)
    return sorted(ordered, key=lambda shape: _RANKS.get(shape.get(f"{SHOW}class", ""), 2))


def _said(shape: Element) -> str:
    """Return what a shape says, nothing for those of the layout."""
    if shape.get(f"{SHOW}class", "outline") not in _BODIES or shape.tag == f"{TABLE}table":
        return ""
    return plain(shape)


def _box(shape: Element) -> Box | None:
    found = [_points(shape.get(f"{SVG}{name}", "")) for name in ("x", "y", "width", "height")]
    x, y, width, height = found
    if x is None or y is None:
        return None
    return (x, y, x + (width or 0.0), y + (height or 0.0))


def _points(text: str) -> float | None:
    length = _LENGTH.fullmatch(text)
    return None if length is None else float(length.group(1)) * POINTS[length.group(2)]
