"""What the workbook reader gives: cells by address, what they show, what is hidden."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimlint.document import Part as Where
from claimlint.document import Passage, Problem, ProblemCode, Role
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, PageDone, Source
from claimlint.readers.office.sheets import workbook as reader
from tests.build.office import docx, p
from tests.build.sheets import Sheet, cell, row, xlsx


def items(data: bytes) -> list[Item]:
    return list(reader.read(Source(path="metrics.xlsx", data=data)))


def passages(data: bytes) -> list[Passage]:
    return [item for item in items(data) if isinstance(item, Passage)]


def test_cells_have_sheet_address_and_heads():
    data = xlsx(Sheet("Results", row(1, "Task", "Accuracy"), row(2, "Triage", "99 %")))
    last = passages(data)[-1]
    assert (last.text, last.location.label) == ("99 %", 'sheet "Results", cell B2')
    assert (last.location.sheet, last.location.cell) == ("Results", "B2")
    assert last.cell is not None
    assert (last.cell.column_head, last.cell.row_head) == ("Accuracy", "Triage")


def test_a_title_and_lines_above_a_table_are_no_heads_of_it():
    rows = (
        row(1, "Owl 2.3 - field test"),
        row(2, "Date", "12 June 2026"),
        row(3, "Evaluated by", "Agroscan"),
        row(5, "Crop", "Fields", "95% CI"),
        row(6, "Wheat", "250", "90 to 96"),
        row(8, "Maize", "200", "86 to 94"),
    )
    found = {each.location.cell: each for each in passages(xlsx(Sheet("Test", *rows)))}
    assert (found["A1"].role, found["A1"].cell) == (Role.HEADING, None)
    heads = {at: each.cell.column_head for at, each in found.items() if each.cell}
    assert (heads["B3"], heads["B6"], heads["C8"]) == (None, "Fields", "95% CI")
    tables = [found[at].cell.table for at in ("A2", "A3", "A5", "A6", "A8")]
    assert tables == [1, 1, 2, 2, 2]


def test_a_table_below_lines_without_an_empty_row_between_has_heads_of_its_own():
    rows = (
        row(1, "Tender 7", "Schedule 4: questionnaire"),
        row(2, "Bidder", "Owl Ltd"),
        row(3, "Do not alter the columns."),
        row(4, "No.", "Question", "Y/N", "Response"),
        row(5, "4.1", "Which steps run alone?", "Y", "Sorting."),
        row(6, "4.2", "Do people take part?", "N"),
        row(7, "4.3", "Uptime?", "Y", "99%"),
    )
    found = {each.location.cell: each.cell for each in passages(xlsx(Sheet("Q", *rows)))}
    heads = [found[at].column_head for at in ("B2", "A4", "D5", "C6", "D7")]
    assert heads == ["Schedule 4: questionnaire", None, "Response", "Y/N", "Response"]
    assert [found[at].table for at in ("A1", "A3", "A4", "D7")] == [1, 1, 2, 2]


def test_a_text_in_one_column_is_no_table():
    rows = (
        row(1, "Terms of Service"),
        row(2, "You shall not use the Service:"),
        row(3, "(a) to decide about the credit of a person"),
        row(5, "Tier", "Uptime"),
        row(6, "Pro", "99%"),
    )
    found = {each.location.cell: each for each in passages(xlsx(Sheet("Copy", *rows)))}
    assert [found[at].role for at in ("A1", "A2", "A3")] == [Role.PARAGRAPH] * 3
    assert [found[at].cell for at in ("A1", "A2", "A3")] == [None] * 3
    assert (found["B6"].cell.column_head, found["B6"].cell.row_head) == ("Uptime", "Pro")


def test_the_number_of_a_row_is_no_head_of_it():
    rows = (row(1, "No", "Question", "Answer"), row(2, "1.", "Uptime?", "99%"))
    found = {each.location.cell: each.cell for each in passages(xlsx(Sheet("Q", *rows)))}
    assert [found[at].row_head for at in ("A2", "B2", "C2")] == [None, None, "Uptime?"]


def test_sheets_come_in_order_and_are_told_when_done():
    found = items(xlsx(Sheet("B", row(1, "first")), Sheet("A", row(1, "second"))))
    assert [x.text for x in found if isinstance(x, Passage)] == ["first", "second"]
    assert [x for x in found if isinstance(x, PageDone)] == [PageDone(1, 2), PageDone(2, 2)]


def test_texts_may_be_shared_inline_or_the_result_of_a_formula():
    cells = [
        cell("A1", "0", kind="s"),
        '<c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>',
        '<c r="C1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
    ]
    data = xlsx(Sheet("S", row(1, *cells)), shared=["shared_x000A_text"])
    assert [x.text for x in passages(data)] == ["shared\ntext", "inline", "ab"]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("0.987", "0.0%", "98.7%"),
        ("0.5", "0%", "50%"),
        ("46000", "yyyy\\-mm\\-dd", "2025-12-09"),
        ("0.30000000000000004", "General", "0.3"),
        ("12000", "#,##0", "12000"),
    ],
)
def test_numbers_are_shown_as_a_person_sees_them(value: str, form: str, shown: str):
    data = xlsx(Sheet("S", row(1, cell("A1", value, style=1))), forms=[form])
    assert [x.text for x in passages(data)] == [shown]


def test_what_is_hidden_is_read_and_marked():
    data = xlsx(
        Sheet(
            "Shown",
            row(1, "seen", "in a hidden column"),
            row(2, "in a hidden row", hidden=True),
            row(3, cell("A3", "7", style=1)),
            hidden_columns=(2, 2),
        ),
        Sheet("Gone", row(1, "on a hidden sheet"), state="veryHidden"),
        forms=[";;;"],
    )
    assert [x.location.hidden for x in passages(data)] == [
        None,
        "hidden column",
        "hidden row",
        "hidden by its number format",
        "hidden sheet",
    ]


def test_comments_say_which_cell_they_are_on():
    found = passages(xlsx(Sheet("S", row(1, "Never fails"), comments={"A1": "Says who?"})))
    assert found[1].text == "Says who?"
    assert found[1].location.label == 'sheet "S", comment on A1'
    assert found[1].location.part is Where.COMMENT


def test_headers_lose_their_codes():
    found = passages(xlsx(Sheet("S", row(1, "x"), header='&L&"Arial"Fully autonomous&R&P')))
    assert [x.text for x in found] == ["x", "Fully autonomous"]


def test_a_hundred_thousand_cells_are_read_in_order():
    rows = [row(n, *(f"c{n}-{m}" for m in range(10))) for n in range(1, 10_001)]
    found = passages(xlsx(Sheet("Big", *rows)))
    assert len(found) == 100_000
    assert found[-1].location.cell == "J10000"


def test_a_missing_sheet_is_a_problem_and_another_document_is_refused():
    data = xlsx(Sheet("One", row(1, "x")))
    broken = data.replace(b"xl/worksheets/sheet1.xml", b"xl/worksheets/sheet9.xml")
    codes = [x.code for x in items(broken) if not isinstance(x, (Passage, PageDone))]
    assert codes == [ProblemCode.DAMAGED_PART]
    with pytest.raises(UnreadableFile, match="no workbook"):
        items(docx(p("text")))


def problems(data: bytes) -> list[str]:
    return [x.message for x in items(data) if isinstance(x, Problem)]


def test_a_sheet_that_breaks_off_is_told_and_read_as_far_as_it_goes():
    broken = xlsx(Sheet("One", row(1, "first"), '<row r="2"><c r="A2" t="str"><v'))
    assert [x.text for x in passages(broken)] == ["first"]
    (told,) = problems(broken)
    assert "had to be repaired" in told


def test_formulas_that_were_never_computed_are_told():
    bare = '<c r="A1"><f>B1/C1</f><v/></c>'
    empty_text = '<c r="B1" t="str"><f>""</f><v></v></c>'
    data = xlsx(Sheet("Results", row(1, bare, empty_text, "kept")))
    assert [x.text for x in passages(data)] == ["kept"]
    assert problems(data) == [
        'sheet "Results": a formula has no value yet; open and save it in its own program'
    ]


FONTS = (
    '<fonts><font/><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid">'
    '<fgColor rgb="FF112233"/></patternFill></fill></fills>'
)
LOOKS = '<xf fontId="0"/><xf fontId="1"/><xf fontId="2" fillId="0"/><xf fontId="1" fillId="1"/>'


def test_white_text_on_white_cells_is_hidden_and_on_a_filled_one_seen():
    cells = (cell(f"{at}1", at, "str", style) for style, at in enumerate("ABCD"))
    found = passages(styled(xlsx(Sheet("One", row(1, *cells))), FONTS, LOOKS))
    assert [(x.text, x.location.hidden) for x in found] == [
        ("A", None),
        ("B", "white on white"),
        ("C", "white on white"),
        ("D", None),
    ]


def styled(workbook: bytes, looks: str, formats: str) -> bytes:
    """Return the workbook with fonts and fills, and formats that name them."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(into, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name.endswith("styles.xml"):
                start = text.index("<cellXfs>")
                text = f"{text[:start]}{looks}<cellXfs>{formats}</cellXfs></styleSheet>"
            new.writestr(name, text)
    return into.getvalue()
