"""Text of the drawing language (DrawingML), which decks, charts and diagrams share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from claimlint.office.names import MC, A, M
from claimlint.office.ooxml import chosen
from claimlint.readers.office.package.walk import Walk
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.text import Span

Hidden: TypeAlias = Callable[[Element], str | None]
"""Tells why nobody would see a run."""

_RUNS = frozenset({f"{A}r", f"{A}fld"})
_SKIPPED = frozenset({f"{A}pPr", f"{A}endParaRPr", f"{M}ctrlPr", f"{M}rPr"})


def inside(element: Element, *without: str) -> Iterator[Element]:
    """Yield an element and all below it in order, alternatives once.

    Elements of the tags `without` are left out with all that is in them.
    """
    walk = Walk(iter((element,)))
    for found in walk:
        if found.tag == f"{MC}AlternateContent":
            walk.enter(chosen(found))
        elif found.tag not in without:
            yield found
            walk.enter(iter(found))


def spans(paragraph: Element, anchor: str, hidden: Hidden | None = None) -> list[Span]:
    """Return the text of an `a:p`, run by run; `hidden` says why nobody would see a run.

    A paragraph that is nothing but the number of its slide has no text.
    """
    found: list[Span] = []
    number = 0
    walk = Walk(iter(paragraph))
    for element in walk:
        tag = element.tag
        if tag in _RUNS or tag == f"{M}r":
            number += 1
            text = "".join(t.text or "" for t in element.iterchildren(f"{A}t", f"{M}t"))
            if text:
                reason = hidden(element) if hidden is not None else None
                found.append(Span(_plain(text), f"{anchor}/r{number}+0", hidden=reason))
        elif tag == f"{A}br":
            found.append(Span("\n", hidden=found[-1].hidden if found else None))
        elif tag == f"{MC}AlternateContent":
            walk.enter(chosen(element))
        elif tag not in _SKIPPED:
            walk.enter(iter(element))
    return [] if len(found) == 1 and _page_number(paragraph) else found


def _page_number(paragraph: Element) -> bool:
    runs = list(paragraph.iter(*_RUNS))
    return len(runs) == 1 and runs[0].get("type") == "slidenum"


def numbered(root: Element, *tags: str) -> dict[Element, int]:
    """Return the number, from 1, of every paragraph of a part, as addresses count them.

    Paragraphs are the elements of the `tags`, `a:p` where none is named.
    """
    found = root.iter(*(tags or (f"{A}p",)))
    return {element: number for number, element in enumerate(found, start=1)}


def _plain(text: str) -> str:
    if "_x000" in text:
        text = text.replace("_x000B_", "\n").replace("_x000D_", "")
    return text.replace("\v", "\n")
