"""A deck: its slides in the order they are shown, each with its notes and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import Location, Part, Passage, Problem, ProblemCode
from claimlint.office.names import A, P, R
from claimlint.readers.interface import Item, PageDone, Source
from claimlint.readers.office.graphics import drawing
from claimlint.readers.office.graphics.graphics import (
    Embedded,
    Words,
    embedded,
    graphics,
    other_files,
)
from claimlint.readers.office.old import legacy
from claimlint.readers.office.package.package import Package, first_target, targets
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.slides import comments
from claimlint.readers.office.slides.cards import joined
from claimlint.readers.office.slides.colours import Palette
from claimlint.readers.office.slides.geometry import EMU_PER_POINT
from claimlint.readers.office.slides.inherit import Inherited
from claimlint.readers.office.slides.page import Drawn, Page, Sheet, sized
from claimlint.readers.office.slides.shapes import Shape
from claimlint.readers.office.slides.visibility import Visibility
from claimlint.readers.office.words.attributes import whole
from claimlint.readers.office.words.text import stretches

_SLIDE = re.compile(r"ppt/slides/slide(\d{1,9})\.xml", re.IGNORECASE)
_USUAL_SIZE = (960.0, 720.0)
_PROMPTS = ("footer", "footer text", "click to add footer", "click to edit footer")
_LONGEST_NAME = 80
_LEFT_OUT = ("sldImg", "sldNum")


def read(source: Source) -> Iterator[Item]:
    """Yield the passages and problems of a deck, slide by slide.

    Slides count from 1, hidden ones too. Macros are never run, links never followed. Text in
    pictures is not read.

    Raises:
        UnreadableFile: no package, encrypted, or without a slide that can be read.

    Source: ECMA-376 part 1, PresentationML.
    """
    if legacy.old(source.data):
        yield from legacy.read(source)
        return
    package = Package(source)
    name = package.main("ppt/presentation.xml")
    root = package.xml(name)
    slides = _listed(package, name, root) or _found(package)
    if not slides and (root is None or root.tag != f"{P}presentation"):
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
        self._size = _size(root)
        self._pages: dict[str, Element | None] = {}
        self._palettes: dict[str, Palette] = {}
        self._used: dict[str, str] = {}
        self._files: set[str] = set()
        self._removed = 0

    def read(self) -> Iterator[Item]:
        total = len(self._slides)
        for number, name in enumerate(self._slides, start=1):
            yield from self._slide(number, name)
            yield from self._package.drain()
            yield PageDone(number, total)
        yield from self._left_over(total)
        yield from self._templates(total + 2)
        yield from other_files(self._package, self._files, total + 3)
        yield from self._package.drain()

    def _left_over(self, total: int) -> Iterator[Item]:
        """Yield slides that were taken out of the deck and are still in the file."""
        names = [name for name in _found(self._package) if name not in self._slides]
        for number, name in enumerate(names, start=1):
            label = f"removed slide {number}"
            sheet = Sheet(
                name=name, label=label, number=total + 1, hidden="removed slide", shown=False
            )
            root = self._package.xml(name)
            if root is not None:
                page = Page(sheet, self._view(root, name), self._removed)
                yield from self._unsized(page)
                self._removed = page.order

    def _slide(self, number: int, name: str) -> Iterator[Item]:
        root = self._package.xml(name)
        if root is None:
            if not self._package.has(name):
                self._package.note(ProblemCode.DAMAGED_PART, f"slide {number} is missing", name)
            return
        hidden = "hidden slide" if root.get("show") in ("0", "false") else None
        sheet = Sheet(name=name, label=f"slide {number}", number=number, hidden=hidden)
        page = Page(sheet, self._view(root, name))
        found = list(self._read(page))
        drawn = [item for item in found if isinstance(item, Drawn)]
        passages = sized(drawn)
        shown = (next(passages) if isinstance(item, Drawn) else item for item in found)
        yield from joined(
            (item, item.location.bbox if isinstance(item, Passage) else None) for item in shown
        )
        if not drawn and next(root.iter(f"{A}blip"), None) is not None:
            yield _picture_only(sheet)
        yield from self._notes(page)
        yield from self._comments(page)

    def _read(self, page: Page) -> Iterator[Item | Drawn]:
        """Yield what the shapes of a page hold; text of shapes with its size still in points."""
        relations = self._package.relations(page.sheet.name)
        for shape in page.shapes():
            if shape.kind in _LEFT_OUT:
                continue
            yield from page.text(shape)
            yield from page.alternatives(shape)
            if shape.element.tag == f"{P}graphicFrame":
                within = drawing.inside(shape.element)
                for found in graphics(self._package, relations, within):
                    if isinstance(found, Words):
                        yield found.passage(page.place(shape, found.what, found.part))
                    else:
                        yield from self._file(found, page, shape)

    def _unsized(self, page: Page) -> Iterator[Item]:
        """Yield what a page holds that no slide shows: the size of its text says nothing."""
        for item in self._read(page):
            yield item.passage if isinstance(item, Drawn) else item

    def _file(self, found: Embedded, page: Page, shape: Shape) -> Iterator[Item]:
        if found.part in self._files:
            return
        self._files.add(found.part)
        place = page.place(shape, "embedded file", Part.EMBEDDED)
        yield from embedded(self._package, found, called=place.label, order=place.order)

    def _notes(self, slide: Page) -> Iterator[Item]:
        name = first_target(self._package.relations(slide.sheet.name), "notesSlide")
        root = self._package.xml(name)
        if root is None:
            return
        sheet = slide.sheet
        notes = Sheet(
            name=name,
            label=f"{sheet.label}, speaker notes",
            number=sheet.number,
            part=Part.NOTES,
            hidden=sheet.hidden,
        )
        view = Visibility(root, Inherited(deck=self._style), Palette(), (float("inf"),) * 2)
        page = Page(notes, view, slide.order)
        yield from self._unsized(page)
        slide.order = page.order

    def _comments(self, page: Page) -> Iterator[Item]:
        for name in targets(self._package.relations(page.sheet.name), "comments"):
            root = self._package.xml(name)
            for number, spans in () if root is None else comments.texts(root, name):
                for stretch in stretches(spans):
                    yield stretch.passage(page.place(None, f"comment {number}", Part.COMMENT))

    def _templates(self, number: int) -> Iterator[Item]:
        """Yield the text that layouts and masters put on slides, each once in a deck."""
        order = 0
        for name, label in self._used.items():
            root = self._page(name)
            if root is None:
                continue
            sheet = Sheet(name=name, label=label, number=number, part=Part.LAYOUT, shown=False)
            page = Page(sheet, self._template_view(root, name), order)
            for shape in page.shapes():
                if not shape.placeholder or shape.kind == "ftr":
                    found = (item.passage for item in page.text(shape))
                    yield from (passage for passage in found if not _prompt(passage.text))
                    yield from page.alternatives(shape)
            order = page.order

    def _view(self, root: Element, name: str) -> Visibility:
        """Return what lies behind the text of a slide; remember its layout and master."""
        relations = self._package.relations(name)
        layout = first_target(relations, "slideLayout")
        above = self._package.relations(layout) if layout else relations
        master = first_target(above, "slideMaster")
        for part, what in ((layout, "slide layout"), (master, "slide master")):
            if part:
                self._used.setdefault(part, _called(what, self._page(part)))
        inherited = Inherited(self._page(layout), self._page(master), self._style)
        return Visibility(root, inherited, self._palette(master), self._size)

    def _template_view(self, root: Element, name: str) -> Visibility:
        master = first_target(self._package.relations(name), "slideMaster")
        inherited = Inherited(None, self._page(master), self._style)
        return Visibility(root, inherited, self._palette(master or name), self._size)

    def _palette(self, master: str) -> Palette:
        if master not in self._palettes:
            theme = first_target(self._package.relations(master), "theme") if master else ""
            root = self._package.xml(theme)
            self._palettes[master] = Palette.of(root, self._page(master))
        return self._palettes[master]

    def _page(self, name: str) -> Element | None:
        if name not in self._pages:
            self._pages[name] = self._package.xml(name)
        return self._pages[name]


def _size(root: Element | None) -> tuple[float, float]:
    """Return width and height of the slides in points."""
    size = None if root is None else root.find(f"{P}sldSz")
    if size is None:
        return _USUAL_SIZE
    wide, high = whole(size.get("cx")), whole(size.get("cy"))
    if wide is None or high is None:
        return _USUAL_SIZE
    return wide / EMU_PER_POINT, high / EMU_PER_POINT


def _prompt(text: str) -> bool:
    """Tell whether a template's footer only says where a footer goes."""
    return text.strip(" <>[]").casefold() in _PROMPTS


def _called(what: str, root: Element | None) -> str:
    page = None if root is None else root.find(f"{P}cSld")
    name = "" if page is None else page.get("name", "")
    return f'{what} "{name[:_LONGEST_NAME]}"' if name else what


def _picture_only(sheet: Sheet) -> Problem:
    return Problem(
        code=ProblemCode.IMAGE_ONLY_PAGE,
        message="the slide is a picture; text in pictures is not read",
        location=Location(label=sheet.label, order=(sheet.number, 0), slide=sheet.number),
    )
