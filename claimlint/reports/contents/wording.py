"""One claim in a sentence or two, for reports that have no room for more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from claimlint.amounts import amount
from claimlint.document import NOTHING_LOST, Problem
from claimlint.finding import Assessment, DocumentReport, Finding
from claimlint.reports.safe_text import safe
from claimlint.terms import Verdict

_SHEETS = dict.fromkeys(("pptx", "odp", "ppt"), "slide") | dict.fromkeys(
    ("xlsx", "ods", "xls"), "sheet"
)


def extent(document: DocumentReport) -> str:
    """Return how many pages, slides or sheets a document has, "" where it has none."""
    found = document.coverage.pages
    return amount(found, _SHEETS.get(document.format, "page")) if found else ""


def headline(finding: Finding) -> str:
    """Return the claim's words, its category and strength."""
    claim = finding.claim
    return f"“{safe(claim.text)}” is a {claim.strength} claim of {claim.category}"


def by_verdict(found: Iterable[Assessment]) -> Iterator[tuple[Verdict, tuple[Assessment, ...]]]:
    """Yield assessments verdict by verdict, the worst first."""
    ordered = sorted(found, key=lambda item: item.verdict.rank)
    for verdict, items in groupby(ordered, key=lambda item: item.verdict):
        yield verdict, tuple(items)


def lacking(finding: Finding) -> str:
    """Return the required evidence by verdict, the worst first; empty where all is found."""
    short = (item for item in finding.required if item.verdict is not Verdict.BACKED)
    return "; ".join(
        f"{verdict.words}: {', '.join(item.kind.replace('-', ' ') for item in items)}"
        for verdict, items in by_verdict(short)
    )


def sentence(finding: Finding) -> str:
    """Return the claim and what it lacks, on one line."""
    lacks = lacking(finding)
    return f"{headline(finding)}. Evidence {lacks}." if lacks else f"{headline(finding)}, backed."


def loss(problem: Problem) -> str:
    """Return what a problem cost, where and why: "not read: page 3: …", or "note: …"."""
    told, message = "note" if problem.code in NOTHING_LOST else "not read", problem.message
    for said in ("not read", "not checked"):
        if message.startswith(f"{said}: "):
            told, message = said, message.removeprefix(f"{said}: ")
    where = f"{safe(problem.location.label)}: " if problem.location else ""
    return f"{told}: {where}{safe(message)}"
