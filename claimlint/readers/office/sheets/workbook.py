"""A workbook: its sheets in order, cell by cell, with comments and drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from claimlint.document import Part, Passage, ProblemCode, Role
from claimlint.office.names import R, S
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
from claimlint.readers.office.package import xml
from claimlint.readers.office.package.package import Package, Relation, first_target
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.sheets.blocks import lines, passages
from claimlint.readers.office.sheets.cells import LONGEST_TITLE, Sheet, Unread, rows
from claimlint.readers.office.sheets.values import Formats, rich
from claimlint.readers.office.words.text import stretches

_THREAD = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_MARGIN_CODE = re.compile(r"&(?:[LCRPNDTFAZGBIUEXYSOH]|\"[^\"]*\"|K[0-9A-F]{6}|\d+)")


def read(source: Source) -> Iterator[Item]:
    """Yield the passages and problems of a workbook, sheet by sheet.

    Formulas give the value that was stored with them; nothing is computed. Hidden sheets, rows
    and columns are read and marked. Macros are never run, links never followed.

    Raises:
        UnreadableFile: no package, encrypted, or without a workbook that can be read.

    Source: ECMA-376 part 1, SpreadsheetML.
    """
    if legacy.old(source.data):
        yield from legacy.read(source)
        return
    package = Package(source)
    name = package.main("xl/workbook.xml")
    root = package.xml(name)
    if root is None or root.tag != f"{S}workbook":
        raise package.unreadable("holds no workbook that can be read")
    yield from _Book(package, name, root).read()


class _Book:
    def __init__(self, package: Package, name: str, root: Element) -> None:
        self._package = package
        self._root = root
        self._relations = package.relations(name)
        styles = first_target(self._relations, "styles", "xl/styles.xml")
        self._formats = Formats(package.xml(styles))
        self._shared = self._strings()
        self._files: set[str] = set()
        self._tables = 0

    def read(self) -> Iterator[Item]:
        listed = [*self._root.iterfind(f"{S}sheets/{S}sheet")]
        for number, entry in enumerate(listed, start=1):
            relation = self._relations.get(entry.get(f"{R}id", ""))
            hidden = "hidden sheet" if entry.get("state", "visible") != "visible" else None
            if relation is not None and not relation.external:
                title = entry.get("name", f"Sheet{number}")[:LONGEST_TITLE]
                yield from self._sheet(Sheet(relation.target, title, number, hidden))
            yield from self._package.drain()
            yield PageDone(number, len(listed))
        yield from other_files(self._package, self._files, len(listed) + 1)
        yield from self._package.drain()

    def _sheet(self, sheet: Sheet) -> Iterator[Item]:
        data = self._package.read(sheet.name)
        if data is None:
            if not self._package.has(sheet.name):
                message = f"{sheet.label} is missing"
                self._package.note(ProblemCode.DAMAGED_PART, message, sheet.name)
            return
        try:
            yield from self._cells(data, sheet)
        except xml.BadXml as error:
            message = f"{sheet.label} was not read: {error}"
            self._package.note(ProblemCode.DAMAGED_PART, message, sheet.name)
            return
        yield from _margins(data, sheet)
        for relation in self._package.relations(sheet.name).values():
            if not relation.external:
                yield from self._related(relation, sheet)

    def _cells(self, data: bytes, sheet: Sheet) -> Iterator[Item]:
        first = self._tables + 1
        unread = Unread()
        for line in lines(rows(data, self._shared, self._formats, unread)):
            self._tables = first + line.block
            yield from passages(line, self._tables, sheet.of)
        if unread.fault is not None:
            self._package.repaired(sheet.name, unread.fault)
        if unread.formulas:
            cells = "a formula has" if unread.formulas == 1 else f"{unread.formulas} formulas have"
            message = f"{sheet.label}: {cells} no value yet; open and save it in its own program"
            self._package.note(ProblemCode.UNSUPPORTED_PART, message)

    def _related(self, relation: Relation, sheet: Sheet) -> Iterator[Item]:
        if relation.kind in ("comments", "threadedComment"):
            yield from _comments(self._package.xml(relation.target), sheet)
        elif relation.kind == "drawing":
            yield from self._drawing(relation.target, sheet)
        elif relation.kind in ("package", "oleObject"):
            place, file = sheet.place("embedded file", Part.EMBEDDED), Embedded(relation.target)
            if file.part not in self._files:
                self._files.add(file.part)
                yield from embedded(self._package, file, called=place.label, order=place.order)

    def _drawing(self, name: str, sheet: Sheet) -> Iterator[Item]:
        root = self._package.xml(name)
        if root is None:
            return
        for paragraph, number in drawing.numbered(root).items():
            for stretch in stretches(drawing.spans(paragraph, f"{name}#p{number}")):
                yield stretch.passage(sheet.place("text box", Part.TEXT_BOX))
        for shape in root.iter():
            if str(shape.tag).endswith("}cNvPr"):
                for text in (shape.get("title", ""), shape.get("descr", "")):
                    if text.strip():
                        place = sheet.place("alternative text", Part.ALT_TEXT)
                        yield Passage(text=text, location=place, role=Role.CAPTION)
        relations = self._package.relations(name)
        for found in graphics(self._package, relations, drawing.inside(root)):
            if isinstance(found, Words):
                yield found.stretch.passage(sheet.place(found.what, found.part))

    def _strings(self) -> list[str]:
        usual = "xl/sharedStrings.xml"
        data = self._package.read(first_target(self._relations, "sharedStrings", usual))
        if data is None:
            return []
        try:
            told = partial(self._package.repaired, usual)
            return [rich(element) for element in xml.events(data, f"{S}si", told=told)]
        except xml.BadXml as error:
            message = f"the texts of the cells were not read: {error}"
            self._package.note(ProblemCode.DAMAGED_PART, message, usual)
            return []


def _comments(root: Element | None, sheet: Sheet) -> Iterator[Passage]:
    """Yield comments on cells, in the old form and in threads."""
    for comment in () if root is None else root.iter(f"{S}comment", f"{_THREAD}threadedComment"):
        old = comment.tag == f"{S}comment"
        text = rich(comment) if old else comment.findtext(f"{_THREAD}text") or ""
        # A thread is told by its own part; the old form repeats it behind a notice.
        if text.strip() and not (old and text.startswith("[Threaded comment]")):
            address = comment.get("ref", "")
            place = sheet.place(f"comment on {address}", Part.COMMENT)
            yield Passage(text=text, location=replace(place, cell=address or None))


def _margins(data: bytes, sheet: Sheet) -> Iterator[Passage]:
    if b"headerFooter" not in data:
        return
    for element in xml.events(data, *(f"{S}{kind}" for kind in _MARGINS)):
        text = " ".join(_MARGIN_CODE.sub(" ", element.text or "").split())
        if text:
            what, part = _MARGINS[str(element.tag).rpartition("}")[2]]
            yield Passage(text=text, location=sheet.place(what, part))


_MARGINS = {
    f"{which}{what.title()}": (what, part)
    for which in ("odd", "even", "first")
    for what, part in (("header", Part.HEADER), ("footer", Part.FOOTER))
}
