"""How many claims a report holds and how many are backed, counted in one place for all reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from claimlint.document import ReadStatus
from claimlint.finding import DocumentReport, Finding, Report
from claimlint.terms import Level, Verdict


class Tally(Struct, frozen=True, kw_only=True):
    """What the claims come to; the same claim in several documents counts once.

    `partly` are claims of which each kind of evidence is partly found at least, and not all are
    whole. Claims that somebody decided to let through are not among them; `let_through` counts
    those, at every place. `unread` are the documents that were not read, or only in part.
    """

    claims: int
    backed: int
    partly: int
    levels: tuple[tuple[Level, int], ...]
    unread: tuple[str, ...]
    let_through: int = 0

    @property
    def bare(self) -> int:
        """Return how many claims lack some kind of evidence that they need."""
        return self.claims - self.backed - self.partly

    @property
    def answer(self) -> str:
        """Return how many claims are backed, in words; "partly" only where some are."""
        partly = f"{self.partly} partly, " if self.partly else ""
        return f"{self.backed} backed by the evidence found, {partly}{self.bare} not"


def tally(report: Report) -> Tally:
    """Return the counts of a report, its levels from the gravest on."""
    claims = claims_of(report)
    levels = Counter(finding.level for finding in claims)
    return Tally(
        claims=len(claims),
        backed=sum(finding.backed for finding in claims),
        partly=sum(finding.worst is Verdict.PARTLY_BACKED for finding in claims),
        levels=tuple((level, levels[level]) for level in Level),
        unread=tuple(d.path for d in report.documents if d.status is not ReadStatus.READ),
        let_through=sum(finding.suppressed is not None for finding in report.findings),
    )


def claims_of(report: Report) -> tuple[Finding, ...]:
    """Return one finding for each claim that nobody let through."""
    return each_once(finding for finding in report.findings if finding.suppressed is None)


def each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return one finding for each claim, in the order in which the claims first stand.

    Of a claim that several documents make, that is the gravest, and the first of equals: evidence
    never crosses vendors, so what one vendor's papers back may be bare in another's.
    """
    gravest: dict[str, Finding] = {}
    for finding in findings:
        known = gravest.setdefault(finding.group, finding)
        if _gravity(finding) < _gravity(known):
            gravest[finding.group] = finding
    return tuple(gravest.values())


def unbacked(report: Report) -> list[tuple[DocumentReport, Finding]]:
    """Return the findings that lack evidence, each with its document, the gravest first."""
    pairs = [(each, finding) for each in report.documents for finding in each.findings]
    lacking = (pair for pair in pairs if not pair[1].backed)
    return sorted(lacking, key=lambda pair: pair[1].level.rank)


def _gravity(finding: Finding) -> tuple[int, int]:
    """Return what sorts findings from the gravest on: the level, then the worst verdict."""
    return finding.level.rank, finding.worst.rank
