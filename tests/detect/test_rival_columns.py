"""Columns of rivals beside that of the product: what they hold is none of the vendor's claims."""

from __future__ import annotations

import pytest

from claimlint.terms import DocumentKind

from .build import cells_of, passages

PAGE = passages(
    "Codewell for claims desks",
    "Ask Codewell what a policy covers, and Codewell shows the clause.",
    "How we compare",
)
ROWS = (
    ("Accuracy", "99.2 %", "91.4 %"),
    ("Availability", "24/7", "24/7"),
    ("Oversight", "Works without human intervention", "Fully autonomous"),
)
FIRST = {"99.2 %", "Works without human intervention"}
SECOND = {"91.4 %", "Fully autonomous"}
OWN = ["Codewell", "With Codewell", "Codewell AI", "Codewell 3.2", "Us", "Our agent", "CODEWELL"]


@pytest.fixture(scope="module")
def told(detector):
    """Return the cells that claim in a table below a page on Codewell."""

    def units(*rows):
        found = detector.find([*PAGE, *cells_of(*rows)], DocumentKind.MARKETING)
        return [claim.unit for claim in found.claims]

    return units


@pytest.mark.parametrize("own", OWN)
@pytest.mark.parametrize(
    "rival", ["Borealis", "Borealis 2", "Quillbank AI", "GPT-4o", "Claude 3.5 Sonnet", "Vendor A"]
)
def test_what_stands_below_the_name_of_a_rival_is_no_claim(told, own, rival):
    left = told(("Feature", own, rival), *ROWS)
    right = told(("Feature", rival, own), *ROWS)
    assert sorted(left) == sorted({*FIRST, "24/7"})
    assert sorted(right) == sorted({*SECOND, "24/7"})


@pytest.mark.parametrize(
    "heads",
    [
        ("Basic", "Enterprise"),
        ("Codewell Basic", "Codewell Pro"),
        ("Codewell", "Enterprise"),
        ("Codewell 3.2", "Codewell 2.8"),
        ("Codewell", "our small model"),
        ("Q1 2026", "Q2 2026"),
        ("March", "September"),
        ("Codewell", "May 2026"),
        ("Codewell", "Pilot Result"),
        ("Codewell", "Test Set"),
        ("Motor", "Property"),
        ("Borealis", "Quillbank"),
        ("English", "Welsh"),
        ("Codewell for Motor", "Property"),
    ],
)
def test_columns_of_the_vendor_or_without_one_of_the_product_claim(told, heads):
    found = told(("Feature", *heads), *ROWS)
    assert set(found) == {*FIRST, *SECOND, "24/7"}
    assert found.count("24/7") == 2


def test_a_product_that_the_paper_names_again_and_again_is_its_own(told):
    rows = (("Feature", "Codewell", "Deskwell"), *ROWS)
    named = ("Help", "Deskwell answers the phone", "Like Deskwell, with Deskwell's voices")
    assert set(told(*rows, named)) > SECOND
    assert not SECOND & set(told(*rows))


@pytest.mark.parametrize(
    ("ours", "theirs", "claims"), [("Yes", "No", 1), ("No", "Yes", 0), ("✓", "✗", 1), ("✗", "✓", 0)]
)
@pytest.mark.parametrize("label", ["24/7 stock checks", "Works without human intervention"])
def test_a_label_claims_by_the_answer_of_the_product_alone(told, label, ours, theirs, claims):
    rows = ((label, ours, theirs), ("Seats", "9", "12"))
    assert len(told(("", "Codewell", "Borealis"), *rows)) == claims
    swapped = ((label, theirs, ours), ("Seats", "12", "9"))
    assert len(told(("", "Borealis", "Codewell"), *swapped)) == claims


@pytest.mark.parametrize(
    ("opening", "own", "version"),
    [
        (("Codewell", "Reads claims for you."), "Codewell", "Codewell 2.8"),
        (("CODEWELL", "CODEWELL reads claims."), "CODEWELL", "CODEWELL 2.8"),
        (("Harrow Desk", "Harrow Desk reads claims."), "Harrow Desk", "Harrow Desk 2.8"),
    ],
)
def test_the_product_is_named_by_the_title_of_a_short_page(detector, opening, own, version):
    for beside, ours in (("Borealis", False), (version, True)):
        page = [*passages(*opening), *cells_of(("Feature", own, beside), *ROWS)]
        found = detector.find(page, DocumentKind.MARKETING).claims
        units = {claim.unit for claim in found}
        assert units > FIRST
        assert (units > SECOND) is ours


@pytest.mark.parametrize(
    "others", ["Alternatives", "The rest", "Off-the-shelf LLMs", "Generic bots", "By hand"]
)
def test_what_others_do_is_no_claim_whatever_they_are_called(told, others):
    assert not SECOND & set(told(("Feature", "Codewell", others), *ROWS))
