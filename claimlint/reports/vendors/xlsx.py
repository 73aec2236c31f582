"""The comparison of vendors as a workbook: side by side, all claims, all conflicts."""

from __future__ import annotations

from collections.abc import Mapping

from claimlint.document import file_name
from claimlint.finding import Report
from claimlint.office.workbook import BAND, Book, Sheet, Style
from claimlint.reports.contents.distinct_claims import Stated
from claimlint.reports.vendors.cells import Cell, Grade, Grid, Vendor
from claimlint.reports.vendors.grid import grid

_LEFT: Style = {"align": "left"}
_STYLES: Mapping[str, Style] = {
    "cell": {},
    "bold": {"bold": True},
    "section": {"bold": True, "bg_color": BAND},
    "good": {"bg_color": "#DDEFE3", "font_color": "#14532D", **_LEFT},
    "part": {"bg_color": "#FFF3D1", "font_color": "#6B4500", **_LEFT},
    "poor": {"bg_color": "#FBE0DE", "font_color": "#8C1D18", "bold": True, **_LEFT},
    "plain": _LEFT,
}
_CLAIMS = (
    "Vendor", "Claim", "Sentence", "Where", "Category", "Strength", "Level", "Backed", "Evidence",
)  # fmt: skip
_CONFLICTS = ("Vendor", "How", "Claim", "Where", "Clause", "Where it stands", "Why")
_FIRST, _COLUMN = 44, 30


def render(report: Report) -> bytes:
    """Return the workbook; the same report gives the same bytes. No cell holds a formula."""
    found = grid(report)
    book = Book("Vendors side by side", found.today, _STYLES)
    widths = (_FIRST, *(_COLUMN for _ in found.vendors))
    _side_by_side(book.sheet("Side by side", widths), found)
    claims = book.sheet("Claims", (20, 36, 60, 40, 20, 10, 10, 9, 60))
    claims.head(_CLAIMS)
    row = 0
    for vendor in found.vendors:
        for each in vendor.claims:
            row += 1
            _claim(claims, row, vendor, each)
    claims.page.autofilter(0, 0, max(1, row), len(_CLAIMS) - 1)
    _conflicts(book.sheet("Contract", (20, 14, 36, 30, 50, 30, 60)), found)
    return book.data()


def _side_by_side(sheet: Sheet, found: Grid) -> None:
    sheet.head(("", *(vendor.name for vendor in found.vendors)))
    row = 1
    if any(vendor.about for vendor in found.vendors):
        sheet.text(row, 0, "Vendor and product, as its dossier says", "bold")
        for column, vendor in enumerate(found.vendors, start=1):
            sheet.text(row, column, vendor.about, "cell")
        sheet.tall(row, [(vendor.about, _COLUMN) for vendor in found.vendors])
        row += 1
    for section in found.sections:
        for column in range(len(found.vendors) + 1):
            sheet.text(row, column, "" if column else section.title, "section")
        row += 1
        for measure in section.measures:
            sheet.text(row, 0, measure.title, "bold")
            for column, cell in enumerate(measure.cells, start=1):
                _cell(sheet, row, column, cell)
            tall = [(_words(cell), _COLUMN) for cell in measure.cells]
            sheet.tall(row, [(measure.title, _FIRST * 0.92), *tall])
            row += 1


def _cell(sheet: Sheet, row: int, column: int, cell: Cell) -> None:
    if cell.number is not None and not cell.note and cell.text.replace(",", "").isdecimal():
        sheet.number(row, column, cell.number, str(cell.grade))
    else:
        sheet.text(row, column, _words(cell), str(cell.grade))


def _words(cell: Cell) -> str:
    return f"{cell.text}\n{cell.note}" if cell.note else cell.text


def _claim(sheet: Sheet, row: int, vendor: Vendor, each: Stated) -> None:
    finding = each.finding
    claim = finding.claim
    told = "\n".join(f"{item.kind}: {item.verdict.words}" for item in finding.required)
    grade = Grade.GOOD if finding.backed else Grade.POOR
    cells = (
        (vendor.name, "cell"), (claim.text, "bold"), (claim.unit, "cell"),
        (each.told_places, "cell"), (str(claim.category), "cell"), (str(claim.strength), "cell"),
        (str(finding.level), "cell"), ("yes" if finding.backed else "no", str(grade)),
        (told, "cell"),
    )  # fmt: skip
    for column, (text, style) in enumerate(cells):
        sheet.text(row, column, text if column == 8 else " ".join(text.split()), style)
    sheet.tall(row, [(text, sheet.widths[column]) for column, (text, _) in enumerate(cells)])


def _conflicts(sheet: Sheet, found: Grid) -> None:
    sheet.head(_CONFLICTS)
    row = 0
    for vendor in found.vendors:
        for each in vendor.conflicts:
            row += 1
            claim, clause = each.claim_document, each.clause_document
            cells = (
                vendor.name, str(each.kind), each.claim.text,
                f"{file_name(claim)}, {each.claim.place}", each.clause.whole,
                f"{file_name(clause)}, {each.clause.place}", each.why,
            )  # fmt: skip
            words = [" ".join(text.split()) for text in cells]
            for column, text in enumerate(words):
                sheet.text(row, column, text, "bold" if column == 1 else "cell")
            sheet.tall(row, zip(words, sheet.widths, strict=True))
    sheet.page.autofilter(0, 0, max(1, row), len(_CONFLICTS) - 1)
