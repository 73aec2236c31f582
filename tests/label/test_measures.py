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
