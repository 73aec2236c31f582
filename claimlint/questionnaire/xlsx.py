"""The questionnaire as a workbook: instructions, questions, claims."""

from __future__ import annotations

from collections.abc import Mapping

from claimlint.office.workbook import BAND, FAINT, HEAD, Book, Sheet, Style
from claimlint.questionnaire import sheets
from claimlint.questionnaire.model import AskedField, Item, Questionnaire
from claimlint.questionnaire.wording import STEPS, TITLE, claims_told, lead
from claimlint.values.statement import AnswerState

_ASKED, _KNOWN = "#FFF8DC", "#F3F7F1"
_TEXT: Style = {"num_format": "@"}
_STYLES: Mapping[str, Style] = {
    "band": {"bg_color": BAND, **_TEXT},
    "band-bold": {"bg_color": BAND, "bold": True, **_TEXT},
    "band-open": {"bg_color": BAND, "locked": False, **_TEXT},
    "band-id": {"font_size": 8, "font_color": FAINT, "bg_color": BAND, **_TEXT},
    "cell": _TEXT,
    "kernel": {"bold": True, **_TEXT},
    "known": {"bg_color": _KNOWN, **_TEXT},
    "answer": {"bg_color": _ASKED, "locked": False, **_TEXT},
    "answer-known": {"locked": False, **_TEXT},
    "id": {"font_size": 8, "font_color": FAINT, **_TEXT},
    "title": {"font_size": 20, "bold": True, "font_color": HEAD, "border": 0, "text_wrap": False},
    "text": {"border": 0, "font_size": 11},
    "step": {"border": 0, "font_size": 11, "bold": True, "font_color": HEAD, "align": "right"},
}
_QUESTIONS = (5, 42, 34, 46, 14, 14, 11, 24)
_CLAIMS = (7, 38, 60, 24, 22, 20, 10, 28, 22)
_WIDE, _LINE = 90, 15
_MOST_CLAIMS = 4


def render(asked: Questionnaire) -> bytes:
    """Return the workbook; the same questionnaire gives the same bytes.

    Answers, states and owners can be written to, all else is protected (without a password). No
    cell holds a formula: what looks like one is stored as text and marked as such.
    """
    book = Book(TITLE, asked.prepared_on, _STYLES)
    _instructions(book.sheet("Instructions", (14, _WIDE)), asked)
    _questions(book.sheet("Questions", _QUESTIONS), asked)
    _claims(book.sheet("Claims", _CLAIMS), asked)
    return book.data()


def _instructions(sheet: Sheet, asked: Questionnaire) -> None:
    sheet.lock()
    sheet.page.set_row(0, 34)
    sheet.text(0, 0, TITLE, "title")
    sheet.text(1, 1, lead(asked), "text")
    sheet.tall(1, [(lead(asked), _WIDE)], line=_LINE)
    row = 3
    for number, step in enumerate(STEPS, start=1):
        sheet.text(row, 0, str(number), "step")
        sheet.text(row, 1, step, "text")
        sheet.tall(row, [(step, _WIDE)], line=_LINE)
        row += 1
    for key, value in sheets.about(asked):
        row += 1
        sheet.text(row, 0, key, "id")
        sheet.text(row, 1, value, "id")


def _questions(sheet: Sheet, asked: Questionnaire) -> None:
    sheet.lock()
    sheet.head(sheets.QUESTIONS)
    for row, (item, field, _, cells) in enumerate(sheets.questions(asked), start=1):
        if field is None:
            _question(sheet, row, asked, item, cells)
        else:
            _asked(sheet, row, field, cells)


def _question(sheet: Sheet, row: int, asked: Questionnaire, item: Item, cells: sheets.Row) -> None:
    claims = claims_told(asked, item.claims, _MOST_CLAIMS)
    settles = "\n".join(("Settles:", *(claims or ("what every seller owes",))))
    standing = f"{cells[2]}\n{item.why}"
    sheet.merge(row, 3, 4, "band")
    for column, text, style in (
        (0, cells[0], "band-bold"), (1, cells[1], "band-bold"), (2, standing, "band"),
        (3, settles, "band"), (5, cells[5], "band-open"), (6, cells[6], "band"),
        (7, cells[7], "band-id"),
    ):  # fmt: skip
        sheet.text(row, column, text, style)
    wide = sheet.widths
    # Bold letters are wider.
    sheet.tall(row, [(cells[1], wide[1] * 0.92), (standing, wide[2]), (settles, wide[3] + wide[4])])


def _asked(sheet: Sheet, row: int, field: AskedField, cells: sheets.Row) -> None:
    answer = "answer-known" if field.so_far else "answer"
    styles = (
        "cell", "kernel" if field.kernel else "cell", "known" if field.so_far else "cell",
        answer, answer, "cell", "cell", "id",
    )  # fmt: skip
    for column, (text, style) in enumerate(zip(cells, styles, strict=True)):
        sheet.text(row, column, text, style)
    sheet.page.data_validation(row, 4, row, 4, {
        "validate": "list", "source": [str(state) for state in AnswerState],
        "error_title": "State", "error_message": "Choose one of the list, or leave it empty.",
    })  # fmt: skip
    sheet.tall(row, zip(cells[1:4], sheet.widths[1:4], strict=True), least=2)


def _claims(sheet: Sheet, asked: Questionnaire) -> None:
    sheet.lock()
    sheet.head(sheets.CLAIMS)
    for row, claim in enumerate(asked.claims, start=1):
        cells = sheets.claim_row(claim)
        for column, text in enumerate(cells):
            style = "kernel" if column == 1 else "id" if column > 6 else "cell"
            sheet.text(row, column, text, style)
        sheet.tall(row, zip(cells, sheet.widths, strict=True))
    sheet.page.autofilter(0, 0, max(1, len(asked.claims)), len(sheets.CLAIMS) - 1)
