"""`claimlint annotate`: the original file with the findings in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from claimlint.amounts import amount
from claimlint.cli import output as out
from claimlint.cli.shared_options import CONFIGURED, READING, SharedOptions, offering
from claimlint.errors import WrongCall
from claimlint.machine.paths import is_file, no_file
from claimlint.settings import Settings


@offering("evidence", "kind", *CONFIGURED, *READING, "quiet")
def annotate(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to annotate.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write the annotated copy."),
    ],
    papers: Annotated[
        list[str] | None,
        typer.Argument(metavar="PAPER", help="Further papers of this vendor, for evidence."),
    ] = None,
    *,
    given: SharedOptions,
) -> None:
    """Write a copy of a file with its claims and clauses commented where they stand.

    DOCX gets Word comments, PDF highlights with notes, PPTX review comments and
    lines in the notes, HTML, Markdown and text marks and footnotes. What a clause
    does to claims of the other papers is said at both. The file stays as it is.

    Exit status: 0 written; 2 the call or a rule is wrong; 3 a file could not be read.
    """
    path = Path(file)
    if not is_file(path):
        raise WrongCall(f"{file}: {no_file(path)}; annotate takes one file")
    paths = [file, *(papers or ())]
    out.check_target(output, paths)
    settings = replace(given.settings(context), same_matter=True, stances=True)
    if settings.kind is not None:
        settings = replace(settings, kind=None, kinds=((file, settings.kind),))
    raise typer.Exit(_written(paths, output, settings, quiet=given.quiet))


def _written(paths: list[str], output: Path, settings: Settings, *, quiet: bool) -> int:
    """Write the annotated copy of the first paper and return the exit status."""
    from claimlint.annotate.original import annotated
    from claimlint.annotate.remarks import remarks_of
    from claimlint.cli.progress import watched
    from claimlint.session import run
    from claimlint.steps.status import status_of_reading, unread

    report = watched(run(paths, settings), quiet=quiet)
    document = report.documents[0]
    _same_kind(output, document.format)
    out.tell(unread(report.documents[1:]))
    out.write(annotated(report, document, Path(paths[0]).read_bytes()), output)
    if not quiet:
        count = len(remarks_of(report, document))
        out.say(f"{amount(count, 'remark')} written to {output}")
    return int(status_of_reading(report))


def _same_kind(output: Path, kind: str | None) -> None:
    """Refuse a copy whose name says another format than that of the file, which programs go by."""
    from claimlint.readers.registry import format_of

    told = format_of(output.name)
    if kind is not None and told is not None and told.name != kind:
        raise WrongCall(f"--output {output}: the copy is {kind}, not {told.name}; end it likewise")
