"""Each question stands once, with the claims that its answer settles."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from claimlint.document import Location
from claimlint.evidence.questions import questions
from claimlint.finding import Assessment, Claim, Finding
from claimlint.steps.fingerprint import fingerprints
from claimlint.terms import Category, Level, Strength, Verdict
from claimlint.values.ruling import Ruling, State

ACCEPTED = Ruling(state=State.ACCEPTED, reason="a pilot", owner="Ann")


def claim(unit: str = "It is right.", category: Category = Category.ACCURACY_RELIABILITY) -> Claim:
    return Claim(
        rule="test.rule",
        category=category,
        strength=Strength.PLAIN,
        text=unit,
        unit=unit,
        span=(0, len(unit)),
        location=Location(label="line 1"),
        passage=0,
    )


def finding(name: str, group: str, kind: str, verdict: Verdict, **more) -> Finding:
    row = Assessment(kind=kind, required=True, verdict=verdict, required_by="test")
    return Finding(
        claim=claim(),
        level=Level.NOTE,
        evidence=(row,),
        fingerprint=name,
        group=group,
        question="",
        rewrite="",
        **more,
    )


def test_one_question_settles_many_claims_and_counts_repeats_once(catalogue):
    rows = [
        finding("1:a", "g1", "outcome-study", Verdict.BARE),
        finding("1:b", "g1", "outcome-study", Verdict.BARE),
        finding("1:c", "g2", "outcome-study", Verdict.STALE),
    ]
    (asked,) = questions(rows, catalogue)
    assert asked.claims == ("1:a", "1:c")
    assert asked.text == catalogue.kind("outcome-study").asks


@pytest.mark.parametrize(
    ("units", "tasks"),
    [
        (
            ("Right on x-rays.", "Right in diagnosis.", "X-ray diagnosis is right."),
            ["clinical work and pictures"],
        ),
        (("Right on x-rays.", "It calls the ward and is right."), ["pictures"]),
        (("Right on x-rays.", "Like a radiographer on call."), ["pictures"]),
        (("Right on photos.", "Answers phone calls right."), ["pictures", "calls"]),
        (("It is right.",), [""]),
        (("It is right.", "Never wrong.", "Answers phone calls right."), [""]),
    ],
)
def test_tasks_that_have_something_in_common_are_one_question(catalogue, units, tasks):
    rows = [
        replace(finding(unit, unit, "accuracy-evaluation", Verdict.BARE), claim=claim(unit))
        for unit in units
    ]
    (asked,) = questions(rows, catalogue)
    assert [task for task, _ in asked.tasks] == tasks
    assert sum(len(prints) for _, prints in asked.tasks) == len(units)


def test_what_every_seller_must_have_is_asked_first(catalogue):
    rows = [
        finding("1:a", "g1", "market-comparison", Verdict.BARE),
        finding("1:b", "g2", "market-comparison", Verdict.BARE),
        finding("1:c", "g3", "oversight-spec", Verdict.BARE),
    ]
    assert [asked.kinds[0] for asked in questions(rows, catalogue)] == [
        "oversight-spec",
        "market-comparison",
    ]


def test_backed_and_suppressed_claims_ask_nothing(catalogue):
    rows = [
        finding("1:a", "g1", "outcome-study", Verdict.BACKED),
        finding("1:b", "g2", "outcome-study", Verdict.BARE, ruling=ACCEPTED),
    ]
    assert questions(rows, catalogue) == ()


def test_equal_units_share_a_group_and_not_a_fingerprint():
    first, second = fingerprints([claim(), claim("It  is\nright.")])
    assert first[1] == second[1]
    assert first[0] != second[0]
    assert first[0].startswith("1:")
    assert len(first[0]) == len("1:") + 16


def test_another_category_is_another_group():
    pair = fingerprints([claim(), claim(category=Category.HUMAN_PARITY)])
    assert pair[0][1] != pair[1][1]


def test_the_same_word_in_two_rows_of_a_table_is_two_claims():
    rows = (replace(claim("Certified"), lead=head) for head in ("ISO 27001", "SOC 2"))
    first, second = fingerprints(list(rows))
    assert first[1] != second[1]


def test_a_fingerprint_does_not_depend_on_what_stands_around():
    alone = fingerprints([claim()])[0]
    assert fingerprints([claim("Something else."), claim()])[1] == alone
