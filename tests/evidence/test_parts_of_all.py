"""Tables with a row for all and rows for parts of it: which row a claim is measured by."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from claimlint.document import PackedPassages
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.judging.matter_report import MatterEvidence, matter_report
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)
REPORT = """# ReceiptOwl 4.2: evaluation report

3 May 2026 · Evaluated by Northshore Labs

A random sample of invoices was drawn from the production invoices of nine customers in April 2026;
two clerks scored the fields. The template reader in use before reached 71.2 %.

| Slice | n | Field accuracy | 95 % CI |
| Scanned invoices | 211 | 80.3 % | 74.4-85.1 % |
| All invoices | 4,812 | {all} | 92.4-98.8 % |
| Born-digital invoices | 3,904 | 98.1 % | 97.6-98.5 % |"""


@pytest.fixture
def judge(catalogue):
    def of(claim, report):
        deck = paper(f"# ReceiptOwl 4.2\n\n{claim}", "deck.md")
        shown = AtHand(tuple(find_disclosures(paper(report, "report.md"), catalogue)))
        made = claim_in(deck, claim.rstrip("."), Category.ACCURACY_RELIABILITY)
        rows = assess(made, deck, shown, catalogue, today=TODAY)
        return next(row for row in rows if row.kind == "accuracy-evaluation")

    return of


@pytest.mark.parametrize(
    ("claim", "reached", "verdict", "told"),
    [
        ("It reads 98 % of invoice fields right.", "93.1 %", Verdict.CONTRADICTED, "93.1 %"),
        ("It reads 98 % of invoice fields right.", "98.0 %", Verdict.BACKED, "98.0 %"),
        ("It reads 98 % of born-digital invoices right.", "93.1 %", Verdict.BACKED, "98.1 %"),
        ("It reads 98 % of scanned invoices right.", "98.0 %", Verdict.CONTRADICTED, "80.3 %"),
    ],
)
def test_a_claim_is_measured_by_the_row_for_all_unless_it_names_a_part(
    judge, claim, reached, verdict, told
):
    found = judge(claim, REPORT.format(all=reached))
    assert found.verdict is verdict, found.reason
    assert [each.text for each in found.found if each.field == "value"] == [told]


TWO_TASKS = (
    REPORT.replace("Scanned invoices", "Invoices, scanned")
    + """
| All letters | 810 | 91.2 % | 89.0-93.0 % |"""
)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("It reads 80 % of invoice fields right.", "95.1 %"),
        ("It reads 80 % of letters right.", "91.2 %"),
        ("It reads 80 % of scanned invoices right.", "80.3 %"),
    ],
)
def test_a_second_row_for_all_is_of_what_it_names_and_commas_make_no_part(judge, claim, told):
    found = judge(claim, TWO_TASKS.format(all="95.1 %"))
    assert [each.text for each in found.found if each.field == "value"] == [told]


def test_where_no_row_is_for_all_the_part_that_reaches_the_claim_is_cited(judge):
    report = REPORT.format(all="93.1 %").replace("All invoices", "Faxed invoices")
    found = judge("It reads 98 % of invoice fields right.", report)
    assert found.verdict is Verdict.BACKED
    assert "alone" not in found.reason
    assert [each.text for each in found.found if each.field == "value"] == ["98.1 %"]


def test_the_items_of_a_row_are_those_that_it_counts(judge):
    found = judge("It reads 80 % of scanned invoices right.", REPORT.format(all="98.0 %"))
    assert found.reason.startswith("on 211 items")


def test_the_label_tells_of_the_row_for_all(catalogue):
    document = paper(REPORT.format(all="93.1 %"), "report.md")
    found = tuple(find_disclosures(document, catalogue))
    shown = MatterEvidence(papers=(document,), disclosures=found)
    serving = matter_report("receipts", shown, catalogue, TODAY).serving
    assert serving is not None
    assert (serving.right, serving.n) == (0.931, 4812)


def test_the_row_for_all_is_known_in_a_document_so_long_that_it_is_packed(catalogue):
    rows = "".join(
        f"\n| Invoices of town {number} | {number + 300} | {number % 90 + 9}.1 % | 1-99 % |"
        for number in range(400)
    )
    document = paper(REPORT.format(all="93.1 %") + rows, "report.md")
    packed = replace(document, passages=PackedPassages.of(document.passages))
    fields = (field for item in find_disclosures(packed, catalogue) for field in item.fields)
    parts = [each.value for each in fields if each.field == "slice"]
    assert parts[:3] == ["scanned", "all", "born digital"]


PROSE = """# ReceiptOwl 4.2: evaluation report

3 May 2026 · Evaluated by Northshore Labs

{data} The template reader in use before reached 71.2 %.

Field accuracy on invoices was 98.1 % (95 % CI 97.7-98.5 %). {scored}"""
DRAWN = "A random sample of 4,812 invoices was drawn from those of nine customers in April 2026."
MADE = (
    "The 4,812 invoices are synthetic demo documents from five templates of nine customers, 2026."
)


@pytest.mark.parametrize(
    ("data", "scored", "verdict"),
    [
        (DRAWN, "Two clerks scored the fields.", Verdict.BACKED),
        (DRAWN, "Fields were scored after a clerk had corrected them.", Verdict.WRONG_TARGET),
        (MADE, "Two clerks scored the fields.", Verdict.PARTLY_BACKED),
    ],
)
def test_what_was_made_for_the_test_or_corrected_before_lowers_a_score(
    judge, data, scored, verdict
):
    found = judge("It reads 98 % of invoice fields right.", PROSE.format(data=data, scored=scored))
    assert found.verdict is verdict, found.reason
    corrected = "it was scored after people had corrected it" in found.reason
    assert corrected is (verdict is Verdict.WRONG_TARGET)


def test_the_number_of_items_in_the_row_of_a_value_goes_before_those_of_other_things(catalogue):
    report = REPORT.format(all="98.0 %").replace("71.2 %", "71.2 % (n = 600)")
    found = find_disclosures(paper(report, "report.md"), catalogue)
    sizes = {
        row.location.label: next(each.text for each in row.fields if each.field == "sample-size")
        for row in found
        if row.kind == "accuracy-evaluation"
    }
    assert set(sizes.values()) == {"211", "4,812", "3,904"}
