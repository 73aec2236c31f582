"""Claims on outcomes, people and groups against the figures that evidence shows."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)
OUTCOME = """
Across all 38 customers, handling time fell from 11.2 to 6.4 minutes from January 2026 to June 2026,
compared with the year before: a median saving of 41 % (range 3 % to 66 %), net of licence fee.
"""
READERS = """
ContractLens 2.1 and 12 lawyers with five years of practice reviewed the same 240 contracts in March
2026. Recall was {ours} % for the product (95 % CI) and {theirs} % for the lawyers; scored blinded.
"""
AUDIT = """
Bias audit of 14 May 2026 by the independent auditor Halden: selection rate 31 % for women
(n = 1,204) and 44 % for men (n = 1,377), impact ratio {ratio}, applicants of Q1 2026, no action.
"""


@pytest.fixture
def judge(catalogue):
    def of(text, words, category, kind, aspect=None):
        document = paper(text)
        claim = claim_in(document, words, category, aspect=aspect)
        found = find_disclosures(document, catalogue)
        rows = assess(claim, document, AtHand(tuple(found)), catalogue, today=TODAY)
        return next(item for item in rows if item.kind == kind)

    return of


@pytest.mark.parametrize(
    ("claim", "contradicted"),
    [
        ("Cuts handling time by 80 %.", True),
        ("Cuts handling time by 41 %.", False),
        ("Cuts handling time by up to 80 %.", False),
    ],
)
def test_a_saving_is_compared_with_the_range_that_was_measured(judge, claim, contradicted):
    found = judge(f"{claim}\n{OUTCOME}", claim, Category.BUSINESS_OUTCOME, "outcome-study")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted


@pytest.mark.parametrize(
    ("claim", "contradicted"),
    [
        ("99 % precision on invoices.", True),
        ("62 % precision on invoices.", False),
        ("Recall of 97 % on invoices.", False),
    ],
)
def test_a_measure_is_compared_with_values_of_the_same_measure(judge, claim, contradicted):
    card = "Owl 2.1 was tested on a held-out test set of 400 invoices in May 2026:"
    values = "- AUC: 0.99\n- Precision: 0.62\n- Recall: 0.97"
    text = f"# Owl\n\n{claim}\n\n# Evaluation\n\n{card}\n{values}"
    found = judge(text, claim, Category.ACCURACY_RELIABILITY, "accuracy-evaluation")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted


def test_up_to_beyond_the_best_case_is_partly_backed_at_most(judge):
    claim = "Cuts handling time by up to 80 %."
    found = judge(f"{claim}\n{OUTCOME}", claim, Category.BUSINESS_OUTCOME, "outcome-study")
    assert found.verdict is Verdict.PARTLY_BACKED
    assert "66 percent" in found.reason


def test_a_study_of_time_is_no_evidence_of_revenue(judge):
    claim = "Doubles your sales pipeline."
    found = judge(f"{claim}\n{OUTCOME}", claim, Category.BUSINESS_OUTCOME, "outcome-study")
    assert found.verdict is Verdict.WRONG_TARGET


@pytest.mark.parametrize(
    ("claim", "ours", "theirs", "contradicted"),
    [
        ("It outperforms lawyers.", 88, 91, True),
        ("It outperforms lawyers.", 91, 89, False),
        ("It is as good as lawyers.", 88, 89, False),
        ("It is as good as lawyers.", 80, 89, True),
    ],
)
def test_parity_is_compared_with_what_people_reached(judge, claim, ours, theirs, contradicted):
    text = f"{claim}\n{READERS.format(ours=ours, theirs=theirs)}"
    found = judge(text, claim, Category.HUMAN_PARITY, "human-baseline")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted, found.reason


@pytest.mark.parametrize(("ratio", "contradicted"), [("0.70", True), ("0.94", False)])
def test_a_low_impact_ratio_contradicts_freedom_from_bias(judge, ratio, contradicted):
    text = f"Our scoring is bias-free.\n{AUDIT.format(ratio=ratio)}"
    found = judge(text, "bias-free", Category.SAFETY_COMPLIANCE, "fairness-audit", "bias")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted, found.reason


def test_a_table_row_of_another_product_backs_nothing(catalogue):
    deck = paper("# Alpha\n\nAlpha reads 98 % of labels correctly.", path="deck.md")
    rows = "| System | Labels read correctly |\n| Alpha 2.0 | 95.1 % |\n| Beta 9 | 98.6 % |"
    report = paper(
        "# Test report: parcel labels\n\n5,000 labels drawn at random from one depot, each "
        f"checked by hand, 7 July 2026.\n\n{rows}",
        path="report.md",
    )
    claim = claim_in(deck, "98 % of labels", Category.ACCURACY_RELIABILITY)
    shown = find_disclosures(report, catalogue)
    rows = assess(claim, deck, AtHand(tuple(shown)), catalogue, today=TODAY)
    found = next(item for item in rows if item.kind == "accuracy-evaluation")
    assert found.verdict is Verdict.CONTRADICTED


def test_a_product_that_the_title_of_the_deck_does_not_name_is_another(catalogue):
    deck = paper("# Askly\n\nAskly is 93 % accurate.", path="deck.md")
    report = paper(
        "# Evaluation report\n\nAccuracy of Helpo 3.0: 93.4 % (n = 1,500) on customer questions "
        "sampled at random from production, scored by two editors, 10 May 2026.",
        path="report.md",
    )
    claim = claim_in(deck, "93 % accurate", Category.ACCURACY_RELIABILITY)
    rows = assess(claim, deck, AtHand(find_disclosures(report, catalogue)), catalogue, today=TODAY)
    found = next(item for item in rows if item.kind == "accuracy-evaluation")
    assert found.verdict is Verdict.WRONG_TARGET


@pytest.mark.parametrize(("task", "contradicted"), [("invoices", False), ("duplicates", True)])
def test_what_is_caught_is_not_compared_with_how_right_something_else_is(judge, task, contradicted):
    text = (
        f"It catches 98.5 % of duplicate invoices.\n\nOwl 2.1 judged 96.1 % of 3,120 {task} right, "
        "drawn at random in May 2026; scored by Lab Y."
    )
    found = judge(text, "98.5 %", Category.ACCURACY_RELIABILITY, "accuracy-evaluation")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted


RESULTS = """
# Evaluation report: Owl 5.2

