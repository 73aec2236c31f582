"""Workbooks for tests, built from their XML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.build.office import Part, office

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Sheet:
    """A sheet of rows, with what a test wants to see beside them."""

    def __init__(
        self,
        title: str,
        *rows: str,
        state: str = "visible",
        hidden_columns: tuple[int, int] | None = None,
        comments: Mapping[str, str] | None = None,
        header: str = "",
    ) -> None:
        self.title, self.rows, self.state = title, rows, state
        self.hidden_columns, self.comments, self.header = hidden_columns, comments, header


def xlsx(*sheets: Sheet, shared: Sequence[str] = (), forms: Sequence[str] = ()) -> bytes:
    """Return a workbook; style 1 shows numbers by the first of `forms`, and so on."""
    parts = [_part(sheet, number) for number, sheet in enumerate(sheets, start=1)]
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
    parts.append(Part("sharedStrings", "sharedStrings.xml", _root("sst", strings)))
    codes = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{escape(form)}"/>'
        for n, form in enumerate(forms)
    )
    styles = "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(forms)))
    looks = f'<numFmts>{codes}</numFmts><cellXfs><xf numFmtId="0"/>{styles}</cellXfs>'
    parts.append(Part("styles", "styles.xml", _root("styleSheet", looks)))
    listed = "".join(
        f'<sheet name="{sheet.title}" state="{sheet.state}" r:id="{part.name}"/>'
        for sheet, part in zip(sheets, parts, strict=False)
    )
    book = _root("workbook", f"<sheets>{listed}</sheets>")
    return office("xl/workbook.xml", book, parts)


def row(number: int, *cells: str, hidden: bool = False) -> str:
    """Return a row; a cell is a text or XML that opens with `<`."""
    made = "".join(
        text if text.startswith("<") else cell(f"{chr(65 + n)}{number}", text, kind="str")
        for n, text in enumerate(cells)
    )
    return f'<row r="{number}" hidden="{int(hidden)}">{made}</row>'


def cell(address: str, value: str, kind: str = "n", style: int = 0) -> str:
    """Return a cell that holds a value."""
    return f'<c r="{address}" t="{kind}" s="{style}"><v>{escape(value)}</v></c>'


def _part(sheet: Sheet, number: int) -> Part:
    columns = ""
    if sheet.hidden_columns is not None:
        first, last = sheet.hidden_columns
        columns = f'<cols><col min="{first}" max="{last}" hidden="1"/></cols>'
    header = ""
    if sheet.header:
        header = f"<headerFooter><oddHeader>{escape(sheet.header)}</oddHeader></headerFooter>"
    data = f"{columns}<sheetData>{''.join(sheet.rows)}</sheetData>{header}"
    said = "".join(
        f'<comment ref="{address}"><text><t>{escape(text)}</t></text></comment>'
        for address, text in (sheet.comments or {}).items()
    )
    notes = Part("comments", f"comments{number}.xml", _root("comments", f"<x>{said}</x>"))
    name = f"worksheets/sheet{number}.xml"
    return Part("worksheet", name, _root("worksheet", data), (notes,) if said else ())


def _root(tag: str, content: str) -> str:
    return f'<{tag} xmlns="{SPACE}" xmlns:r="{LINKS}">{content}</{tag}>'
