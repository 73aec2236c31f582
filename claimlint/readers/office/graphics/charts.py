"""Words of a chart: its titles, the names of its series and categories, its written labels."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.office.names import CX, C, R
from claimlint.readers.office.graphics import drawing
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.text import Span

_NAMES = frozenset({f"{C}tx", f"{C}cat"})


def texts(root: Element, name: str) -> Iterator[tuple[str, list[Span]]]:
    """Yield what each piece of text is ("title", "label", "series", "category") and its spans.

    `root` is a `c:chartSpace` or its newer kin, `name` the part for the addresses. A name that
    stands in several series is given once. Numbers are left out.
    """
    for paragraph, number in drawing.numbered(root).items():
        title = next(paragraph.iterancestors(f"{C}title", f"{CX}title"), None)
        what = "label" if title is None else "title"
        yield what, drawing.spans(paragraph, f"{name}#p{number}")
    seen: set[tuple[str, str]] = set()
    for number, value in enumerate(root.iter(f"{C}v", f"{CX}v", f"{CX}pt"), start=1):
        what, text = _kind(value), value.text or ""
        if what and text.strip() and (what, text) not in seen:
            seen.add((what, text))
            yield what, [Span(text, f"{name}#v{number}")]


def _kind(value: Element) -> str:
    """Return what a cached value names, "" if it is a number."""
    if value.tag == f"{CX}pt":
        dimension = next(value.iterancestors(f"{CX}strDim"), None)
        return "" if dimension is None else "category"
    if value.tag == f"{CX}v":
        in_title = next(value.iterancestors(f"{CX}title"), None) is not None
        return "title" if in_title else "series"
    if next(value.iterancestors(f"{C}numCache", f"{C}numLit"), None) is not None:
        return ""
    above = next((a for a in value.iterancestors() if a.tag in _NAMES), None)
    if above is None:
        return ""
    if above.tag == f"{C}cat":
        return "category"
    return "title" if next(above.iterancestors(f"{C}title"), None) is not None else "series"


def workbook(root: Element) -> str | None:
    """Return the relation to the workbook that holds the chart's numbers, or None."""
    data = next(root.iter(f"{C}externalData", f"{CX}externalData"), None)
    return None if data is None else data.get(f"{R}id")
