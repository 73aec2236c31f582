"""`claimlint answers`: what a vendor's answers amount to, and what is still to ask."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from claimlint.amounts import amount
from claimlint.cli import options
from claimlint.cli import output as out
from claimlint.cli.commands.questions import check_form, due_day
from claimlint.cli.shared_options import CONFIGURED, SharedOptions, offering
from claimlint.errors import Status, WrongCall

if TYPE_CHECKING:
    from claimlint.answering import Answers


@offering("evidence", "exit_zero", *CONFIGURED, "model", "rules", "limit", "quiet")
def answers(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="The questionnaire that came back (.xlsx, .docx, .csv); further rounds after it.",
            show_default=False,
        ),
    ],
    papers: Annotated[
        list[str] | None,
        typer.Option(
            "--check",
            metavar="PATH",
            help="Check these papers again, with the answers (repeatable).",
        ),
    ] = None,
    layout: options.Layout = options.TextOrJson.TEXT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the next questionnaire to this file (.xlsx, .docx or .csv).",
        ),
    ] = None,
    dossier: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write the answers, and what the papers showed, as an evidence dossier (.yaml).",
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="List answered fields too.")] = False,
    due: Annotated[
        str | None, typer.Option(metavar="DAY", help="When the next answers are due (YYYY-MM-DD).")
    ] = None,
    *,
    given: SharedOptions,
) -> None:
    """Judge a vendor's answers field by field, and write the next questionnaire.

    Each question ends closed, partial, open or contradicted. An answer counts as evidence of the
    vendor's own, with --check beside what the papers hold, else for the claims that the form lists.

    Exit status: 0 every question is closed; 1 some are not; 2 the call or a rule is wrong;
    3 a file could not be read.
    """
    from claimlint.answering import answers as judged
    from claimlint.steps.status import unread

    _check(output, dossier, [*files, *(papers or ())])
    if given.evidence and not papers:
        raise WrongCall("--evidence: counts beside papers; name them with --check")
    call = replace(given.call(), same_matter=len(papers or ()) > 1)
    wanted = due_day(due, call.today)
    settings = given.laid_over(call, context)
    found = judged(files, settings, papers or ())
    lost = unread(found.report.documents)
    out.tell(lost)
    told = _written(found, output, dossier, wanted)
    _show(found, layout, () if given.quiet else told, full=full)
    open_ones = Status.FINDINGS if not (found.review.closed or given.exit_zero) else Status.CLEAN
    raise typer.Exit(int(Status.worst(open_ones, Status.UNREADABLE if lost else Status.CLEAN)))


def _show(found: Answers, layout: options.TextOrJson, told: Sequence[str], *, full: bool) -> None:
    from claimlint.questionnaire import review_json, review_text

    if layout is options.TextOrJson.JSON:
        out.write(review_json.render(found.review), None)
        return
    out.write(review_text.render(found.review, width=out.shape(None).width, full=full), None)
    for words in told:
        out.say(words)


def _check(output: Path | None, dossier: Path | None, inputs: list[str]) -> None:
    for target in (output, dossier):
        out.check_target(target, inputs)
    if output is not None:
        check_form(output)
    if dossier is not None and dossier.suffix.lower() not in (".yaml", ".yml"):
        raise WrongCall(f"--dossier {dossier}: a dossier ends in .yaml")


def _written(
    found: Answers, output: Path | None, dossier: Path | None, due: str
) -> tuple[str, ...]:
    """Write what the call asks for and return what was written, in words."""
    from claimlint.questionnaire.forms import render
    from claimlint.questionnaire.statement import dossier_of

    told = []
    if output is not None and not found.next.items:
        told.append(f"nothing is left to ask: {output.as_posix()} is not written")
    elif output is not None:
        out.write(render(found.next.due(due), output.suffix.lower()), output)
        asked = amount(len(found.next.items), "question")
        told.append(f"wrote {output.as_posix()}: {asked}, due {due}")
    if dossier is not None:
        text = dossier_of(found.disclosures, found.review.asked, found.review.today)
        out.write(text, dossier)
        entries = amount(len(found.disclosures), "question")
        told.append(f"wrote {dossier.as_posix()}: what is shown on {entries}")
    return tuple(told)
