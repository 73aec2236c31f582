"""What the Word reader gives of a document: order, places, numbers, what usually gets lost."""

from __future__ import annotations

import io
import zipfile
from functools import partial

import pytest

from claimlint.document import Part as Where
from claimlint.document import Problem, ProblemCode, Revision, Role
from tests.build.office import Part, chart, diagram, docx, note, p, package, r, story, table
from tests.readers import places

items = partial(places.items, "docx")
passages = partial(places.passages, "docx")
texts = partial(places.texts, "docx")


def labels(data: bytes) -> list[str]:
    return [passage.location.label for passage in passages(data)]


def test_body_comes_in_order_with_its_tables():
    data = docx(p("Before."), table(["In the table."]), p("After."))
    assert texts(data) == ["Before.", "In the table.", "After."]
    assert labels(data) == ["paragraph 1", "paragraph 2, table 1, row 1", "paragraph 3"]


def test_a_cell_knows_the_heads_of_its_column_and_row():
    data = docx(table(["Metric", "Value"], ["Accuracy", "99 %"]))
    cell = passages(data)[-1].cell
    assert cell is not None
    assert (cell.table, cell.row, cell.column) == (1, 2, 2)
    assert (cell.column_head, cell.row_head) == ("Value", "Accuracy")


def test_a_wide_cell_moves_the_columns_behind_it():
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Wide") + "</w:tc>"
    data = docx(
        table(["One", "Two", "Three"]).replace(
            "</w:tbl>", f"<w:tr>{wide}<w:tc>{p('Last')}</w:tc></w:tr></w:tbl>"
        )
    )
    assert [(x.text, x.cell.column_head) for x in passages(data) if x.cell][-1] == ("Last", "Three")


def test_text_under_a_merged_cell_is_kept_and_marked_hidden():
    under = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("Nobody sees me.") + "</w:tc>"
    data = docx(f"<w:tbl><w:tr>{under}</w:tr></w:tbl>")
    assert passages(data)[0].location.hidden == "covered by a merged cell"


@pytest.mark.parametrize("first", ["“Agent”", '"Agent":', "Agent:"])
def test_definitions_and_labels_with_a_colon_have_no_heads_of_columns(first):
    data = docx(table((first, "the software"), ("“Output”", "what it returns")))
    assert [x.cell.column_head for x in passages(data) if x.cell] == [None] * 4


def test_nested_tables_are_read_in_place():
    inner = p("Outer start.") + table(["Inner."]) + p("Outer end.")
    assert texts(docx(table([inner]))) == ["Outer start.", "Inner.", "Outer end."]


def test_headers_and_footers_come_once_each():
    parts = (
        Part("header", "header1.xml", story("hdr", p("Acme confidential"))),
        Part("footer", "footer1.xml", story("ftr", p("Draft of May"))),
    )
    found = passages(docx(p("Body."), parts=parts))
    assert [(x.text, x.location.label, x.location.part) for x in found] == [
        ("Acme confidential", "header", Where.HEADER),
        ("Body.", "paragraph 1", Where.BODY),
        ("Draft of May", "footer", Where.FOOTER),
    ]


def test_a_footnote_is_tied_to_the_text_that_refers_to_it():
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    notes = story("footnotes", note("footnote", 7, "Measured by us."))
    found = passages(
        docx(p("99 % right.", mark), parts=[Part("footnotes", "footnotes.xml", notes)])
    )
    assert [(x.text, x.notes, x.note_id) for x in found] == [
        ("99 % right.", ("1",), None),
        ("Measured by us.", (), "1"),
    ]
    assert found[1].location.label == "footnote 1"


def test_a_footnote_with_a_sign_of_its_own_keeps_it():
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="7"/><w:t>*</w:t></w:r>'
    notes = story("footnotes", note("footnote", 7, "In a demo."))
    found = passages(
        docx(p("Always right.", mark), parts=[Part("footnotes", "footnotes.xml", notes)])
    )
    assert (found[0].notes, found[1].note_id) == (("*",), "*")


