"""The answer at the head of the report: how many claims, how many backed, what is disclosed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from claimlint.document import ReadStatus
from claimlint.finding import Assessment, Finding, Report, each_once
from claimlint.reports.disclosures import OWED, owed
from claimlint.terms import Category, Level, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the claims come to; the same claim in several documents counts once.

    Claims that somebody decided to let through are not among them; `let_through` counts those.
    """

    claims: int
    backed: int
    levels: tuple[tuple[Level, int], ...]
    unread: tuple[str, ...]
    let_through: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The claims of a category by their worst verdict, worst first. `longest` scales all bars."""

    category: Category
    parts: tuple[tuple[Verdict, int], ...]
    count: int
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One disclosure that every seller owes, as one vendor's papers make it."""

    title: str
    matter: str
    assessment: Assessment


def tally(report: Report) -> Tally:
    """Return the counts of a report."""
    groups = _groups(report)
    levels = Counter(finding.level for finding in groups)
    return Tally(
        claims=len(groups),
        backed=sum(finding.backed for finding in groups),
        levels=tuple((level, levels[level]) for level in (Level.ERROR, Level.WARNING, Level.NOTE)),
        unread=tuple(d.path for d in report.documents if d.status is not ReadStatus.READ),
        let_through=sum(finding.suppressed is not None for finding in report.findings),
    )


def bars(report: Report) -> tuple[Bar, ...]:
    """Return one bar for each category that has claims, in the order of the categories."""
    counts: dict[Category, Counter[Verdict]] = {}
    for finding in _groups(report):
        counts.setdefault(finding.claim.category, Counter())[worst(finding)] += 1
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


def worst(finding: Finding) -> Verdict:
    """Return the worst verdict on what a claim requires."""
    verdicts = [item.verdict for item in finding.required]
    return min(verdicts, key=lambda verdict: verdict.rank, default=Verdict.BACKED)


def disclosures(report: Report) -> tuple[Owed, ...]:
    """Return what each matter discloses of what every seller owes."""
    titles = dict(OWED)
    return tuple(
        Owed(title=titles[item.kind], matter=matter.name, assessment=item)
        for matter in report.matters
        for item in owed(matter)
    )


def _groups(report: Report) -> tuple[Finding, ...]:
    held = [finding for finding in report.findings if finding.suppressed is None]
    return each_once(held)
