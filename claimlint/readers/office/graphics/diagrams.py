"""Words of a SmartArt diagram, node by node, children behind their parents."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.office.names import DGM, A
from claimlint.readers.office.graphics import drawing
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import counted
from claimlint.readers.office.words.text import Span

_NODES = frozenset({"", "node", "asst"})


def texts(root: Element, name: str) -> Iterator[tuple[int, list[Span]]]:
    """Yield the depth of each node (from 1) and the spans of each of its paragraphs.

    `root` is the diagram's data part, `name` its name for the addresses.
    """
    points = {point.get("modelId", ""): point for point in root.iter(f"{DGM}pt")}
    numbers = drawing.numbered(root)
    for id_, depth in _ordered(root, points):
        body = points[id_].find(f"{DGM}t")
        for paragraph in () if body is None else body.iterchildren(f"{A}p"):
            yield depth, drawing.spans(paragraph, f"{name}#p{numbers[paragraph]}")


def _ordered(root: Element, points: dict[str, Element]) -> Iterator[tuple[str, int]]:
    children = _children(root)
    start = [id_ for id_, point in points.items() if point.get("type") == "doc"]
    stack = [(id_, 0) for id_ in reversed(start)]
    seen: set[str] = set()
    while stack:
        id_, depth = stack.pop()
        if id_ in seen or id_ not in points:
            continue
        seen.add(id_)
        if points[id_].get("type", "") in _NODES:
            yield id_, max(1, depth)
        stack.extend((child, depth + 1) for child in reversed(children.get(id_, [])))
    for id_ in points:
        if id_ not in seen:
            yield id_, 1


def _children(root: Element) -> dict[str, list[str]]:
    links: dict[str, list[tuple[int, str]]] = {}
    for link in root.iter(f"{DGM}cxn"):
        if link.get("type", "parOf") == "parOf":
            place = counted(link.get("srcOrd"), 0, 1_000_000)
            links.setdefault(link.get("srcId", ""), []).append((place, link.get("destId", "")))
    return {parent: [child for _, child in sorted(found)] for parent, found in links.items()}
