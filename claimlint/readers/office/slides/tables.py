"""Tables on slides: cells row by row, each with the heads that it stands under."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import TableCell
from claimlint.office.names import A
from claimlint.readers.office.graphics import drawing
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import YES
from claimlint.readers.tables import LONGEST_HEAD, Heads


def cells(table: Element, number: int) -> Iterator[tuple[Element, TableCell]]:
    """Yield the text body of each cell and where it stands; merged-away cells are left out."""
    heads = Heads(number)
    for element in table.iterchildren(f"{A}tr"):
        heads.next_row()
        for column, cell in enumerate(element.iterchildren(f"{A}tc"), start=1):
            body = cell.find(f"{A}txBody")
            if body is None or cell.get("hMerge") in YES or cell.get("vMerge") in YES:
                continue
            yield body, heads.of(column)
            heads.told(column, _plain(body) if heads.wanted else "")


def _plain(body: Element) -> str:
    texts = (
        "".join(span.text for span in drawing.spans(paragraph, ""))
        for paragraph in body.iterchildren(f"{A}p")
    )
    return " ".join(" ".join(texts).split())[:LONGEST_HEAD]
