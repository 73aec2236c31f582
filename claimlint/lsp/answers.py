"""What the server says of a text: diagnostics, hovers, actions. Columns count code points here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from lsprotocol import types

from claimlint.document import Location, Part, ProblemCode
from claimlint.finding import Finding, Notice
from claimlint.lsp.checker import Checked
from claimlint.readers.html.tokens import Open, tokens
from claimlint.readers.markdown.jsx import tags_of_html
from claimlint.regex import regex
from claimlint.reports.contents.wording import headline, lacking, sentence
from claimlint.reports.safe_text import safe
from claimlint.terms import Level, Verdict
from claimlint.values.notice_codes import NoticeCode
from claimlint.values.ruling import FAULTS

SOURCE = "claimlint"
_SEVERITY = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.NOTE: types.DiagnosticSeverity.Information,
}
_TOLD = (*FAULTS, NoticeCode.SUPPRESSION_IN_INPUT)
_UNWRITTEN = (ProblemCode.EMPTY, ProblemCode.NO_TEXT)
"""Somebody who has just begun to write knows it."""
_HOLDS = timedelta(days=90)
_TAG = regex(r"^[ \t]*(?=<[A-Za-z])", re.MULTILINE)
_MARKUP = frozenset("\\`*_[]<>|#!&~")


def diagnostics(checked: Checked) -> Iterator[types.Diagnostic]:
    """Yield a diagnostic for each claim that lacks evidence, and for each notice to act on."""
    for finding in open_findings(checked):
        yield types.Diagnostic(
            range=_range_of(finding.claim.location),
            severity=_SEVERITY[finding.level],
            code=finding.claim.rule,
            source=SOURCE,
            message=sentence(finding),
            data={"fingerprint": finding.fingerprint},
        )
    for notice in checked.document.notices:
        if notice.code in _TOLD:
            yield _of_notice(notice)
    for problem in checked.document.coverage.problems:
        if problem.code in _UNWRITTEN:
            continue
        place = problem.location or Location(label="", line=1, column=1)
        yield types.Diagnostic(
            range=_range_of(place),
            severity=types.DiagnosticSeverity.Information,
            code=str(problem.code),
            source=SOURCE,
            message=safe(problem.message),
        )


def not_checked(message: str) -> types.Diagnostic:
    """Return what is said of a text that cannot be checked."""
    return types.Diagnostic(
        range=_range_of(Location(label="", line=1, column=1)),
        severity=types.DiagnosticSeverity.Error,
        source=SOURCE,
        message=f"not checked: {message}",
    )


def hover(checked: Checked, position: types.Position) -> types.Hover | None:
    """Return what stands at a position: the claim, why it matters, the evidence that it needs."""
    found = [
        finding
        for finding in checked.document.findings
        if _holds(_range_of(finding.claim.location), position)
    ]
    if not found:
        return None
    told = "\n\n---\n\n".join(_page(finding, checked) for finding in found)
    content = types.MarkupContent(kind=types.MarkupKind.Markdown, value=told)
    return types.Hover(contents=content, range=_range_of(found[0].claim.location))


def actions(
    checked: Checked, asked: types.Range, uri: str, lines: list[str]
) -> Iterator[types.CodeAction]:
    """Yield what can be done about the claims in a range: reword, and for a vendor, ignore."""
    for finding in open_findings(checked):
        place = _range_of(finding.claim.location)
        if not (_before(place.start, asked.end) and _before(asked.start, place.end)):
            continue
        if finding.rewrite:
            edit = types.TextEdit(range=_unit_range(finding, checked), new_text=finding.rewrite)
            yield _action("Replace with wording that could be backed", finding, uri, edit)
        if checked.settings.profile.obeys_documents and not _in_settings(finding, checked):
            edit = _ignore(finding, checked, lines)
            yield _action(f"Ignore {finding.claim.rule} here, with a reason", finding, uri, edit)


def open_findings(checked: Checked) -> Iterator[Finding]:
    """Yield the findings that are neither backed nor let through and that have a line."""
    for finding in checked.document.findings:
        held = finding.backed or finding.suppressed is not None
        if not held and finding.claim.location.line is not None:
            yield finding


def _range_of(place: Location) -> types.Range:
    """Return a place as a range, lines and columns from 0."""
    line, column = (place.line or 1) - 1, (place.column or 1) - 1
    end_line = (place.end_line or place.line or 1) - 1
    end_column = (place.end_column or (place.column or 1) + 1) - 1
    return types.Range(
        start=types.Position(line=line, character=column),
        end=types.Position(line=end_line, character=end_column),
    )


def _of_notice(notice: Notice) -> types.Diagnostic:
    place = notice.location or Location(label="", line=1, column=1)
    fault = notice.code in FAULTS
    return types.Diagnostic(
        range=_range_of(place),
        severity=types.DiagnosticSeverity.Warning
        if fault
        else types.DiagnosticSeverity.Information,
        code=notice.code,
        source=SOURCE,
        message=safe(notice.message),
    )


def _page(finding: Finding, checked: Checked) -> str:
    rules = {note.id: note for note in checked.report.rules}
    kinds = {note.id: note for note in checked.report.kinds}
    note = rules[finding.claim.rule]
    parts = [f"**{_plain(headline(finding))}** ({finding.level})", _plain(note.help)]
    if finding.suppressed is not None and finding.ruling is not None:
        parts.append(f"Let through ({finding.suppressed}): {_plain(finding.ruling.reason)}")
    rows = []
    for item in finding.evidence:
        kind = kinds[item.kind]
        need = "needs" if item.required else "better with"
        more = f"; lacks {', '.join(item.missing)}" if item.missing else ""
        if item.verdict is Verdict.CONTRADICTED and item.reason:
            more = f": {item.reason}"
        rows.append(f"- {need} **{_plain(kind.title)}**: {item.verdict.words}{_plain(more)}")
    parts.append("\n".join(rows))
    if lacking(finding) and finding.question:
        parts.append(f"A buyer asks: {_plain(finding.question)}")
    if lacking(finding) and finding.rewrite:
        parts.append(f"Could be backed: {_plain(finding.rewrite)}")
    return "\n\n".join(parts)


def _plain(text: str) -> str:
    return "".join(f"\\{char}" if char in _MARKUP else char for char in safe(text))


def _action(title: str, finding: Finding, uri: str, edit: types.TextEdit) -> types.CodeAction:
    return types.CodeAction(
        title=f"{title}: “{safe(finding.claim.text)[:40]}”",
        kind=types.CodeActionKind.QuickFix,
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )


def _unit_range(finding: Finding, checked: Checked) -> types.Range:
    """Return the range of the claim's sentence, or of its words where the text was mended."""
    claim = finding.claim
    passage = checked.document.passages[claim.passage]
    end = claim.offset + len(claim.unit)
    if passage.text[claim.offset : end] != claim.unit:
        return _range_of(claim.location)
    return _range_of(passage.locate(claim.offset, end))


