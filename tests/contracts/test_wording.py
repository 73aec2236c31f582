"""What else changes in a contract: figures, duties and words that no claim and no label tells."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint import Settings, diff
from claimlint.reports.look import Look
from claimlint.reports.registry import DIFF, format_named
from claimlint.terms import Level
from claimlint.values.drift import Drift

SETTINGS = Settings(today=date(2026, 11, 23))
AGREEMENT = """# Master Services Agreement

1.1 This Agreement is made between Brightwater Software Limited and the Customer.

1.2 {}

1.3 Neither party shall be liable for events beyond its control.
"""


@pytest.fixture
def compared(tmp_path):
    """Return a function that gives the report on what changed between two texts."""

    def compared(old: str, new: str):
        for name, text in (("old", old), ("new", new)):
            (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        return diff(tmp_path / "old.md", tmp_path / "new.md", SETTINGS)

    return compared


@pytest.fixture
def told(compared):
    """Return a function that gives drifts, subject and reason of what changed in a clause."""

    def told(old: str, new: str) -> list[tuple[str, str, str]]:
        changes = compared(AGREEMENT.format(old), AGREEMENT.format(new)).changes
        return [(" ".join(each.drifts), str(each.subject), each.why) for each in changes]

    return told


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (
            "Either party may terminate on 90 days' notice.",
            "Either party may terminate on 30 days' notice.",
            "“90 days'” is now “30 days'”.",
        ),
        (
            "Brightwater may raise the Fees by 3% once a year.",
            "Brightwater may raise the Fees by 8% once a year.",
            "“3%” is now “8%”.",
        ),
        (
            "Brightwater shall return the keys on request.",
            "Brightwater may return the keys on request.",
            "It was owed and is left to its party. “shall” is now “may”.",
        ),
        (
            "Brightwater shall migrate the old records.",
            "Brightwater shall use reasonable endeavours to migrate the old records.",
            "It was owed and is owed by efforts. “use reasonable endeavours to” is new.",
        ),
        (
            "This Agreement is governed by the law of Scotland.",
            "This Agreement is governed by the law of Delaware.",
            "“Scotland” is now “Delaware”.",
        ),
        (
            "The indemnity covers fines, legal costs and settlements.",
            "The indemnity covers settlements.",
            "“fines, legal costs and” is gone.",
        ),
    ],
)
def test_each_change_of_words_in_a_clause_under_no_label_is_told(told, old, new, why):
    assert told(old, new) == [("reworded", "wording", why)]


def test_marks_capitals_and_a_reference_to_a_clause_that_got_a_new_number_are_no_change(compared):
    old = AGREEMENT.format("The Fees fall due as told in clause 1.3, unless waived.")
    new = old.replace("Fees fall", "fees fall").replace("1.3, unless", "1.4 unless")
    new = new.replace("\n1.3 ", "\n1.3 Headings are for ease of reading.\n\n1.4 ")
    changes = compared(old, new).changes
    assert [(each.drifts, each.new.number) for each in changes] == [((Drift.ADDED,), "1.3")]


def test_a_number_that_only_one_version_prints_before_a_clause_is_no_change(compared):
    old = AGREEMENT.format("The Fees fall due monthly.")
    assert compared(old, old.replace("\n1.2 ", "\n1.2. ").replace("1.3", "(a)")).changes == ()


def test_only_small_words_or_endings_are_a_note_and_all_else_a_warning(compared):
    old = AGREEMENT.format("The Supplier invoices the Fee for the use of a Module.")
    endings = compared(old, old.replace("Fee for the use of a Module", "Fees for use of Modules"))
    words = compared(old, old.replace("Module", "Dataset"))
    assert [each.level for each in endings.changes] == [Level.NOTE]
    assert [each.level for each in words.changes] == [Level.WARNING]


def test_a_clause_under_no_label_that_came_or_went_is_told(told):
    kept = "Notices are sent by post."
    more = f"{kept}\n\n1.9 The Customer shall pay interest of 8% on late sums."
    assert [each[:2] for each in told(kept, more)] == [("added", "wording")]
    assert [each[:2] for each in told(more, kept)] == [("removed", "wording")]


def test_a_deck_that_says_the_same_in_other_words_changed_no_claim(compared):
    assert compared("It reads invoices and letters.", "It reads invoices and bills.").changes == ()


TABLE = """# Order Form

This Order Form is made under the Master Services Agreement between Supplier and Customer.

| Seats | Price per seat | Credit |
| --- | --- | --- |
| 1 to 50 | £30 | 10% |
| 51 to 200 | £20 | 20% |
| over 200 | £10 | 30% |

The Customer shall pay the fees within 30 days of the invoice.
"""


def test_cells_are_matched_by_row_and_column_and_named_by_them(compared):
    raised = TABLE.replace("£20", "£30").replace("£10", "£20")
    report = compared(TABLE, raised)
    whys = [(each.new.lead, each.why) for each in report.changes]
    assert whys == [
        ("51 to 200 · Price per seat", "“£20” is now “£30”."),
        ("over 200 · Price per seat", "“£10” is now “£20”."),
    ]
    for name in ("text", "markdown", "html"):
        shown = format_named(name, DIFF).render(report, Look())
        assert "51 to 200 · Price per seat: £30" in shown


HEAD = "This Agreement is between the parties. Customer shall pay the fees. "


@pytest.mark.parametrize(
    ("old", "new", "drifts"),
    [
        (
            "Provider shall use reasonable efforts to resolve each incident in 8 hours.",
            "Provider shall resolve each incident in 8 hours.",
            "strengthened",
        ),
        (
            "Provider shall notify Customer of a security incident within 48 hours.",
            "Provider shall notify Customer of a security incident without undue delay.",
            "softened",
        ),
        (
            "Customer may audit Provider once in 12 months on 20 days' notice.",
            "Customer may audit Provider once in 24 months on 40 days' notice.",
            "reworded",
        ),
        (
            "Provider's liability for loss of profit is excluded.",
            "Provider's liability for loss of profit and loss of data is excluded.",
            "reworded",
        ),
    ],
)
def test_a_labelled_clause_goes_further_only_where_its_words_tell_so(compared, old, new, drifts):
    changes = compared(HEAD + old, HEAD + new).changes
    assert [" ".join(each.drifts) for each in changes] == [drifts]
    assert changes[0].subject != "wording"
