"""Everything that can be taken away from the desk: the reports, forms and annotated files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path, PurePosixPath

from msgspec import Struct

from claimlint.annotate.original import FORMATS, annotated
from claimlint.document import ReadStatus
from claimlint.errors import WrongCall
from claimlint.finding import DocumentReport
from claimlint.questionnaire import forms
from claimlint.questionnaire.build import build
from claimlint.questionnaire.statement import dossier_of
from claimlint.reports.look import Look
from claimlint.reports.registry import CHECK, COMPARE, LABEL, Family, format_named
from claimlint.web.check_runner import CheckResult

_DUE_DAYS = 14
_REPORTS = (
    ("report", "html", "The whole report, one page for the browser"),
    ("report", "csv", "The claims as a table"),
    ("brief", "brief", "A brief of one page, for Word"),
    ("memo", "memo", "A memo for counsel, for Word"),
    ("rewrite", "rewrite", "Wordings that could be backed, for Word"),
    ("report", "markdown", "The report as Markdown"),
    ("report", "json", "The report as JSON"),
    ("report", "sarif", "SARIF, for code scanning"),
)
_COMPARED = (("compared-html", "html", "Promise and contract side by side"),)
_LABELS = (
    ("label", "html", "The disclosure label, prints on one page"),
    ("label", "markdown", "The disclosure label as Markdown"),
    ("label", "json", "The disclosure label as JSON"),
)
_QUESTIONS = (
    (".xlsx", "Questionnaire for the vendor, a workbook"),
    (".docx", "Questionnaire for the vendor, for Word"),
    (".csv", "Questionnaire for the vendor as CSV"),
)


class Download(Struct, frozen=True):
    """One file to take away: its name, what it is, its group, and how it is made."""

    name: str
    title: str
    group: str
    make: Callable[[], str | bytes]


def downloads(result: CheckResult, rest: Callable[[], str]) -> tuple[Download, ...]:
    """Return what a result can be taken away as; `rest` dumps the decisions of the matter.

    Nothing is made yet: a download is made when somebody asks for it.
    """
    compared = _COMPARED if result.report.conflicts else ()
    return (
        *_questions(result),
        *_reports(result, "Reports", CHECK, _REPORTS),
        *_reports(result, "Promise and contract", COMPARE, compared),
        *_reports(result, "Label", LABEL, _LABELS),
        *_annotated(result),
        Download("decisions.json", "Decisions, assignments and notes", "Decisions", rest),
    )


def download(found: tuple[Download, ...], name: str) -> Download:
    """Return the download of that name.

    Raises:
        WrongCall: there is none.
    """
    for each in found:
        if each.name == name:
            return each
    raise WrongCall(f"there is nothing called {name!r} to download")


def _reports(
    result: CheckResult, group: str, family: Family, offered: Sequence[tuple[str, str, str]]
) -> Iterator[Download]:
    look = Look(full=True, pictures=result.pictures)
    for stem, form, title in offered:
        made = format_named(form, family)
        make = partial(made.render, result.report, look)
        yield Download(f"{stem}{made.suffix}", title, group, make)


def _questions(result: CheckResult) -> Iterator[Download]:
    due = (date.fromisoformat(result.report.tool.today) + timedelta(_DUE_DAYS)).isoformat()
    asked = build(result.report, result.catalogue, due=due)
    for suffix, title in _QUESTIONS if asked.items else ():
        make = partial(forms.render, asked, suffix)
        yield Download(f"questions{suffix}", title, "Questions", make)
    found = result.answers
    if found is None:
        return
    if found.next.items:
        title = "What is still to ask, a workbook"
        make = partial(forms.render, found.next.due(due), ".xlsx")
        yield Download("next-questions.xlsx", title, "Questions", make)
    title = "The answers as a dossier of evidence"
    stated = partial(dossier_of, found.disclosures, found.review.asked, found.review.today)
    yield Download("answers.evidence.yaml", title, "Questions", stated)


def _annotated(result: CheckResult) -> Iterator[Download]:
    for number, document in enumerate(result.report.documents, start=1):
        if document.format not in FORMATS or document.status is ReadStatus.UNREADABLE:
            continue
        path = PurePosixPath(document.path)
        name = f"{path.stem}.annotated-{number}{path.suffix}"
        title = f"{document.path} with its claims commented"
        yield Download(name, title, "Annotated papers", partial(_with_remarks, result, document))


def _with_remarks(result: CheckResult, document: DocumentReport) -> bytes:
    try:
        data = Path(document.path).read_bytes()
    except OSError as error:
        raise WrongCall(f"{document.path}: is no longer on the desk") from error
    return annotated(result.report, document, data)
