"""The remarks of a document: on claims, clauses, and what else meets another paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimlint.annotate.remark import Remark, Spot
from claimlint.annotate.wording import ASK, REWRITE, capitalised, claim_title, clause_title, further
from claimlint.document import Passage
from claimlint.finding import Claim, Clause, DocumentReport, Finding, Report
from claimlint.terms import Verdict
from claimlint.values.comparison import Conflict, Stance

_QUOTE = 160
_MOST = 5
_UNSHOWN = (Verdict.BARE, Verdict.PROMISED, Verdict.ASSERTED)
"""Verdicts that say by themselves that the fields are not there."""


def remarks_of(report: Report, document: DocumentReport) -> tuple[Remark, ...]:
    """Return the remarks on a document of the report; what lies in attachments has none."""
    found = [*_claims(report, document), *_clauses(report, document), *_sentences(report, document)]
    kept = [each for each in found if document.passages[each[0]].location.member is None]
    return tuple(remark for _, _, remark in sorted(kept, key=lambda each: each[:2]))


_Found = tuple[int, int, Remark]
"""A remark with the passage and the offset of its first word, by which it is sorted."""


def _claims(report: Report, document: DocumentReport) -> Iterator[_Found]:
    titles = {kind.id: kind.title for kind in report.kinds}
    for number, finding in enumerate(document.findings, start=1):
        if finding.suppressed is not None:
            continue
        claim = finding.claim
        said = claim_title(claim.category.words, claim.grade, finding.level)
        title = f"{number}. {said}"
        lines = (*_evidence(finding, titles), *_contract(report, document, finding))
        look, label = str(finding.level), claim.location.label
        yield _found(claim, document, str(number), look, title, lines, label)


def _clauses(report: Report, document: DocumentReport) -> Iterator[_Found]:
    rules = {rule.id: (rule.title, rule.help) for rule in report.rules}
    for number, clause in enumerate(document.clauses, start=1):
        title = f"K{number}. {clause_title(clause.label)}"
        lines = tuple(_clause(clause, document, rules, report))
        yield _found(clause, document, f"K{number}", "clause", title, lines, clause.place)


def _sentences(report: Report, document: DocumentReport) -> Iterator[_Found]:
    """Yield remarks on what is neither claim nor clause and meets another paper all the same."""
    told = {(clause.passage, clause.offset) for clause in document.clauses}
    told.update((each.claim.passage, each.claim.offset) for each in document.findings)
    met: dict[tuple[int, int], list[tuple[Stance, str, str]]] = {}
    for conflict in report.conflicts:
        sides = (
            (conflict.claim_document, conflict.claim, _taken(conflict)),
            (conflict.clause_document, conflict.clause, _taking(conflict)),
        )
        for path, stance, line in sides:
            place = (stance.passage, stance.offset)
            if path == document.path and place not in told:
                met.setdefault(place, []).append((stance, conflict.title, line))
    for number, place in enumerate(sorted(met), start=1):
        stance, title, _ = met[place][0]
        lines = tuple(_limited([line for _, _, line in met[place]]))
        title = f"S{number}. {title}"
        yield _found(stance, document, f"S{number}", "clause", title, lines, stance.place)


def _found(
    about: Claim | Clause | Stance,
    document: DocumentReport,
    number: str,
    look: str,
    title: str,
    lines: tuple[str, ...],
    label: str,
) -> _Found:
    passage, place = document.passages[about.passage], about.location
    start = about.offset + about.span[0]
    remark = Remark(
        number=number,
        look=look,
        title=title,
        lines=lines,
        words=about.text,
        label=label,
        part=str(place.part),
        page=place.page,
        slide=place.slide,
        bbox=place.bbox,
        boxes=place.boxes,
        anchor=passage.location.anchor,
        spots=tuple(_spots(passage, start, start + len(about.text))),
    )
    return about.passage, start, remark


def _spots(passage: Passage, start: int, end: int) -> Iterator[Spot]:
    """Yield the addresses of the code points `start` to `end`, run by run."""
    for piece in passage.pieces:
        if piece.start < end and piece.end > start:
            part = piece.cut(start, end)
            yield Spot(
                text=passage.text[part.start : part.end],
                anchor=part.anchor,
                line=part.line,
                column=part.column,
                columns=part.width,
            )


def _evidence(finding: Finding, titles: Mapping[str, str]) -> Iterator[str]:
    for verdict in sorted({item.verdict for item in finding.required}, key=lambda v: v.rank):
        items = [item for item in finding.required if item.verdict is verdict]
        named = "; ".join(
            _named(titles.get(i.kind, capitalised(i.kind)), i.missing, verdict) for i in items
        )
        yield f"Evidence {verdict.words}: {named}."
        for item in items if verdict is Verdict.CONTRADICTED else ():
            if item.reason:
                yield f"{titles.get(item.kind, capitalised(item.kind))}: {item.reason}"
    if finding.question and not finding.backed:
        yield f"{ASK}{finding.question}"
    if finding.rewrite and not finding.backed:
        yield f"{REWRITE}{finding.rewrite}"


def _named(title: str, missing: tuple[str, ...], verdict: Verdict) -> str:
    if not missing or verdict in _UNSHOWN:
        return title
    return f"{title} (lacks {', '.join(capitalised(name) for name in missing)})"


def _contract(report: Report, document: DocumentReport, finding: Finding) -> Iterator[str]:
    """Yield what clauses of the vendor's contract do to the claim."""
    for conflict in report.conflicts:
        if (conflict.claim_document, conflict.fingerprint) == (document.path, finding.fingerprint):
            yield _taken(conflict)


def _clause(
    clause: Clause, document: DocumentReport, rules: Mapping[str, tuple[str, str]], report: Report
) -> Iterator[str]:
    yield from (text for text in rules.get(clause.rule, ()) if text)
    yield from _limited(
        [
            _taking(conflict)
            for conflict in report.conflicts
            if conflict.clause_document == document.path and _bears(conflict.clause, clause)
        ]
    )


def _taken(conflict: Conflict) -> str:
    """Say at the sentence of a deck what one of a contract does to it."""
    source = f"{conflict.clause_document}, {conflict.clause.place}"
    return f"The contract {conflict.kind} this ({source}): {conflict.why}"


def _taking(conflict: Conflict) -> str:
    """Say at the sentence of a contract what it does to one of a deck."""
    claim = conflict.claim
    words = claim.unit if len(claim.unit) <= _QUOTE else f"{claim.unit[:_QUOTE]} …"
    place = f"{conflict.claim_document}, {claim.location.label}"
    return f"It {conflict.kind} “{' '.join(words.split())}” ({place}): {conflict.why}"


def _limited(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield further(len(lines) - _MOST)


def _bears(stance: Stance, clause: Clause) -> bool:
    here = (clause.passage, clause.offset, clause.unit)
    return (stance.passage, stance.offset, stance.unit) == here
