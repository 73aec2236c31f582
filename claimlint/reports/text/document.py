"""One document on a terminal: its claims in reading order, clauses, notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

from claimlint.amounts import amount
from claimlint.document import Part, ReadStatus
from claimlint.finding import DocumentReport, Finding, Notice, Report
from claimlint.reports.contents.tally import each_once
from claimlint.reports.contents.wording import extent, loss
from claimlint.reports.safe_text import safe
from claimlint.reports.text.claim import ClaimLines
from claimlint.reports.text.screen import Line, hanging
from claimlint.terms import ClauseLabel, DocumentKind, Profile
from claimlint.values.ruling import FAULTS, State

_OF_ONE_CODE = 5


Elsewhere = dict[Hashable, str]
"""In which document a claim was told already: the PDF of a deck says what the deck says."""


def document_lines(
    report: Report,
    document: DocumentReport,
    width: int,
    elsewhere: Elsewhere,
    *,
    full: bool,
    why: bool,
) -> Iterator[Line]:
    """Yield the lines on a document: its claims, clauses and notices.

    What is `elsewhere`, word for word and with the same verdicts, is counted and not told again.
    """
    profile = report.tool.profile
    name = "standard input" if document.path == "-" else safe(document.path)
    yield Line(name, "bold") + Line(f"  {_about(document)}", "dim")
    problems = [(problem.code, loss(problem)) for problem in document.coverage.problems]
    for told in _first_of_each_code(problems, full=full):
        yield hanging(f"  {told}", "yellow")
    if profile is Profile.LEGAL:
        yield from _clauses(document, full=full)
    lines = ClaimLines(report, document.path, width, full=full, why=why)
    yield from _claims(document, lines, elsewhere, profile, full=full)
    let_through = Counter(f.suppressed for f in document.findings if f.suppressed is not None)
    if let_through:
        states = ", ".join(f"{let_through[each]} {each}" for each in State if let_through[each])
        yield hanging(f"  let through: {states} (claimlint suppressions)", "dim")
    for item in document.let_go if why else ():
        by = f' by "{safe(item.decision.words)}"' if item.decision.words else ""
        words = f"«{safe(item.text)}» {item.decision.check}{by} ({item.rule})"
        yield hanging(f"  let go: {item.location.label}: {words}", "dim")
    if profile is not Profile.LEGAL:
        yield from _clauses(document, full=full)
    for told in _first_of_each_code(map(_notice, document.notices), full=full):
        yield hanging(f"  {told}", "dim")
    yield Line("")


def _claims(
    document: DocumentReport,
    lines: ClaimLines,
    elsewhere: Elsewhere,
    profile: Profile,
    *,
    full: bool,
) -> Iterator[Line]:
    unit: tuple[int, int] | None = None
    worded = {""}
    shown = [f for f in document.findings if full or f.suppressed is None]
    twins = Counter() if full else _twins(document, shown, elsewhere)
    if twins:
        shown = [f for f in shown if elsewhere[_story(document, f)] == document.path]
    for finding, again in _folded(shown, full=full):
        here = (finding.claim.passage, finding.claim.offset)
        yield from lines.of(finding, again, same=here == unit)
        worth = profile is Profile.VENDOR and not full and not finding.backed
        if worth and finding.rewrite not in worded:
            yield hanging(f"    could be backed: {finding.rewrite}", "dim")
            worded.add(finding.rewrite)
        unit = here
    for path, count in twins.items():
        told = f"{amount(count, 'claim')} as in {safe(path)}, with the same verdicts"
        yield hanging(f"  {told}: --full", "dim")


def _notice(notice: Notice) -> tuple[str, str]:
    where = f"{notice.location.label}: " if notice.location else ""
    sort = "decision" if notice.code in FAULTS else "note"
    return notice.code, f"{sort}: {where}{safe(notice.message)}"


def _first_of_each_code(told: Iterable[tuple[str, str]], *, full: bool) -> Iterator[str]:
    """Yield the lines with their codes left out; of one code the first, and how many others."""
    seen: Counter[str] = Counter()
    for code, line in told:
        seen[code] += 1
        if full or seen[code] <= _OF_ONE_CODE:
            yield line
    for code, count in seen.items():
        if count > _OF_ONE_CODE and not full:
            yield f"and {count - _OF_ONE_CODE} more like this ({code}): --full"


def _folded(
    findings: Sequence[Finding], *, full: bool
) -> Iterator[tuple[Finding, tuple[str, ...]]]:
    """Yield the findings to show, each with the places of those that it stands for.

    A finding stands for its repeats, and for the cells below it that say the same of other rows.
    """
    alike = {} if full else _alike(findings)
    told: set[str] = set()
    for index, finding in enumerate(findings):
        if finding.fingerprint in told:
            continue
        same = {place for story in _stories(finding) for place in alike.get(story, ())}
        like = [findings[place] for place in sorted(same) if place > index]
        told.update(other.fingerprint for other in like)
        yield finding, tuple(_place(finding, other) for other in like)


def _twins(
    document: DocumentReport, findings: Sequence[Finding], elsewhere: Elsewhere
) -> Counter[str]:
    """Return how many of the claims each document before told; those told here first are noted."""
    first = (elsewhere.setdefault(_story(document, each), document.path) for each in findings)
    return Counter(path for path in first if path != document.path)


def _story(document: DocumentReport, finding: Finding) -> Hashable:
    return document.matter, finding.group, finding.level, _verdicts(finding)


def _alike(findings: Sequence[Finding]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for index, finding in enumerate(findings):
        for story in _stories(finding):
            found.setdefault(story, []).append(index)
    return found


def _stories(finding: Finding) -> Iterator[Hashable]:
    """Yield what a finding has in common with those that say the same: words, or a table's row."""
    yield finding.group
    claim, here = finding.claim, finding.claim.location
    if here.part is Part.TABLE:
        yield here.page, here.slide, here.sheet, claim.category, claim.strength, _verdicts(finding)


def _verdicts(finding: Finding) -> Hashable:
    return tuple((item.kind, item.verdict) for item in finding.required)


def _place(first: Finding, other: Finding) -> str:
    label = other.claim.location.label
    if first.group == other.group:
        return label
    return f"{label.rpartition(', ')[2]} «{safe(other.claim.text)}»"


def _about(document: DocumentReport) -> str:
    if document.status is ReadStatus.UNREADABLE:
        return "could not be read"
    counted = [*filter(None, [extent(document)])]
    counted.append(amount(len(each_once(document.findings)), "claim"))
    if document.clauses:
        counted.append(amount(len(document.clauses), "clause"))
    if document.status is ReadStatus.PARTLY_READ:
        counted.append("partly read")
    return f"{document.kind} · " + " · ".join(counted)


def _clauses(document: DocumentReport, *, full: bool) -> Iterator[Line]:
    if not document.clauses:
        return
    yield Line("  Clauses", "bold")
    absent = []
    for label in ClauseLabel:
        held = [clause for clause in document.clauses if clause.label is label]
        if not held:
            absent.append(str(label))
        else:
            yield hanging(
                f"  {label}: " + "; ".join(dict.fromkeys(clause.place for clause in held)), ""
            )
            for clause in held if full else ():
                yield hanging(f"      {clause.place}: {safe(clause.unit)}", "dim")
    if absent and document.kind is DocumentKind.CONTRACT:
        yield hanging("  not in the contract: " + ", ".join(absent), "dim")
