"""The report for a terminal or a pipe: claims in reading order, disclosures, questions, answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from claimlint.amounts import amount, as_many_as_fit
from claimlint.document import Part, ReadStatus
from claimlint.finding import DocumentReport, Finding, Report
from claimlint.reports.disclosures import OWED, disclosed, lacking
from claimlint.reports.look import Shape
from claimlint.reports.safe_text import safe
from claimlint.reports.screen import LEVEL_STYLES, Line, indented, printed
from claimlint.reports.tally import Tally, each_once, tally
from claimlint.reports.terminal_claim import Told, claim_lines
from claimlint.reports.wording import loss
from claimlint.terms import ClauseLabel, DocumentKind, Profile
from claimlint.values.comparison import Relation
from claimlint.values.ruling import FAULTS, State

_QUESTIONS = 8


def render(report: Report, *, shape: Shape, full: bool = False, why: bool = False) -> str:
    """Return the report as text. `full` adds all fields, questions and wordings.

    Text from documents is printed without markup, control characters or direction overrides.
    """
    return printed(_lines(report, shape.width, full=full, why=why), shape)


def _lines(report: Report, width: int, *, full: bool, why: bool) -> Iterator[Line]:
    profile = report.tool.profile
    for document in _in_order(report.documents, profile):
        yield from _document(document, profile, width, full=full, why=why)
    yield from _taken_back(report)
    if not _nothing_read(report):
        yield from _disclosures(report, full=full)
    yield from _questions(report, full=full)
    yield from _answer(report, width)


def _taken_back(report: Report) -> Iterator[Line]:
    """Yield one line on the sentences that a contract of the same matter takes back or limits."""
    against: dict[tuple[str, int, int], bool] = {}
    for conflict in report.conflicts:
        if conflict.kind is not Relation.SUPPORTS:
            claim = conflict.claim
            sentence = (conflict.claim_document, claim.passage, claim.offset)
            against[sentence] = conflict.duty_shift or against.get(sentence, False)
    if not against:
        return
    count, shifted = len(against), sum(against.values())
    told = f"A contract takes back or limits {amount(count, 'sentence')}"
    told += f", {shifted} by leaving the checking to the customer" if shifted else ""
    yield _hanging(f"{told}; claimlint compare shows them side by side.", "bold")
    yield Line("")


def _nothing_read(report: Report) -> bool:
    """Tell whether there were documents and none could be read: silence then says nothing."""
    unread = [document.status is ReadStatus.UNREADABLE for document in report.documents]
    return bool(unread) and all(unread)


def _in_order(documents: Sequence[DocumentReport], profile: Profile) -> list[DocumentReport]:
    """Return the documents, for a lawyer the contracts first."""
    last = profile is Profile.LEGAL
    return sorted(documents, key=lambda each: last and each.kind is not DocumentKind.CONTRACT)


def _document(
    document: DocumentReport, profile: Profile, width: int, *, full: bool, why: bool
) -> Iterator[Line]:
    name = "standard input" if document.path == "-" else safe(document.path)
    yield Line(name, "bold") + Line(f"  {_about(document)}", "dim")
    for problem in document.coverage.problems:
        yield _hanging(f"  {loss(problem)}", "yellow")
    if profile is Profile.LEGAL:
        yield from _clauses(document, full=full)
    unit: tuple[int, int] | None = None
    worded = {""}
    told: Told = {}
    shown = [f for f in document.findings if full or f.suppressed is None]
    for finding, again in _folded(shown, full=full):
        here = (finding.claim.passage, finding.claim.offset)
        yield from claim_lines(
            finding,
            width,
            paper=document.path,
            again=again,
            same=here == unit,
            full=full,
            why=why,
            told=told,
        )
        if profile is Profile.VENDOR and not full and finding.rewrite not in worded:
            yield _hanging(f"    could be backed: {finding.rewrite}", "dim")
        worded.add(finding.rewrite)
        unit = here
    let_through = Counter(f.suppressed for f in document.findings if f.suppressed is not None)
    if let_through:
        states = ", ".join(f"{let_through[each]} {each}" for each in State if let_through[each])
        yield _hanging(f"  let through: {states} (claimlint suppressions)", "dim")
    for item in document.let_go if why else ():
        by = f' by "{safe(item.decision.words)}"' if item.decision.words else ""
        words = f"«{safe(item.text)}» {item.decision.check}{by} ({item.rule})"
        yield _hanging(f"  let go: {item.location.label}: {words}", "dim")
    if profile is not Profile.LEGAL:
        yield from _clauses(document, full=full)
    for notice in document.notices:
        where = f"{notice.location.label}: " if notice.location else ""
        sort = "decision" if notice.code in FAULTS else "note"
        yield _hanging(f"  {sort}: {where}{safe(notice.message)}", "dim")
    yield Line("")


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
        verdicts = tuple((item.kind, item.verdict) for item in finding.required)
        yield here.page, here.slide, here.sheet, claim.category, claim.strength, verdicts


def _place(first: Finding, other: Finding) -> str:
    label = other.claim.location.label
    if first.group == other.group:
        return label
    return f"{label.rpartition(', ')[2]} «{safe(other.claim.text)}»"


def _about(document: DocumentReport) -> str:
    if document.status is ReadStatus.UNREADABLE:
        return "could not be read"
    pages = document.coverage.pages
    unit = {"pptx": "slide", "odp": "slide", "xlsx": "sheet"}.get(document.format, "page")
    counted = [amount(pages, unit)] if pages else []
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
    for label in ClauseLabel:
        held = [clause for clause in document.clauses if clause.label is label]
        if held:
            yield _hanging(
                f"  {label}: " + "; ".join(dict.fromkeys(clause.place for clause in held)), ""
            )
            for clause in held if full else ():
                yield _hanging(f"      {clause.place}: {safe(clause.unit)}", "dim")
    absent = [str(label) for label in ClauseLabel if label not in _labels(document)]
    if absent and document.kind is DocumentKind.CONTRACT:
        yield _hanging("  not in the contract: " + ", ".join(absent), "dim")


def _labels(document: DocumentReport) -> set[ClauseLabel]:
    return {clause.label for clause in document.clauses}


def _disclosures(report: Report, *, full: bool) -> Iterator[Line]:
    yield Line("What the papers disclose", "bold")
    for kind, title in OWED:
        state, style, shown = disclosed(report, kind)
        yield indented(Line(f"{title}: ") + Line(safe(state), style), 2)
        if shown is not None and shown.missing:
            yield _hanging(f"    lacks {lacking(report, shown, most=99 if full else 4)}", "")
        if shown is not None and full:
            yield _hanging(f"    {safe(shown.reason)}", "")
    yield Line("")


def _questions(report: Report, *, full: bool) -> Iterator[Line]:
    if not report.questions:
        return
    asked = (
        "What a buyer asks" if report.tool.profile is Profile.VENDOR else "What to ask the vendor"
    )
    yield Line(f"{asked} (in brackets: how many claims the answer settles)", "bold")
    shown = report.questions if full else report.questions[:_QUESTIONS]
    for question in shown:
        yield _hanging(f"  [{len(question.claims)}] {question.text}", "")
    more = len(report.questions) - len(shown)
    if more:
        yield Line(f"  and {amount(more, 'question')} more: --full", "dim")
    yield Line("")


def _answer(report: Report, width: int) -> Iterator[Line]:
    found = tally(report)
    if _nothing_read(report):
        yield Line("Nothing was checked: no document could be read.", "bold")
        if len(found.unread) > 1:
            yield from _unread(found, width)
        yield from _told(report)
        return
    yield Line(
        f"{amount(found.claims, 'claim')} in {amount(len(report.documents), 'document')}: "
        f"{found.backed} backed by the evidence found, {found.claims - found.backed} not"
        + (f"; {found.let_through} let through." if found.let_through else "."),
        "bold",
    )
    line = Line("By level: ")
    for place, (level, count) in enumerate(found.levels):
        line += Line(", " if place else "") + Line(f"{count} {level}", LEVEL_STYLES[level])
    yield line + Line(".")
    yield from _undecided(report)
    if found.unread:
        yield from _unread(found, width)
    yield from _told(report)
    yield Line(
        "Fields, questions, wordings: --full. A category or rule: claimlint explain ID.", "dim"
    )


def _undecided(report: Report) -> Iterator[Line]:
    """Yield how many decisions do not hold, where the run obeys decisions and so fails."""
    notices = (*report.notices, *(each for d in report.documents for each in d.notices))
    count = sum(notice.code in FAULTS for notice in notices)
    if count and report.tool.profile.obeys_documents:
        verb = "does" if count == 1 else "do"
        yield Line(f"{amount(count, 'decision')} {verb} not hold: the run fails.", "yellow")


def _unread(found: Tally, width: int) -> Iterator[Line]:
    head = "Not read, or only in part: "
    names = [safe(path) for path in found.unread]
    yield _hanging(head + as_many_as_fit(names, width - len(head)), "yellow")


def _told(report: Report) -> Iterator[Line]:
    for notice in report.notices:
        yield _hanging(safe(notice.message) + ".", "dim")


def _hanging(text: str, style: str) -> Line:
    """Return a line whose continuation stands under its first word."""
    body = text.lstrip()
    return indented(Line(body, style), len(text) - len(body))
