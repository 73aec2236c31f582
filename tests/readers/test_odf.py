"""What the OpenDocument readers give: text with its places, notes, changes, hidden things."""

from __future__ import annotations

import pytest

from claimlint.document import Part as Where
from claimlint.document import Passage, ProblemCode, Revision, Role
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, PageDone, Source
from claimlint.readers.office.odf import document as odt
from claimlint.readers.office.odf import sheets as ods
from claimlint.readers.office.odf import slides as odp
from tests.build.odf import content, hidden, odf
from tests.build.office import package


def passages(found: object) -> list[Passage]:
    return [item for item in found if isinstance(item, Passage)]  # type: ignore[attr-defined]


def text(body: str, **more: str) -> list[Passage]:
    return passages(odt.read(Source(path="x.odt", data=odf("text", body, **more))))


def deck(body: str, **more: str) -> list[Item]:
    return list(odp.read(Source(path="x.odp", data=odf("presentation", body, **more))))


def test_headings_lists_and_tables_come_in_order():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row>{cell.format(a)}{cell.format(b)}</table:table-row>"
        for a, b in (("Metric", "Value"), ("Accuracy", "99 %"))
    )
    found = text(
        '<text:h text:outline-level="2">Terms</text:h>'
        "<text:list><text:list-item><text:p>Top</text:p><text:list><text:list-item><text:p>Sub"
        "</text:p></text:list-item></text:list></text:list-item></text:list>"
        f"<table:table>{rows}</table:table><text:p>End.</text:p>"
    )
    assert [(x.text, x.role, x.level) for x in found[:3]] == [
        ("Terms", Role.HEADING, 2),
        ("Top", Role.BULLET, 1),
        ("Sub", Role.BULLET, 2),
    ]
    assert found[6].cell is not None
    assert (found[6].cell.column_head, found[6].cell.row_head) == ("Value", "Accuracy")
    assert found[6].location.label == "paragraph 7, table 1, row 2"
    assert found[7].location.label == "paragraph 8"


def test_blanks_are_as_the_format_counts_them():
    found = text('<text:p>a\n   b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e</text:p>')
    assert found[0].text == "a b   c\td\ne"


def test_words_are_addressed_by_paragraph_and_run():
    found = text("<text:p>One.</text:p><text:p>It <text:span>never sleeps</text:span></text:p>")
    assert found[1].locate(9, 15).anchor == "content.xml#p2/r2+6"


def test_footnotes_are_tied_to_their_text():
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>In a demo.</text:p></text:note-body></text:note>"
    )
    found = text(f"<text:p>Always right{note}.</text:p><text:p>Next.</text:p>")
    assert [(x.text, x.notes, x.note_id) for x in found] == [
        ("Always right.", ("1",), None),
        ("Next.", (), None),
        ("In a demo.", (), "1"),
    ]
    assert found[2].location.label == "footnote 1"


def test_comments_headers_and_text_boxes_are_read():
    comment = "<office:annotation><text:p>Prove it.</text:p></office:annotation>"
    box = "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
    masters = (
        "<style:master-page><style:header><text:p>Acme</text:p></style:header></style:master-page>"
    )
    found = text(f"<text:p>Body{comment}.{box}</text:p>", masters=masters)
    assert [(x.text, x.location.label) for x in found] == [
        ("Acme", "header"),
        ("Body.", "paragraph 1"),
        ("In a box.", "paragraph 1, text box"),
        ("Prove it.", "comment 1 on paragraph 1"),
    ]


def test_tracked_changes_are_told_apart():
    changes = (
        '<text:tracked-changes><text:changed-region text:id="a"><text:insertion/>'
        '</text:changed-region><text:changed-region text:id="b"><text:deletion>'
        "<text:p>after review</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    found = text(
        f'{changes}<text:p>It pays <text:change text:change-id="b"/><text:change-start '
        'text:change-id="a"/>without any review<text:change-end text:change-id="a"/></text:p>'
    )
    assert [(x.text, x.revision) for x in found] == [
        ("It pays without any review", Revision.INSERTED),
        ("after review", Revision.DELETED),
    ]


def test_hidden_text_is_kept_and_marked():
    found = text(
        '<text:p>Seen <text:span text:style-name="T1">unseen</text:span></text:p>',
        styles=hidden("text", "T1"),
    )
    assert [(x.text, x.location.hidden) for x in found] == [
        ("Seen ", None),
        ("unseen", "hidden text"),
    ]


def test_words_of_a_chart_inside_are_read():
    chart = content("chart", "<text:p>Accuracy by task</text:p><text:p>0.99</text:p>")
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    data = odf("text", f"<text:p>{frame}</text:p>", parts={"Object 1/content.xml": chart})
    found = passages(odt.read(Source(path="x.odt", data=data)))
    assert [(x.text, x.location.part) for x in found] == [("Accuracy by task", Where.CHART)]


def _shape(words: str, at: tuple[int, int], kind: str = "") -> str:
    role = f' presentation:class="{kind}"' if kind else ""
    place = f'svg:x="{at[0]}cm" svg:y="{at[1]}cm" svg:width="3cm" svg:height="1cm"'
    box = f"<draw:text-box><text:p>{words}</text:p></draw:text-box>"
    return f"<draw:frame {place}{role}>{box}</draw:frame>"