def test_endnotes_count_in_roman_numbers():
    mark = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    notes = story("endnotes", note("endnote", 2, "See annex."))
    found = passages(docx(p("Fast.", mark), parts=[Part("endnotes", "endnotes.xml", notes)]))
    assert found[1].location.label == "endnote i"
    assert found[0].notes == ("i",)


def test_a_footnote_that_nothing_refers_to_is_marked_hidden():
    notes = story("footnotes", note("footnote", 7, "Left over."))
    found = passages(docx(p("Text."), parts=[Part("footnotes", "footnotes.xml", notes)]))
    assert found[1].location.hidden == "footnote that nothing refers to"


def test_a_comment_says_where_it_stands():
    mark = '<w:r><w:commentReference w:id="3"/></w:r>'
    comments = story("comments", note("comment", 3, "Can we prove it?"))
    found = passages(
        docx(
            p("One."),
            p("It never fails.", mark),
            parts=[Part("comments", "comments.xml", comments)],
        )
    )
    assert found[-1].text == "Can we prove it?"
    assert found[-1].location.label == "comment 1 on paragraph 2"
    assert found[-1].location.part is Where.COMMENT


def test_insertions_are_live_text_and_deletions_stand_alone():
    inserted = f"<w:ins>{r('without any human review')}</w:ins>"
    deleted = f"<w:del>{r('after human review', tag='delText')}</w:del>"
    found = passages(docx(p("Pays ", deleted, inserted, " at once.")))
    assert [(x.text, x.revision) for x in found] == [
        ("Pays without any human review at once.", Revision.INSERTED),
        ("after human review", Revision.DELETED),
    ]


def test_moved_text_is_live_only_where_it_went():
    gone = f"<w:moveFrom>{r('It decides alone.')}</w:moveFrom>"
    come = f"<w:moveTo>{r('It decides alone.')}</w:moveTo>"
    assert [x.revision for x in passages(docx(p(gone), p(come)))] == [
        Revision.DELETED,
        Revision.INSERTED,
    ]


def test_a_deleted_table_row_is_deleted_text():
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Struck out.')}</w:tc></w:tr>"
    assert passages(docx(f"<w:tbl>{row}</w:tbl>"))[0].revision is Revision.DELETED


def _boxed(text: str) -> str:
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_behind_its_paragraph():
    found = passages(docx(p("Around."), p("Anchor.", _boxed("In the box.")), p("After.")))
    assert [(x.text, x.location.label) for x in found] == [
        ("Around.", "paragraph 1"),
        ("Anchor.", "paragraph 2"),
        ("In the box.", "paragraph 2, text box"),
        ("After.", "paragraph 3"),
    ]


def test_a_text_box_in_the_old_drawing_language_is_read():
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('Old.')}</w:txbxContent>"
    data = docx(p(f"{box}</v:textbox></v:shape></w:pict></w:r>"))
    assert texts(data) == ["Old."]


def test_wrapped_text_is_not_lost():
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('control ')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink r:id="x">{r("link ")}</w:hyperlink>'
    tag = f"<w:smartTag><w:smartTagPr/>{r('tag ')}</w:smartTag>"
    field = f'<w:fldSimple w:instr=" REF x ">{r("field ")}</w:fldSimple>'
    formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    assert texts(docx(p(control, link, tag, field, formula))) == ["control link tag field x=1"]


def test_blocks_in_content_controls_are_read_in_order():
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Inside.')}</w:sdtContent></w:sdt>"
    assert texts(docx(p("Before."), control, p("After."))) == ["Before.", "Inside.", "After."]


def test_a_field_gives_its_result_and_not_its_instruction():
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> PAGEREF x </w:instrText></w:r>"
    data = docx(p("Page ", mark("begin"), code, mark("separate"), r("12"), mark("end"), " of it"))
    assert texts(data) == ["Page 12 of it"]


