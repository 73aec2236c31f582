"""Claims that a dossier binds to its own evidence."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.stated_evidence import load_stated
from claimlint.score.evidence_examples import paper
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.terms import Category, Profile, Verdict
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)
WORDS = "96 % of header fields right"
DOSSIER = """\
claimlint_evidence: "0.1"
vendor: {name: Example GmbH}
product: {name: InvoiceBot, version: "4.2"}
evidence:
  - id: first
    kind: accuracy-evaluation
    product_version: "%s"
    date: 2026-09-30
    task: header fields of invoices
    dataset: {drawn: random sample of production, n: 3120, domain: wholesale}
    metrics: [{name: field accuracy, value: 0.964, n: 3120}]
    baseline: {name: two clerks}
  - id: second
    kind: accuracy-evaluation
    product_version: "4.2"
    date: 2026-10-30
    evaluator: {name: Lab Z, relation: third-party}
    task: header fields of invoices
    dataset: {drawn: random sample of production, n: 4000, domain: wholesale}
    metrics: [{name: field accuracy, value: 0.962, n: 4000}]
    baseline: {name: two clerks}
  - id: fails
    kind: failure-modes
    date: 2026-10-02
    items: [{mode: drops lines, trigger: over 40 pages, consequence: underpayment}]
claims:
  - {text: "%s", category: accuracy-reliability, evidence: [first], counter_evidence: [fails]}
"""


@pytest.fixture
def judge(tmp_path, catalogue):
    def of(text, words, bound=WORDS, version="4.2", category=Category.ACCURACY_RELIABILITY):
        path = tmp_path / "claimlint.evidence.yaml"
        path.write_text(DOSSIER % (version, bound), encoding="utf-8")
        stated = load_stated(path, catalogue, path.name)
        document = paper(text)
        shown = (*find_disclosures(document, catalogue), *stated.disclosures)
        rows = assess(
            claim_in(document, words, category),
            document,
            AtHand(shown, bindings=stated.bindings),
            catalogue,
            today=TODAY,
        )
        return next(item for item in rows if item.kind == "accuracy-evaluation")

    return of


def test_a_bound_claim_is_judged_by_the_evidence_that_its_vendor_names(judge):
    found = judge("InvoiceBot reads 96 % of header fields right.", WORDS)
    assert "named by the vendor for these words" in found.reason
    assert {item.location.label for item in found.found if item.field == "value"} == {"line 11"}
    assert "evaluator" in found.missing


def test_without_a_binding_the_best_evidence_is_taken(judge):
    found = judge("InvoiceBot reads 96 % of header fields right.", WORDS, bound="other words")
    assert found.verdict is Verdict.BACKED
    assert "named by the vendor" not in found.reason


def test_the_counter_evidence_is_shown_with_its_place(judge):
    found = judge("InvoiceBot reads 96 % of header fields right.", WORDS)
    assert "against it the vendor names fails (line 22)" in found.reason


@pytest.mark.parametrize(
    "bound",
    [
        "96% of header fields right",
        "INVOICEBOT READS 96 % of header fields right!",
        "header fields",
    ],
)
def test_case_spaces_and_marks_do_not_matter(judge, bound):
    found = judge("InvoiceBot reads 96 % of header fields right.", WORDS, bound)
    assert "named by the vendor" in found.reason


@pytest.mark.parametrize(
    "bound", ["99.96 % of header fields right", "pays all", "fields", "6 % of"]
)
def test_other_words_bind_nothing(judge, bound):
    text = "InvoiceBot posts fields and reads 96 % of header forms right."
    found = judge(text, "reads 96 % of header forms right", bound)
    assert "named by the vendor" not in found.reason


def test_a_binding_of_another_category_binds_nothing(judge):
    text = "InvoiceBot reads 96 % of header fields right."
    found = judge(text, WORDS, category=Category.HUMAN_PARITY)
    assert "named by the vendor" not in found.reason


def test_evidence_of_another_version_does_not_become_good_by_being_named(judge):
    text = "InvoiceBot 4.2 reads 96 % of header fields right."
    found = judge(text, WORDS, version="3.0")
    assert found.verdict is Verdict.BACKED
    assert "against it the vendor names fails" in found.reason
    assert {item.location.label for item in found.found if item.field == "value"} == {"line 20"}


def test_a_binding_does_not_hide_that_less_was_measured(judge):
    found = judge("InvoiceBot reads 99.9 % of header fields right.", "99.9 %", "99.9 %")
    assert found.verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("profile", "bound", "told"),
    [
        (Profile.VENDOR, "96 % of headers right", 1),
        (Profile.VENDOR, WORDS, 0),
        (Profile.BUYER, "96 % of headers right", 0),
    ],
)
def test_a_vendor_is_told_of_a_binding_that_no_claim_answers_to(tmp_path, profile, bound, told):
    dossier = tmp_path / "claimlint.evidence.yaml"
    dossier.write_text(DOSSIER % ("4.2", bound), encoding="utf-8")
    (tmp_path / "copy.md").write_text(f"InvoiceBot reads {WORDS}.\n", encoding="utf-8")
    report = check([tmp_path], Settings(today=TODAY, profile=profile, cache=False))
    found = [notice.message for notice in report.notices if notice.code == "binding-unused"]
    assert len(found) == told
    assert all(f"1 binding of a dossier: {dossier.as_posix()}:27: “{bound}”" in m for m in found)
