"""Words that several rules claim: one finding a category, each with words of its own."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.session import check
from claimlint.settings import Settings


@pytest.mark.parametrize(
    ("line", "claimed"),
    [
        (
            "Closes the books with no human in the loop — 24/7",
            [("autonomy", "with no human in the loop"), ("continuous-operation", "24/7")],
        ),
        ("15% error rate", [("accuracy-reliability", "15% error rate")]),
        (
            "24/7 dental receptionist",
            [("human-replacement", "24/7 dental receptionist"), ("continuous-operation", "24/7")],
        ),
    ],
)
def test_each_category_keeps_words_of_its_own(tmp_path, line, claimed):
    path = tmp_path / "deck.md"
    path.write_text(f"# Owl Desk, an AI agent\n\n- {line}\n", encoding="utf-8")
    found = check([path], Settings(today=date(2026, 11, 23))).findings
    assert [(str(each.claim.category), each.claim.text) for each in found] == claimed
