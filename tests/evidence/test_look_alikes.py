"""What looks like evidence of a kind and is of something else: verdicts that would be false."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Strength, Verdict
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)
ALWAYS = Category.CONTINUOUS_OPERATION
OUTCOME = Category.BUSINESS_OUTCOME


@pytest.fixture
def judge(catalogue):
    def of(text, words, category, kind, strength=Strength.PLAIN):
        document = paper(text)
        claim = claim_in(document, words, category, strength)
        found = find_disclosures(document, catalogue)
        rows = assess(claim, document, AtHand(found), catalogue, today=TODAY)
        return next(item for item in rows if item.kind == kind)

    return of


@pytest.mark.parametrize(
    "told",
    [
        "Of 600 letters drawn at random in October 2026, 571 were answered correctly: 95.2 %.",
        "In October 2026, 71 % of all letters were answered without a clerk.",
        "Counted per minute, 88 % of the questions of October 2026 were answered by itself.",
    ],
)
def test_how_many_answers_were_right_is_no_uptime(judge, told):
    found = judge(f"99.9 % uptime.\n\n{told}", "99.9 % uptime", ALWAYS, "availability-record")
    assert found.verdict is Verdict.BARE, found.reason


def test_how_many_calls_were_answered_at_all_is_one(judge):
    told = "In October 2026, 98.2 % of calls were answered, counted per minute by a probe."
    found = judge(f"99.9 % uptime.\n\n{told}", "99.9 % uptime", ALWAYS, "availability-record")
    assert found.verdict is Verdict.CONTRADICTED, found.reason


STUDY = """
At 12 customers the cost per letter fell {by} 60 % from January 2026 to June 2026, compared with the
year before; two saw none; net of licence fee.
"""


@pytest.mark.parametrize(("by", "contradicted"), [("by", True), ("by up to", False)])
def test_what_can_be_reached_at_best_was_not_measured(judge, by, contradicted):
    claim = "Cuts the cost per letter by 80 %."
    found = judge(f"{claim}\n{STUDY.format(by=by)}", claim, OUTCOME, "outcome-study")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted, found.reason


@pytest.mark.parametrize(
    "claim",
    [
        "Owl resolves 82 % of your letters.",
        "72 % of cases are closed at once.",
        "Owl handles 90 % of calls.",
    ],
)
def test_a_study_of_cost_says_nothing_of_the_share_of_cases(judge, claim):
    found = judge(f"{claim}\n{STUDY.format(by='by')}", claim, OUTCOME, "outcome-study")
    assert found.verdict is Verdict.WRONG_TARGET, found.reason


NO_CHECKS = "Owl needs no supervision."
GUIDE = """
# Human oversight

{told} She can stop Owl and sends what it flags back within one day.
"""


@pytest.mark.parametrize(
    ("told", "contradicted"),
    [
        ("A team leader reviews a 5 % sample each week.", False),
        ("A team leader reviews a sample of letters every working day.", False),
        ("A team leader reviews each letter before it is sent.", True),
        ("A clerk must be on duty and reviews 5 % of the letters each week.", True),
        ("A clerk has to be present and reviews 5 % of the letters each week.", True),
        ("A clerk on duty reviews 5 % of the letters each week.", False),
    ],
)
def test_how_often_somebody_checks_is_not_what_is_checked(judge, told, contradicted):
    text = f"{NO_CHECKS}\n{GUIDE.format(told=told)}"
    category = Category.OVERSIGHT_REDUCTION
    found = judge(text, NO_CHECKS, category, "oversight-spec", Strength.STRONG)
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted, found.reason


def test_a_sample_each_week_does_not_contradict_work_without_people(judge):
    claim = "Owl answers every letter without a person."
    text = f"{claim}\n{GUIDE.format(told='A team leader reviews a 5 % sample each week.')}"
    found = judge(text, claim, Category.AUTONOMY, "oversight-spec", Strength.STRONG)
    assert found.verdict is Verdict.ASSERTED, found.reason


PEOPLE_INSIDE = """
# People inside the product

In the third quarter of 2026 clerks of a subcontractor in Portugal keyed {share} of all letters.
They see the letter. It can be switched off.
"""


@pytest.mark.parametrize(
    ("claim", "share", "contradicted"),
    [
        ("Owl does the work of nine clerks and never calls in sick.", "3 %", False),
        ("Owl does the work of nine clerks and never calls in sick.", "30 %", True),
        ("Owl does the work of nine clerks all by itself, and no person takes part.", "3 %", True),
    ],
)
def test_a_small_share_of_people_leaves_the_job_done(judge, claim, share, contradicted):
    text = f"{claim}\n{PEOPLE_INSIDE.format(share=share)}"
    words = "does the work of nine clerks"
    kind = "human-involvement"
    found = judge(text, words, Category.HUMAN_REPLACEMENT, kind, Strength.STRONG)
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted, found.reason


SCORED = """
# Evaluation of Hollow Owl 3.1

By {who}, 12 September 2026. {who} drew 3,120 letters at random from production and scored them.

| Metric | Value | n |
| Correct replies | 96.2% | 3,120 |
"""


@pytest.mark.parametrize(
    ("who", "provenance"),
    [("Hollow Ltd", "self-reported"), ("Brandt Audit LLP", "named third party")],
)
def test_a_firm_that_is_called_like_the_product_is_no_third_party(catalogue, who, provenance):
    found = find_disclosures(paper(SCORED.format(who=who)), catalogue)
    assert {each.provenance for each in found if each.kind == "accuracy-evaluation"} == {provenance}


@pytest.mark.parametrize(
    ("people", "shown"), [("nine first-year students", False), ("nine pilots of ten years", True)]
)
def test_those_who_score_a_comparison_are_not_whom_the_product_is_compared_with(
    judge, people, shown
):
    study = (
        f"In a study of June 2026 by Northshore University, TideReader 4.2 and {people} read the "
        "same 600 tables with the same information and 3 minutes each. Accuracy was 98.0 % for "
        "TideReader (95 % CI 96.6-98.9 %) and 96.4 % for them (95 % CI 94.1-97.2 %). Two judges "
        "scored blinded."
    )
    claim = "As accurate as a pilot."
    found = judge(f"{claim}\n\n{study}", claim, Category.HUMAN_PARITY, "human-baseline")
    assert (found.verdict.rank >= Verdict.PARTLY_BACKED.rank) is shown, found.reason