def test_a_field_that_is_never_closed_swallows_nothing():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(docx(p(begin), p("Still here."))) == ["Still here."]


def test_headings_have_their_depth():
    styles = story(
        "styles",
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="Title"/></w:style>',
    )
    data = docx(
        p("Title", style="c"),
        p("Two", style="b"),
        p("Three", more='<w:outlineLvl w:val="2"/>'),
        parts=[Part("styles", "styles.xml", styles)],
    )
    assert [(x.role, x.level) for x in passages(data)] == [
        (Role.TITLE, 0),
        (Role.HEADING, 2),
        (Role.HEADING, 3),
    ]


def test_line_breaks_tabs_and_odd_hyphens_stay_in_the_text():
    run = "<w:r><w:t>AI</w:t><w:br/><w:t>co</w:t><w:noBreakHyphen/><w:t>worker</w:t><w:tab/></w:r>"
    assert texts(docx(p(run, "end"))) == ["AI\nco\u2011worker\tend"]


def _drawing(inside: str) -> str:
    return f"<w:r><w:drawing><wp:inline>{inside}</wp:inline></w:drawing></w:r>"


def test_alternative_text_and_wordart_are_read():
    picture = _drawing('<wp:docPr descr="A robot at work"/>')
    art = '<w:r><w:pict><v:shape><v:textpath string="NO HUMANS"/></v:shape></w:pict></w:r>'
    found = passages(docx(p("Text.", picture, art)))
    assert [(x.text, x.location.label) for x in found[1:]] == [
        ("A robot at work", "paragraph 1, alternative text"),
        ("NO HUMANS", "paragraph 1, WordArt"),
    ]
    assert found[1].location.part is Where.ALT_TEXT


def test_words_of_a_chart_are_read():
    data = chart("Accuracy", series="Our agent", category="Tickets", value="0.99")
    found = passages(
        docx(
            p(_drawing('<c:chart r:id="charts/c.xml"/>')),
            parts=[Part("chart", "charts/c.xml", data)],
        )
    )
    assert [x.text for x in found] == ["Accuracy", "Our agent", "Tickets"]
    assert found[0].location.label == "paragraph 1, chart, title"


def test_words_of_a_diagram_are_read_parents_first():
    data = diagram(("1", "Plan", ""), ("3", "Ship", ""), ("2", "Check alone", "1"))
    relation = _drawing('<dgm:relIds r:dm="diagrams/d.xml"/>')
    found = passages(docx(p(relation), parts=[Part("diagramData", "diagrams/d.xml", data)]))
    assert [(x.text, x.level) for x in found] == [("Plan", 1), ("Check alone", 2), ("Ship", 1)]
    assert found[0].location.part is Where.SMART_ART


