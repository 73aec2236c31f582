"""When a paper was published, and which of several measurements is told."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.judging.weighing.age import published
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("# Sales deck Q3 2026\n\nText.", date(2026, 9, 30)),
        ("# Availability report TideReader 4.2, Q3 2026\n\nText.", None),
        (
            "# Report\n\nPeriod: 1 July to 30 September 2026. Issued 12 October 2026.\n\nText.",
            date(2026, 10, 12),
        ),
    ],
)
def test_the_period_of_a_report_is_not_the_day_on_which_it_was_published(text, day):
    assert published(paper(text)) == day


def test_the_newest_month_of_a_table_is_told_and_not_the_oldest(catalogue):
    document = paper("""It reads tides around the clock.

| Month | Uptime | Incidents |
| July 2026 | 99.71 % | 1 |
| August 2026 | 99.90 % | 0 |
| September 2026 | 99.25 % | 2 |

Uptime is counted per minute at the API, planned maintenance excluded.""")
    claim = claim_in(document, "around the clock", Category.CONTINUOUS_OPERATION)
    at_hand = AtHand(tuple(find_disclosures(document, catalogue)))
    rows = assess(claim, document, at_hand, catalogue, today=date(2026, 11, 23))
    found = next(row for row in rows if row.kind == "availability-record")
    assert found.verdict is Verdict.ASSERTED
    assert [each.text for each in found.found if each.field == "uptime"] == ["99.25 %"]


def test_the_figure_of_a_month_is_not_contradicted_by_that_of_the_quarter(catalogue):
    document = paper("""# Monitoring report TideReader 4.2

Period 1 July to 30 September 2026, issued 12 October 2026.

## Availability

Availability was 99.62 %, counted each minute at the API, planned maintenance excluded.

| Month | Uptime |
| July | 99.71 % |
| August | 99.90 % |""")
    at_hand = AtHand(tuple(find_disclosures(document, catalogue)))
    claim = claim_in(document, "99.71 %", Category.CONTINUOUS_OPERATION)
    rows = assess(claim, document, at_hand, catalogue, today=date(2026, 11, 23))
    found = next(row for row in rows if row.kind == "availability-record")
    assert found.verdict is not Verdict.CONTRADICTED
    assert "window" in {each.field for each in found.found}


@pytest.fixture
def judged(catalogue):
    """Return what judges a claim of accuracy, or of no bias, by the text below it."""

    def of(claimed, told, kind="accuracy-evaluation", today=date(2026, 11, 23)):
        document = paper(f"{claimed}\n\n{told}")
        bias = kind == "fairness-audit"
        category = Category.SAFETY_COMPLIANCE if bias else Category.ACCURACY_RELIABILITY
        claim = claim_in(document, claimed, category, aspect="bias" if bias else None)
        at_hand = AtHand(find_disclosures(document, catalogue))
        rows = assess(claim, document, at_hand, catalogue, today=today)
        return next(row for row in rows if row.kind == kind)

    return of


TEST = """# Test of TideReader

TideReader 4.2 was tested {when} on a random sample of 3,120 tide tables of nine harbours: {share} %
of figures right (95 % CI 96 to 98), scored by Lab Y, compared with two clerks. {more}"""


@pytest.mark.parametrize(
    ("when", "more", "verdict"),
    [
        ("in March 2027", "", Verdict.LATE),
        ("on 3 January 2028", "", Verdict.LATE),
        ("in March 2026", "", Verdict.PARTLY_BACKED),
        ("in November 2026", "", Verdict.PARTLY_BACKED),
        ("in Q4 2026", "", Verdict.PARTLY_BACKED),
        ("in March 2026", "The next test is due in March 2027.", Verdict.PARTLY_BACKED),
        ("in March 2024 (next test in March 2027)", "", Verdict.STALE),
    ],
)
def test_no_test_is_dated_after_today_and_an_announced_one_dates_nothing(
    judged, when, more, verdict
):
    found = judged("97 % of figures right.", TEST.format(when=when, share=97, more=more))
    assert found.verdict is verdict, found.reason


@pytest.mark.parametrize(
    ("when", "verdict", "reason"),
    [
        ("in March 2026", Verdict.CONTRADICTED, "91 % was measured"),
        ("in March 2024", Verdict.STALE, "91 % was measured"),
    ],
)
def test_an_old_measurement_is_out_of_date_and_contradicts_nothing(judged, when, verdict, reason):
    found = judged("97 % of figures right.", TEST.format(when=when, share=91, more=""))
    assert found.verdict is verdict
    assert reason in found.reason


BIAS = """# Bias audit

Bias audit of 14 May {year} by the independent auditor Halden: selection rate 31 % for women
(n = 1,204) and 44 % for men (n = 1,377), impact ratio 0.7, applicants of Q1 {year}, no action."""


@pytest.mark.parametrize(("year", "verdict"), [(2023, Verdict.STALE), (2026, Verdict.CONTRADICTED)])
def test_an_old_bias_audit_is_out_of_date(judged, year, verdict):
    found = judged("Our ranking is free of bias.", BIAS.format(year=year), "fairness-audit")
    assert found.verdict is verdict
    assert "0.7 was measured" in found.reason


def test_what_was_in_date_when_the_claim_was_published_contradicts_it(judged):
    told = f"# Brochure of January 2024\n\n{BIAS.format(year=2023)}"
    found = judged("Our ranking is free of bias.", told, "fairness-audit")
    assert found.verdict is Verdict.CONTRADICTED
