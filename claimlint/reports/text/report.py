"""The report for a terminal or a pipe: claims in reading order, disclosures, questions, answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.amounts import amount, as_many_as_fit
from claimlint.finding import DocumentReport, Report
from claimlint.reports.contents.disclosures import disclosed, lacking, unchecked
from claimlint.reports.contents.tally import Tally, tally
from claimlint.reports.look import Look
from claimlint.reports.safe_text import safe
from claimlint.reports.text.document import Elsewhere, document_lines
from claimlint.reports.text.screen import LEVEL_STYLES, Line, hanging, indented, printed
from claimlint.terms import OWED, DocumentKind, Profile
from claimlint.values.comparison import Relation
from claimlint.values.ruling import FAULTS

_QUESTIONS = 8


def render(report: Report, look: Look) -> str:
    """Return the report as text, in the width, the colours and the fullness that `look` asks for.

    Text from documents is printed without markup, control characters or direction overrides.
    """
    lines = _lines(report, look.shape.width, full=look.full, why=look.why)
    return printed(lines, look.shape)


def _lines(report: Report, width: int, *, full: bool, why: bool) -> Iterator[Line]:
    profile = report.tool.profile
    elsewhere: Elsewhere = {}
    for document in _in_order(report.documents, profile):
        yield from document_lines(report, document, width, elsewhere, full=full, why=why)
    yield from _taken_back(report)
    if not unchecked(report.documents):
        yield from _disclosures(report, full=full)
    yield from _questions(report, full=full)
    yield from _answer(report, width)


def _taken_back(report: Report) -> Iterator[Line]:
    """Yield one line on the sentences that a contract of the same matter takes back or limits."""
    against: dict[tuple[str, int, int], bool] = {}
    way = "claimlint compare"
    for conflict in report.conflicts:
        if conflict.claim_document == conflict.clause_document:
            way = "--format html=FILE"  # Of one archive, compare has nothing to name twice.
        if conflict.kind is not Relation.SUPPORTS:
            claim = conflict.claim
            sentence = (conflict.claim_document, claim.passage, claim.offset)
            against[sentence] = conflict.duty_shift or against.get(sentence, False)
    if not against:
        return
    count, shifted = len(against), sum(against.values())
    told = f"A contract takes back or limits {amount(count, 'sentence')}"
    told += f", {shifted} by leaving the checking to the customer" if shifted else ""
    yield hanging(f"{told}; {way} shows them side by side.", "bold")
    yield Line("")


def _in_order(documents: Sequence[DocumentReport], profile: Profile) -> list[DocumentReport]:
    """Return the documents, for a lawyer the contracts first."""
    last = profile is Profile.LEGAL
    return sorted(documents, key=lambda each: last and each.kind is not DocumentKind.CONTRACT)


def _disclosures(report: Report, *, full: bool) -> Iterator[Line]:
    yield Line("What the papers disclose", "bold")
    for kind, title in OWED.items():
        state, style, shown = disclosed(report, kind)
        yield indented(Line(f"{title}: ") + Line(safe(state), style), 2)
        if shown is not None and shown.missing:
            yield hanging(f"    lacks {lacking(report, shown, most=99 if full else 4)}", "")
        if shown is not None and full:
            yield hanging(f"    {safe(shown.reason)}", "")
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
        yield hanging(f"  [{len(question.claims)}] {question.text}", "")
    more = len(report.questions) - len(shown)
    if more:
        yield Line(f"  and {amount(more, 'question')} more: --full", "dim")
    yield Line("")


def _answer(report: Report, width: int) -> Iterator[Line]:
    found = tally(report)
    why = unchecked(report.documents)
    if why:
        yield Line(f"Nothing was checked: {why}.", "bold")
        if len(found.unread) > 1:
            yield from _unread(found, width)
        yield from _notices(report)
        return
    yield Line(
        f"{amount(found.claims, 'claim')} in {amount(len(report.documents), 'document')}: "
        f"{found.answer}" + (f"; {found.let_through} let through." if found.let_through else "."),
        "bold",
    )
    line = Line("By level: ")
    for place, (level, count) in enumerate(found.levels):
        line += Line(", " if place else "") + Line(f"{count} {level}", LEVEL_STYLES[level])
    yield line + Line(".")
    yield from _undecided(report)
    if found.unread:
        yield from _unread(found, width)
    yield from _notices(report)
    yield Line(
        "Fields, questions, wordings: --full. Verdict, rule, kind: claimlint explain ID.", "dim"
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
    yield hanging(head + as_many_as_fit(names, width - len(head)), "yellow")


def _notices(report: Report) -> Iterator[Line]:
    for notice in report.notices:
        yield hanging(safe(notice.message) + ".", "dim")
