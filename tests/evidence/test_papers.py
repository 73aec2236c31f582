"""The papers of an archive show what each of them shows, and nothing together."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from claimlint.evidence.text.papers import paper_at
from claimlint.session import check
from claimlint.settings import Settings

CLAIM = "# Heron\n\nOur hiring AI Heron is free of bias.\n"
GROUPS = "# Fairness\n\nHeron looks at women and men, and at each age group.\n"
RATES = "# Fairness\n\nImpact ratio 0.91 in March 2026, n = 2,400 applicants, audited by Lab Y.\n"


@pytest.fixture
def verdict(tmp_path):
    def of(*papers):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            for number, text in enumerate(papers, start=1):
                archive.writestr(f"v1.2/paper{number}.md", text)
        path = tmp_path / "room.zip"
        path.write_bytes(data.getvalue())
        report = check([path], Settings(today=date(2026, 11, 23)))
        finding = next(f for f in report.findings if f.claim.aspect == "bias")
        return next(str(e.verdict) for e in finding.evidence if e.kind == "fairness-audit")

    return of


def test_fields_of_two_papers_in_an_archive_make_no_evidence(verdict):
    assert verdict(CLAIM, GROUPS, RATES) == "bare"


def test_fields_of_one_paper_in_an_archive_do(verdict):
    assert verdict(CLAIM, GROUPS + RATES) == "partly-backed"


@pytest.mark.parametrize(("place", "held"), [(0, (0, 3)), (2, (0, 3)), (3, (3, 5)), (7, (5, 9))])
def test_a_unit_lies_in_one_paper(place, held):
    assert paper_at((0, 3, 5), place, 9) == range(*held)