def test_slides_are_read_in_order_with_their_notes():
    shapes = _shape("right", (9, 5)) + _shape("left", (0, 5)) + _shape("Top", (0, 9), "title")
    notes = f"<presentation:notes>{_shape('Say it slowly.', (0, 0), 'notes')}</presentation:notes>"
    found = deck(f"<draw:page>{shapes}{notes}</draw:page><draw:page/>")
    assert [(x.text, x.location.label) for x in passages(found)] == [
        ("Top", "slide 1, title"),
        ("left", "slide 1"),
        ("right", "slide 1"),
        ("Say it slowly.", "slide 1, speaker notes"),
    ]
    assert [x for x in found if isinstance(x, PageDone)] == [PageDone(1, 2), PageDone(2, 2)]


def test_hidden_slides_are_marked():
    style = (
        '<style:style style:family="drawing-page" style:name="d"><style:drawing-page-properties '
        'presentation:visibility="hidden"/></style:style>'
    )
    page = f'<draw:page draw:style-name="d">{_shape("Secret", (0, 0))}</draw:page>'
    assert passages(deck(page, styles=style))[0].location.hidden == "hidden slide"


def test_cells_of_a_spreadsheet_have_addresses_and_heads():
    rows = (
        "<table:table-row><table:table-cell><text:p>Task</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"/>'
        "<table:table-cell><text:p>Accuracy</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="3"/>'
        "<table:table-row><table:table-cell><text:p>Triage</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"/>'
        "<table:table-cell><text:p>99 %</text:p></table:table-cell></table:table-row>"
    )
    data = odf("spreadsheet", f'<table:table table:name="S">{rows}</table:table>')
    last = passages(ods.read(Source(path="x.ods", data=data)))[-1]
    assert last.location.label == 'sheet "S", cell D5'
    assert last.cell is not None
    assert (last.cell.column_head, last.cell.row_head) == ("Accuracy", "Triage")


def test_a_title_above_a_sheet_is_a_heading_and_a_comment_on_an_empty_cell_is_read():
    def line(*texts: str, more: str = "") -> str:
        cells = (f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)
        return f"<table:table-row>{''.join(cells)}{more}</table:table-row>"

    said = "<office:annotation><text:p>Prove it.</text:p></office:annotation>"
    noted = line("Triage", "99 %", more=f"<table:table-cell>{said}</table:table-cell>")
    rows = line("Results") + line("Task", "Accuracy") + noted
    data = odf("spreadsheet", f'<table:table table:name="S">{rows}</table:table>')
    title, *_, figure, comment = passages(ods.read(Source(path="x.ods", data=data)))
    assert (title.role, title.cell) == (Role.HEADING, None)
    assert figure.cell is not None
    assert figure.cell.column_head == "Accuracy"
    assert (comment.text, comment.location.cell) == ("Prove it.", "C3")


def test_cells_far_down_and_in_hidden_columns_have_their_places():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = (
        "<table:table-column/>"
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        '<table:table-row table:number-rows-repeated="4999"/><table:table-row>'
        f"{cell.format('Seen')}{cell.format('Unseen')}<table:table-cell "
        'table:number-columns-repeated="2000"/>'
        '<table:table-cell office:value-type="string" office:string-value="Blank"><text:p/>'
        "</table:table-cell></table:table-row>"
    )
    data = odf("spreadsheet", f'<table:table table:name="S">{rows}</table:table>')
    found = passages(ods.read(Source(path="x.ods", data=data)))
    assert [(x.text, x.location.cell, x.location.hidden) for x in found] == [
        ("Seen", "A5000", None),
        ("Unseen", "B5000", "hidden column"),
        ("Blank", "BYA5000", "hidden by its number format"),
    ]


def test_a_flat_file_is_read_too():
    data = content("text", "<text:p>Flat.</text:p>", root="document").encode()
    assert [x.text for x in passages(odt.read(Source(path="x.fodt", data=data)))] == ["Flat."]


def test_an_encrypted_or_foreign_file_is_refused():
    manifest = {"META-INF/manifest.xml": "<a><encryption-data/></a>", "content.xml": "\x07"}
    for data, code in (
        (package(manifest), ProblemCode.ENCRYPTED),
        (odf("spreadsheet", ""), ProblemCode.DAMAGED),
        (b"<html/>", ProblemCode.UNSUPPORTED),
    ):
        with pytest.raises(UnreadableFile) as caught:
            list(odt.read(Source(path="x.odt", data=data)))
        assert caught.value.code == code


def test_nesting_without_end_loses_no_text():
    depth = 20_000
    opening = "<table:table><table:table-row><table:table-cell>" * depth
    closing = "</table:table-cell></table:table-row></table:table>" * depth
    assert [x.text for x in text(f"{opening}<text:p>Deep.</text:p>{closing}")] == ["Deep."]


def test_a_short_line_in_bold_or_large_type_is_a_heading():
    looks = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {said}/>'
        "</style:style>"
        for name, said in (("B", 'fo:font-weight="bold"'), ("L", 'fo:font-size="20pt"'))
    )
    body = (
        '<text:p><text:span text:style-name="B">What it does</text:span></text:p>'
        '<text:p><text:span text:style-name="L">Our agent</text:span></text:p>'
        '<text:p><text:span text:style-name="B">Speed</text:span> of work</text:p>'
    )
    assert [(p.role, p.level) for p in text(body, styles=looks)] == [
        (Role.HEADING, 3),
        (Role.HEADING, 1),
        (Role.PARAGRAPH, 0),
    ]
