"""Audits and tests that the vendor's papers say do not exist, or not yet."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.evidence.disclosures.absences import assured_in
from claimlint.evidence.disclosures.searched_document import searched
from claimlint.score.evidence_examples import paper
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.terms import Verdict
from tests.build.office import docx, table
from tests.build.sheets import Sheet, cell, row, xlsx


@pytest.fixture
def told(catalogue):
    """Return what tells the names of what a text says is missing, and of what is planned."""

    def of(text):
        absent = assured_in(searched(paper(text), catalogue)).absent
        planned = {each.assurance.words for each in absent if each.to_come}
        return {each.assurance.words for each in absent} - planned, planned

    return of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SOC 2 Type II: in progress, the audit is planned for Q3.", "SOC 2 Type II"),
        ("We hold ISO 27001 and are working towards SOC 2.", "SOC 2"),
        ("ISO 27001 (certified) and SOC 2 Type 2 (in progress).", "SOC 2 Type II"),
        ("We are SOC 2 Type I certified and preparing for SOC 2 Type II.", "SOC 2 Type II"),
        ("A bias audit has been commissioned and will be finished in May.", "bias audit"),
        ("We do not yet hold SOC 2.", "SOC 2"),
        ("Is Owl ISO 27001 certified?\n\nNot yet. We expect the certificate in 2028.", "ISO 27001"),
        ("# ISO 42001\n\nNo. An audit is scheduled for May.", "ISO 42001"),
        ("| Item | Status |\n| Penetration test | Planned for spring |", "penetration test"),
        ("| Item | Status |\n| Security | HITRUST: in preparation |", "HITRUST"),
    ],
)
def test_what_is_planned_is_not_there_yet(told, text, name):
    assert told(text) == (set(), {name})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Owl has not been audited for bias.", "bias audit"),
        ("We do not carry out penetration tests.", "penetration test"),
        ("The service has no SOC 2 report.", "SOC 2"),
        ("Owl has not been independently validated.", "independent test"),
        ("Do you carry out bias audits? No.", "bias audit"),
        ("| Question | Answer |\n| Do you carry out bias audits? | N |", "bias audit"),
        ("| No. | Question | Y/N |\n| 1 | Are you SOC 2 certified? | No |", "SOC 2"),
        ("| Control | Response |\n| ISO 27001 certificate | None |", "ISO 27001"),
    ],
)
def test_what_is_denied_does_not_exist(told, text, name):
    assert told(text) == ({name}, set())


@pytest.mark.parametrize(
    "text",
    [
        "Penetration tests are planned every year.",
        "Our SOC 2 report was issued in March 2026; the audit for 2027 is under way.",
        "We plan to share our SOC 2 report with customers.",
        "We will undergo our annual SOC 2 audit in May.",
        "No penetration test is required here.",
        "No SOC 2 exceptions were noted.",
        "Not only SOC 2 but also ISO 27001.",
        "We do not rely on the SOC 2 report of our host.",
        "If you are pursuing SOC 2, our AI gathers the evidence.",
        "Have there been exceptions in your SOC 2 report? No.",
        "| Question | Answer |\n| Do you share your SOC 2 report? | No |",
        "| Question | Answer |\n| Are you SOC 2 certified? | No exceptions: yes |",
        "| Item | Status |\n| Penetration test | Completed in May, the next one is planned |",
        "| Scheme | Owl | Heron |\n| SOC 2 | Yes | No |",
    ],
)
def test_what_is_there_or_denied_of_something_else_is_not_absent(told, text):
    assert told(text) == (set(), set())


@pytest.fixture
def judged(tmp_path):
    """Return what judges a deck beside another paper of its vendor by one kind of evidence."""

    def of(deck, other, kind, name="trust.md"):
        (tmp_path / "deck.md").write_text(f"# Owl\n\nOwl is our AI for hiring. {deck}\n")
        (tmp_path / name).write_bytes(other if isinstance(other, bytes) else other.encode())
        report = check([tmp_path], Settings(today=date(2026, 11, 23)))
        findings = [each for each in report.findings if each.claim.location.line == 3]
        rows = [row for each in findings for row in each.evidence if row.kind == kind]
        return rows[0]

    return of


CERTIFIED = "Owl is SOC 2 Type II certified."
SECURITY = "security-assurance"


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("Our SOC 2 Type II audit is in progress.", Verdict.CONTRADICTED),
        ("We have no SOC 2 report.", Verdict.CONTRADICTED),
        ("Our HITRUST assessment is in progress.", Verdict.ASSERTED),
        ("SOC 2 Type II was planned for May 2024.", Verdict.ASSERTED),
        ("# Trust page of May 2026\n\nOur SOC 2 audit is in progress.", Verdict.CONTRADICTED),
        (
            "# Security white paper\n\nSOC 2 Type II report: October 2025 to September 2026, "
            "auditor Bell LLP, scope: the Owl service, no exceptions. Subprocessors: Orca Cloud."
            "\n\nOur SOC 2 Type II audit of 2027 is in progress.",
            Verdict.BACKED,
        ),
        (
            "Our SOC 2 Type II report was issued by Bell LLP in May 2026.\n\n"
            "The SOC 2 audit for 2027 is in progress.",
            Verdict.ASSERTED,
        ),
    ],
)
def test_a_certificate_that_another_paper_says_is_to_come_contradicts_the_claim(
    judged, other, verdict
):
    found = judged(CERTIFIED, other, SECURITY)
    assert found.verdict is verdict, found.reason


def test_a_paper_older_than_the_claim_contradicts_it_not(judged):
    deck = f"{CERTIFIED}\n\nDeck of 1 October 2026"
    other = "# Trust page of May 2025\n\nOur SOC 2 audit is in progress."
    assert judged(deck, other, SECURITY).verdict is not Verdict.CONTRADICTED


def test_a_claim_that_names_no_audit_is_told_that_it_is_only_planned(judged):
    found = judged("Owl is free of bias.", "A bias audit is planned.", "fairness-audit")
    assert found.verdict is Verdict.PROMISED
    assert found.reason == 'there is none yet: "A bias audit is planned." (trust.md, line 1)'


ROWS = (
    ("Question", "Answer"),
    ("Do you carry out bias audits?", "No"),
    ("Do you hold a SOC 2 report?", "N"),
)
SHEET = Sheet(
    "Questions",
    *(
        row(
            at,
            *(cell(f"{column}{at}", text, "str") for column, text in zip("AB", each, strict=True)),
        )
        for at, each in enumerate(ROWS, start=1)
    ),
)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("answers.docx", docx(table(*ROWS))),
        ("answers.xlsx", xlsx(SHEET)),
    ],
)
def test_a_bare_no_in_a_questionnaire_speaks_against_a_claim(judged, name, other):
    assert judged(CERTIFIED, other, SECURITY, name).verdict is Verdict.CONTRADICTED
    found = judged("Owl is free of bias.", other, "fairness-audit", name)
    assert found.verdict is Verdict.BARE
    assert found.reason.startswith('there is none: "Do you carry out bias audits? No"')
