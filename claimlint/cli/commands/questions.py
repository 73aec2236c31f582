"""`claimlint questions`: the questionnaire for the vendor."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from claimlint.cli import options
from claimlint.cli import output as out
from claimlint.cli.shared_options import CONFIGURED, READING, SharedOptions, offering
from claimlint.errors import WrongCall
from claimlint.finding import Report
from claimlint.settings import Settings

_DAYS = 14


@offering("evidence", "same_matter", *CONFIGURED, *READING, "quiet")
def questions(
    context: typer.Context,
    paths: options.Paths,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write it; .xlsx, .docx or .csv says what.",
        ),
    ],
    due: Annotated[
        str | None,
        typer.Option(
            metavar="DAY", help="When answers are due (YYYY-MM-DD); 14 days from today if not said."
        ),
    ] = None,
    owner: Annotated[
        str, typer.Option(metavar="NAME", help="Who is to answer, on every question.")
    ] = "",
    *,
    given: SharedOptions,
) -> None:
    """Write the questionnaire for a vendor: what its claims still lack, field by field.

    One question for each kind of evidence and task, with the claims that it settles, in a workbook
    (.xlsx), a Word document (.docx) or CSV. `claimlint answers` reads it back. The four
    disclosures that every seller owes are asked for whatever the papers claim.

    Exit status: 0 written; 2 the call or a rule is wrong; 3 a file could not be read (the
    questionnaire is made from the others).
    """
    from claimlint.cli.progress import report_on
    from claimlint.steps.status import status_of_reading

    check_form(output)
    out.check_target(output, paths)
    settings = given.settings(context)
    told = (due_day(due, settings.today), owner)
    report = report_on(paths, settings, quiet=given.quiet)
    words = _written(report, settings, told, output)
    if not given.quiet:
        out.say(words)
    raise typer.Exit(int(status_of_reading(report)))


def _written(report: Report, settings: Settings, told: tuple[str, str], output: Path) -> str:
    """Write the questionnaire on a report and return what was written, in words."""
    from claimlint.questionnaire.build import build
    from claimlint.questionnaire.forms import render
    from claimlint.questionnaire.wording import subject
    from claimlint.session import library

    asked = build(report, library(settings)[1], due=told[0], owner=told[1])
    if not asked.items:
        return f"nothing to ask: {output.as_posix()} is not written"
    out.write(render(asked, output.suffix.lower()), output)
    return f"wrote {output.as_posix()}: {subject(asked)}, due {told[0]}"


def check_form(path: Path) -> None:
    """Refuse a suffix that no form of a questionnaire has.

    Raises:
        WrongCall: another suffix than .xlsx, .docx or .csv.
    """
    from claimlint.questionnaire.forms import SUFFIXES

    if path.suffix.lower() not in SUFFIXES:
        raise WrongCall(f"--output {path}: a questionnaire ends in {', '.join(SUFFIXES)}")


def due_day(text: str | None, today: date) -> str:
    """Return the day on which answers are due, in ISO form.

    Raises:
        WrongCall: not a day in the form YYYY-MM-DD.
    """
    if text is None:
        return (today + timedelta(days=_DAYS)).isoformat()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise WrongCall(f"--due: {text!r} is no day; write it as 2026-12-07") from None
