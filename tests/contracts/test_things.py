"""Whether a promise and a clause can speak of the same thing, and who a contract calls what."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint import Settings, compare
from claimlint.stems import stem
from claimlint.terms import ClauseLabel
from claimlint.values.comparison import Relation, Role

SETTINGS = Settings(today=date(2026, 11, 23))
DECK = """# Bitewell

Books appointments all by itself.

Marks lesions on X-rays.

Forecasts are ready within two seconds.

Handles reminders by SMS without any limit.

Answers callers day and night.

Bitewell Ltd, 3 Quarry Lane, Penbrook.

Braces are polished on weekdays only.

Reads every kind of scan, milk teeth included.

Never prints a crown on its own.

"Best purchase in years."

Head of Implants, Penbrook Hospital
"""
CONTRACT = """# Terms of Bitewell

Bitewell Ltd ("Bitewell") provides the Service to the clinic named in the order ("Surgery").

1. An appointment is entered in the calendar once it is asked for.

2. The dentist shall examine each X-ray before it is filed.

3. Fillings are suggestions of the Service.

4. "Score" means a figure that the Service returns.

5. Surgery shall verify every Score before it is used.

6. Severity 2 incidents: next Business Day.

7. Forecasts are provided within three days.

8. Reminders are limited to 40 a month.

9. The Service is provided as is and Output may contain errors, and Surgery shall not rely on it.

10. Bitewell shall keep the Surgery informed.

Braces are polished on weekdays only.

Output shall not be used for scans of milk teeth.

The Service does not print crowns.

Implants may need other software.

This Agreement is made on 2 May 2026 between Bitewell, 3 Quarry Lane, Penbrook, and a clinic.

## Liability

11. The liability of Bitewell shall not exceed the fees of one year.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("things")
    (folder / "deck.md").write_text(DECK, encoding="utf-8")
    (folder / "terms.md").write_text(CONTRACT, encoding="utf-8")
    return compare(
        [(Role.DECK, folder / "deck.md"), (Role.CONTRACT, folder / "terms.md")], SETTINGS
    )


@pytest.fixture
def told(report):
    def of(claim: str, clause: str) -> set[tuple[str, Relation]]:
        return {
            (each.topic, each.kind)
            for each in report.conflicts
            if claim in each.claim.unit and clause in each.clause.unit
        }

    return of


def test_a_clause_on_another_thing_is_not_set_against_a_claim(told):
    assert told("appointments", "X-ray") == set()


def test_what_names_no_single_thing_meets_every_claim(told):
    assert ("human-review", Relation.CONTRADICTS) in told("appointments", "verify every Score")


def test_the_same_rare_thing_with_a_bound_is_told(told):
    assert told("reminders by SMS", "limited to 40") == {("same-thing", Relation.CONTRADICTS)}


def test_a_use_that_a_clause_on_all_output_forbids_is_the_thing_that_it_names(told):
    assert ("same-thing", Relation.CONTRADICTS) in told("milk teeth included", "shall not be used")
    assert told("reminders by SMS", "shall not be used") == set()


def test_the_parties_of_a_contract_bound_nothing(told):
    assert told("Quarry Lane", "is made on") == set()


def test_what_a_contract_repeats_word_for_word_bounds_nothing(told):
    assert ("same-thing", Relation.LIMITS) not in told("Braces", "Braces")


def test_what_both_sides_deny_takes_nothing_back(told):
    assert told("Never prints a crown", "print crowns") <= {("same-thing", Relation.SUPPORTS)}


def test_who_is_quoted_promises_nothing(told):
    assert told("Head of Implants", "Implants may") == set()


def test_seconds_and_days_of_the_same_thing_are_compared(told):
    assert ("response-time", Relation.CONTRADICTS) in told("two seconds", "three days")


def test_the_next_business_day_in_a_table_of_severities_is_no_opening_hour(told):
    assert told("day and night", "next Business Day") == set()


def test_two_disclaimers_in_one_sentence_have_two_labels(report):
    contract = next(each for each in report.documents if each.path.endswith("terms.md"))
    labels = {each.label for each in contract.clauses if "Output may contain" in each.unit}
    assert {ClauseLabel.AS_IS, ClauseLabel.ACCURACY_DISCLAIMER} <= labels


def test_a_heading_is_not_told_beside_the_clause_below_it(report):
    capped = [each.clause.unit for each in report.contracts[0].emptied]
    assert "Liability" not in capped
    assert any("shall not exceed" in unit for unit in capped)


@pytest.mark.parametrize(
    ("one", "other"),
    [("cancels", "cancellation"), ("logged", "logs"), ("duties", "duty"), ("lease", "leases")],
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


def test_a_clause_on_what_nearly_all_clauses_name_meets_every_claim(tmp_path):
    (tmp_path / "deck.md").write_text(
        "Dull scans need no radiologist.\n\nThe report comes in colour.\n", encoding="utf-8"
    )
    (tmp_path / "terms.md").write_text(
        "1. A radiologist of Customer names the ward.\n\n"
        "2. Every Scan must be reported by a qualified person before it is filed.\n\n"
        "3. A Scan is sent by cable.\n\n4. A Scan weighs 4 MB at most.\n\n"
        "5. Scans carry a bar code.\n\n6. Scans of animals are deleted.\n",
        encoding="utf-8",
    )
    given = [(Role.DECK, tmp_path / "deck.md"), (Role.CONTRACT, tmp_path / "terms.md")]
    told = compare(given, SETTINGS).conflicts
    assert any("no radiologist" in each.claim.unit and "Every" in each.clause.unit for each in told)
