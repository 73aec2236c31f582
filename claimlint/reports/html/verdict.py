"""The answer at the head of the report: how many claims, how many backed, what is disclosed."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from claimlint.finding import Assessment, Report
from claimlint.reports.contents.disclosures import owed
from claimlint.reports.contents.tally import claims_of
from claimlint.terms import OWED, Category, Verdict


class Bar(Struct, frozen=True, kw_only=True):
    """The claims of a category by their worst verdict, worst first. `longest` scales all bars."""

    category: Category
    parts: tuple[tuple[Verdict, int], ...]
    count: int
    longest: int


class Owed(Struct, frozen=True, kw_only=True):
    """One disclosure that every seller owes, as one vendor's papers make it."""

    title: str
    matter: str
    assessment: Assessment


def bars(report: Report) -> tuple[Bar, ...]:
    """Return one bar for each category that has claims, in the order of the categories."""
    counts: dict[Category, Counter[Verdict]] = {}
    for finding in claims_of(report):
        counts.setdefault(finding.claim.category, Counter())[finding.worst] += 1
    longest = max((count.total() for count in counts.values()), default=0)
    return tuple(
        Bar(
            category=category,
            parts=tuple(
                (verdict, counts[category][verdict])
                for verdict in Verdict
                if counts[category][verdict]
            ),
            count=counts[category].total(),
            longest=longest,
        )
        for category in Category
        if category in counts
    )


def disclosures(report: Report) -> tuple[Owed, ...]:
    """Return what each matter discloses of what every seller owes."""
    return tuple(
        Owed(title=OWED[item.kind], matter=matter.name, assessment=item)
        for matter in report.matters
        for item in owed(matter)
    )
