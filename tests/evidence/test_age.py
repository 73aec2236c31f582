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
