"""Figures that stand in one row of a table belong to their own columns."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.judging.serving import serving
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in

KIND = "accuracy-evaluation"
TABLE = """Harrow Desk 3.2 answers {claimed} of tickets correctly.

| Metric | Harrow Desk 3.2 | Harrow Desk 2.8 |
| Answer accuracy | {new} | {old} |

Answer accuracy on a random sample of 2,400 tickets from seven retail customers, July to September
2026; scored by two raters of TestHaus Ltd."""


@pytest.mark.parametrize(
    ("claimed", "new", "old", "words", "contradicted"),
    [
        ("94%", "94.1%", "88.0%", "94.1%", False),
        ("94%", "94.1%", "88.0%", "94% of tickets", False),
        ("94%", "91.0%", "94.1%", "94% of tickets", True),
        ("94%", "94.1%", "88.0%", "88.0%", False),
    ],
)
def test_a_claim_is_measured_by_its_own_column(catalogue, claimed, new, old, words, contradicted):
    document = paper(TABLE.format(claimed=claimed, new=new, old=old))
    claim = claim_in(document, words, Category.ACCURACY_RELIABILITY)
    found = find_disclosures(document, catalogue)
    rows = assess(claim, document, AtHand(tuple(found)), catalogue, today=date(2026, 11, 23))
    verdict = next(row.verdict for row in rows if row.kind == "accuracy-evaluation")
    assert (verdict is Verdict.CONTRADICTED) is contradicted


def test_how_often_a_known_failure_happens_is_no_lower_measurement_of_all(catalogue):
    text = TABLE.format(claimed="94%", new="94.1%", old="88.0%")
    limit = (
        "\n\nKnown failure: handwritten letters are misread in 9 of 45 cases, so a reply is late."
    )
    document = paper(text + limit)
    claim = claim_in(document, "94% of tickets", Category.ACCURACY_RELIABILITY)
    found = find_disclosures(document, catalogue)
    assert any(item.kind == "failure-modes" for item in found)
    rows = assess(claim, document, AtHand(tuple(found)), catalogue, today=date(2026, 11, 23))
    assert all(row.verdict is not Verdict.CONTRADICTED for row in rows)


def test_the_serving_is_that_of_the_version_the_evidence_is_about(catalogue):
    document = paper(TABLE.format(claimed="94%", new="94.1%", old="88.0%"))
    found = [item for item in find_disclosures(document, catalogue) if item.kind == KIND]
    drawn = [serving(item, [document]) for item in found]
    assert {(item.product, item.version) for item in found} == {("Harrow Desk", "3.2")}
    assert [each.right for each in drawn if each is not None and each.best is not None] == []
    assert 0.88 not in [each.right for each in drawn if each is not None]


@pytest.mark.parametrize("own_total", [True, False])
def test_a_row_of_a_table_that_counts_its_items_is_measured_by_itself(catalogue, own_total):
    told, table, total = (
        """Harrow Desk 3.2 answered n = 2,750 tickets with an answer accuracy of 96.9%, on a
random sample of tickets from seven retail customers; scored by two raters of TestHaus in July 2026.
""",
        """
| Input | Tickets (n) | Answer accuracy |
| Typed | 2,610 | 97.7% |
| Handwritten | 140 | 81.4% |
""",
        "| All | 2,750 | 96.9% |",
    )
    document = paper(told + table + total if own_total else table)
    claim = claim_in(document, "97.7%", Category.ACCURACY_RELIABILITY)
    report = replace(paper(told), path="report.md")
    found = [item for each in (document, report) for item in find_disclosures(each, catalogue)]
    rows = assess(claim, document, AtHand(tuple(found)), catalogue, today=date(2026, 11, 23))
    verdict = next(row.verdict for row in rows if row.kind == KIND)
    assert verdict is Verdict.PARTLY_BACKED


@pytest.mark.parametrize(
    ("row", "verdict"), [("Letters", Verdict.CONTRADICTED), ("ICD-10 coding", Verdict.WRONG_TARGET)]
)
def test_a_claim_in_a_cell_is_about_what_its_row_is_about(catalogue, row, verdict):
    document = paper(f"""| Task | Accuracy |
| {row} | 99.2% |

Quillmoor 3.4 was tested in May 2026 on 900 letters from 4 clinics, drawn at random: 94.2% were
without a clinically relevant error (95 % CI 92.5–95.6), as scored by two pharmacists.""")
    claim = replace(claim_in(document, "99.2%", Category.ACCURACY_RELIABILITY), lead=row)
    found = find_disclosures(document, catalogue)
    rows = assess(claim, document, AtHand(tuple(found)), catalogue, today=date(2026, 11, 23))
    assert next(item for item in rows if item.kind == KIND).verdict is verdict
