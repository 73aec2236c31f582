"""A list item has the clause of its stem, and papers that sell nothing are read as such."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from claimlint.detect.units.segment import units
from claimlint.document import Location, Passage, Role
from claimlint.terms import ClauseLabel, DocumentKind

from .build import passage, passages

WHITE_PAPER = (
    "This paper explains a concept that the literature calls agency.",
    "The term agency refers to the power to act; autonomy is defined as the freedom to do so.",
    "Scholars disagree on the taxonomy, and recent research adds further terminology.",
    "Fully autonomous agents run without human intervention, says one study.",
    "Such a concept raises considerations that become increasingly important.",
)


def clauses(detector, *texts):
    found = detector.find(passages(*texts), DocumentKind.CONTRACT)
    return [(clause.passage, clause.label) for clause in found.clauses]


def test_items_without_bullets_inherit_the_clause_of_their_stem(detector):
    lines = ("We do not warrant that:", "Replies suit every reader", "Scores age well")
    label = ClauseLabel.ACCURACY_DISCLAIMER
    assert clauses(detector, *lines) == [(0, label), (1, label), (2, label)]


def test_a_sentence_of_its_own_ends_the_list(detector):
    lines = ("We do not warrant that:", "Replies suit every reader", "Invoices are due monthly")
    assert [number for number, _ in clauses(detector, *lines)] == [0, 1]


def test_items_that_open_with_a_label_go_on_as_long_as_each_has_one(detector):
    lines = (
        "Supplier is not responsible for failures that are caused by any of the following:",
        "Ice — The harbour is closed while ice lies on the quay.",
        "Strikes — Work at the quay stands still for a day.",
        "Late skippers — A skipper comes after the berth was given away.",
        "Invoices are due within a month.",
    )
    assert [number for number, _ in clauses(detector, *lines)] == [0, 1, 2, 3]


def test_what_a_stem_excepts_inherits_nothing(detector):
    lines = ("We are not liable for lost profits, excluding:", "Wilful harm")
    assert [number for number, _ in clauses(detector, *lines)] == [0]


def test_a_contract_sells_what_stands_under_a_description_of_the_service(detector):
    claim = passage("AI that closes tickets without human intervention.", number=2)
    headings = (
        ("Description of the Service", 1),
        ("Annex A – Description", 1),
        ("Governing law", 0),
        ("Description of the parties", 0),
    )
    for heading, times in headings:
        above = passage(heading, Role.HEADING, 1)
        found = detector.find([above, claim], DocumentKind.CONTRACT).claims
        assert len({item.category for item in found}) == times


def test_a_white_paper_sells_nothing_however_thick_its_claims(detector):
    found = detector.find(passages(*WHITE_PAPER))
    assert (found.kind, found.claims) == (DocumentKind.OTHER, ())


def test_claims_in_one_paragraph_are_counted_one_by_one(detector):
    page = (
        "Leaseguard",
        "Contract review at the speed of thought",
        "Leaseguard finds risky clauses more accurately than lawyers. It never invents a citation. "
        "It understands your playbook and learns from each negotiation. It is the most accurate "
        "contract AI on the market. It reviews contracts of any length in any language. No lawyer "
        "needs to check the output.",
    )
    found = detector.find(passages(*page))
    assert found.kind is DocumentKind.MARKETING
    assert len(found.claims) >= 4


@pytest.mark.parametrize(
    "broken", ["for stores and\nDepots", "(in shops\nAnd depots)", "of\nDepots"]
)
def test_a_narrow_column_breaks_no_sentence_before_a_name(broken):
    assert [unit.text for unit in units(passages(f"Counts stock {broken}"))] == [
        f"Counts stock {broken}"
    ]


def test_short_lines_that_end_are_units_of_their_own():
    assert [unit.text for unit in units(passages("Counts stock\nSleeps never"))] == [
        "Counts stock",
        "Sleeps never",
    ]


def test_a_figure_in_a_line_of_its_own_goes_on_below():
    (unit,) = units([passage("98%\nField accuracy on all typed invoices")])
    assert unit.text == "98%\nField accuracy on all typed invoices"


def test_the_figures_of_an_axis_have_no_caption():
    ticks = [passage(text, number=at) for at, text in enumerate(("100", "90", "80"))]
    cut = list(units([*ticks, passage("Bookings keep climbing", number=3)]))
    assert [unit.lead_text for unit in cut] == ["", "", "", ""]


def test_a_figure_is_labelled_by_the_heading_above_it_not_by_the_next_one():
    heads = ("Uptime", "99.9%", "Accuracy rate", "95%")
    cards = [
        passage(text, Role.PARAGRAPH if at % 2 else Role.HEADING, 3, at)
        for at, text in enumerate(heads)
    ]
    assert [unit.lead_text for unit in units(cards)] == ["", "Uptime", "", "Accuracy rate"]


@pytest.mark.parametrize(
    ("row", "captions"),
    [
        ("Repeat visits | 3x", ["", "Repeat visits"]),
        ("Visits | +3% | Rise in a year", ["", "Visits Rise in a year", ""]),
        ("It sorts the post. 3x", ["", ""]),
    ],
)
def test_the_cells_beside_a_figure_in_a_row_of_text_are_its_caption(row, captions):
    assert [unit.lead_text for unit in units(passages(row))] == captions


def _printed(*pages: str) -> list[Passage]:
    return [
        replace(passage(text), location=Location(label=f"page {page}", page=page, order=(page,)))
        for page, text in enumerate(pages, start=1)
    ]


def test_a_sentence_goes_on_from_one_page_to_the_next():
    broken = _printed("It pays all. It works without any", "human oversight.", "None is paid.")
    assert [unit.lead_text for unit in units(broken)] == ["", "", "It works without any", ""]


def test_a_page_that_ends_its_sentence_leaves_nothing_open():
    ended = _printed("It works without any delay.", "human oversight is ours.")
    assert {unit.lead_text for unit in units(ended)} == {""}


def test_a_duty_reaches_over_the_page(detector):
    broken = _printed("Customer shall make sure that each output is", "accurate, free of errors.")
    assert detector.find(broken[1:], DocumentKind.MARKETING).claims
    assert detector.find(broken, DocumentKind.MARKETING).claims == ()


def test_the_letter_of_an_annex_ends_a_sentence_and_an_initial_does_not():
    ends = "It is provided as described in Annex A. The Agent works alone."
    goes_on = "It was tested by J. Marlow."
    assert [unit.text for unit in units(passages(ends, goes_on))] == [
        "It is provided as described in Annex A.",
        "The Agent works alone.",
        goes_on,
    ]


def test_the_state_of_the_art_ends_a_sentence_and_an_article_of_law_does_not():
    ends, goes_on = "We beat the state of the art. It never sleeps.", "See Art. 14 of the Act."
    assert len(list(units(passages(ends)))) == 2
    assert len(list(units(passages(goes_on)))) == 1
