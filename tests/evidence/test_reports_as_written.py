"""Reports as engineers write them: sheets, tables of systems, dated heads, plain sentences."""

from __future__ import annotations

import pytest

from claimlint.evidence.detectors.measures import find_sample_size
from claimlint.evidence.disclosures.beginnings import begun
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.disclosures.searched_document import searched
from claimlint.evidence.disclosures.short_of_evidence import without_kernel
from claimlint.evidence.matching.compiled_kinds import compiled_kind
from claimlint.evidence.text.unit import Shape
from claimlint.evidence.text.units import cut
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category
from tests.evidence.paper import claim_in

SHEET = """\
| Software | Tide Reader 4.1 |
| Tables read | Consecutive sheets of two ports |
| Sheets | 812 |
| Read back by | Two pilots |
"""


@pytest.fixture
def shown(catalogue):
    """Return what names the fields of the evidence of a kind in a text, piece by piece."""

    def of(text, kind):
        document = paper(text)
        drafts = searched(document, catalogue).of(compiled_kind(kind, catalogue)).all()
        return [draft.fields for draft in drafts]

    return of


def test_a_table_of_two_columns_is_a_sheet_where_one_label_is_known():
    units = list(cut(paper(SHEET).passages, frozenset({"software"})))
    assert [unit.shape for unit in units] == [Shape.PAIR] * 4


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (SHEET, frozenset()),
        ("| Software | 81 % |\n| Faxes | 74 % |\n| Photos | 71 % |", frozenset({"software"})),
    ],
)
def test_other_tables_of_two_columns_are_rows(text, labels):
    assert {unit.shape for unit in cut(paper(text).passages, labels)} == {Shape.ROW}


def test_the_other_systems_of_a_table_are_what_a_result_is_compared_with(shown):
    table = "| Model | Accuracy |\n| Tide Reader | 93.1 % |\n| Random forest | 88.0 % |"
    assert all("baseline" in fields for fields in shown(table, "accuracy-evaluation"))


@pytest.mark.parametrize(
    "table",
    [
        "| Port | Accuracy |\n| Brest | 93.1 % |\n| Dover | 88.0 % |",
        "| Model | Accuracy |\n| Tide Reader | 93.1 % |\n| Tide Reader | 94.0 % |",
        "| Model | Accuracy |\n| Tide Reader | 93.1 % |\n| Random forest | not run |",
    ],
)
def test_other_rows_are_no_baseline(shown, table):
    assert not any("baseline" in fields for fields in shown(table, "accuracy-evaluation"))


def test_a_paragraph_that_shows_most_of_a_study_is_dated_by_a_plain_sentence(shown):
    told = "Handling time fell from 40 to 12 minutes at all 38 customers. That was March 2026."
    assert "period" in shown(told, "outcome-study")[0]
    bare = "Handling time is 60 % lower. Our office opened in March 2026."
    assert "period" not in shown(bare, "outcome-study")[0]
    slogan = "Accuracy is 96 % on all sheets. Our office opened in March 2026."
    assert "date" not in shown(slogan, "accuracy-evaluation")[0]


@pytest.mark.parametrize("label", ["Generated", "Test Date", "Research date", "Analysis date"])
def test_the_head_of_a_benchmark_dates_what_it_begins_to_show(catalogue, label):
    text = f"# Benchmark of Tide Reader\n\n{label}: 2026-03-02\n\n## Results\n\n"
    table = (
        "| Model | Accuracy | Recall |\n| Tide Reader | 93.1 % | 91 % |\n| Forest | 88 % | 87 % |"
    )
    kind = catalogue.kind("accuracy-evaluation")
    found = begun(paper(text + "Compared on held-out sheets.\n\n" + table), catalogue, kind)
    assert "date" in {item.field for item in found.found}


def test_a_date_in_the_head_of_a_deck_dates_nothing(catalogue):
    text = "# Tide Reader\n\nGenerated: 2026-03-02\n\n## Results\n\n"
    table = (
        "| Model | Accuracy | Recall |\n| Tide Reader | 93.1 % | 91 % |\n| Forest | 88 % | 87 % |"
    )
    kind = catalogue.kind("accuracy-evaluation")
    found = begun(paper(text + "Compared on held-out sheets.\n\n" + table), catalogue, kind)
    assert "date" not in {item.field for item in found.found}


def test_a_printed_classification_report_counts_what_was_judged():
    report = (
        "precision recall f1-score support  accuracy      0.97   317  macro avg 0.97 0.97 0.97 317"
    )
    assert {hit.value for hit in find_sample_size(report)} == {"317"}
    assert not list(find_sample_size("accuracy 0.97, and version 317 follows"))


def test_a_claim_without_a_figure_shows_nothing_of_itself(catalogue):
    document = paper("Tide Reader works through every incoming order without human help.")
    claim = claim_in(document, "without human help", Category.AUTONOMY)
    kind = catalogue.kind("autonomy-boundary")
    assert not list(without_kernel(claim, document, catalogue, kind))


@pytest.mark.parametrize(
    "text",
    [
        "Our aim is to bring every port to 90 % of sheets without a person in 2026.",
        "In May 2026 we will begin to post 90 % of sheets without a person.",
    ],
)
def test_what_is_still_to_come_shows_nothing(catalogue, text):
    kinds = {item.kind for item in find_disclosures(paper(text), catalogue)}
    assert "autonomy-boundary" not in kinds
    done = "In May 2026 we posted 90 % of sheets without a person."
    assert "autonomy-boundary" in {item.kind for item in find_disclosures(paper(done), catalogue)}


def test_a_log_of_incidents_tells_what_happened_and_what_was_done(catalogue):
    document = paper("""# Incident log, TideReader 4.2, 2026

| ID | What happened | Root cause | Consequence | Noticed by | Corrective action |
| I-1 | Duplicate entry | Same sheet twice | Two boats at one berth | Harbour | Sum of sheets |""")
    (found,) = (x for x in find_disclosures(document, catalogue) if x.kind == "failure-modes")
    told = {each.field: each.text for each in found.fields}
    assert told["mode"] == "Duplicate entry"
    assert told["mitigation"] == "Sum of sheets"
