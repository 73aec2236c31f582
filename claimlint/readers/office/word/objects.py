"""What hangs on a paragraph: text boxes, alternative texts, WordArt, charts, embedded files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from claimlint.document import Part, Passage, Role
from claimlint.office.names import PIC, WP, A, V
from claimlint.readers.office.graphics.drawing import inside, spans
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.word.inline import BOX
from claimlint.readers.office.word.offpage import off_page
from claimlint.readers.office.word.story import WordStory
from claimlint.readers.office.words.text import stretches

_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_DESCRIBED = (f"{WP}docPr", f"{PIC}cNvPr", f"{_WPS}cNvPr")
_OLD_SHAPES = (f"{V}shape", f"{V}rect", f"{V}group", f"{V}imagedata", f"{V}oval", f"{V}roundrect")
_OFFICE_TITLE = "{urn:schemas-microsoft-com:office:office}title"


def words(element: Element, story: WordStory) -> Iterator[Passage]:
    """Yield the alternative texts and the WordArt of a drawing, each once."""
    where = story.where()
    place = partial(story.next, hidden=unseen(element), anchor=story.name)
    parts = list(inside(element, BOX))
    for text in dict.fromkeys(_alternatives(parts)):
        there = place(f"{where}, alternative text", Part.ALT_TEXT)
        yield Passage(text=text, location=there, role=Role.CAPTION)
    arts = (part.get("string", "") for part in parts if part.tag == f"{V}textpath")
    for text in dict.fromkeys(text for text in arts if text.strip()):
        there = place(f"{where}, WordArt", Part.TEXT_BOX)
        yield Passage(text=text, location=there, role=Role.HEADING, level=1)
    for paragraph in (part for part in parts if part.tag == f"{A}p"):
        for stretch in stretches(spans(paragraph, story.name)):
            there = place(f"{where}, drawing", Part.TEXT_BOX)
            yield Passage(text=stretch.text, location=there)


def _alternatives(parts: list[Element]) -> Iterator[str]:
    for element in parts:
        if element.tag in _DESCRIBED:
            yield from _kept(element, "title", "descr")
        elif element.tag in _OLD_SHAPES:
            yield from _kept(element, "alt", "title", _OFFICE_TITLE)


def _kept(element: Element, *names: str) -> Iterator[str]:
    for name in names:
        text = element.get(name, "")
        if text.strip():
            yield text


def unseen(element: Element) -> str | None:
    """Return why nobody would see a drawing as a whole, or None."""
    if off_page(element):
        return "off the page"
    anchor = element.find(f"{WP}anchor")
    if anchor is None:
        return None
    properties = anchor.find(f"{WP}docPr")
    if anchor.get("hidden") == "1" or (properties is not None and properties.get("hidden") == "1"):
        return "hidden shape"
    return None
