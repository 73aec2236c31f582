"""What the deck reader gives: slides in order, reading order, what usually gets lost."""

from __future__ import annotations

from functools import partial

import pytest

from claimlint.document import Part as Where
from claimlint.document import Passage, Problem, ProblemCode, Role
from claimlint.readers.interface import PageDone
from tests.build.office import (
    DECLARED,
    Part,
    ap,
    chart,
    diagram,
    docx,
    frame,
    group,
    p,
    page,
    picture,
    pptx,
    shape,
    slide,
    slide_table,
)
from tests.build.sheets import Sheet, row, xlsx
from tests.readers import places

CM = 360_000


items = partial(places.items, "pptx")
passages = partial(places.passages, "pptx")
texts = partial(places.texts, "pptx")


def at(x: float, y: float, width: float = 4, height: float = 1) -> tuple[int, int, int, int]:
    return (int(x * CM), int(y * CM), int(width * CM), int(height * CM))


def test_slides_come_in_the_order_of_the_show_and_not_of_their_names():
    second = slide(shape("Second."), name="slides/slide1.xml")
    first = slide(shape("First."), name="slides/slide2.xml")
    found = passages(pptx(first, second))
    assert [(x.text, x.location.label) for x in found] == [
        ("First.", "slide 1"),
        ("Second.", "slide 2"),
    ]


def test_every_slide_is_told_when_it_is_done():
    done = [x for x in items(pptx(shape("a"), shape("b"))) if isinstance(x, PageDone)]
    assert done == [PageDone(1, 2), PageDone(2, 2)]


def test_the_title_comes_first_wherever_it_stands_in_the_file():
    body, title = shape("Body.", at=at(0, 0)), shape("Title", kind="title", at=at(0, 9))
    found = passages(pptx(body + title))
    assert [(x.text, x.role) for x in found] == [("Title", Role.TITLE), ("Body.", Role.PARAGRAPH)]
    assert found[0].location.label == "slide 1, title"


def test_shapes_are_read_row_by_row_and_not_in_the_order_of_the_file():
    shapes = [
        shape("lower", at=at(0, 10)),
        shape("upper right", at=at(10, 1.2)),
        shape("upper left", at=at(0, 1)),
    ]
    assert texts(pptx("".join(shapes))) == ["upper left", "upper right", "lower"]


def test_a_group_is_read_together_at_the_place_where_it_stands():
    inner = shape("right in the group", at=at(5, 0)) + shape("left in the group", at=at(0, 0))
    grouped = group(inner, at=at(0, 5, 20, 5), inside=at(0, 0, 10, 1))
    shapes = shape("below", at=at(0, 12)) + grouped + shape("above", at=at(0, 0))
    found = passages(pptx(shapes))
    assert [x.text for x in found] == ["above", "left in the group", "right in the group", "below"]
    left, top, right, bottom = found[2].location.bbox or (0, 0, 0, 0)
    point = CM / 12_700
    assert (left, top) == (pytest.approx(10 * point), pytest.approx(5 * point))
    assert (right, bottom) == (pytest.approx(18 * point), pytest.approx(10 * point))


def test_a_number_is_followed_by_the_label_under_it():
    shapes = [
        shape("99 %", at=at(0, 0)),
        shape("24/7", at=at(5, 0)),
        shape("10x", at=at(10, 0)),
        shape("accuracy", at=at(0, 1.2)),
        shape("on duty", at=at(5, 1.2)),
        shape("faster", at=at(10, 1.2)),
    ]
    expected = ["99 %", "accuracy", "24/7", "on duty", "10x", "faster"]
    assert texts(pptx("".join(shapes))) == expected


def test_a_title_and_its_body_in_one_shape_stay_one_passage_with_a_line_break():
    assert texts(pptx(shape(ap("Your AI employee\nIt never sleeps")))) == [
        "Your AI employee\nIt never sleeps"
    ]