def _in_settings(finding: Finding, checked: Checked) -> bool:
    """Tell whether a claim stands in front matter, which has no room for a comment of Markdown."""
    written = checked.document.format == "markdown"
    return written and finding.claim.location.part is Part.METADATA


def _ignore(finding: Finding, checked: Checked, lines: list[str]) -> types.TextEdit:
    """Return an ignore that somebody must complete: until then it is malformed, and told."""
    until = (checked.settings.today + _HOLDS).isoformat()
    opens, ends = ("{/*", "*/}") if checked.document.path.endswith(".mdx") else ("<!--", "-->")
    told = f"{opens} claimlint: ignore {finding.claim.rule} -- ; owner=; until={until} {ends}"
    number = (finding.claim.location.line or 1) - 1
    tag = _line_of_tag(finding.claim.location, lines)
    number = number if tag is None else tag
    line = lines[number].rstrip("\r\n") if number < len(lines) else ""
    alone = number == 0 or not lines[number - 1].strip()
    if tag is not None or (alone and line[:1] not in ("|", "-", "*", "+", ">", " ", "\t")):
        at = types.Position(line=number, character=0)
        end = "\r\n" if lines[number : number + 1] and lines[number].endswith("\r\n") else "\n"
        indent = line[: len(line) - len(line.lstrip())]
        return types.TextEdit(range=types.Range(start=at, end=at), new_text=f"{indent}{told}{end}")
    at = types.Position(line=number, character=len(line))
    return types.TextEdit(range=types.Range(start=at, end=at), new_text=f" {told}")


def _line_of_tag(place: Location, lines: list[str]) -> int | None:
    """Return the line on which the tag around a place starts; None where it stands in no such tag.

    A comment inside a tag would break it, so that it goes above.
    """
    if place.line is None or place.column is None:
        return None
    at = sum(map(len, lines[: place.line - 1])) + place.column - 1
    text = tags_of_html("".join(lines))
    starts = [found.end() for found in _TAG.finditer(text, 0, at)]
    tag = next(tokens(text, starts[-1]), None) if starts else None
    inside = isinstance(tag, Open) and at < tag.end
    return text.count("\n", 0, starts[-1]) if inside else None


def _holds(place: types.Range, position: types.Position) -> bool:
    return _before(place.start, position) and _before(position, place.end)


def _before(one: types.Position, other: types.Position) -> bool:
    return (one.line, one.character) <= (other.line, other.character)
