"""The rules that a SARIF run refers to."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.reports.json.rows import Json
from claimlint.reports.safe_text import safe
from claimlint.values.ruling import FAULTS

OF_NOTICES = {
    "decision-expired": "A decision has ended",
    "decision-malformed": "A decision cannot be read",
    "decision-overruled": "A decision does not hold",
    "decision-unused": "A decision that no claim answers to",
    "suppression-in-input": "A document speaks to claimlint",
}
"""Notices that are findings in themselves, with what they say."""


def rule_entries(report: Report) -> list[Json]:
    """Return the rules of the findings, then those of the notices that a report holds."""
    used = {finding.claim.rule for finding in report.findings if not finding.backed}
    entries = [
        _entry(note.id, note.title, note.help, note.id.partition(".")[0])
        for note in report.rules
        if note.id in used
    ]
    codes = {notice.code for document in report.documents for notice in document.notices}
    for code, title in OF_NOTICES.items():
        if code in codes:
            help_ = "Decide anew, mend it or take it out." if code in FAULTS else "Ask why."
            entries.append(_entry(f"claimlint.{code}", title, help_, "decisions"))
    return entries


def _entry(id_: str, title: str, help_: str, category: str) -> Json:
    return {
        "id": id_,
        "name": "".join(word.capitalize() for word in id_.replace(".", "-").split("-")),
        "shortDescription": {"text": safe(title)},
        "fullDescription": {"text": safe(help_)},
        "help": {
            "text": f"{safe(help_)} More: claimlint explain {id_}",
            "markdown": f"{safe(help_)}\n\nMore: `claimlint explain {id_}`",
        },
        "defaultConfiguration": {"level": "warning"},
        "properties": {
            "tags": ["ai-claims", category],
            "precision": "high",
            "problem.severity": "warning",
        },
    }
