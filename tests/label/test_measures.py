"""What stands per hundred items: shares of all items, or of some with the name of the measure."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.label.build import labels
from claimlint.session import check
from claimlint.settings import Settings

CARD = """# Owl Desk

## Evaluation

Owl Desk 2.1 was tested on a held-out test set of 400 invoices in May 2026:

- AUC: 0.66
{measures}
"""


@pytest.mark.parametrize(
    ("measures", "right"),
    [
        ("- Precision: 0.62\n- Recall: 0.97", "62 to 97 (precision, recall)"),
        ("- Recall: 0.97", "97 (recall)"),
        ("- Recall: 0.97\n- Accuracy: 0.91", "91"),
        ("- Accuracy: 0.91 (95 % CI 0.88 to 0.94)", "91"),
        ("- Accuracy: 0.91\n- Agreement between the two clerks who labelled them: 0.96", "91"),
        ("- Accuracy: 0.91\n\n| System | Accuracy |\n|---|---|\n| Two clerks | 0.96 |", "91"),
    ],
)
def test_measures_that_count_not_all_items_are_named_and_curves_are_no_shares(
    tmp_path, measures, right
):
    path = tmp_path / "card.md"
    path.write_text(CARD.format(measures=measures), encoding="utf-8")
    report = check([path], Settings(today=date(2026, 11, 23)))
    serving = next(row for row in labels(report)[0].rows if row.id == "serving")
    line = next(line for line in serving.lines if line.name == "Right")
    assert [value.text for value in line.values] == [right]
    number = next(n for n, text in enumerate(path.read_text().splitlines(), 1) if right[:2] in text)
    assert line.values[0].place == f"line {number}"


REPORT = """# Evaluation of Owl Desk 2.1

## Data

Files of three insurers were drawn at random in May 2026 and scored by Lab Y.

## Forged notes

Of 2,140 notes 118 were forged; Owl Desk flagged 97 of them (recall 82.2 %).
{more}
"""


def served(tmp_path, more):
    path = tmp_path / "report.md"
    path.write_text(REPORT.format(more=more), encoding="utf-8")
    (matter,) = check([path], Settings(today=date(2026, 11, 23))).matters
    return matter.serving


def test_no_interval_follows_from_all_items_for_a_share_of_some(tmp_path):
    serving = served(tmp_path, "")
    assert (serving.right, serving.measures) == (0.822, ("recall",))
    assert (serving.low, serving.high) == (None, None)


def test_a_share_of_all_items_is_served_before_one_of_some(tmp_path):
    more = "\n## Reading\n\nOn 4,812 invoices the accuracy was 97.9 %."
    assert served(tmp_path, more).right == 0.979
