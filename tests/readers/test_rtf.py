"""What the reader of rich text gives: paragraphs, tables, notes, changes, odd encodings."""

from __future__ import annotations

import pytest

from claimlint.document import Part as Where
from claimlint.document import Passage, Problem, ProblemCode, Revision, Role
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Source
from claimlint.readers.office.rtf import document as reader


def items(body: str, closed: bool = True) -> list[Item]:
    data = f"{{\\rtf1\\ansi\\ansicpg1252 {body}{'}' if closed else ''}".encode("latin-1")
    return list(reader.read(Source(path="x.rtf", data=data)))


def passages(body: str) -> list[Passage]:
    return [item for item in items(body) if isinstance(item, Passage)]


def texts(body: str) -> list[str]:
    return [passage.text for passage in passages(body)]


def test_paragraphs_come_in_order():
    found = passages(r"One.\par Two {\b bold}.\par\par Last")
    assert [(x.text, x.location.label) for x in found] == [
        ("One.", "paragraph 1"),
        ("Two bold.", "paragraph 2"),
        ("Last", "paragraph 4"),
    ]


def test_characters_come_from_words_codes_and_unicode():
    assert texts(r"\ldblquote caf\'e9\rdblquote \emdash \u8364? \~\_x\tab\line\{\}") == [
        "\u201ccafé\u201d\u2014\u20ac \u00a0\u2011x\t\n{}"
    ]


def test_characters_of_two_bytes_and_of_two_halves_are_put_together():
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset128 B;}}"
    assert texts(rf"{fonts}\f1 \'82\'b1\f0 \u-10179?\u-8640?") == ["\u3053\U0001f640"]


def test_headings_and_titles_come_from_styles():
    styles = r"{\stylesheet{\s1\b Title;}{\s2\sbasedon0\snext0\fs28 heading 2;}}"
    found = passages(rf"{styles}\pard\s1 A\par\pard\s2 B\par\pard C\par")
    assert [(x.role, x.level) for x in found] == [
        (Role.TITLE, 0),
        (Role.HEADING, 2),
        (Role.PARAGRAPH, 0),
    ]


def test_numbers_of_lists_are_those_that_the_file_prints():
    found = passages(r"{\listtext 7.2.\tab}Service\par{\listtext\bullet\tab}Fast\par")
    assert [(x.text, x.number, x.role) for x in found] == [
        ("Service", "7.2", Role.PARAGRAPH),
        ("Fast", None, Role.BULLET),
    ]


def test_cells_know_their_heads():
    found = passages(
        r"Intro\par\pard\intbl Metric\cell Value\cell\row\intbl Accuracy\cell 99 %\cell\row"
        r"\pard After\par"
    )
    cell = found[4].cell
    assert cell is not None
    assert (found[4].text, cell.column_head, cell.row_head) == ("99 %", "Value", "Accuracy")
    assert found[4].location.label == "paragraph 5, table 1, row 2"
    assert found[5].cell is None


def test_headers_notes_and_boxes_have_places_of_their_own():
    found = passages(
        r"{\header Acme\par}Always right{\super\chftn}{\footnote\chftn  In a demo.}.\par"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt In a box.\par}}{\shprslt again}}"
        r"{\*\annotation Prove it.}"
    )
    assert [(x.text.strip(), x.location.label) for x in found] == [
        ("Acme", "header"),
        ("Always right.", "paragraph 1"),
        ("In a box.", "paragraph 2, text box"),
        ("In a demo.", "footnote 1"),
        ("Prove it.", "comment 1 on paragraph 2"),
    ]
    assert (found[1].notes, found[3].note_id) == (("1",), "1")
    assert found[3].location.part is Where.FOOTNOTE


def test_changes_and_hidden_text_are_told_apart():
    found = passages(r"Pays {\deleted after review}{\revised without review, at once}{\v x}\par")
    assert [(x.text, x.revision, x.location.hidden) for x in found] == [
        ("Pays without review, at once", Revision.INSERTED, None),
        ("after review", Revision.DELETED, None),
        ("x", None, "hidden text"),
    ]


def test_pictures_instructions_and_unknown_groups_are_passed_over():
    field = r"{\field{\*\fldinst PAGE}{\fldrslt 7}}"
    assert texts(rf"a{{\pict 00ff}}{{\*\other x}}{{\info{{\title y}}}}{field}\bin3 ab}}z") == [
        "a7z"
    ]


def test_embedded_objects_are_a_problem():
    found = items(r"{\object{\*\objdata 0105}{\result seen}}")
    assert [x.text for x in found if isinstance(x, Passage)] == ["seen"]
    assert [x.code for x in found if isinstance(x, Problem)] == [ProblemCode.UNSUPPORTED_PART]


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes():
    found = items(r"One.\par{\b Two", closed=False)
    assert [x.text for x in found if isinstance(x, Passage)] == ["One.", "Two"]
    assert [x.code for x in found if isinstance(x, Problem)] == [ProblemCode.DAMAGED_PART]


def test_braces_without_end_do_no_harm():
    assert texts("{" * 100_000 + "deep" + "}" * 100_000) == ["deep"]
    assert texts("}" * 1000 + "after") == ["after"]
    with pytest.raises(UnreadableFile, match="nested"):
        items("{" * 300_000)


def test_another_file_is_refused():
    with pytest.raises(UnreadableFile, match="no rich text"):
        list(reader.read(Source(path="x.rtf", data=b"hello")))


def test_a_short_line_in_bold_or_large_type_is_a_heading():
    lines = (
        r"\pard {\b What it does}\par\pard\plain\fs40 Our agent\par\pard\plain {\b Speed:} 2x\par"
    )
    assert [(p.role, p.level) for p in passages(lines)] == [
        (Role.HEADING, 3),
        (Role.HEADING, 1),
        (Role.PARAGRAPH, 0),
    ]
