"""Fields in the words of reports, case studies and service pages, and near misses of each."""

from __future__ import annotations

import pytest

from claimlint.evidence.disclosures.searched_document import searched
from claimlint.evidence.matching.compiled_kinds import compiled_kind
from claimlint.score.evidence_examples import paper

TOLD = [
    ("accuracy-evaluation", "sample-size", "- Total tests: 290"),
    ("accuracy-evaluation", "sample-size", "- Sheets tested: 812"),
    ("accuracy-evaluation", "baseline", "Last month: 86.5 %; this month: 88.0 %"),
    (
        "accuracy-evaluation",
        "abstention",
        "For 12 sheets no answer was given and the box left blank.",
    ),
    ("outcome-study", "customers", "A mid-sized insurer put it to work in March 2026."),
    ("outcome-study", "attribution", "Staffing and opening hours remained unchanged."),
    ("outcome-study", "funder", "The survey was commissioned and paid for by the vendor."),
    ("oversight-spec", "stop", "The pilot retains full authority to reject any plan."),
    ("oversight-spec", "absent", "While the post is unoccupied, gates stay shut."),
    ("failure-modes", "mode", "It tends to repeat the last line on long sheets."),
    ("failure-modes", "at-scale", "Its errors grow as the length of a sheet increases."),
    ("robustness-evaluation", "input-classes", "Overlapping speech: 71 % of words right."),
    ("scale-behaviour", "caps", "The context window is 8,000 tokens."),
    ("scale-behaviour", "end-to-end", "Completion rate: 70 %"),
    ("availability-record", "definition", "Uptime is calculated as minutes up over all minutes."),
    ("availability-record", "incidents", "Incident duration: 24 hours"),
    ("market-comparison", "comparators", "Taking part: Kestrel, Ordo and Finlay"),
    ("market-comparison", "payer", "The institute bore the costs of the test."),
    ("autonomy-boundary", "exceptions", "Complex sheets are forwarded with notes to a pilot."),
    ("autonomy-boundary", "rollback", "A posted sheet can be called back until noon."),
    ("autonomy-boundary", "rate", "71 % of 1.9 million sheets in 2026 were filed without a touch."),
    ("autonomy-boundary", "period", "71 % of 1.9 million sheets in 2026 were filed unassisted."),
    (
        "accuracy-evaluation",
        "metric",
        "| Port | Share of drafts that equal the final ruling |\n| Brest | 96.2 % |",
    ),
    ("accuracy-evaluation", "metric", "| Port | Same as the clerk's |\n| Brest | 96.2 % |"),
    ("accuracy-evaluation", "metric", "94 % of the drafts were sent unchanged."),
    ("accuracy-evaluation", "metric", "97 % of the rulings were upheld."),
]
NOT_TOLD = [
    ("accuracy-evaluation", "metric", "Equal pay: 96 % of the ports have it."),
    ("accuracy-evaluation", "metric", "Fees were raised by 2 % and dues left as they are."),
    ("autonomy-boundary", "rate", "71 % of the sheets are touched up by a pilot."),
    ("accuracy-evaluation", "sample-size", "- Number of ports: none yet"),
    ("accuracy-evaluation", "sample-size", "- Price: 290 euros"),
    ("accuracy-evaluation", "baseline", "Our office moved last month."),
    ("accuracy-evaluation", "error-split", "It warns of high tides and of low ones."),
    ("accuracy-evaluation", "interval", "It reads 96 % (3 to 5 days) of sheets."),
    ("outcome-study", "customers", "A customer can call us at any hour."),
    ("outcome-study", "spread", "Satisfaction rose from 72 % to 91 %."),
    ("outcome-study", "funder", "The new plant in Brest is now in service."),
    ("oversight-spec", "stop", "The ferry has a right of way."),
    ("oversight-spec", "absent", "The harbour lies outside the town."),
    ("failure-modes", "mitigation", "Pilots use it to plan their day."),
    ("failure-modes", "mitigation", "It is the only one of its kind."),
    ("robustness-evaluation", "drop", "Below 80 % confidence it asks a pilot."),
    ("robustness-evaluation", "input-classes", "Clear sheets: 71 % of words right."),
    ("scale-behaviour", "caps", "The window above the desk gives a view of the sea."),
    ("scale-behaviour", "end-to-end", "Completion rate: high"),
    ("availability-record", "incidents", "For production incidents, include the request number."),
    ("availability-record", "definition", "Ask for an hour of training."),
    ("market-comparison", "comparators", "It came first in the Spring 2026 grid."),
    ("market-comparison", "payer", "You pay by the month."),
]


@pytest.fixture
def filled(catalogue):
    def of(kind, field, text):
        whole = searched(paper(text), catalogue)
        entry = next(e for e in compiled_kind(kind, catalogue).fields if e.field.id == field)
        return any(entry.fills(unit, whole.index.texts[unit.index]) for unit in whole.units)

    return of


@pytest.mark.parametrize(("kind", "field", "text"), TOLD)
def test_the_wording_fills_the_field(filled, kind, field, text):
    assert filled(kind, field, text)


@pytest.mark.parametrize(("kind", "field", "text"), NOT_TOLD)
def test_the_near_miss_does_not(filled, kind, field, text):
    assert not filled(kind, field, text)
