"""Annotations and the job summary of GitHub Actions.

Source: GitHub's documentation of workflow commands; its escapes are those of `_data` and `_value`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claimlint.amounts import amount
from claimlint.finding import Report
from claimlint.reports.contents.tally import claims_of, tally, unbacked
from claimlint.reports.contents.wording import lacking, sentence
from claimlint.reports.look import Look
from claimlint.reports.safe_text import safe
from claimlint.reports.tools.decision_faults import decision_faults
from claimlint.reports.tools.file_places import all_spots
from claimlint.reports.uris import relative
from claimlint.terms import Level

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_ROWS = 50
"""How many of a sort the summary lists: GitHub drops one of more than 1 MiB as a whole."""
_MARKUP = frozenset("\\`*_[]<>|#!&@~:")


def commands(report: Report, look: Look) -> str:
    """Return one workflow command a finding, the gravest first, and one a file not read.

    GitHub shows ten of each level a step, so that the order matters. What is backed or let
    through is left out.
    """
    lines = [*_unread(report, look), *_findings(report, look), *_faults(report, look)]
    return "".join(f"{line}\n" for line in lines)


def summary(report: Report, look: Look) -> str:
    """Return the job summary in Markdown: the answer, then the gravest claims in a table."""
    pairs = [pair for pair in unbacked(report) if pair[1].suppressed is None]
    found = tally(report)
    levels = Counter(finding.level for finding in claims_of(report) if not finding.backed)
    told = ", ".join(f"{levels[level]} {level}" for level in Level)
    lines = [
        "### claimlint",
        "",
        f"{amount(found.claims - found.backed, 'claim')} without the evidence needed ({told}), "
        f"{found.backed} backed, {found.let_through} let through, "
        f"in {amount(len(report.documents), 'document')}.",
    ]
    faults = (f"{fault.path}, {fault.message}" for fault in decision_faults(report, look.folder))
    lines += _listed("Not read, or only in part", tuple(found.unread))
    lines += _listed("Decision", tuple(faults))
    if pairs:
        lines += ["", "| level | where | claim | evidence |", "|---|---|---|---|"]
    for document, finding in pairs[:_ROWS]:
        place = f"{relative(document.path, look.folder)}, {finding.claim.location.label}"
        cells = (finding.level, place, finding.claim.text, lacking(finding))
        lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    if len(pairs) > _ROWS:
        lines += ["", f"and {len(pairs) - _ROWS} more"]
    return "\n".join(lines) + "\n"


def _listed(head: str, told: Sequence[str]) -> Iterator[str]:
    for each in told[:_ROWS]:
        yield from ("", f"{head}: {_cell(each)}")
    if len(told) > _ROWS:
        yield from ("", f"{head}: {len(told) - _ROWS} more")


def _findings(report: Report, look: Look) -> Iterator[str]:
    found = sorted(all_spots(report, look), key=lambda s: s.finding.level.rank)
    for spot in found:
        place = spot.finding.claim.location
        where = {"file": spot.path}
        if spot.line is not None:
            where |= {"line": str(spot.line), "endLine": str(spot.end_line)}
            # A column holds on one line only, and in the document only.
            if spot.line == spot.end_line == place.end_line and place.column is not None:
                where["col"] = str(place.column)
        where["title"] = f"{spot.finding.claim.rule} ({place.label})"
        yield _command(_COMMANDS[spot.finding.level], where, sentence(spot.finding))


def _unread(report: Report, look: Look) -> Iterator[str]:
    for document in report.documents:
        for problem in document.coverage.problems:
            if problem.fatal:
                where = {"file": relative(document.path, look.folder), "title": "not read"}
                yield _command("error", where, problem.message)


def _faults(report: Report, look: Look) -> Iterator[str]:
    for fault in decision_faults(report, look.folder):
        where = {"file": fault.path, "title": fault.code}
        if fault.line is not None:
            where["line"] = str(fault.line)
        yield _command("warning", where, fault.message)


def _command(name: str, values: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_value(value)}" for key, value in values.items())
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    return safe(text).replace("%", "%25")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """Return text for a cell of a Markdown table, without markup of its own."""
    return "".join(f"&#{ord(char)};" if char in _MARKUP else char for char in safe(text))
