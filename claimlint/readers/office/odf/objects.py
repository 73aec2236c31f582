"""Objects inside an OpenDocument file: charts and formulas in folders of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.document import Part, Passage, Role
from claimlint.readers.interface import Item
from claimlint.readers.office.graphics.graphics import Embedded, embedded
from claimlint.readers.office.odf.inline import plain
from claimlint.readers.office.odf.names import LINK, OFFICE, PARAGRAPHS
from claimlint.readers.office.odf.opening import Opened
from claimlint.readers.office.odf.story import OdfStory, Stories
from claimlint.readers.office.package.package import Package
from claimlint.readers.office.package.xml import Element


def told(
    file: Opened, stories: Stories, container: Iterable[Element], story: OdfStory
) -> Iterator[Item]:
    """Yield what a story says, with the words of the objects that it refers to."""
    for item in stories.read(container, story):
        if isinstance(item, Passage):
            yield item
        else:
            yield from _read(file.package, item, story)
    yield from file.problems()


def _read(package: Package | None, reference: Element, story: OdfStory) -> Iterator[Item]:
    """Yield the words of an object that a drawing refers to; nothing outside is loaded."""
    name = reference.get(f"{LINK}href", "").removeprefix("./").rstrip("/")
    if package is None or not name or "://" in name:
        return
    content = f"{name}/content.xml"
    if package.has(content):
        root = package.xml(content)
        yield from _words(root, story)
    elif package.has(name):
        place = story.next(f"{story.where()}, embedded file", Part.EMBEDDED)
        yield from embedded(package, Embedded(name), called=place.label, order=place.order)


def _words(root: Element | None, story: OdfStory) -> Iterator[Passage]:
    body = None if root is None else root.find(f"{OFFICE}body")
    chart = body is not None and body.find(f"{OFFICE}chart") is not None
    what, part = ("chart", Part.CHART) if chart else ("embedded object", Part.EMBEDDED)
    seen: set[str] = set()
    for paragraph in () if body is None else body.iter(*PARAGRAPHS):
        text = plain(paragraph)
        if text and text not in seen and not _number(text):
            seen.add(text)
            place = story.next(f"{story.where()}, {what}", part)
            yield Passage(text=text, location=place, role=Role.CAPTION)


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return text == "NaN"
    return True
