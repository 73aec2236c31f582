"""Old against new: what became of each claim and clause."""

from __future__ import annotations

import json
from datetime import date

import pytest

from claimlint import Settings, diff
from claimlint.reports.look import Look
from claimlint.reports.registry import DIFF, format_named, names
from claimlint.values.drift import Drift

SETTINGS = Settings(today=date(2026, 11, 23))


@pytest.fixture
def changed(tmp_path):
    """Return a function that gives the changes between two texts, as (drifts, subject)."""

    def changes(old: str, new: str, suffix: str = "md") -> list[tuple[set[Drift], str]]:
        (tmp_path / f"old.{suffix}").write_text(old, encoding="utf-8")
        (tmp_path / f"new.{suffix}").write_text(new, encoding="utf-8")
        report = diff(tmp_path / f"old.{suffix}", tmp_path / f"new.{suffix}", SETTINGS)
        return [(set(change.drifts), str(change.subject)) for change in report.changes]

    return changes


OPENING = "Ledgerly is made for accounts teams.\n\n"
CLOSING = "\n\nIt is sold by the seat.\n"


def test_review_of_each_decision_that_became_autonomy_is_strengthened(changed):
    old = f"{OPENING}The agent operates with human review of each decision.{CLOSING}"
    new = f"{OPENING}The agent operates autonomously.{CLOSING}"
    assert changed(old, new) == [({Drift.STRENGTHENED}, "autonomy")]


def test_autonomy_that_became_review_is_softened(changed):
    old = f"{OPENING}The agent operates autonomously.{CLOSING}"
    new = f"{OPENING}The agent operates with human review of each decision.{CLOSING}"
    assert changed(old, new) == [({Drift.SOFTENED}, "autonomy")]


def test_a_claim_without_a_forerunner_is_added_and_one_without_a_successor_removed(changed):
    old = "# Ledgerly\n\nIt reads invoices.\n\n## Hours\n\nIt works around the clock.\n"
    new = "# Ledgerly\n\nIt reads invoices.\n\nReplaces your back office.\n"
    assert changed(old, new) == [
        ({Drift.ADDED}, "human-replacement"),
        ({Drift.REMOVED}, "continuous-operation"),
    ]


def test_a_higher_figure_is_strengthened_and_a_lower_one_softened(changed):
    assert changed("95% accurate on invoices.", "99% accurate on invoices.") == [
        ({Drift.STRENGTHENED}, "accuracy-reliability")
    ]
    assert changed("99% accurate on invoices.", "95% accurate on invoices.") == [
        ({Drift.SOFTENED}, "accuracy-reliability")
    ]


def test_a_claim_at_another_place_is_moved_and_one_pushed_down_is_not(changed):
    parts = ["It works around the clock.", "It reads invoices.", "It writes letters."]
    behind = "\n\n".join([*parts[1:], parts[0]])
    assert changed("\n\n".join(parts), behind) == [({Drift.MOVED}, "continuous-operation")]
    assert changed("\n\n".join(parts), "\n\n".join(["Welcome to Ledgerly.", *parts])) == []


def test_evidence_that_came_or_went_is_told(changed):
    bare = "Ledgerly reads invoices with 97% accuracy.\n"
    shown = (
        "Ledgerly 3.2 reads invoices with 97% accuracy (precision, n = 2,400 invoices, random "
        "sample of production traffic, evaluated by an independent laboratory in March 2026, "
        "95% CI 96-98%).\n"
    )
    assert Drift.EVIDENCE_GAINED in changed(bare, shown)[0][0]
    assert Drift.EVIDENCE_LOST in changed(shown, bare)[0][0]


def test_a_promise_of_a_contract_that_shrinks_is_softened(changed):
    head = "This Agreement is between the parties. Customer shall pay the fees. "
    old = head + "Provider warrants availability of at least 99.9% in each month."
    new = head + "Provider warrants availability of at least 99.0% in each month."
    assert ({Drift.SOFTENED}, "performance-warranty") in changed(old, new)


def test_the_same_version_has_no_changes():
    assert diff("examples/deck.pptx", "examples/deck.pptx", SETTINGS).changes == ()


