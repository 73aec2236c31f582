"""Clauses are cited as their paper counts them: by the annex too, where it counts anew."""

from __future__ import annotations

from msgspec.structs import replace

from claimlint.detect.units.segment import units
from claimlint.document import Part, Role
from claimlint.terms import ClauseLabel, DocumentKind

from .build import cells_of, passage, passages


def places(detector, held):
    return [clause.place for clause in detector.find(held, DocumentKind.CONTRACT).clauses]


def test_a_clause_of_a_schedule_that_begins_again_is_told_from_its_namesake(detector):
    lines = (
        "2.1 Customer shall review all Output.",
        "SCHEDULE 3 – DATA",
        "2.1 We shall give you 14 days' notice of any new sub-processor.",
        "EXHIBIT B",
        "9.1 The Service is provided as is.",
    )
    found = places(detector, passages(*lines))
    assert found == ["clause 2.1", "Schedule 3, clause 2.1", "clause 9.1"]


def test_a_paragraph_is_cited_with_the_section_above_it(detector):
    lines = (
        "§ 4 Automated decisions",
        "(2) Refusals shall be reviewed by an employee of the Controller.",
        "3. LIMITS OF THE SOFTWARE",
        "Output may be inaccurate.",
        "5.1 Customer shall not:",
        "(a) use the Agent for credit decisions;",
        "Miscellaneous",
        "The Service is provided as is.",
    )
    found = places(detector, passages(*lines))
    assert found[0] == "§ 4(2)"
    assert found[1:] == ["clause 3", "clause 5.1(a)", "line 8"]


def test_a_list_ends_at_a_number_of_its_stem_or_above(detector):
    levels = ((2, "5.1", "The Agent must not be used:"), (3, "5.1(a)", "for profiling"))
    rest = ((1, "6", "Training"),)
    held = [
        replace(passage(text, level=level), number=number)
        for level, number, text in (*levels, *rest)
    ]
    assert places(detector, held) == ["clause 5.1", "clause 5.1(a)"]


def test_a_list_goes_on_after_a_list_in_one_of_its_items(detector):
    levels = (
        (2, Role.PARAGRAPH, "5.1", "The Agent must not be used:"),
        (3, Role.BULLET, "5.1(a)", "for medical advice, including:"),
        (4, Role.BULLET, "5.1(a)(i)", "dosage;"),
        (3, Role.BULLET, "5.1(b)", "for profiling"),
    )
    held = [
        replace(passage(text, role, level), number=number) for level, role, number, text in levels
    ]
    assert places(detector, held) == [f"clause {number}" for _, _, number, _ in levels]


def test_what_a_reviewer_remarks_on_a_contract_is_no_clause(detector):
    said = passage("Customer shall review all Output before use.")
    remark = replace(said, location=replace(said.location, part=Part.COMMENT))
    assert places(detector, [remark]) == []
    assert places(detector, [said]) == ["line 1"]


def test_a_clause_is_marked_with_its_subject_and_to_the_end_of_its_phrase(detector):
    text = "AI Features: Output does not constitute tax advice, and is limited to (see 2.1) drafts."
    clause = detector.find([passage(text)], DocumentKind.CONTRACT).clauses[0]
    assert clause.label is ClauseLabel.NO_RELIANCE
    assert clause.text == "Output does not constitute tax advice"


def test_a_claim_of_a_contract_is_placed_by_its_printed_number(detector):
    lines = ("Agreement", "2.2 The AI Agent is available 24/7.", "Our AI agent never sleeps.")
    (numbered, bare) = detector.find(passages(*lines), DocumentKind.CONTRACT).claims
    assert (numbered.location.label, numbered.location.clause) == ("line 2, clause 2.2", "2.2")
    assert (bare.location.label, bare.location.clause) == ("line 3", None)
    (sold, _) = detector.find(passages(*lines), DocumentKind.MARKETING).claims
    assert sold.location.label == "line 2"


def test_the_count_of_paragraphs_gives_way_to_the_number(detector):
    told = passage("2.2 The AI Agent is available 24/7.")
    place = replace(told.location, line=None, paragraph=9, label="paragraph 9")
    (claim,) = detector.find([replace(told, location=place)], DocumentKind.CONTRACT).claims
    assert claim.location.label == "clause 2.2"


def test_a_number_that_says_what_it_numbers_is_not_called_a_clause_besides(detector):
    told = replace(passage("Customer shall review all Output."), number="Section 1.03(a)")
    assert places(detector, [told]) == ["Section 1.03(a)"]


def test_an_amount_opens_no_clause(detector):
    priced = cells_of(("Item", "Price"), ("Overage", "0.85 per request"), ("Seat", "4.20 per user"))
    clauses = cells_of(("Terms",), ("7.2 Customer shall review all Output.",))
    line = passage("99.5 % availability is a target only.")
    numbers = [unit.number for unit in units([*priced, line, *clauses])]
    assert numbers == [None] * 7 + [None, "7.2"]
