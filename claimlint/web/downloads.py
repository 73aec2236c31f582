"""Everything that can be taken away from the desk: the reports, forms and annotated files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from claimlint.annotate.original import FORMATS, annotated
from claimlint.document import ReadStatus
from claimlint.errors import WrongCall
from claimlint.finding import DocumentReport
from claimlint.label import html as label_html
from claimlint.label import json_label
from claimlint.label import markdown as label_markdown
from claimlint.label.build import labels
from claimlint.questionnaire import forms
from claimlint.questionnaire.build import build
from claimlint.questionnaire.statement import dossier_of
from claimlint.reports.look import Look
from claimlint.reports.registry import CHECK, COMPARE, format_named
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
_COMPARED = (("html", "Promise and contract side by side"),)
_LABELS = (
    ("html", "The disclosure label, prints on one page"),
    ("md", "The disclosure label as Markdown"),
    ("json", "The disclosure label as JSON"),
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
    return (
        *_questions(result),
        *_reports(result),
        *_labels(result),
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


def _reports(result: CheckResult) -> Iterator[Download]:
    look = Look(full=True, pictures=result.pictures)
    for stem, form, title in _REPORTS:
        made = format_named(form, CHECK)
        yield Download(
            f"{stem}{made.suffix}",
            title,
            "Reports",
            lambda made=made: made.render(result.report, look),  # type: ignore[misc]
        )
    for form, title in _COMPARED if result.report.conflicts else ():
        made = format_named(form, COMPARE)
        yield Download(
            f"compared-{form}{made.suffix}",
            title,
            "Promise and contract",
            lambda made=made: made.render(result.report, look),  # type: ignore[misc]
        )


def _labels(result: CheckResult) -> Iterator[Download]:
    drawn = {"html": label_html.render, "md": label_markdown.render, "json": json_label.render}
    for form, title in _LABELS:
        yield Download(
            f"label.{form}",
            title,
            "Label",
            lambda make=drawn[form]: make(labels(result.report)),  # type: ignore[misc]
        )


def _questions(result: CheckResult) -> Iterator[Download]:
    due = (date.fromisoformat(result.report.tool.today) + timedelta(_DUE_DAYS)).isoformat()
    asked = build(result.report, result.catalogue, due=due)
    for suffix, title in _QUESTIONS if asked.items else ():
        yield Download(
            f"questions{suffix}",
            title,
            "Questions",
            lambda suffix=suffix: forms.render(asked, suffix),  # type: ignore[misc]
        )
    found = result.answers
    if found is None:
        return
    items = tuple(replace(item, due=due) for item in found.next.items)
    if items:
        yield Download(
            "next-questions.xlsx",
            "What is still to ask, a workbook",
            "Questions",
            lambda: forms.render(replace(found.next, items=items), ".xlsx"),
        )
    yield Download(
        "answers.evidence.yaml",
        "The answers as a dossier of evidence",
        "Questions",
        lambda: dossier_of(found.disclosures, found.review.asked, found.review.today),
    )


def _annotated(result: CheckResult) -> Iterator[Download]:
    for number, document in enumerate(result.report.documents, start=1):
        if document.format not in FORMATS or document.status is ReadStatus.UNREADABLE:
            continue
        path = PurePosixPath(document.path)
        yield Download(
            f"{path.stem}.annotated-{number}{path.suffix}",
            f"{document.path} with its claims commented",
            "Annotated papers",
            lambda document=document: _with_remarks(result, document),  # type: ignore[misc]
        )


def _with_remarks(result: CheckResult, document: DocumentReport) -> bytes:
    try:
        data = Path(document.path).read_bytes()
    except OSError as error:
        raise WrongCall(f"{document.path}: is no longer on the desk") from error
    return annotated(result.report, document, data)
