"""An answer to a field fills it as the same words in a paper would, or is told why not."""

from __future__ import annotations

import pytest

from claimlint.evidence.vendor_answers import Answer, answered

NOTHING = "a word that shows nothing"


@pytest.mark.parametrize(
    ("kind", "field", "text", "why"),
    [
        ("availability-record", "uptime", "99.7 % of all minutes", ""),
        (
            "availability-record",
            "uptime",
            "24/7",
            "the claim itself, or a page without its figures",
        ),
        ("availability-record", "uptime", "excellent uptime", "no figure in it"),
        ("failure-modes", "trigger", "n/a", "the vendor says that it does not apply"),
        ("failure-modes", "trigger", "Yes", NOTHING),
        ("failure-modes", "mode", "None known so far", "that no failure is known is no list"),
        ("oversight-spec", "what", "You stay in control", "it says neither who checks"),
        ("oversight-spec", "what", "Every refund above £200", ""),
        ("oversight-spec", "contexts", "As required by the customer", NOTHING),
        ("data-provenance", "third-parties", "None", ""),
        ("data-provenance", "third-parties", "GDPR-compliant", NOTHING),
        ("oversight-spec", "contexts", "Industry-leading, fully compliant.", NOTHING),
        ("oversight-spec", "who", "Best-in-class performance across all tasks", NOTHING),
        ("oversight-spec", "who", "Standard practice: the shift lead approves", ""),
        ("data-provenance", "retention", "See DPA", "another paper is named"),
        ("oversight-spec", "who", '=HYPERLINK("http://a.invalid","here")', "another paper"),
        ("oversight-spec", "who", "https://trust.a.invalid/oversight", "another paper is named"),
        ("data-provenance", "retention", "See clause 4: deleted after 30 days, 100%", ""),
        ("data-provenance", "retention", "None", NOTHING),
        ("data-provenance", "retention", "Not disclosed.", "not disclosed"),
        ("data-provenance", "retention", "Deleted after 30 days", ""),
    ],
)
def test_an_answer_fills_its_field_or_is_told_why_not(catalogue, kind, field, text, why):
    (taken,) = answered(kind, [Answer(field=field, text=text)], catalogue, "a.xlsx").taken
    assert taken.fills is not bool(why)
    assert taken.reason.startswith(why)
