"""What must be known of a page before its text is read: style sheets, and what its tables are."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from claimlint.readers.html.characters import attribute
from claimlint.readers.html.colours import WHITE
from claimlint.readers.html.css import Sheet
from claimlint.readers.html.tokens import Close, Open, Text, Token
from claimlint.readers.html.visibility import Sight


class _Shape(Struct):
    """A table's shape. Tables inside it or a role without meaning make it a matter of layout."""

    layout: bool = False
    rows: int = 0
    cells: int = 0
    widest: int = 0


class PageFacts(Struct):
    """What holds for a page as a whole. `data_tables` tells of each table whether it holds data.

    `controlled` are the ids of what tabs, menus and headings open and close on a click.
    """

    sheet: Sheet = field(default_factory=Sheet)
    foreign_sheets: bool = False
    strict: bool = False
    data_tables: tuple[bool, ...] = ()
    controlled: set[str] = field(default_factory=set)

    @property
    def sight(self) -> Sight:
        """Return how the page's bare text is seen: on white, unless a style sheet was not read."""
        unknown = self.foreign_sheets or self.sheet.partial
        return Sight(background=None if unknown else WHITE)

    def opens(self, text: str, token: Open) -> bool:
        """Tell whether a click on something else shows an element that is hidden at first."""
        attributes = token.attributes
        if "role" in attributes and attribute(text, token, "role").strip() == "tabpanel":
            return True
        return "id" in attributes and attribute(text, token, "id") in self.controlled

    def holds_data(self, table: int) -> bool:
        """Tell whether a table, counted from 0 in order, is more than a matter of layout."""
        return table < len(self.data_tables) and self.data_tables[table]


def facts_of(text: str, tokens: Iterable[Token], sheets: Iterable[str] = ()) -> PageFacts:
    """Return what the tokens of a page, and style sheets beside it, say about it as a whole."""
    page = PageFacts(strict=text[:200].lstrip("\ufeff \t\r\n").startswith("<?xml"))
    for sheet in sheets:
        page.sheet.add(sheet)
    shapes: list[_Shape] = []
    stack: list[_Shape] = []
    for token in tokens:
        if isinstance(token, Text):
            if token.raw == "style":
                page.sheet.add(text[token.start : token.end])
        elif isinstance(token, Open):
            if "aria-controls" in token.attributes:
                page.controlled.update(attribute(text, token, "aria-controls").split())
            if token.name == "link":
                page.foreign_sheets = page.foreign_sheets or _is_sheet(text, token)
            elif token.name == "table":
                _open_table(text, token, shapes, stack)
            elif stack:
                _count(token.name, stack[-1])
        elif isinstance(token, Close) and token.name == "table" and stack:
            stack.pop()
    page.data_tables = tuple(
        not shape.layout and shape.rows > 1 and shape.widest > 1 for shape in shapes
    )
    return page


def _is_sheet(text: str, token: Open) -> bool:
    relation = token.attributes.get("rel")
    return relation is not None and "stylesheet" in text[relation.start : relation.end].lower()


def _open_table(text: str, token: Open, shapes: list[_Shape], stack: list[_Shape]) -> None:
    if stack:
        stack[-1].layout = True
    role = attribute(text, token, "role").strip().lower()
    shapes.append(_Shape(layout=role in ("presentation", "none")))
    stack.append(shapes[-1])


def _count(name: str, shape: _Shape) -> None:
    if name == "tr":
        shape.rows += 1
        shape.cells = 0
    elif name in ("td", "th"):
        shape.cells += 1
        shape.widest = max(shape.widest, shape.cells)
