"""Papers that tell otherwise of audits and of customers' data than the claim does."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from claimlint.evidence.disclosures.beginnings import begun
from claimlint.evidence.disclosures.document_evidence import document_evidence
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.judging.contradicting.absent import Absences
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, DocumentKind, Strength, Verdict
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)


@pytest.fixture
def judge(catalogue):
    def of(claimed, told, kind, aspect):
        document = paper(f"{claimed}\n\n{told}")
        claim = claim_in(
            document, claimed, Category.SAFETY_COMPLIANCE, Strength.STRONG, aspect=aspect
        )
        found = find_disclosures(document, catalogue)
        rows = assess(claim, document, AtHand(found), catalogue, today=TODAY)
        return next(item for item in rows if item.kind == kind)

    return of


AUDIT = """
# SOC 2 report

Marlow & Finch LLP examined the Owl agent and its model gateway, {told} One exception was noted.
"""


@pytest.mark.parametrize(
    ("claim", "told", "contradicted"),
    [
        ("SOC 2 Type II certified.", "as of 31 March 2026 (SOC 2 Type I).", True),
        ("SOC 2 Type 2 certified.", "as of 31 March 2026 (SOC 2 Type 1).", True),
        (
            "SOC 2 Type II certified.",
            "as of 31 March 2026 (SOC 2 Type I). A SOC 2 Type II examination is planned for 2027.",
            True,
        ),
        ("SOC 2 Type I certified.", "as of 31 March 2026 (SOC 2 Type I).", False),
        ("SOC 2 certified.", "as of 31 March 2026 (SOC 2 Type I).", False),
        (
            "SOC 2 Type II certified.",
            "period 1 October 2025 to 30 September 2026 (SOC 2 Type II).",
            False,
        ),
    ],
)
def test_an_audit_of_one_day_is_none_of_months(judge, claim, told, contradicted):
    found = judge(claim, AUDIT.format(told=told), "security-assurance", "security")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted, found.reason


STATUS = """
| Framework | Status |
| {scheme} | {status} |
"""


@pytest.mark.parametrize(
    ("claim", "scheme", "status", "contradicted"),
    [
        ("SOC 2 Type II and ISO 27001 certified.", "SOC 2 Type II", "In progress", True),
        ("ISO 27001 certified.", "ISO/IEC 27001", "Planned for 2027", True),
        ("ISO 27001 certified.", "SOC 2 Type II", "In progress", False),
        ("ISO 27001 certified.", "ISO 27001", "Surveillance audit planned for May 2027", False),
        ("ISO 27001 certified.", "ISO 27001", "Valid until 31 March 2028", False),
        ("ISO 27001 certification planned.", "ISO 27001", "Planned for 2027", False),
    ],
)
def test_an_audit_that_another_table_tells_as_to_come_is_none(
    catalogue, claim, scheme, status, contradicted
):
    document, sheet = paper(claim), paper(STATUS.format(scheme=scheme, status=status))
    said = claim_in(document, claim, Category.SAFETY_COMPLIANCE, aspect="security")
    kind = catalogue.kind("security-assurance")
    evidence = document_evidence(sheet, catalogue, (), DocumentKind.DISCLOSURE)
    told = AtHand(evidence.disclosures, absences=Absences.of([evidence.assured]))
    rows = assess(said, document, told, catalogue, today=TODAY)
    found = next(item for item in rows if item.kind == kind.id)
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted, found.reason


def test_what_a_paper_tells_of_training_counts_where_it_tells_no_sources(catalogue):
    document = paper(
        "Your letters are never used to train our models.\n\n"
        "We may use conversations to improve our models."
    )
    said = claim_in(
        document, document.passages[0].text, Category.SAFETY_COMPLIANCE, aspect="privacy"
    )
    kind = catalogue.kind("data-provenance")
    told = AtHand(begun={kind.id: [begun(document, catalogue, kind)]})
    rows = assess(said, document, told, catalogue, today=TODAY)
    found = next(item for item in rows if item.kind == kind.id)
    assert found.verdict is Verdict.CONTRADICTED, found.reason
    assert found.reason.startswith("customers' data is used after all")


CARD = """
# Training data

Owl was trained on letters licensed from two publishers, 2019 to 2023. {told}
"""


@pytest.mark.parametrize(
    ("told", "contradicted"),
    [
        ("Customer letters are used to fine-tune models unless the customer opts out.", True),
        ("We use customer data to train new versions.", True),
        ("Customer letters are used to improve our models.", True),
        ("Customer letters are used to fine-tune models only if the customer opts in.", False),
        ("Customer letters are not used to train models.", False),
        ("Customer letters are used to improve the layout of the page.", False),
    ],
)
def test_what_the_card_tells_of_training_is_set_beside_a_promise_of_none(judge, told, contradicted):
    claim = "Your letters are never used to train our models."
    found = judge(claim, CARD.format(told=told), "data-provenance", "privacy")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted, found.reason


def test_who_promises_something_else_is_not_contradicted_by_training(judge):
    told = CARD.format(told="Customer letters are used to fine-tune models unless it opts out.")
    found = judge("Your letters never leave the EU.", told, "data-provenance", "privacy")
    assert found.verdict is not Verdict.CONTRADICTED, found.reason


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("as of 31 March 2026 (SOC 2 Type I).", Verdict.CONTRADICTED),
        ("until 31 March 2028 (ISO/IEC 27001).", Verdict.WRONG_TARGET),
    ],
)
def test_a_bare_word_is_held_to_the_scheme_that_its_row_names(catalogue, told, verdict):
    document = paper(f"Certified\n\n{AUDIT.format(told=told)}")
    claim = claim_in(document, "Certified", Category.SAFETY_COMPLIANCE, aspect="security")
    claim = replace(claim, lead="SOC 2 Type II · Status")
    found = find_disclosures(document, catalogue)
    rows = assess(claim, document, AtHand(found), catalogue, today=TODAY)
    assert next(item.verdict for item in rows if item.kind == "security-assurance") is verdict
