"""The questionnaire as a workbook: instructions, questions, claims."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from math import ceil
from typing import TYPE_CHECKING

from claimlint.office.cells import plain, runs
from claimlint.questionnaire import sheets
from claimlint.questionnaire.model import AskedField, Item, Questionnaire, State
from claimlint.questionnaire.wording import STEPS, TITLE, claims_told, lead

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_INK, _BAND, _HEAD, _ASKED, _KNOWN, _RULE = (
    "#1F2A37", "#E8EEF5", "#24476B", "#FFF8DC", "#F3F7F1", "#C5CDD6",
)  # fmt: skip
_BASE: Mapping[str, object] = {
    "font_name": "Calibri", "font_size": 10, "font_color": _INK, "valign": "top",
    "text_wrap": True, "border": 1, "border_color": _RULE, "num_format": "@",
}  # fmt: skip
_STYLES: Mapping[str, Mapping[str, object]] = {
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": _HEAD, "valign": "vcenter"},
    "band": {"bg_color": _BAND},
    "band-bold": {"bg_color": _BAND, "bold": True},
    "band-open": {"bg_color": _BAND, "locked": False},
    "cell": {},
    "kernel": {"bold": True},
    "known": {"bg_color": _KNOWN},
    "answer": {"bg_color": _ASKED, "locked": False},
    "answer-known": {"locked": False},
    "id": {"font_size": 8, "font_color": "#7A8694"},
    "band-id": {"font_size": 8, "font_color": "#7A8694", "bg_color": _BAND},
    "title": {"font_size": 20, "bold": True, "font_color": _HEAD, "border": 0, "text_wrap": False},
    "text": {"border": 0, "font_size": 11},
    "step": {"border": 0, "font_size": 11, "bold": True, "font_color": _HEAD, "align": "right"},
}
_WIDTHS = {
    "Questions": (5, 42, 34, 46, 14, 14, 11, 24),
    "Claims": (7, 38, 60, 24, 22, 20, 10, 28, 22),
}
_LINE = 13.5
_MOST_CLAIMS = 4
_TALLEST = 400


def render(asked: Questionnaire) -> bytes:
    """Return the workbook; the same questionnaire gives the same bytes.

    Answers, states and owners can be written to, all else is protected (without a password). No
    cell holds a formula: what looks like one is stored as text and marked as such.
    """
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(stream, options)
    made = datetime.combine(date.fromisoformat(asked.prepared_on), time())
    book.set_properties({"title": TITLE, "author": "claimlint", "created": made})
    book.set_calc_mode("manual")
    paint = _Paint(book)
    _instructions(book.add_worksheet("Instructions"), asked, paint)
    _questions(book.add_worksheet("Questions"), asked, paint)
    _claims(book.add_worksheet("Claims"), asked, paint)
    book.close()
    return stream.getvalue()


class _Paint:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}

    def __call__(self, name: str, *, quoted: bool = False) -> Format:
        key = (name, quoted)
        if key not in self._made:
            marked = {"quote_prefix": True} if quoted else {}
            self._made[key] = self._book.add_format({**_BASE, **_STYLES[name], **marked})
        return self._made[key]


def _write(sheet: Worksheet, row: int, column: int, text: str, paint: _Paint, style: str) -> None:
    words = plain(text)
    if words:
        sheet.write_string(row, column, words, paint(style, quoted=runs(words)))
    else:
        sheet.write_blank(row, column, None, paint(style))


def _paged(sheet: Worksheet, name: str, widths: Iterable[float]) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.set_footer(f"&L&8{TITLE}: {name}&R&8&P / &N")
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})


def _instructions(sheet: Worksheet, asked: Questionnaire, paint: _Paint) -> None:
    _paged(sheet, "Instructions", (14, 90))
    sheet.set_row(0, 34)
    _write(sheet, 0, 0, TITLE, paint, "title")
    _write(sheet, 1, 1, lead(asked), paint, "text")
    sheet.set_row(1, _height([(lead(asked), 90)], 15))
    row = 3
    for number, step in enumerate(STEPS, start=1):
        _write(sheet, row, 0, str(number), paint, "step")
        _write(sheet, row, 1, step, paint, "text")
        sheet.set_row(row, _height([(step, 90)], 15))
        row += 1
    for key, value in sheets.about(asked):
        row += 1
        _write(sheet, row, 0, key, paint, "id")
        _write(sheet, row, 1, value, paint, "id")


def _questions(sheet: Worksheet, asked: Questionnaire, paint: _Paint) -> None:
    widths = _WIDTHS["Questions"]
    _paged(sheet, "Questions", widths)
    for column, head in enumerate(sheets.QUESTIONS):
        _write(sheet, 0, column, head, paint, "head")
    sheet.set_row(0, 22)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for row, (item, field, _, cells) in enumerate(sheets.questions(asked), start=1):
        if field is None:
            _question(sheet, row, asked, item, cells, paint)
        else:
            _asked(sheet, row, field, cells, paint)


def _question(
    sheet: Worksheet,
    row: int,
    asked: Questionnaire,
    item: Item,
    cells: sheets.Row,
    paint: _Paint,
) -> None:
    widths = _WIDTHS["Questions"]
    settles = "Settles:\n" + "\n".join(claims_told(asked, item.claims, _MOST_CLAIMS))
    standing = f"{cells[2]}\n{item.why}"
    sheet.merge_range(row, 3, row, 4, "", paint("band"))
    for column, text, style in (
        (0, cells[0], "band-bold"), (1, cells[1], "band-bold"), (2, standing, "band"),
        (3, settles, "band"), (5, cells[5], "band-open"), (6, cells[6], "band"),
        (7, cells[7], "band-id"),
    ):  # fmt: skip
        _write(sheet, row, column, text, paint, style)
    tall = [(cells[1], widths[1] * 0.92), (standing, widths[2]), (settles, widths[3] + widths[4])]
    sheet.set_row(row, _height(tall, _LINE))


def _asked(sheet: Worksheet, row: int, field: AskedField, cells: sheets.Row, paint: _Paint) -> None:
    widths = _WIDTHS["Questions"]
    known = bool(field.so_far)
    styles = (
        "cell", "kernel" if field.kernel else "cell", "known" if known else "cell",
        "answer-known" if known else "answer", "answer-known" if known else "answer",
        "cell", "cell", "id",
    )  # fmt: skip
    for column, (text, style) in enumerate(zip(cells, styles, strict=True)):
        _write(sheet, row, column, text, paint, style)
    sheet.data_validation(row, 4, row, 4, {
        "validate": "list", "source": [str(state) for state in State],
        "error_title": "State", "error_message": "Choose one of the list, or leave it empty.",
    })  # fmt: skip
    tall = [(text, width) for text, width in zip(cells[1:4], widths[1:4], strict=True)]
    sheet.set_row(row, max(_height(tall, _LINE), 2 * _LINE))


def _claims(sheet: Worksheet, asked: Questionnaire, paint: _Paint) -> None:
    widths = _WIDTHS["Claims"]
    _paged(sheet, "Claims", widths)
    for column, head in enumerate(sheets.CLAIMS):
        _write(sheet, 0, column, head, paint, "head")
    sheet.set_row(0, 22)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for row, claim in enumerate(asked.claims, start=1):
        cells = sheets.claim_row(claim)
        for column, text in enumerate(cells):
            style = "kernel" if column == 1 else "id" if column > 6 else "cell"
            _write(sheet, row, column, text, paint, style)
        tall = [(text, width) for text, width in zip(cells, widths, strict=True)]
        sheet.set_row(row, _height(tall, _LINE))
    sheet.autofilter(0, 0, max(1, len(asked.claims)), len(sheets.CLAIMS) - 1)


def _height(texts: Iterable[tuple[str, float]], line: float) -> float:
    """Return the height in points that texts need in columns of so many characters."""
    lines = 1
    for text, width in texts:
        parts = text.split("\n")
        lines = max(lines, sum(max(1, ceil(len(part) * 1.08 / width)) for part in parts))
    return min(_TALLEST, lines * line + 4)