def test_letters_on_lines_of_their_own_are_one_text():
    paragraphs = [*"NO", "", *"HUMANS"]
    assert texts(pptx(shape(*paragraphs))) == ["NO HUMANS"]


def test_short_bullets_are_no_stacked_letters():
    assert texts(pptx(shape("A", "B", "It works", "C"))) == ["A", "B", "It works", "C"]


def test_tables_know_their_heads():
    data = pptx(frame(slide_table(["Metric", "Value"], ["Accuracy", "99 %"])))
    last = passages(data)[-1]
    assert last.cell is not None
    assert (last.cell.column_head, last.cell.row_head) == ("Value", "Accuracy")
    assert (last.location.label, last.role) == ("slide 1, table 1, row 2", Role.CELL)


def test_bullets_come_from_the_master_and_may_be_switched_off():
    bullets = '<a:lvl1pPr><a:buChar char="x"/></a:lvl1pPr><a:lvl2pPr><a:buAutoNum/></a:lvl2pPr>'
    styles = f"<p:txStyles><p:bodyStyle>{bullets}</p:bodyStyle></p:txStyles>"
    master = Part("slideMaster", "slideMasters/m.xml", page("sldMaster", after=styles))
    layout = Part("slideLayout", "slideLayouts/l.xml", page("sldLayout"), (master,))
    off = ap("plain").replace("<a:pPr />", "<a:pPr><a:buNone/></a:pPr>")
    body = shape("one", ap("two", 'lvl="1"'), off, kind="body")
    found = passages(pptx(slide(body, parts=[layout])))
    assert [(x.role, x.level) for x in found] == [
        (Role.BULLET, 1),
        (Role.BULLET, 2),
        (Role.PARAGRAPH, 0),
    ]


def numbered(text: str, scheme: str, level: int = 0, start: int = 1) -> str:
    marker = f'<a:buAutoNum type="{scheme}" startAt="{start}"/>'
    return ap(text, f'lvl="{level}"').replace("/><a:r>", f">{marker}</a:pPr><a:r>", 1)


def test_numbers_of_lists_are_those_that_a_person_sees():
    body = shape(
        numbered("one", "arabicPeriod"),
        numbered("deeper", "alphaLcParenR", level=1),
        numbered("deeper still", "romanLcParenBoth", level=2, start=4),
        numbered("two", "arabicPeriod"),
        numbered("begins anew", "alphaLcParenR", level=1),
        "<a:p/>",
        numbered("three", "arabicPeriod"),
        ap("no number"),
        numbered("one again", "arabicPeriod"),
        numbered("another scheme", "alphaUcPeriod", start=3),
    )
    found = [(x.number, x.text) for x in passages(pptx(slide(body)))]
    assert found == [
        ("1", "one"),
        ("a)", "deeper"),
        ("(iv)", "deeper still"),
        ("2", "two"),
        ("a)", "begins anew"),
        ("3", "three"),
        (None, "no number"),
        ("1", "one again"),
        ("C", "another scheme"),
    ]


def test_the_whole_notes_page_is_read():
    shapes = [
        shape(kind="sldImg"),
        shape("Say it slowly.", kind="body", at=at(0, 2)),
        shape("A note beside.", at=at(0, 9)),
        shape("7", kind="sldNum"),
    ]
    notes = Part("notesSlide", "notesSlides/n.xml", page("notes", *shapes))
    found = passages(pptx(slide(shape("Slide."), parts=[notes])))
    assert [x.text for x in found] == ["Slide.", "Say it slowly.", "A note beside."]
    assert found[1].location.label == "slide 1, speaker notes"
    assert found[1].location.part is Where.NOTES


