"""Headings, stems and names hand clauses down in plain text, and stop where the list does."""

from __future__ import annotations

from claimlint.document import Role
from claimlint.terms import ClauseLabel, DocumentKind

from .build import passage, passages

LIABILITY = ClauseLabel.LIABILITY_CAP
RESTRICTION = ClauseLabel.USE_RESTRICTION
TOLD = ClauseLabel.DISCLOSURE_COMMITMENT
WARRANTY = ClauseLabel.PERFORMANCE_WARRANTY


def labels(detector, *texts):
    found = detector.find(passages(*texts), DocumentKind.CONTRACT)
    held = {clause.passage: clause.label for clause in found.clauses}
    return [held.get(number) for number in range(len(texts))]


def test_items_that_end_with_a_stop_belong_to_their_stem(detector):
    lines = ("We are not liable for:", "Faults of the power grid.", "Strikes.")
    assert labels(detector, *lines) == [LIABILITY] * 3


def test_what_a_service_level_leaves_out_is_no_limit_of_liability(detector):
    lines = ("The uptime commitment does not apply to:", "Faults of the power grid.", "Strikes.")
    assert labels(detector, *lines) == [None] * 3


def test_what_liability_is_excluded_for_is_no_clause_of_its_own(detector):
    (cause,) = labels(detector, "We are not liable for losses from hallucinations of the AI.")
    (duty,) = labels(detector, "We are not liable for drafts, and you must check each draft.")
    assert (cause, duty) == (LIABILITY, ClauseLabel.HUMAN_REVIEW_DUTY)


def test_a_website_that_takes_back_is_read_for_clauses(detector):
    lines = (
        "What the robot is not",
        "We do not guarantee that a letter lands in the right tray.",
        "The robot is not a substitute for a clerk.",
        "We are not responsible for letters that are lost.",
        "Readers are responsible for their post.",
        "Past performance of a tray says nothing.",
    )
    found = detector.find(passages(*lines))
    assert found.kind is DocumentKind.CONTRACT
    assert LIABILITY in {clause.label for clause in found.clauses}


def test_a_heading_of_forbidden_uses_covers_the_bare_lines_below_it(detector):
    lines = ("4. Prohibited Uses", "Ranking of tenants", "5. Fees", "Monthly invoices")
    assert labels(detector, *lines) == [None, RESTRICTION, None, None]


def test_a_heading_announces_a_clause_and_has_none_itself(detector):
    lines = ("9. Limitation of Liability", "We are not liable for lost profits.")
    assert labels(detector, *lines) == [None, LIABILITY]
    (head,) = detector.find(passages(*lines), DocumentKind.CONTRACT).heads
    assert (head.passage, head.label) == (0, LIABILITY)


def test_a_numbered_heading_ends_the_list_above_it(detector):
    lines = ("We are not liable for:", "Lost data", "7. Support Hours", "Nine to five")
    assert labels(detector, *lines) == [LIABILITY, LIABILITY, None, None]


def test_a_long_list_without_marks_ends_where_the_matter_changes(detector):
    lines = (
        "The Client shall indemnify us for claims from:",
        "Use of the drafts",
        "Breach of these terms",
        "Courts in the north of the country",
        "Damage to the office",
    )
    assert labels(detector, *lines) == [LIABILITY, LIABILITY, LIABILITY, None, None]


def test_a_line_goes_on_what_the_one_before_it_said(detector):
    lines = ("We are not liable for lost profits.", "This includes trades that came too late.")
    assert labels(detector, *lines) == [LIABILITY, LIABILITY]


def test_a_line_that_turns_from_it_does_not(detector):
    lines = ("We are not liable for lost profits.", "This limitation may not apply to you.")
    assert labels(detector, *lines) == [LIABILITY, None]


def test_the_name_of_the_vendor_reads_as_provider(detector):
    lines = (
        "The tool of Brambleworks drafts letters for Brambleworks users.",
        "As agreed, Brambleworks is not responsible for plug-ins.",
    )
    assert labels(detector, *lines) == [None, LIABILITY]


def test_a_party_that_is_defined_as_no_vendor_reads_as_the_customer(detector):
    lines = (
        "This Agreement is made between Owl Ltd and the parish named in the order (the “Parish”).",
        "The Parish shall have a clerk approve each letter before it is sent.",
        "The Parish shall:",
        "answer any letter that quotes a wrong fee within one working day.",
        "The Parish shall respond to questions within five days.",
    )
    review = ClauseLabel.HUMAN_REVIEW_DUTY
    found = labels(detector, *lines)
    assert found[1] == review
    assert WARRANTY not in found
    undefined = labels(detector, *(line.replace("Parish", "Vicar") for line in lines[1:]))
    assert WARRANTY in undefined


def test_what_the_customer_does_is_no_promise(detector):
    stem = passage("Customer shall:", number=1)
    for text, times in (("notify the regulator of incidents;", 0), ("pay.", 0)):
        item = passage(text, Role.BULLET, 1, number=2)
        found = detector.find([stem, item], DocumentKind.CONTRACT).clauses
        assert len(found) == times


def test_an_item_that_reads_like_a_heading_has_the_clause_of_its_stem(detector):
    lines = ("Beta features come without any warranty as to:", "Response times")
    assert labels(detector, *lines)[1] not in (None, WARRANTY)


def test_each_figure_of_a_row_with_bars_is_labelled_by_its_first_cell(detector):
    held = labels(detector, "Match rate | 95%+ | 98%+", "Deposit | 20% | 10%")
    assert held == [WARRANTY, None]


def test_a_bare_number_is_no_unit_of_a_list(detector):
    lines = ("The Supplier shall notify the Client of:", "1. Each security incident")
    assert labels(detector, *lines)[1] == TOLD


def test_a_brief_item_that_completes_its_stem_is_marked_as_a_whole(detector):
    lines = ("The Supplier does not guarantee:", "that results will be free of errors;")
    found = detector.find(passages(*lines), DocumentKind.CONTRACT).clauses
    assert [clause.text for clause in found][1:] == ["that results will be free of errors"]


def test_who_is_no_vendor_and_has_to_review_promises_nothing(detector):
    lines = (
        "The Surgery shall:",
        "ensure that a licensed clinician reviews each Draft before it is filed;",
    )
    found = detector.find(passages(*lines), DocumentKind.CONTRACT).clauses
    assert [clause.label for clause in found] == [ClauseLabel.HUMAN_REVIEW_DUTY]
