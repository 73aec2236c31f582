"""What a paper begins to disclose and does not finish is named with its place, not as evidence."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint import Settings, check
from claimlint.evidence.disclosures.beginnings import begun
from claimlint.evidence.disclosures.document_evidence import document_evidence
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.finding import Clause
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, ClauseLabel, DocumentKind, Verdict
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)
LISTED = """\
# Ledger Owl

It books every receipt with 97 % accuracy.

# Known limitations

- It misreads handwritten totals.
- Two receipts on one page are merged.
"""


@pytest.fixture
def beginning(catalogue):
    def of(text, kind="failure-modes", clauses=()):
        return begun(paper(text), catalogue, catalogue.kind(kind), clauses)

    return of


def test_a_list_of_failures_without_consequence_is_begun_where_it_stands(beginning):
    found = beginning(LISTED)
    assert found.verdict is Verdict.BARE
    assert {"mode", "trigger"} <= {item.field for item in found.found}
    assert found.reason.startswith("begun in deck.md, line 8")
    assert "consequence" in found.missing


def test_a_claim_far_from_the_list_is_told_of_it(catalogue):
    document = paper(LISTED)
    claim = claim_in(document, "97 % accuracy", Category.ACCURACY_RELIABILITY)
    told = {"failure-modes": [begun(document, catalogue, catalogue.kind("failure-modes"))]}
    judged = assess(claim, document, AtHand(begun=told), catalogue, today=TODAY)
    row = next(item for item in judged if item.kind == "failure-modes")
    assert row.verdict is Verdict.BARE
    assert row.reason.startswith("begun in")


def test_a_section_headed_so_is_begun_even_where_it_shows_no_field(beginning):
    found = beginning("# Limitations\n\n- Synthetic data: it was trained on simulated receipts.")
    assert [item.field for item in found.found] == ["named"]
    assert found.reason.startswith("the section “Limitations” (")
    assert "does not say what goes wrong, nor when it happens" in found.reason


def test_what_a_section_does_say_is_not_told_as_unsaid(beginning):
    terms = "# Your data\n\nYou let us use call recordings to train our models."
    reason = beginning(terms, "data-provenance").reason
    assert "does not say the sources of training" in reason
    assert "customer data" not in reason


def test_the_data_of_a_test_are_no_beginning_of_what_the_system_learned_from(beginning):
    text = "# {}\n\n## Data\n\nThe 80 contracts were drawn at random from uploads of customers."
    kind = "data-provenance"
    assert beginning(text.format("Evaluation of Tide 4"), kind) is None
    assert "does not say the sources of training" in beginning(text.format("Tide 4"), kind).reason


def test_a_person_who_must_approve_every_letter_begins_a_rule_of_oversight(beginning):
    found = beginning("A human must approve every letter.", "oversight-spec")
    assert {"who", "what"} <= {item.field for item in found.found}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It misreads totals.", "failure-modes"),
        ("# Limitations\n\nAI can make mistakes. Please verify.", "failure-modes"),
        ("It books every receipt with 97 % accuracy.", "accuracy-evaluation"),
        ("Every invoice is paid with no human review before payment.", "oversight-spec"),
        ("Accuracy of 99.8 % on all claims, better than any human adjuster.", "human-involvement"),
        ("The template and the disclaimers are reviewed.", "oversight-spec"),
    ],
)
def test_a_stray_field_and_a_general_warning_begin_nothing(beginning, text, kind):
    assert beginning(text, kind) is None


def test_what_a_clause_says_begins_nothing(beginning):
    text = "An accountant must approve every booking."
    document = paper(text)
    clause = Clause(
        rule="human-review-duty.check",
        label=ClauseLabel.HUMAN_REVIEW_DUTY,
        text=text,
        unit=text,
        span=(0, len(text)),
        location=document.passages[0].location,
        passage=0,
    )
    assert beginning(text, "oversight-spec") is not None
    assert beginning(text, "oversight-spec", (clause,)) is None


def test_a_paper_that_discloses_a_kind_is_not_said_to_have_begun_it(catalogue, beginning):
    shown = (
        "\n# Version 2.1\n\nIt misreads dates when formats are mixed, which leads to late payment; "
        "2 of 100, found by a date check; set the format.\n"
    )
    begins, discloses = (
        document_evidence(paper(t), catalogue, (), DocumentKind.DISCLOSURE)
        for t in (LISTED, LISTED + shown)
    )
    assert "failure-modes" in dict(begins.begun)
    assert "failure-modes" in {item.kind for item in discloses.disclosures}
    assert beginning(LISTED + shown) is not None
    assert "failure-modes" not in dict(discloses.begun)


STRAY = "An objection is decided by the head of the office within five working days."


def test_a_field_without_the_one_that_names_its_kind_is_shown_with_what_is_lacking(beginning):
    found = beginning(f"# Objections\n\n{STRAY}", "decision-accountability")
    assert "appeal" in {item.field for item in found.found}
    assert "which decisions" in found.reason
    assert {"decision-types", "log"} <= set(found.missing)


def test_what_another_paper_of_the_vendor_begins_is_told_with_the_claim(tmp_path):
    (tmp_path / "deck.md").write_text("# Tide\n\nTide decides on its own who gets a permit.\n")
    (tmp_path / "faq.md").write_text(f"# Objections against decisions of Tide\n\n{STRAY}\n")
    deck = next(
        each
        for each in check([str(tmp_path)], Settings(today=TODAY)).documents
        if each.path.endswith("deck.md")
    )
    rows = [row for finding in deck.findings for row in finding.evidence]
    row = next(each for each in rows if each.kind == "decision-accountability")
    assert row.verdict is Verdict.BARE
    assert row.reason.startswith("begun in faq.md, line 3")


def test_what_a_contract_or_a_paper_that_sells_nothing_says_in_passing_begins_nothing(catalogue):
    given = [
        dict(document_evidence(paper(STRAY), catalogue, (), kind).begun)
        for kind in (DocumentKind.OTHER, DocumentKind.CONTRACT, DocumentKind.DISCLOSURE)
    ]
    assert ["decision-accountability" in each for each in given] == [False, False, True]
