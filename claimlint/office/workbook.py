"""A workbook that is written cell by cell: text stays text, formulas cannot come about."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from claimlint.office.cells import plain, runs

Style = Mapping[str, object]
INK, BAND, HEAD, RULE, FAINT = "#1F2A37", "#E8EEF5", "#24476B", "#C5CDD6", "#667280"
_BASE: Style = {
    "font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top",
    "text_wrap": True, "border": 1, "border_color": RULE,
}  # fmt: skip
_HEAD: Style = {"bold": True, "font_color": "#FFFFFF", "bg_color": HEAD, "valign": "vcenter"}
_LINE, _TALLEST = 13.5, 400


class Book:
    """A workbook under way; `styles` are looks of cells by name, "head" is one already."""

    def __init__(self, title: str, made: str, styles: Mapping[str, Style]) -> None:
        """Open a workbook called `title`; `made` is the ISO date that it bears."""
        self._stream = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book: Workbook = Workbook(self._stream, options)
        day = datetime.combine(date.fromisoformat(made), time())
        self._book.set_properties({"title": title, "author": "claimlint", "created": day})
        self._book.set_calc_mode("manual")
        self._title = title
        self._styles = {"head": _HEAD, **styles}
        self._made: dict[tuple[str, bool], Format] = {}

    def sheet(self, name: str, widths: Sequence[float]) -> Sheet:
        """Return a new sheet, landscape on A4, with columns of so many characters."""
        page = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            page.set_column(column, column, width)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_margins(0.4, 0.4, 0.5, 0.6)
        page.set_footer(f"&L&8{self._title}: {name}&R&8&P / &N")
        page.hide_gridlines(2)
        return Sheet(self, page, tuple(widths))

    def look(self, style: str, *, quoted: bool) -> Format:
        """Return the look called `style`; `quoted` marks a text that a spreadsheet might run."""
        key = (style, quoted)
        if key not in self._made:
            marked = {"quote_prefix": True} if quoted else {}
            self._made[key] = self._book.add_format({**_BASE, **self._styles[style], **marked})
        return self._made[key]

    def data(self) -> bytes:
        """Return the workbook; the same calls give the same bytes."""
        self._book.close()
        return self._stream.getvalue()


class Sheet:
    """A sheet under way; rows and columns count from 0."""

    def __init__(self, book: Book, page: Worksheet, widths: tuple[float, ...]) -> None:
        """Wrap a sheet of a book; `widths` are those of its columns."""
        self.page = page
        self.widths = widths
        self._book = book

    def text(self, row: int, column: int, text: str, style: str) -> None:
        """Write a text, as text whatever it looks like."""
        words = plain(text)
        look = self._book.look(style, quoted=runs(words))
        if words:
            self.page.write_string(row, column, words, look)
        else:
            self.page.write_blank(row, column, None, look)

    def number(self, row: int, column: int, value: float, style: str) -> None:
        """Write a number."""
        self.page.write_number(row, column, value, self._book.look(style, quoted=False))

    def head(self, words: Sequence[str]) -> None:
        """Write the head in the first row, which stays in sight and on every page."""
        for column, text in enumerate(words):
            self.text(0, column, text, "head")
        self.page.set_row(0, 22)
        self.page.freeze_panes(1, 0)
        self.page.repeat_rows(0)

    def merge(self, row: int, first: int, last: int, style: str) -> None:
        """Join cells of a row; the text goes into the first of them."""
        self.page.merge_range(row, first, row, last, "", self._book.look(style, quoted=False))

    def lock(self) -> None:
        """Protect the sheet without a password; only styles that are not locked can be filled."""
        rights = {"format_columns": True, "format_rows": True, "autofilter": True}
        self.page.protect("", rights)

    def tall(
        self, row: int, texts: Iterable[tuple[str, float]], *, line: float = _LINE, least: int = 1
    ) -> None:
        """Make a row as high as its texts need in columns of so many characters."""
        lines = least
        for text, width in texts:
            parts = text.split("\n")
            lines = max(lines, sum(max(1, ceil(len(part) * 1.08 / width)) for part in parts))
        self.page.set_row(row, min(_TALLEST, lines * line + 4))
