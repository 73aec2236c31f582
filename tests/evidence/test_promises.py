"""What is promised, withheld or bound lifts a claim to promised and never higher."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from claimlint.document import Location
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.judging.promises import promised_by
from claimlint.finding import Clause, Disclosure, FieldFound
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, ClauseLabel, Verdict
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)
PLACE = Location(label="clause 7.2")


def clause(label: ClauseLabel, unit: str, passage: int = 0) -> Clause:
    return Clause(
        rule="clause.test",
        label=label,
        text=unit,
        unit=unit,
        span=(0, len(unit)),
        location=PLACE,
        passage=passage,
        number="7.2",
    )


def dossier_entry(catalogue, **more) -> Disclosure:
    kind = catalogue.kind("accuracy-evaluation")
    fields = tuple(
        FieldFound(field=entry.id, text="shown", document="d.yaml", location=PLACE)
        for entry in (*kind.kernel, *kind.rest)
    )
    extra = tuple(
        FieldFound(field=name, text=value, document="d.yaml", location=PLACE, value=value)
        for name, value in more.items()
    )
    return Disclosure(
        kind=kind.id,
        fields=(*fields, *extra),
        document="d.yaml",
        location=PLACE,
        version="4.2",
        date="2026-09-30",
        from_dossier=True,
    )


@pytest.fixture
def verdict(catalogue):
    def of(disclosures=(), clauses=(), kind="accuracy-evaluation"):
        document = paper("InvoiceBot is right.")
        claim = claim_in(document, "right", Category.ACCURACY_RELIABILITY)
        rows = assess(
            claim, document, AtHand(tuple(disclosures), tuple(clauses)), catalogue, today=TODAY
        )
        return next(item.verdict for item in rows if item.kind == kind)

    return of


def test_a_warranty_of_accuracy_lifts_missing_to_promised(verdict):
    words = "The Vendor warrants a field accuracy of 95 % as measured each quarter."
    assert verdict(clauses=[clause(ClauseLabel.PERFORMANCE_WARRANTY, words)]) is Verdict.PROMISED


def test_a_warranty_of_something_else_lifts_nothing(verdict):
    words = "The Vendor warrants that it owns the Software."
    assert verdict(clauses=[clause(ClauseLabel.PERFORMANCE_WARRANTY, words)]) is Verdict.BARE


def test_a_disclaimer_lifts_nothing(verdict):
    words = "Outputs may be inaccurate; no accuracy is warranted or was measured."
    assert verdict(clauses=[clause(ClauseLabel.ACCURACY_DISCLAIMER, words)]) is Verdict.BARE


def test_full_evidence_is_not_lowered_by_a_promise(verdict, catalogue):
    words = "The Vendor warrants a field accuracy of 95 %."
    promise = clause(ClauseLabel.PERFORMANCE_WARRANTY, words)
    assert verdict([dossier_entry(catalogue)], [promise]) is Verdict.BACKED


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("access", "nda", Verdict.PROMISED),
        ("access", "on-request", Verdict.PROMISED),
        ("access", "public", Verdict.BACKED),
        ("human-correction", "before-scoring", Verdict.WRONG_TARGET),
        ("human-correction", "none", Verdict.BACKED),
        ("current-version", "5.0", Verdict.WRONG_TARGET),
        ("current-version", "4.2.1", Verdict.BACKED),
        ("expires", "2026-10-31", Verdict.STALE),
        ("expires", "2027-03-31", Verdict.BACKED),
    ],
)
def test_a_dossier_entry_counts_within_its_bounds(verdict, catalogue, name, value, expected):
    entry = dossier_entry(catalogue, **{name: value})
    assert verdict([entry]) is expected


def test_an_expiry_may_shorten_and_never_lengthen_the_shelf_life(verdict, catalogue):
    entry = replace(dossier_entry(catalogue, expires="2030-01-01"), date="2024-01-01")
    assert verdict([entry]) is Verdict.STALE


def test_what_stands_in_a_clause_is_no_evidence(catalogue):
    text = (
        "Availability will be 99.5 % per month, measured as successful requests, excluding "
        "scheduled maintenance."
    )
    document = paper(text)
    promise = clause(ClauseLabel.PERFORMANCE_WARRANTY, text)
    assert find_disclosures(document, catalogue, clauses=[promise]) == ()


def test_a_duty_of_the_customer_is_no_oversight_by_the_vendor(catalogue):
    document = paper("Customer shall have a qualified clerk review each Output before payment.")
    kinds = {each.kind for each in find_disclosures(document, catalogue)}
    assert "oversight-spec" not in kinds


def test_a_warranty_of_uptime_promises_no_accuracy_and_the_other_way_round(catalogue):
    warranty = ClauseLabel.PERFORMANCE_WARRANTY
    uptime = clause(warranty, "Provider warrants availability of 99.9 %, measured monthly.")
    right = clause(warranty, "Provider warrants an accuracy of 97 %, measured each month.")
    accuracy, record = map(catalogue.kind, ("accuracy-evaluation", "availability-record"))
    assert promised_by((uptime,), catalogue, accuracy) is None
    assert promised_by((right,), catalogue, record) is None
    assert promised_by((uptime, right), catalogue, accuracy) is not None
    assert promised_by((uptime, right), catalogue, record) is not None


def test_a_notice_of_changes_promises_nothing_on_what_models_learned_from(catalogue):
    notice = clause(
        ClauseLabel.DISCLOSURE_COMMITMENT,
        "Provider may replace the models underlying the Service at any time on ten days' notice.",
    )
    learned, watched = map(catalogue.kind, ("data-provenance", "change-monitoring"))
    assert promised_by((notice,), catalogue, learned) is None
    assert promised_by((notice,), catalogue, watched) is not None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("outcome-study", "Supplier shall give Customer its study of 40% lower cost each year."),
        ("data-provenance", "Supplier shall disclose which archive the model was trained on."),
    ],
)
def test_notice_of_a_change_promises_nothing_else(catalogue, name, told):
    kind = catalogue.kind(name)
    notice = "Supplier shall notify Customer at least 30 days before changing the underlying model."
    found = [
        promised_by([clause(ClauseLabel.DISCLOSURE_COMMITMENT, unit)], catalogue, kind)
        for unit in (notice, told)
    ]
    assert [item is not None for item in found] == [False, True]