Halden Systems, 30 June 2026. 900 letters were drawn at random in May 2026; two clerks judged each.

# Results

| Group | Correct replies | n | 95% CI |
| All letters | {ours}% | 900 | 90.2 to 93.7% |
| {people} | 93.8% | {of} | 92.0 to 95.2% |
"""
BY_HAND = ["Clerks by hand", "Two clerks (unaided)", "Human agents", "Clerks without Owl"]


@pytest.mark.parametrize("people", BY_HAND)
@pytest.mark.parametrize(
    ("claim", "ours", "of", "contradicted"),
    [
        ("Better than a trained clerk.", "92.1", "900", True),
        ("Better than a trained clerk.", "95.0", "900", False),
        ("Better than a trained clerk.", "92.1", "300", False),
        ("As good as a trained clerk.", "92.1", "900", False),
    ],
)
def test_the_row_of_people_is_set_beside_the_result(judge, people, claim, ours, of, contradicted):
    text = claim + RESULTS.format(ours=ours, people=people, of=of)
    found = judge(text, claim, Category.HUMAN_PARITY, "accuracy-evaluation")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted, found.reason
    compared = "baseline" in {item.field for item in found.found}
    assert compared is (of == "900")


@pytest.mark.parametrize("people", BY_HAND)
def test_what_people_reached_is_no_result_of_the_product(judge, people):
    text = "Correct in 93.5 % of letters." + RESULTS.format(ours="92.1", people=people, of="900")
    found = judge(text, "93.5 %", Category.ACCURACY_RELIABILITY, "accuracy-evaluation")
    assert found.verdict is Verdict.CONTRADICTED
    assert "92.1% was measured" in found.reason


@pytest.mark.parametrize(
    ("claim", "contradicted"), [("94.1 % accuracy.", False), ("96 % accuracy.", True)]
)
def test_accuracy_is_not_compared_with_f1_beside_it(judge, claim, contradicted):
    card = "Owl 2.1 was tested on a held-out test set of 400 invoices in May 2026:"
    text = f"# Owl\n\n{claim}\n\n# Evaluation\n\n{card}\n- Accuracy: 0.941\n- F1: 0.97"
    found = judge(text, claim, Category.ACCURACY_RELIABILITY, "accuracy-evaluation")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted


def test_the_accuracy_of_a_card_is_not_contradicted_by_its_own_f1(judge):
    card = "Owl 2.1 was tested on a held-out test set of 400 invoices in May 2026:"
    text = f"# Evaluation of Owl\n\n{card}\n- Accuracy: 0.941\n- F1: 0.93"
    found = judge(text, "0.941", Category.ACCURACY_RELIABILITY, "accuracy-evaluation")
    assert found.verdict is not Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ("Notes are read with 99 % accuracy.", None),
        ("92 % of notes go straight through.", None),
        ("Finds 99 % of forged notes.", "82.2 % was measured"),
        ("It flags forged notes with zero false positives.", "3.2 % was measured"),
    ],
)
def test_a_share_of_what_is_found_is_compared_with_its_like_alone(judge, claim, reason):
    shown = (
        "NoteBot 3.2 was tested on a random sample of 2,140 notes in August 2026. "
        "Its recall on forged notes was 82.2 %, its false positive rate 3.2 %."
    )
    text = f"{claim}\n\n# Test of NoteBot 3.2\n\n{shown}"
    found = judge(text, claim, Category.ACCURACY_RELIABILITY, "accuracy-evaluation")
    assert (found.verdict is Verdict.CONTRADICTED) is (reason is not None)
    assert reason is None or reason in found.reason


def test_liability_as_a_line_of_insurance_is_no_clause(judge):
    text = (
        "It settles liability claims with 99 % accuracy.\n\n# Test of NoteBot 3.2\n\nA random "
        "sample of files of May 2026 was decided.\n\n"
        "| Line | Files | Accuracy |\n| Liability | 310 | 87.1 % |"
    )
    words = "99 % accuracy"
    found = judge(text, words, Category.ACCURACY_RELIABILITY, "accuracy-evaluation")
    assert found.verdict is Verdict.CONTRADICTED
    assert "87.1 % was measured" in found.reason
    card = (
        "It sorts claims.\n\n| Maker | Note Ltd |\n| Intended use | Sorting of claims by clerks |\n"
        "| Not intended for | liability claims above EUR 10,000 |"
    )
    used = judge(card, "It sorts claims.", Category.UNIVERSALITY, "intended-use")
    assert "excluded" in {item.field for item in used.found}
