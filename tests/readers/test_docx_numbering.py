"""Clause numbers that Word computes: a lawyer cites by them, and no run holds them."""

from __future__ import annotations

import pytest

from claimlint.document import Passage, Role
from claimlint.readers.interface import Source
from claimlint.readers.office.word import document as reader
from claimlint.readers.office.words.numerals import printed
from tests.build.office import Part, docx, p, story, table


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(id_: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id_}">{"".join(levels)}</w:abstractNum>'


def num(id_: int, abstract_id: int, more: str = "") -> str:
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{abstract_id}"/>{more}</w:num>'


LEGAL = abstract(
    0,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "(%4)"),
)


def passages(*blocks: str, numbering: str, styles: str = "") -> list[Passage]:
    parts = [
        Part("numbering", "numbering.xml", story("numbering", numbering)),
        Part("styles", "styles.xml", story("styles", styles)),
    ]
    data = docx(*blocks, parts=parts)
    found = reader.read(Source(path="agreement.docx", data=data))
    return [item for item in found if isinstance(item, Passage)]


def numbers(*blocks: str, numbering: str, styles: str = "") -> list[str | None]:
    found = passages(*blocks, numbering=numbering, styles=styles)
    return [passage.location.clause for passage in found]


def at(list_id: int, *depths: int) -> list[str]:
    return [p("Text.", numbered=(list_id, depth)) for depth in depths]


def test_levels_count_restart_and_name_their_parents():
    blocks = at(1, 0, 1, 2, 2, 3, 3, 1, 2, 0, 1)
    assert numbers(*blocks, numbering=LEGAL + num(1, 0)) == [
        "1", "1.1", "1.1(a)", "1.1(b)", "1.1(b)(i)", "1.1(b)(ii)", "1.2", "1.2(a)", "2", "2.1",
    ]  # fmt: skip


def test_the_label_names_the_clause():
    found = passages(*at(1, 0, 1, 2), numbering=LEGAL + num(1, 0))[-1]
    assert found.location.label == "clause 1.1(a)"
    assert (found.number, found.role, found.level) == ("1.1(a)", Role.BULLET, 3)


def test_letters_of_another_list_belong_to_the_clause_above():
    letters = abstract(1, level(0, "lowerLetter", "(%1)"))
    blocks = [*at(1, 0, 1), *at(2, 0, 0), *at(1, 1)]
    assert numbers(*blocks, numbering=LEGAL + letters + num(1, 0) + num(2, 1)) == [
        "1", "1.1", "1.1(a)", "1.1(b)", "1.2",
    ]  # fmt: skip


def test_an_article_with_legal_sections():
    articles = abstract(
        0,
        level(0, "upperRoman", "Article %1."),
        level(1, "decimalZero", "Section %1.%2", more="<w:isLgl/>"),
        level(2, "lowerLetter", "(%3)"),
    )
    found = passages(*at(1, 0, 0, 1, 2), numbering=articles + num(1, 0))
    assert [x.location.clause for x in found] == [
        "Article I", "Article II", "Section 2.01", "Section 2.01(a)",
    ]  # fmt: skip
    assert found[2].location.label == "Section 2.01"


def test_a_list_starts_where_it_says():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = LEGAL + num(1, 0) + num(2, 0, override)
    assert numbers(*at(1, 0, 0), *at(2, 0, 0), numbering=numbering) == ["1", "2", "5", "6"]


def test_a_list_that_shares_its_definition_counts_on():
    assert numbers(*at(1, 0), *at(2, 0), numbering=LEGAL + num(1, 0) + num(2, 0)) == ["1", "2"]


def test_a_level_that_is_passed_over_counts_as_begun():
    assert numbers(*at(1, 1, 1, 0, 2, 1), numbering=LEGAL + num(1, 0)) == [
        "1.1", "1.2", "2", "2(a)", "2.2",
    ]  # fmt: skip


def test_a_level_may_never_restart():
    levels = abstract(
        0, level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')
    )
    assert numbers(*at(1, 0, 1, 0, 1), numbering=levels + num(1, 0)) == ["1", "1(1)", "2", "2(2)"]


def test_headings_are_numbered_through_their_style():
    linked = abstract(
        0,
        level(0, "decimal", "%1.", '<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="H2"/>'),
    )
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    opening = '<w:style w:type="paragraph" w:styleId="H'
    styles = "".join(
        f'{opening}{n}"><w:name w:val="heading {n}"/>{listed}</w:style>' for n in (1, 2)
    )
    blocks = [p("Terms", style="H1"), p("Service", style="H2"), p("Fees", style="H2")]
    found = passages(*blocks, numbering=linked + num(1, 0), styles=styles)
    assert [(x.number, x.role) for x in found] == [
        ("1", Role.HEADING),
        ("1.1", Role.HEADING),
        ("1.2", Role.HEADING),
    ]


def test_a_paragraph_can_leave_the_list_of_its_style():
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="x"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    blocks = [p("One.", style="L"), p("None.", style="L", more=off), p("Two.", style="L")]
    assert numbers(*blocks, numbering=LEGAL + num(1, 0), styles=styles) == ["1", None, "2"]


def test_a_list_defined_by_a_list_style():
    by_style = (
        '<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="4"><w:styleLink w:val="Legal"/>'
        f"{level(0, 'upperLetter', '%1.')}</w:abstractNum>"
    )
    assert numbers(*at(1, 0, 0), numbering=by_style + num(1, 3)) == ["A", "B"]


def test_bullets_have_a_depth_and_no_number():
    bullets = abstract(0, level(0, "bullet", "\u2022"), level(1, "bullet", "o"))
    found = passages(*at(1, 0, 1), numbering=bullets + num(1, 0))
    assert [(x.role, x.level, x.number) for x in found] == [
        (Role.BULLET, 1, None),
        (Role.BULLET, 2, None),
    ]


def test_empty_paragraphs_and_cells_are_counted():
    blocks = [p("One.", numbered=(1, 0)), p(numbered=(1, 0)), table(at(1, 0))]
    found = passages(*blocks, numbering=LEGAL + num(1, 0))
    assert [x.number for x in found] == ["1", "3"]
    assert found[1].location.label == "paragraph 3, table 1, row 1"


def test_typed_numbers_before_a_tab_count_as_printed():
    blocks = [
        p("7.2\tService."),
        p("(a)\tIt answers."),
        p("(b)\tIt pays."),
        p("3.5 million users."),
    ]
    assert numbers(*blocks, numbering="") == ["7.2", "7.2(a)", "7.2(b)", None]


def test_a_heading_without_a_number_ends_the_parents():
    letters = abstract(1, level(0, "lowerLetter", "(%1)"))
    blocks = [*at(1, 0), p("Annex", more='<w:outlineLvl w:val="0"/>'), *at(2, 0)]
    numbering = LEGAL + letters + num(1, 0) + num(2, 1)
    assert numbers(*blocks, numbering=numbering) == ["1", None, "(a)"]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (28, "lowerLetter", "bb"),
        (1994, "upperRoman", "MCMXCIV"),
        (12, "ordinal", "12th"),
        (22, "ordinalText", "Twenty-second"),
        (0, "lowerRoman", "0"),
        (3, "unheardOf", "3"),
    ],
)
def test_numbers_are_printed_as_word_prints_them(value: int, form: str, shown: str):
    assert printed(value, form) == shown
