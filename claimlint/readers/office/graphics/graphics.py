"""What a graphic in a document or deck refers to: charts, diagrams, embedded files."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from claimlint.document import Location, Part, Passage, Role
from claimlint.office.names import CX, DGM, OFFICE, C, P, R
from claimlint.readers.interface import Item
from claimlint.readers.office.graphics import charts, diagrams
from claimlint.readers.office.old import ole
from claimlint.readers.office.package.package import Package, Relation, target_of
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.text import Stretch, stretches

_CHARTS = (f"{C}chart", f"{CX}chart")
_FILES = (f"{P}oleObj", f"{OFFICE}OLEObject")


class Words(NamedTuple):
    """Words of a graphic; `what` is what a person calls it ("chart, title")."""

    stretch: Stretch
    what: str
    part: Part
    role: Role
    level: int = 0

    def passage(self, place: Location) -> Passage:
        """Return the words as a passage at a place, with the address of their paragraph."""
        anchor = (self.stretch.pieces[0].anchor or "").partition("/r")[0]
        return Passage(
            text=self.stretch.text,
            location=replace(place, anchor=anchor),
            role=self.role,
            level=self.level,
            pieces=self.stretch.pieces,
        )


class Embedded(NamedTuple):
    """A file inside the package, the part that holds it, and what was told of it already."""

    part: str
    told: frozenset[str] = frozenset()


def graphics(
    package: Package, relations: dict[str, Relation], elements: Iterable[Element]
) -> Iterator[Words | Embedded]:
    """Yield the words and embedded files that the elements refer to, in their order.

    `relations` are those of the part in which the elements stand.
    """
    for reference in elements:
        tag = reference.tag
        if tag == f"{DGM}relIds":
            yield from _diagram(package, target_of(relations, reference.get(f"{R}dm")))
        elif tag in _CHARTS:
            yield from _chart(package, target_of(relations, reference.get(f"{R}id")))
        elif tag in _FILES:
            name = target_of(relations, reference.get(f"{R}id"))
            if name:
                yield Embedded(name)


def _chart(package: Package, name: str) -> Iterator[Words | Embedded]:
    root = package.xml(name)
    if root is None:
        return
    told: set[str] = set()
    for what, spans in charts.texts(root, name):
        role = Role.HEADING if what == "title" else Role.CAPTION
        for stretch in stretches(spans):
            told.add(stretch.text)
            yield Words(stretch, f"chart, {what}", Part.CHART, role, int(role is Role.HEADING))
    workbook = target_of(package.relations(name), charts.workbook(root))
    if workbook:
        yield Embedded(workbook, frozenset(told))


def _diagram(package: Package, name: str) -> Iterator[Words]:
    root = package.xml(name)
    for depth, spans in () if root is None else diagrams.texts(root, name):
        for stretch in stretches(spans):
            yield Words(stretch, "diagram", Part.SMART_ART, Role.BULLET, depth)


def embedded(
    package: Package, file: Embedded, *, called: str, order: tuple[int, ...]
) -> Iterator[Item]:
    """Yield what lies in an embedded file, through the reader of its own format.

    Words of a chart are not told again as cells of the workbook behind it.
    """
    from claimlint.readers.registry import read_nested

    name = file.part
    data = package.read(name)
    if data is None:
        yield from package.drain()
        return
    base = posixpath.basename(name)
    inner = ole.content(data)
    if inner is not None:
        base, data = inner.name or base, inner.data
    source = package.source.inner(base, data)
    for item in read_nested(source, called=called, order=order):
        if not isinstance(item, Passage) or item.text not in file.told:
            yield item


def other_files(package: Package, told: set[str], rank: int) -> Iterator[Item]:
    """Yield what lies in embedded files that nothing refers to, behind all else by their rank."""
    names = (name for name in package.names() if "/embeddings/" in name and name not in told)
    for number, name in enumerate(names, start=1):
        order = (rank, number)
        yield from embedded(package, Embedded(name), called="embedded file", order=order)