def test_folders_are_versions_too(tmp_path):
    for name, words in (
        ("old", "It reads invoices."),
        ("new", "It reads invoices. No review needed."),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "deck.txt").write_text(words, encoding="utf-8")
    report = diff(tmp_path / "old", tmp_path / "new", SETTINGS)
    assert [c.drifts for c in report.changes] == [(Drift.ADDED,)]


def test_text_of_documents_is_harmless_in_every_format(tmp_path):
    hostile = "Works without human intervention <u>*now*</u> | \u202e ok."
    (tmp_path / "old.txt").write_text("It reads invoices.", encoding="utf-8")
    (tmp_path / "new.txt").write_text(f"It reads invoices.\n\n{hostile}", encoding="utf-8")
    report = diff(tmp_path / "old.txt", tmp_path / "new.txt", SETTINGS)
    rendered = {name: format_named(name, DIFF).render(report, Look()) for name in names(DIFF)}
    assert json.loads(rendered.pop("json"))["changes"]
    assert not [name for name, text in rendered.items() if "\u202e" in text]
    assert "<u>" not in rendered["html"] + rendered["markdown"].replace("\\<", "")


def test_a_version_that_cannot_be_read_takes_nothing_back(tmp_path):
    (tmp_path / "old.txt").write_text("No review needed.", encoding="utf-8")
    report = diff(tmp_path / "old.txt", tmp_path / "gone.txt", SETTINGS)
    assert report.changes == ()
    for name in set(names(DIFF)) - {"json"}:
        told = format_named(name, DIFF).render(report, Look())
        assert "No change is told, for not all could be read." in told


_TERMS = """# Master Services Agreement

2.4 The Supplier shall give at least {notice} days' notice of any change to the Services.

8.2 The Supplier's total liability shall not exceed {cap}% of the Charges paid in a year.
"""


def test_a_shorter_notice_is_softened_and_a_lower_cap_of_liability_strengthened(changed):
    told = changed(_TERMS.format(notice=30, cap=100), _TERMS.format(notice=10, cap=50))
    assert told == [
        ({Drift.SOFTENED}, "disclosure-commitment"),
        ({Drift.STRENGTHENED}, "liability-cap"),
    ]


def test_another_promise_of_the_same_kind_is_no_stronger_form_of_one_that_went(changed):
    kept = "".join(
        f"1.{number} Provider and Customer shall each pay their own {what}.\n\n"
        for number, what in enumerate(("taxes", "staff", "advisers"), start=2)
    )
    came = "1.1 Provider shall inform Customer of the model on which the Agent runs.\n\n"
    went = "1.5 Customer may audit Provider once a year.\n"
    assert changed(f"# Agreement\n\n{kept}{went}", f"# Agreement\n\n{came}{kept}") == [
        ({Drift.ADDED}, "disclosure-commitment"),
        ({Drift.REMOVED}, "disclosure-commitment"),
    ]


def test_a_lower_cap_in_money_is_told(changed):
    terms = "# Agreement\n\n3.1 Provider's liability is limited to {}.\n"
    told = changed(terms.format("£1,000,000"), terms.format("£250,000"))
    assert told == [({Drift.STRENGTHENED}, "liability-cap")]


AGREEMENT = """# Agreement

1. The Provider shall provide the Service to the Customer under this Agreement.

2. {}

3. This Agreement is governed by the laws of England. The parties submit to its courts.
"""
MAY = "Provider may use Customer Data to develop, train and improve its models."
NEVER = "Provider shall not use Customer Data to train any model."


@pytest.mark.parametrize(
    ("old", "new", "drift"),
    [
        (MAY, NEVER, Drift.STRENGTHENED),
        (NEVER, MAY, Drift.SOFTENED),
        (MAY, MAY, None),
        ("Invoices are due within 30 days.", MAY, Drift.ADDED),
        (NEVER, "Invoices are due within 30 days.", Drift.REMOVED),
    ],
)
def test_a_clause_under_no_label_that_turns_on_a_topic_is_told(changed, old, new, drift):
    found = changed(AGREEMENT.format(old), AGREEMENT.format(new))
    found = [change for change in found if change[1] != "wording"]
    assert found == ([({drift}, "safety-compliance")] if drift else [])
