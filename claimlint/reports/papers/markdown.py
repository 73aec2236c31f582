"""The report as Markdown: verdict, disclosures, claims by document, questions."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.finding import DocumentReport, Finding, Report
from claimlint.office.word_document import Text, Words
from claimlint.reports.contents.disclosures import asks_of
from claimlint.reports.contents.distinct_claims import marked, titles_of
from claimlint.reports.look import Look
from claimlint.reports.papers.blocks import Block, Bullets, Heading, Para, Table, in_markdown
from claimlint.reports.papers.parts import clauses, conflicts, disclosures, paper_rows, verdict
from claimlint.terms import Verdict


def render(report: Report, look: Look) -> str:
    """Return the report as Markdown; `full` adds the fields, the questions and the wordings.

    Texts of documents are escaped: none can act as markup, as a link or as HTML.
    """
    return in_markdown(_blocks(report, full=look.full))


def _blocks(report: Report, *, full: bool) -> Iterator[Block]:
    yield Heading("Claims and their evidence", 0)
    yield from verdict(report)
    yield Heading("What the papers disclose")
    yield disclosures(report)
    for document in report.documents:
        yield from _document(document, report, full=full)
    yield from conflicts(report)
    yield from clauses(report)
    if report.questions:
        yield Heading("What to ask the vendor")
        yield Bullets(
            tuple(
                f"{question.text} (settles {len(question.claims)})" for question in report.questions
            ),
            numbered=True,
        )
    yield Heading("What was read")
    yield Table(("Paper", "Read", "Claims"), paper_rows(report), (4, 3, 1))
    notices = [notice.message for notice in report.notices]
    if notices:
        yield Bullets(tuple(notices))


def _document(document: DocumentReport, report: Report, *, full: bool) -> Iterator[Block]:
    if not document.findings:
        return
    yield Heading(document.path)
    seen: set[str] = set()
    for finding in document.findings:
        if finding.group in seen and not full:
            continue
        seen.add(finding.group)
        yield from _finding(finding, report, full=full)


def _finding(finding: Finding, report: Report, *, full: bool) -> Iterator[Block]:
    claim = finding.claim
    aspect = f"/{claim.aspect}" if claim.aspect else ""
    again = f", {finding.repeats} more times in this paper" if finding.repeats else ""
    state = f", suppressed ({finding.suppressed})" if finding.suppressed else ""
    yield Heading(
        f"{claim.location.label}: {finding.level}, {claim.category}{aspect}, "
        f"{claim.grade}{again}{state}",
        2,
    )
    yield Para(marked(finding, around=400))
    titles = titles_of(report)
    yield Bullets(tuple(_verdicts(finding, report, titles, full=full)))
    if full and not finding.backed:
        yield Para((Words("Ask: ", bold=True), finding.question))
        yield Para((Words("Could be backed: ", bold=True), finding.rewrite))


def _verdicts(
    finding: Finding, report: Report, titles: dict[str, str], *, full: bool
) -> Iterator[Text]:
    for item in finding.evidence if full else finding.required:
        need = "" if item.required else " (recommended)"
        head = Words(item.verdict.words, bold=True)
        kind = f": {titles.get(item.kind, item.kind)}{need}"
        silent = item.verdict is Verdict.BARE and not item.found
        why = "" if silent or not item.reason else f" ({item.reason})"
        lacks = asks_of(report, item.kind, item.missing) if full and item.missing else ()
        yield (head, kind, why, f". Missing: {'; '.join(lacks)}" if lacks else "")
