"""A deck: its slides in the order they are shown, each with its notes and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.document import Part
from claimlint.readers.contract import Item, PageDone, Source
from claimlint.readers.office.names import P, R
from claimlint.readers.office.package import Package, Relation
from claimlint.readers.office.slides.inherit import Inherited
from claimlint.readers.office.slides.page import Page, Sheet, sized

if TYPE_CHECKING:
    from claimlint.readers.office.xml import Element

_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml", re.IGNORECASE)


def read(source: Source) -> Iterator[Item]:
    """Yield the passages and problems of a deck, slide by slide.

    Raises:
        UnreadableFile: no package, encrypted, or without a slide that can be read.
    """
    package = Package(source)
    name = package.main("ppt/presentation.xml") or ""
    root = package.xml(name) if name else None
    slides = _listed(package, name, root) or _found(package)
    if root is None and not slides:
        raise package.unreadable("holds no deck that can be read")
    yield from _Deck(package, root, slides).read()


def _listed(package: Package, name: str, root: Element | None) -> tuple[str, ...]:
    """Return the parts of the slides in the order in which they are shown."""
    if root is None:
        return ()
    relations = package.relations(name)
    ids = [entry.get(f"{R}id", "") for entry in root.iter(f"{P}sldId")]
    return tuple(relations[id_].target for id_ in ids if id_ in relations)


def _found(package: Package) -> tuple[str, ...]:
    """Return the parts that are slides by their names, by number."""
    found = [(int(m.group(1)), n) for n in package.names() if (m := _SLIDE.fullmatch(n))]
    return tuple(name for _, name in sorted(found))


class _Deck:
    def __init__(self, package: Package, root: Element | None, slides: tuple[str, ...]) -> None:
        self._package = package
        self._slides = slides
        self._style = None if root is None else root.find(f"{P}defaultTextStyle")
        self._pages: dict[str, Element | None] = {}

    def read(self) -> Iterator[Item]:
        for number, name in enumerate(self._slides, start=1):
            yield from self._slide(number, name)
            yield from self._package.drain()
            yield PageDone(number, len(self._slides))

    def _slide(self, number: int, name: str) -> Iterator[Item]:
        root = self._package.xml(name)
        if root is None:
            return
        hidden = "hidden slide" if root.get("show") in ("0", "false") else None
        relations = self._package.relations(name)
        sheet = Sheet(name=name, label=f"slide {number}", number=number, hidden=hidden)
        page = Page(root, sheet, self._inherited(relations))
        drawn = [item for shape in page.shapes() for item in page.text(shape)]
        yield from sized(drawn)
        yield from self._notes(relations, page)

    def _notes(self, relations: dict[str, Relation], slide: Page) -> Iterator[Item]:
        name = _target(relations, "notesSlide")
        root = self._package.xml(name) if name else None
        if root is None or name is None:
            return
        sheet = slide.sheet
        label = f"{sheet.label}, speaker notes"
        notes = Sheet(
            name=name, label=label, number=sheet.number, part=Part.NOTES, hidden=sheet.hidden
        )
        page = Page(root, notes, Inherited(deck=self._style), slide.order)
        for shape in page.shapes():
            if shape.kind not in ("sldImg", "sldNum"):
                for item in page.text(shape):
                    yield item.passage
        slide.order = page.order

    def _inherited(self, relations: dict[str, Relation]) -> Inherited:
        layout = _target(relations, "slideLayout")
        if layout is None:
            return Inherited(deck=self._style)
        master = _target(self._package.relations(layout), "slideMaster")
        return Inherited(self._page(layout), self._page(master), self._style)

    def _page(self, name: str | None) -> Element | None:
        if name is None:
            return None
        if name not in self._pages:
            self._pages[name] = self._package.xml(name)
        return self._pages[name]


def _target(relations: dict[str, Relation], kind: str) -> str | None:
    return next((r.target for r in relations.values() if r.kind == kind and not r.external), None)