def test_words_of_charts_and_diagrams_are_read():
    words = chart("Accuracy", series="Agent", category="Tickets", value="0.99")
    parts = [
        Part("chart", "charts/c.xml", words),
        Part("diagramData", "diagrams/d.xml", diagram(("1", "Plan", ""), ("2", "Act alone", "1"))),
    ]
    shapes = frame('<c:chart r:id="charts/c.xml"/>') + frame(
        '<dgm:relIds r:dm="diagrams/d.xml"/>', at(0, 9)
    )
    found = passages(pptx(slide(shapes, parts=parts)))
    assert [x.text for x in found] == ["Accuracy", "Agent", "Tickets", "Plan", "Act alone"]
    assert found[0].location.label == "slide 1, chart, title"
    assert found[-1].location.part is Where.SMART_ART


def test_alternative_text_is_read():
    found = passages(pptx(shape("Text.") + picture(descr="A robot at work")))
    assert found[-1].text == "A robot at work"
    assert found[-1].location.label == "slide 1, alternative text"


def test_old_and_new_comments_are_read():
    old = f"<p:cmLst {DECLARED}><p:cm><p:text>Really?</p:text></p:cm></p:cmLst>"
    reply = f"<p188:reply><p188:txBody>{ap('We measured.')}</p188:txBody></p188:reply>"
    new = (
        f"<p188:cmLst {DECLARED}><p188:cm><p188:replyLst>{reply}</p188:replyLst>"
        f"<p188:txBody>{ap('Prove it.')}</p188:txBody></p188:cm></p188:cmLst>"
    )
    parts = [Part("comments", "comments/a.xml", old), Part("comments", "comments/b.xml", new)]
    found = passages(pptx(slide(shape("Slide."), parts=parts)))
    assert [x.text for x in found[1:]] == ["Really?", "Prove it.", "We measured."]
    assert found[1].location.label == "slide 1, comment 1"


def test_text_of_layout_and_master_comes_once_in_a_deck():
    prompt = shape("Click to edit the title", kind="title")
    master = Part("slideMaster", "slideMasters/m.xml", page("sldMaster", shape("Acme Ltd")))
    footer = shape("Autonomous since 2024", kind="ftr")
    layout = Part("slideLayout", "slideLayouts/l.xml", page("sldLayout", prompt, footer), (master,))
    slides = [
        slide(shape(text), name=f"slides/{text}.xml", parts=[layout]) for text in ("one", "two")
    ]
    found = passages(pptx(*slides))
    assert [x.text for x in found] == ["one", "two", "Autonomous since 2024", "Acme Ltd"]
    assert found[2].location.part is Where.LAYOUT


def test_alternate_content_is_read_once():
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='x'>{shape('new')}</mc:Choice>"
        f"<mc:Fallback>{shape('old')}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(pptx(both)) == ["new"]


def test_the_workbook_behind_a_chart_tells_only_what_the_chart_does_not():
    book = xlsx(Sheet("S", row(1, "", "Agent"), row(2, "Tickets", "0.99")))
    behind = Part("package", "embeddings/book.xlsx", book)
    words = chart("Accuracy", series="Agent", category="Tickets", value="0.99").replace(
        "</c:chartSpace>", '<c:externalData r:id="embeddings/book.xlsx"/></c:chartSpace>'
    )
    shapes = frame('<c:chart r:id="charts/c.xml"/>')
    data = pptx(slide(shapes, parts=[Part("chart", "charts/c.xml", words, (behind,))]))
    found = passages(data)
    assert [x.text for x in found] == ["Accuracy", "Agent", "Tickets", "0.99"]
    assert found[-1].cell is not None
    assert (found[-1].cell.column_head, found[-1].cell.row_head) == ("Agent", "Tickets")


def test_an_embedded_document_is_read_in_its_place():
    inside = docx(p("The agent decides alone."))
    embedded = Part("package", "embeddings/terms.docx", inside)
    shapes = frame('<p:oleObj r:id="embeddings/terms.docx" progId="Word.Document.12"/>')
    (found,) = passages(pptx(slide(shapes, parts=[embedded])))
    assert found.text == "The agent decides alone."
    assert found.location.label == "slide 1, embedded file terms.docx: paragraph 1"
    assert found.location.member == "terms.docx"


