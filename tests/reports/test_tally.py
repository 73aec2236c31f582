"""A claim that several papers make counts once, as grave as it is anywhere, in every report."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from msgspec.structs import replace

from claimlint.finding import Finding, Report
from claimlint.reports.contents.distinct_claims import stated
from claimlint.reports.contents.tally import each_once, tally
from claimlint.reports.html import page
from claimlint.reports.json import report as json_report
from claimlint.reports.look import Look
from claimlint.reports.papers import brief, markdown
from claimlint.reports.text import report as terminal
from claimlint.reports.tools import github
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.terms import Level, Verdict
from claimlint.values.ruling import Ruling, State
from tests.cli.calls import AUTONOMY


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> Report:
    """Return the report of two vendors whose papers make the same claim without evidence."""
    folder = tmp_path_factory.mktemp("papers")
    for name in ("acme", "beta"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(AUTONOMY, encoding="utf-8")
    report = check([folder / "acme", folder / "beta"], Settings(today=date(2026, 11, 23)))
    assert [finding.level for finding in report.findings] == [Level.ERROR, Level.ERROR]
    return report


def backed(finding: Finding) -> Finding:
    evidence = tuple(replace(item, verdict=Verdict.BACKED) for item in finding.evidence)
    return replace(finding, evidence=evidence, level=Level.NOTE)


def let_through(finding: Finding) -> Finding:
    return replace(finding, ruling=Ruling(state=State.ACCEPTED, reason="pilot"))


def changed(report: Report, index: int, change) -> Report:
    """Return the report with the only finding of a document changed."""
    documents = list(report.documents)
    (finding,) = documents[index].findings
    documents[index] = replace(documents[index], findings=(change(finding),))
    return replace(report, documents=tuple(documents))


def counts(report: Report) -> dict[str, tuple[int, int]]:
    """Return claims and backed claims as each report tells them."""
    shown = {
        "terminal": terminal.render(report, Look()),
        "html": re.sub(r"<[^>]+>|\s+", " ", page.render(report, Look())),
        "brief": brief.markdown(report),
        "markdown": markdown.render(report, Look()),
    }
    found = {}
    for name, text in shown.items():
        told = re.search(r"(\d+)\s+claims?\s(?:in|about)[^:]*:\s+(\d+)\s+backed", text)
        assert told, (name, text[:2000])
        found[name] = (int(told[1]), int(told[2]))
    summary = json.loads(json_report.render(report))["summary"]
    open_, good = re.findall(
        r"(\d+) claims? without.* (\d+) backed", github.summary(report, Look())
    )[0]
    return {
        **found,
        "json": (summary["claims"], summary["backed"]),
        "github": (int(open_) + int(good), int(good)),
    }


@pytest.mark.parametrize("index", [0, 1])
def test_a_claim_that_one_vendor_backs_and_another_does_not_is_not_backed(bare, index):
    report = changed(bare, index, backed)
    assert set(counts(report).values()) == {(1, 0)}
    assert tally(report).levels[0] == (Level.ERROR, 1)
    assert json.loads(json_report.render(report))["summary"]["by_level"] == {
        "error": 1,
        "warning": 0,
        "note": 0,
    }
    (claim,) = stated(report)
    assert claim.finding.level is Level.ERROR


def test_a_claim_that_all_papers_back_is_backed(bare):
    assert set(counts(changed(changed(bare, 0, backed), 1, backed)).values()) == {(1, 1)}


def test_what_somebody_let_through_counts_nowhere(bare):
    report = changed(changed(bare, 0, let_through), 1, backed)
    assert set(counts(report).values()) == {(1, 1)}
    assert json.loads(json_report.render(report))["summary"]["suppressed"] == 1


def test_of_equal_findings_the_first_stands_for_the_claim(bare):
    assert each_once(bare.findings) == bare.findings[:1]
