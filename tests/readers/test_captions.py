"""Figures in large type keep the words that say what they count, in every format with a layout."""

from __future__ import annotations

import pytest

from claimlint.document import Role
from tests.build.office import ap, pptx, shape
from tests.build.reading import read_file
from tests.readers.places import passages

CM = 360_000


def at(left: float, top: float) -> tuple[int, int, int, int]:
    return (round(left * CM), round(top * CM), 4 * CM, CM)


def _web(text: str) -> list[str]:
    return [passage.text for passage in passages("html", text)]


@pytest.fixture
def deck(tmp_path):
    """Return the passages of a slide with these shapes."""

    def read(*shapes):
        path = tmp_path / "deck.pptx"
        path.write_bytes(pptx("".join(shapes)))
        return read_file(path).passages

    return read


def test_a_card_of_a_page_is_a_figure_and_its_caption():
    page = (
        "<div><div><div>98%</div><div>Field accuracy</div></div><div><h3>5×</h3><p>more</div></div>"
    )
    assert _web(page) == ["98%\nField accuracy", "5×\nmore"]
    assert _web("<div><b>0</b><p>errors in three years</p></div>") == ["0\nerrors in three years"]
    assert _web("<div><b>1 in 5</b><p>used it less</p></div>") == ["1 in 5\nused it less"]


def test_the_caption_of_a_figure_keeps_its_line_and_column():
    (card,) = passages("html", "<div><b>98%</b>\n<p>of <i>fields</i></p></div>")
    place = card.locate(card.text.index("fields"), len(card.text))
    assert (place.line, place.column, place.end_column) == (2, 10, 16)


@pytest.mark.parametrize(
    "page",
    [
        "<div><div><h3>Uptime</h3><p>99.9%</p></div><div><h3>Accuracy</h3><p>95%</p></div></div>",
        "<div><div>Uptime</div><div>99.9%</div><div>Accuracy</div><div>95%</div></div>",
        "<dl><dt>Uptime</dt><dd>99.9%</dd><dt>Accuracy</dt><dd>95%</dd></dl>",
    ],
)
def test_a_figure_below_its_label_is_not_joined_with_the_next_label(page):
    assert _web(page) == ["Uptime", "99.9%", "Accuracy", "95%"]


@pytest.mark.parametrize(
    "page",
    [
        "<div>01</div><div>Connect your data</div>",
        "<ul><li>98%</li><li>Accuracy</li></ul>",
        "<div><p>98%</p></div><p>Accuracy</p>",
        "<div>98%</div><h2>What we do</h2>",
        "<div>98%</div><a href='#'>Read more</a>",
        "<div>98%</div><p hidden>of nothing</p>",
        "<table><tr><th>98%</th></tr><tr><td>Accuracy</td></tr></table>",
    ],
)
def test_steps_items_cells_and_what_stands_elsewhere_are_no_cards(page):
    assert len(_web(page)) == 2


def test_words_in_spans_side_by_side_are_parted_from_a_share():
    assert _web("<div><span>23%</span><span>reduction in costs</span></div>") == [
        "23% reduction in costs"
    ]


def test_a_figure_of_a_slide_takes_the_smaller_line_below_it(deck):
    large, small = 'sz="4000"', 'sz="1400"'
    found = deck(
        shape(ap("98%", run=large), at=at(0, 4)),
        shape(ap("field accuracy", run=small), at=at(0, 5.2)),
        shape(ap("10x", run=large), ap("faster", run=small), at=at(9, 4)),
    )
    assert [passage.text for passage in found] == ["98%\nfield accuracy", "10x\nfaster"]
    assert found[0].locate(4, 9).anchor == "ppt/slides/slide1.xml#p2/r1+0"


def test_a_label_that_is_large_only_beside_the_small_print_is_no_heading(deck):
    large, label, small = 'sz="4800"', 'sz="1500"', 'sz="900"'
    note = "Measured on 1,130 incidents of nine customers in October, by two analysts each."
    found = deck(
        shape(ap("61%", run=large), at=at(0, 4)),
        shape(ap("of alerts closed without an analyst", run=label), at=at(0, 5.2)),
        shape(ap("24/7", run=large), at=at(9, 4)),
        shape(ap("How it runs", run=label), ap("It starts by itself.", run=small), at=at(9, 5.2)),
        shape(ap(note, run=small), at=at(0, 12)),
    )
    assert [passage.text for passage in found] == [
        "61%\nof alerts closed without an analyst",
        "24/7",
        "How it runs",
        "It starts by itself.",
        note,
    ]


def test_figures_in_a_grid_of_one_size_of_type_stay_alone(deck):
    plain = 'sz="1400"'
    found = deck(
        shape(ap("€9.40", run=plain), at=at(0, 4)), shape(ap("own", run=plain), at=at(0, 5.2))
    )
    assert [passage.text for passage in found] == ["€9.40", "own"]


def test_the_line_in_the_largest_type_of_a_slide_is_its_heading(deck):
    body = 'sz="1400"'
    found = deck(
        shape(ap("What it does", run='sz="3000"'), at=at(0, 0)),
        shape(ap("Journals", run='sz="1800"'), at=at(0, 2)),
        shape(ap("Posts entries by itself, every night.", run=body), at=at(0, 4)),
        shape(ap("Keeps the books in order.", run=body), at=at(0, 6)),
    )
    assert [(passage.role, passage.level) for passage in found] == [
        (Role.HEADING, 1),
        (Role.HEADING, 2),
        (Role.PARAGRAPH, 0),
        (Role.PARAGRAPH, 0),
    ]


def test_the_title_of_a_card_comes_before_its_body_and_not_before_the_next_title(deck):
    cards = [
        (shape(title, at=at(6 * n, 4)), shape(body, at=(6 * n * CM, 5 * CM, 4 * CM, 3 * CM)))
        for n, (title, body) in enumerate((("Speed", "Twice as fast"), ("Staff", "None at night")))
    ]
    texts = ["Speed", "Twice as fast", "Staff", "None at night"]
    shapes = [title for title, _ in cards] + [body for _, body in cards]
    assert [passage.text for passage in deck(*shapes)] == texts


def test_cells_of_a_grid_that_touch_are_read_row_by_row(deck):
    heads = [shape(text, at=at(4 * n, 4)) for n, text in enumerate(("Tier", "Uptime"))]
    row = [
        shape(text, at=(4 * n * CM, 5 * CM, 4 * CM, 3 * CM))
        for n, text in enumerate(("Pro plan", "nearly always"))
    ]
    found = deck(*heads, *row)
    assert [passage.text for passage in found] == ["Tier", "Uptime", "Pro plan", "nearly always"]
