"""The three disclosures that close the gap between a claim and its use, as found in a report."""

from __future__ import annotations

from claimlint.finding import Report

THREE = (
    ("accuracy-evaluation", "Accuracy on a representative task distribution"),
    ("failure-modes", "Known failure modes"),
    ("oversight-spec", "Minimum human oversight for safe use"),
)


def disclosed(report: Report, kind: str) -> tuple[str, str]:
    """Return what was found of a kind of evidence, in words, and a style for it."""
    found = [
        disclosure
        for document in report.documents
        for disclosure in document.disclosures
        if disclosure.kind == kind
    ]
    if not found:
        return "NOT DISCLOSED", "bold red"
    places = dict.fromkeys(f"{item.document}, {item.location.label}" for item in found)
    first, *others = places
    more = f" and {len(others)} more" if others else ""
    return f"{first}{more}", "green"
