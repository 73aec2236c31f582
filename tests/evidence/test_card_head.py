"""Cards and reports of tests: what their head states, and headings that name what stands below."""

from __future__ import annotations

import pytest

from claimlint.evidence.disclosures.card_head import head_of
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.disclosures.short_of_evidence import only_named_in
from claimlint.score.evidence_examples import paper

CARD = """\
# Model card: Ledger Owl

Model name: Ledger Owl Reader
Version: 2.1.0 (May release)

# Evaluation

Last updated: 4 May 2026

It reads receipts with 96.2 % accuracy, n = 400 receipts from a held-out test set.

# Intended use

- Reading receipts of travel for bookkeepers.

# Out-of-scope use

- Tax returns.
"""


def stated(document):
    return {item.field: item.value for item in head_of(document)}


def of_kind(kind, document, catalogue):
    return [each for each in find_disclosures(document, catalogue) if each.kind == kind]


def test_the_head_of_a_card_states_product_version_and_date():
    assert stated(paper(CARD.replace("name: Ledger Owl Reader\n", "name: Ledger Owl\n\n"))) == {
        "product": "Ledger Owl",
        "version": "2.1.0",
        "date": "2026-05-04",
    }


def test_the_head_of_a_deck_is_the_date_of_the_deck_alone():
    assert head_of(paper("# Ledger Owl\n\nVersion: 2.1.0\n\nDate: 4 May 2026")) == ()


def test_the_version_of_a_document_is_not_that_of_the_product():
    assert stated(paper("# Test report\n\nDocument version: 1.4\n\nDate: 4 May 2026")) == {
        "date": "2026-05-04"
    }


def test_the_marks_between_number_day_and_judge_of_a_report_are_no_words():
    line = "Report TD-12 · 3 May 2026 · Author: Dr. Ines Halloran, clinical quality, Tide Ltd"
    assert stated(paper(f"# Evaluation of Tide 4.2\n\n{line}"))["date"] == "2026-05-03"


def test_a_title_names_product_and_version_and_the_line_below_it_day_and_judge():
    document = paper(
        "# Tide 4.2 – Test report\n\n3 May 2026 · Evaluated by Northshore Labs\n\nText."
    )
    found = stated(document)
    assert (found["version"], found["date"]) == ("4.2", "2026-05-03")
    assert found["evaluator"] == "named"


def test_the_version_in_a_title_may_be_that_of_the_report():
    assert stated(paper("# Test Report v1.2\n\nText.")) == {}


def test_a_table_below_the_title_states_them_too():
    document = paper("# Test protocol\n\n| Release | 2.8.1 |\n| Date of test | 7 November 2026 |")
    assert stated(document) == {"version": "2.8.1", "date": "2026-11-07"}


def test_what_a_card_shows_is_of_the_version_and_date_in_its_head(catalogue):
    document = paper(CARD.replace("Reader\nVersion", "Reader\n\nVersion"))
    shown = of_kind("accuracy-evaluation", document, catalogue)
    assert [(item.version, item.date) for item in shown] == [("2.1.0", "2026-05-04")]
    assert {"version", "date"} <= {found.field for found in shown[0].fields}


def test_sections_for_what_and_not_for_what_are_one_disclosure(catalogue):
    shown = of_kind("intended-use", paper(CARD), catalogue)
    told = {found.field: found.text for found in shown[0].fields}
    assert told["intended"] == "Reading receipts of travel for bookkeepers."
    assert told["excluded"] == "Tax returns."


def test_a_report_that_only_names_itself_names_no_evidence(catalogue):
    document = paper("# Clauseo evaluation report\n\nThis evaluation report praises Clauseo.")
    kind = catalogue.kind("accuracy-evaluation")
    assert list(only_named_in(document, catalogue, kind)) == []
    other = paper("# Clauseo\n\nSee our evaluation report.")
    assert list(only_named_in(other, catalogue, kind)) != []


REPORT = """# Tide Reader 4.2: evaluation report

{line}

On a random sample of 2,400 tables of June 2026 from nine harbours, 97.1 % of figures were read
correctly (95 % CI 96.4-97.7 %)."""


@pytest.mark.parametrize(
    "line",
    [
        "Report no. EV-17, version 1.1, 3 May 2026",
        "Document version 1.1 | 3 May 2026",
        "v1.1, 3 May 2026",
    ],
)
def test_the_version_of_a_report_is_not_that_of_the_product_in_its_title(catalogue, line):
    (found,) = of_kind("accuracy-evaluation", paper(REPORT.format(line=line)), catalogue)
    assert (found.product, found.version) == ("Tide Reader", "4.2")
    assert [each.value for each in found.fields if each.field == "version"] == ["4.2"]


def test_an_audit_is_of_the_product_in_its_title(catalogue):
    text = """# Bias audit: Tide Reader 4.2

Auditor: Northshore Labs. Date of audit: 3 May 2026. Data: applications of January to March 2026.

| Group | n | Selection rate | Impact ratio |
| Women | 1,140 | 31.3 % | 0.97 |
| Men | 6,022 | 32.1 % | 1.00 |"""
    found = of_kind("fairness-audit", paper(text), catalogue)
    assert {each.product for each in found} == {"Tide Reader"}


@pytest.mark.parametrize("heading", ["1 Scope and data", "Data and methods", "2. Test data"])
def test_what_a_section_on_data_says_holds_for_each_result(heading, catalogue):
    document = paper(
        f"# Evaluation of Owl 3.2\n\n## {heading}\n\nThe files were drawn at random from those of "
        "three insurers.\n\n## 2 Reading\n\nOn 4,812 invoices the accuracy was 97.9 %."
    )
    assert of_kind("accuracy-evaluation", document, catalogue)


@pytest.mark.parametrize("head", ["# of Applicants", "No. of Applicants", "Applicants"])
def test_a_column_that_counts_people_in_a_few_signs_counts_them(catalogue, head):
    text = f"""# Bias audit: Tide Reader 4.2

Auditor: Northshore Labs. Date of audit: 3 May 2026. Data: applications of January to March 2026.

| Race/ethnicity | {head} | Scoring Rate | Impact Ratio |
| Hispanic or Latino | 1,002 | 0.47 | 0.93 |
| White | 3,220 | 0.51 | 1.00 |"""
    (found,) = of_kind("fairness-audit", paper(text), catalogue)
    assert "1,002" in {each.text for each in found.fields if each.field == "n-per-group"}