def test_a_picture_in_a_text_box_is_described_once():
    picture = _drawing('<wp:docPr descr="A robot"/>')
    box = f"<w:txbxContent>{p('In the box.', picture)}</w:txbxContent>"
    drawing = _drawing(f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>")
    assert texts(docx(p(drawing))) == ["In the box.", "A robot"]


def test_text_outside_its_usual_place_is_not_lost():
    stray = (
        f"<w:tbl>{p('In no row.')}<w:tr>{p('In no cell.')}<w:tc>{p('Cell.')}</w:tc></w:tr></w:tbl>"
    )
    formula = "<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>"
    data = docx(r("In no paragraph."), formula, stray)
    assert texts(data) == ["In no paragraph.", "a=b", "In no row.", "In no cell.", "Cell."]


def test_lines_of_the_contents_are_links_and_no_clauses():
    style = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    data = docx(
        p("1.\tNo humans needed\t3", style="T"),
        parts=[Part("styles", "styles.xml", story("styles", style))],
    )
    assert [(x.role, x.number) for x in passages(data)] == [(Role.LINK, None)]


def test_a_document_of_the_strict_standard_is_read():
    usual = docx(p("Strictly autonomous."))
    with zipfile.ZipFile(io.BytesIO(usual)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, content in parts.items()
    }
    assert texts(package(strict)) == ["Strictly autonomous."]


def test_inserted_files_are_read_in_their_place():
    chunk = Part("aFChunk", "chunk.docx", docx(p("Inserted.")))
    data = docx(p("Before."), '<w:altChunk r:id="chunk.docx"/>', p("After."), parts=[chunk])
    assert texts(data) == ["Before.", "Inserted.", "After."]
    assert labels(data)[1] == "paragraph 1, embedded file chunk.docx: paragraph 1"


def test_embedded_files_are_read_where_their_object_stands():
    inside = Part("package", "embeddings/terms.docx", docx(p("It decides alone.")))
    thing = '<w:r><w:object><o:OLEObject r:id="embeddings/terms.docx"/></w:object></w:r>'
    (found,) = passages(docx(p(thing), parts=[inside]))
    assert found.text == "It decides alone."
    assert found.location.member == "terms.docx"


def test_an_embedded_file_that_nothing_shows_is_read_at_the_end():
    inside = Part("package", "embeddings/terms.docx", docx(p("Left inside.")))
    assert texts(docx(p("Body."), parts=[inside])) == ["Body.", "Left inside."]


def test_a_document_that_is_mostly_pictures_is_a_problem():
    picture = _drawing("<a:graphic><a:blip/></a:graphic>")
    found = [item for item in items(docx(p("Scan", picture))) if isinstance(item, Problem)]
    assert [problem.code for problem in found] == [ProblemCode.IMAGE_ONLY_PAGE]


def test_hidden_text_is_kept_apart_with_the_reason():
    data = docx(
        p("Seen. ", r("Hidden.", "<w:vanish/>"), "Also seen."),
        p(r("White.", '<w:color w:val="FFFFFF"/>')),
        p(r("Tiny.", '<w:sz w:val="2"/>')),
    )
    assert [(x.text, x.location.hidden) for x in passages(data)] == [
        ("Seen. Also seen.", None),
        ("Hidden.", "hidden text"),
        ("White.", "white on white"),
        ("Tiny.", "tiny text"),
    ]


def test_white_text_on_colour_is_not_hidden():
    white = r("Head", '<w:color w:val="FFFFFF"/>')
    styled = table([p(white)], properties='<w:tblStyle w:val="Dark"/>')
    shaded = p(white, more='<w:shd w:val="clear" w:fill="002060"/>')
    assert [x.location.hidden for x in passages(docx(styled, shaded))] == [None, None]


def test_words_are_addressed_by_run_and_offset():
    data = docx(p("One."), p("It ", r("never sleeps")))
    passage = passages(data)[1]
    assert [(piece.start, piece.end, piece.anchor) for piece in passage.pieces] == [
        (0, 3, "word/document.xml#p2/r1+0"),
        (3, 15, "word/document.xml#p2/r2+0"),
    ]


@pytest.mark.parametrize(
    ("look", "text", "role", "level"),
    [
        ("<w:b/>", "What it does", Role.HEADING, 3),
        ('<w:sz w:val="36"/>', "What it does", Role.HEADING, 1),
        ('<w:b/><w:sz w:val="26"/>', "What it does", Role.HEADING, 2),
        ('<w:b w:val="0"/>', "What it does", Role.PARAGRAPH, 0),
        ("<w:b/>", "It pays invoices by itself.", Role.PARAGRAPH, 0),
        ("<w:b/>", "It pays " + "and pays " * 12, Role.PARAGRAPH, 0),
    ],
)
def test_a_short_line_in_bold_or_large_type_is_a_heading(look, text, role, level):
    (passage,) = passages(docx(p(r(text, look))))
    assert (passage.role, passage.level) == (role, level)


def test_a_line_that_is_bold_in_part_is_no_heading():
    (passage,) = passages(docx(p(r("Speed:", "<w:b/>"), r(" twice as fast"))))
    assert passage.role is Role.PARAGRAPH
