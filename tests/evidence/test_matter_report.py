"""The disclosures that every seller owes, matter_report for a vendor's papers as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.evidence.disclosures.document_evidence import document_evidence
from claimlint.evidence.judging.matter_report import MatterEvidence, matter_report
from claimlint.evidence.stated_evidence import load_stated
from claimlint.score.evidence_examples import paper
from claimlint.terms import DocumentKind, Verdict

TODAY = date(2026, 11, 23)
OWED = ("accuracy-evaluation", "failure-modes", "oversight-spec", "human-involvement")
MEASURED = (
    "InvoiceBot 4.2 was scored on header fields of invoices: 96.2 % field accuracy, n = 3,120, on "
    "a random sample of production invoices at nine wholesale customers, by Lab Y on 30 September "
    "2026, compared with two clerks."
)
HEAD = """\
claimlint_evidence: "0.1"
vendor: {name: Example GmbH, statement_date: 2026-11-01}
product: {name: InvoiceBot, version: "4.2", models: [{name: m-1, version: "5", pinned: true}]}
"""
ACCURACY = """\
evidence:
  - id: acc
    kind: accuracy-evaluation
    product_version: "%s"
    date: %s
    evaluator: {name: Lab Y, relation: third-party}
    task: header fields of invoices
    dataset: {drawn: random sample of production at 9 customers, n: 3120, domain: wholesale}
    metrics: [{name: field accuracy, value: 0.962, ci95: [0.955, 0.968], n: 3120}]
    baseline: {name: two clerks}
"""


@pytest.fixture
def weigh(catalogue):
    def of(*texts, stated=()):
        papers = [paper(text, f"{index}.md") for index, text in enumerate(texts)]
        given = [document_evidence(page, catalogue, (), DocumentKind.DISCLOSURE) for page in papers]
        found = [item for each in given for item in each.disclosures]
        named = {}
        for kind, judgement in (pair for each in given for pair in each.named):
            named.setdefault(kind, []).append(judgement)
        told = [item for each in stated for item in each.disclosures]
        heads = [each.statement for each in stated if each.statement]
        shown = MatterEvidence(
            papers=tuple(papers),
            disclosures=(*found, *told),
            statements=tuple(heads),
            named=named,
        )
        return matter_report("m", shown, catalogue, TODAY)

    return of


@pytest.fixture
def dossier(tmp_path, catalogue):
    def of(version="4.2", day="2026-09-30", tail=""):
        path = tmp_path / "claimlint.evidence.yaml"
        path.write_text(HEAD + ACCURACY % (version, day) + tail, encoding="utf-8")
        return load_stated(path, catalogue, path.name)

    return of


def verdict(matter, kind):
    return next(item for item in matter.evidence if item.kind == kind).verdict


def test_papers_that_claim_nothing_still_owe_four_disclosures(weigh):
    matter = weigh("The vase on the table is blue.")
    owed = [item for item in matter.evidence if item.required]
    assert {item.kind for item in owed} == set(OWED)
    assert {item.verdict for item in owed} == {Verdict.BARE}
    assert all(item.missing for item in owed)
    assert matter.serving is None
    assert matter.valid_until is None


def test_what_one_paper_shows_counts_for_the_matter_as_a_whole(weigh):
    matter = weigh("It is a fine product.", MEASURED)
    row = next(item for item in matter.evidence if item.kind == "accuracy-evaluation")
    assert row.verdict is Verdict.BACKED
    assert {found.document for found in row.found} == {"1.md"}


def test_a_measurement_is_given_per_hundred_with_an_interval_that_follows_from_n(weigh):
    serving = weigh(MEASURED).serving
    assert serving.right == pytest.approx(0.962)
    assert serving.n == 3120
    assert serving.computed
    assert serving.low < 0.962 < serving.high


def test_a_claim_whose_note_measured_less_is_no_measurement(weigh):
    text = (
        "Accuracy of 99.8 %* on all claims.\n\n* In a test on 1,200 motor claims drawn at random "
        "in March 2026, accuracy was 91.4 %."
    )
    serving = weigh(text).serving
    assert (serving.right, serving.best) == (pytest.approx(0.914), None)


def test_the_vendors_own_interval_goes_before_ours(weigh, dossier):
    serving = weigh("Nothing.", stated=[dossier()]).serving
    assert (serving.low, serving.high, serving.computed) == (0.955, 0.968, False)


def test_an_error_rate_is_turned_into_a_share_of_right_results(weigh):
    text = MEASURED.replace("96.2 % field accuracy", "an error rate of 3.8 %")
    assert weigh(text).serving.right == pytest.approx(0.962)


def test_the_label_is_valid_until_the_first_disclosure_goes_stale(weigh, dossier):
    assert weigh("Nothing.", stated=[dossier()]).valid_until == "2027-09-30"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"day": "2024-09-30"}, Verdict.STALE),
        ({"version": "3.0"}, Verdict.WRONG_TARGET),
        ({}, Verdict.BACKED),
    ],
)
def test_age_and_version_count_without_any_claim(weigh, dossier, told, expected):
    matter = weigh("Nothing.", stated=[dossier(**told)])
    assert verdict(matter, "accuracy-evaluation") is expected


def test_a_report_that_is_only_promised_is_promised(weigh):
    matter = weigh("Our evaluation report is available on request.")
    assert verdict(matter, "accuracy-evaluation") is Verdict.PROMISED


def test_a_silence_with_a_reason_stays_missing_and_says_why(weigh, dossier):
    silent = "not_disclosed: [{kind: failure-modes, reason: trade secret}]\n"
    matter = weigh("Nothing.", stated=[dossier(tail=silent)])
    row = next(item for item in matter.evidence if item.kind == "failure-modes")
    assert row.verdict is Verdict.BARE
    assert "trade secret" in row.reason


def test_only_an_entry_that_says_so_does_not_apply(weigh, dossier):
    tail = (
        "not_disclosed:\n"
        "  - {kind: security-assurance, reason: planned for 2027}\n"
        "  - {kind: fairness-audit, reason: companies only, not_applicable: true}\n"
    )
    (head,) = weigh("Nothing.", stated=[dossier(tail=tail)]).statements
    assert head.not_applicable == (("fairness-audit", "companies only"),)
    assert head.models == ("m-1 5 pinned",)
