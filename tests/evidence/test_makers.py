"""The vendor's own firm is no third party, whatever a paper calls it."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.session import check
from claimlint.settings import Settings

REPORT = """# Evaluation report

ScanWise 3.1 was evaluated in March 2026 {by}. On a random sample of 3,000 supplier invoices drawn
from production at 9 customers, field accuracy was 97.4 % (95 % CI 96.8 to 97.9), compared with 95 %
for two clerks.
"""


@pytest.fixture
def provenance(tmp_path):
    """Return what tells where the evidence for a deck comes from, beside a report of who tested."""

    def of(seller, by):
        deck = f"# ScanWise\n\nScanWise reads invoices with 97 % accuracy.\n\n{seller}\n"
        (tmp_path / "deck.md").write_text(deck, encoding="utf-8")
        (tmp_path / "report.md").write_text(REPORT.format(by=by), encoding="utf-8")
        report = check([tmp_path], Settings(today=date(2026, 11, 23)))
        rows = [row for each in report.findings for row in each.evidence]
        return {row.provenance for row in rows if row.kind == "accuracy-evaluation"}

    return of


@pytest.mark.parametrize(
    "seller",
    [
        "© 2026 Brightfold GmbH",
        "ScanWise is an AI product of Brightfold GmbH.",
        "ScanWise is made by Brightfold.",
        "Vendor: Brightfold GmbH",
        "ScanWise by Brightfold",
        'This offer is made by Brightfold GmbH (the "Provider").',
    ],
)
@pytest.mark.parametrize(
    "by", ["by the independent third party Brightfold GmbH", "by Brightfold Labs"]
)
def test_a_test_by_the_seller_is_self_reported(provenance, seller, by):
    assert provenance(seller, by) == {"self-reported"}


@pytest.mark.parametrize(
    ("seller", "by"),
    [
        ("© 2026 Brightfold GmbH", "by Halden Institute"),
        ("© 2026 Brightfold GmbH", "by Halden Institute together with Brightfold GmbH"),
        ("The test set was developed by Halden Institute.", "by Halden Institute"),
    ],
)
def test_a_test_by_another_is_that_of_a_third_party(provenance, seller, by):
    assert provenance(seller, by) == {"named third party"}
