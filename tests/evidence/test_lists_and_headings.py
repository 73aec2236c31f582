"""A line that leads into a list tells which field it fills; a heading holds for its table."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.document import Location, Passage, Role
from claimlint.evidence.detectors.dates import find_date
from claimlint.evidence.detectors.measures import find_range
from claimlint.evidence.disclosures.beginnings import begun
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.text.units import cut
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)
USES = """\
What Tidemark can do:

- Draft tide tables
- Answer skippers in the harbour

It is NOT made, tested or approved for:

- Steering a ship
"""
LOADS = """\
# Load test of Tidemark

Date: 14 May 2026

- 20 users: 100 % of tables right
- 400 users: 96 % of tables right
"""
COUNTED = """\
# Evaluation of Tidemark 2.1

Tidemark was tested on tide tables of small harbours drawn at random.

## Harbours in Brittany (n = 640)

| Measure | Result |
| Accuracy | 97.5 % |
| Recall | 96.1 % |
"""
FAULTS = """\
# Tidemark

Common problems:

- Last line cut
- No tide at all when the scan is blurred
"""


def fields(text, kind, catalogue):
    found = find_disclosures(paper(text), catalogue)
    return {(item.field, item.text) for each in found if each.kind == kind for item in each.fields}


def begins(text, kind, catalogue):
    found = begun(paper(text), catalogue, catalogue.kind(kind))
    return {(item.field, item.text) for item in found.found}


def test_the_line_before_a_list_tells_uses_and_exclusions(catalogue):
    told = fields(USES, "intended-use", catalogue)
    assert ("intended", "Answer skippers in the harbour") in told
    assert ("excluded", "Steering a ship") in told
    assert ("intended", "approved for") not in told


def test_a_line_that_leads_into_other_lists_tells_neither(catalogue):
    text = USES.replace("can do", "costs").replace("made, tested or approved for", "sold in")
    assert not fields(text, "intended-use", catalogue)


def test_a_list_by_load_shows_the_range_and_quality_at_its_ends(catalogue):
    told = fields(LOADS, "scale-behaviour", catalogue)
    assert {("range", "400 users"), ("metric-at-ends", "96 %")} <= told
    assert not fields(LOADS.replace("users", "euros"), "scale-behaviour", catalogue)


def test_the_number_in_a_heading_holds_for_the_table_below_it(catalogue):
    assert ("sample-size", "n = 640") in begins(COUNTED, "accuracy-evaluation", catalogue)


def test_entries_of_a_list_of_faults_say_what_goes_wrong(catalogue):
    assert ("mode", "Last line cut") in begins(FAULTS, "failure-modes", catalogue)
    limits = FAULTS.replace("Common problems", "Known limitations")
    assert ("mode", "Last line cut") not in begins(limits, "failure-modes", catalogue)


def test_what_is_only_promised_keeps_what_the_paper_does_show(catalogue):
    text = (
        "Tidemark never sleeps.\n\nWe target 99.9 % uptime.\n\n"
        "Uptime is counted without scheduled maintenance, and two outages lasted an hour."
    )
    document = paper(text)
    claim = claim_in(document, "never sleeps", Category.CONTINUOUS_OPERATION)
    judged = assess(claim, document, AtHand(), catalogue, today=TODAY)
    row = next(item for item in judged if item.kind == "availability-record")
    assert row.verdict is Verdict.PROMISED
    assert "definition" in {item.field for item in row.found}
    assert "uptime" not in {item.field for item in row.found}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Port Res. 2025 Oct 10;8(10)", "2025-10-10"),
        ("in 2021 May;13(5)", "2021-05-31"),
        ("of 22-10-2021", "2021-10-22"),
        ("call 22-10-2021-7", None),
        ("by 2025 Dec 10 %", None),
    ],
)
def test_dates_as_journals_and_logs_write_them(words, day):
    assert next((hit.value for hit in find_date(words)), None) == day


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("10 → 50 → 100 concurrent users", True),
        ("a 10-user test and a 50-user test", True),
        ("a 3-step guide and a 5-step guide", False),
        ("2 → 3 languages", False),
    ],
)
def test_ranges_of_loads(words, found):
    assert bool(list(find_range(words))) is found


def test_a_case_made_up_to_explain_a_measure_is_no_evidence(catalogue):
    told = "men were invited at 60 % (n = 900) and women at 40 % (n = 880)."
    text = f"# Bias audit of Tidemark\n\n{told.capitalize()}"
    assert fields(text, "fairness-audit", catalogue)
    made_up = text.replace(told.capitalize(), f"Example: if {told}")
    assert not fields(made_up, "fairness-audit", catalogue)


@pytest.mark.parametrize(
    ("kind", "field", "text"),
    [
        ("legal-conformity", "provision", "Its duties are those of Art. 50, which we meet."),
        ("human-involvement", "step", "Faint scans are typed by hand."),
        ("robustness-evaluation", "input-classes", "It was tested on blurred and torn sheets."),
    ],
)
def test_one_field_that_means_nothing_else_is_told(catalogue, kind, field, text):
    assert field in {name for name, _ in begins(f"# Tidemark\n\n{text}", kind, catalogue)}


def test_inputs_that_are_only_claimed_are_none_that_were_tested(catalogue):
    text = "# Tidemark\n\nIt reads blurred and torn sheets."
    assert begun(paper(text), catalogue, catalogue.kind("robustness-evaluation")) is None


def test_a_line_below_the_title_dates_a_report_that_other_lines_precede(catalogue):
    lines = "Tidemark\n\nHarbour news\n\n# We benchmarked Tidemark\n\nBy the harbour\n\n3 May 2026"
    figures = "Accuracy was 97 % on 640 tide tables drawn at random."
    told = fields(f"{lines}\n\n{figures}", "accuracy-evaluation", catalogue)
    assert ("date", "3 May 2026") in told


def test_an_entry_with_a_colon_leads_into_the_list_below_it():
    place = Location(label="line 1")
    texts = [("Thresholds:", 1), ("Below 0.1: stable", 2), ("Above 0.2: drift", 2), ("Weekly", 1)]
    passages = [
        Passage(text=text, location=place, role=Role.BULLET, level=level) for text, level in texts
    ]
    assert [unit.lead for unit in cut(passages)] == ["", "thresholds", "thresholds", ""]


def test_a_line_that_heads_a_paragraph_tells_uses_as_a_heading_does(catalogue):
    use = "Tidemark reads scans of harbours. It cannot be used on a moving ship."
    told = fields(f"Tide tables\n\nIntended Use\n\n{use}", "intended-use", catalogue)
    assert {name for name, _ in told} >= {"intended", "excluded"}
    assert not fields(f"Tide tables\n\nOur harbour\n\n{use}", "intended-use", catalogue)


def test_the_sentence_of_a_claim_is_no_part_of_what_a_paper_begins_to_show(catalogue):
    document = paper(
        "Tidemark books every order without human intervention.\n\n"
        "Orders are booked automatically, and the rest goes to a clerk."
    )
    claim = claim_in(document, "without human intervention", Category.AUTONOMY)
    told = begun(document, catalogue, catalogue.kind("autonomy-boundary"))
    assert "every order" in {item.text for item in told.found}
    at_hand = AtHand(begun={"autonomy-boundary": (told,)})
    judged = assess(claim, document, at_hand, catalogue, today=TODAY)
    row = next(item for item in judged if item.kind == "autonomy-boundary")
    assert "every order" not in {item.text for item in row.found}