def _colour(value: str, more: str = "") -> str:
    return f'<a:solidFill><a:srgbClr val="{value}">{more}</a:srgbClr></a:solidFill>'


def _hidden(data: bytes) -> list[str | None]:
    return [passage.location.hidden for passage in passages(data)]


def test_hidden_slides_are_read_and_marked():
    assert _hidden(pptx(slide(shape("Secret."), extra='show="0"'))) == ["hidden slide"]


def test_slides_that_were_removed_but_not_deleted_are_read_and_marked():
    removed = slide(shape("Never shown."), name="slides/slide7.xml")
    data = pptx(shape("Shown."), parts=[Part("slide", *removed[1:])])
    found = passages(data)
    assert [(x.text, x.location.label, x.location.hidden) for x in found] == [
        ("Shown.", "slide 1", None),
        ("Never shown.", "removed slide 1", "removed slide"),
    ]


def test_hidden_and_off_slide_shapes_are_marked():
    shapes = shape("a", hidden="1") + shape("b", at=at(-9, 0)) + shape("c", at=at(0, 99))
    assert sorted(filter(None, _hidden(pptx(shapes)))) == [
        "hidden shape",
        "off the slide",
        "off the slide",
    ]


def test_text_that_nobody_can_see_is_marked():
    runs = {
        _colour("FFFFFF"): "white on white",
        _colour("000000", '<a:alpha val="0"/>'): "transparent text",
        'sz="100"': "tiny text",
        _colour("000000"): None,
    }
    shapes = [shape(ap("text", run=run), at=at(0, 2 * row)) for row, run in enumerate(runs)]
    assert _hidden(pptx("".join(shapes))) == list(runs.values())


def test_white_text_on_colour_is_seen():
    white = ap("text", run=_colour("FFFFFF"))
    filled = shape(white, properties=_colour("002060"))
    over_picture = picture(box=at(0, 5, 9, 9)) + shape(white, at=at(1, 6))
    dark = f"<p:bg><p:bgPr>{_colour('000000')}</p:bgPr></p:bg>"
    on_dark = Part("slide", "slides/dark.xml", page("sld", shape(white), before=dark))
    assert _hidden(pptx(filled, over_picture, on_dark)) == [None, None, None]


def test_text_in_the_colour_of_its_shape_is_hidden():
    data = pptx(shape(ap("text", run=_colour("002060")), properties=_colour("002060")))
    assert _hidden(data) == ["text in the colour of its background"]


def test_sizes_are_told_relative_to_the_text_of_the_slide():
    small, usual = ap("* in a demo", run='sz="900"'), ap("Plain body text here", run='sz="1800"')
    data = pptx(shape(usual, usual, usual, small) + shape(ap("Big", run='sz="3600"'), kind="title"))
    assert [x.size for x in passages(data)] == [2.0, 1.0, 1.0, 1.0, 0.5]


def test_a_slide_that_is_only_a_picture_is_a_problem():
    found = [x for x in items(pptx(shape("Text."), picture())) if isinstance(x, Problem)]
    assert [(x.code, x.location and x.location.label) for x in found] == [
        (ProblemCode.IMAGE_ONLY_PAGE, "slide 2")
    ]


def test_a_slide_that_is_gone_is_a_problem_and_the_others_are_read():
    data = pptx(shape("One."), slide("lost", name="slides/slide2.xml"), shape("Three."))
    broken = data.replace(b"ppt/slides/slide2.xml", b"ppt/slides/slide9.xml")
    found = items(broken)
    assert [x.text for x in found if isinstance(x, Passage)] == ["One.", "Three."]
    assert [x.code for x in found if isinstance(x, Problem)] == [ProblemCode.DAMAGED_PART]


def test_words_are_addressed_by_paragraph_run_and_character():
    (passage,) = passages(pptx(shape("It never sleeps")))
    place = passage.locate(3, 8)
    assert place.anchor == "ppt/slides/slide1.xml#p1/r1+3"
