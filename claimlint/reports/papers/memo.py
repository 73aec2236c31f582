"""The memo for lawyers: what is claimed, what backs it, what the contract says, what to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.amounts import amount
from claimlint.finding import Report
from claimlint.office.word_document import Box, Text, Words, box
from claimlint.reports.contents.disclosures import owed
from claimlint.reports.contents.distinct_claims import Stated, marked, stated, titles_of, verdicts
from claimlint.reports.papers.blocks import (
    Block,
    Bullets,
    Heading,
    Para,
    Table,
    in_markdown,
    in_word,
)
from claimlint.reports.papers.parts import (
    NO_ADVICE,
    by_claim,
    clauses,
    conflicts,
    disclosures,
    level_words,
    made_by,
    paper_rows,
    verdict,
)
from claimlint.terms import COMMITMENTS, Level, Verdict
from claimlint.values.comparison import Relation
from claimlint.values.notes import PrecedentNote

TITLE = "Memo: AI claims and their evidence"
_STANDS = (
    (Relation.CONTRADICTS, " of the papers meet a clause that contradicts them."),
    (Relation.LIMITS, " meet a clause that limits them."),
    (Relation.SUPPORTS, " meet a clause that supports them."),
)
_MOST_PRECEDENTS = 12


def word(report: Report) -> bytes:
    """Return the memo as a Word document; the same report gives the same bytes."""
    return in_word(_blocks(report), TITLE, report.tool.today)


def markdown(report: Report) -> str:
    """Return the memo as Markdown."""
    return in_markdown(_blocks(report))


def _blocks(report: Report) -> Iterator[Block]:
    claims = stated(report)
    yield Heading(TITLE, 0)
    yield Para(Words(NO_ADVICE, italic=True))
    yield Heading("In short")
    yield from verdict(report)
    yield Bullets(tuple(_short(report, claims)))
    yield Heading("The disclosures that a seller owes")
    yield disclosures(report)
    yield from conflicts(report)
    yield from _claims(report, claims)
    yield from clauses(report)
    yield from _precedents(report, claims)
    if report.questions:
        yield Heading("What to ask before signature")
        asked = (f"{each.text} (settles {len(each.claims)})" for each in report.questions)
        yield Bullets(tuple(asked), numbered=True)
    yield Heading("What this rests on")
    yield Table(("Paper", "Read", "Claims"), paper_rows(report), (5, 5, 1.2))
    yield Para(made_by(report))


def _short(report: Report, claims: Sequence[Stated]) -> Iterator[Text]:
    errors = [each for each in claims if each.finding.level is Level.ERROR]
    denied = [each for each in claims if each.finding.worst is Verdict.CONTRADICTED]
    yield (
        Words(amount(len(errors), "claim"), bold=True),
        f" {'is' if len(errors) == 1 else 'are'} worded strongly without the evidence for it, or "
        "contradicted.",
    )
    if denied:
        yield (
            Words(amount(len(denied), "claim"), bold=True),
            f" {'is' if len(denied) == 1 else 'are'} contradicted by the vendor’s own papers.",
        )
    held = [clause for document in report.documents for clause in document.clauses]
    back = [clause for clause in held if clause.label not in COMMITMENTS]
    if held:
        yield (
            Words(amount(len(back), "clause"), bold=True),
            f" of {len(held)} found take back, limit or pass on what the papers promise.",
        )
    kinds = [group[0].kind for group in by_claim(report.conflicts)]
    for kind, told in _STANDS:
        if kind in kinds:
            yield (Words(amount(kinds.count(kind), "statement"), bold=True), told)
    silent = sum(
        item.verdict is Verdict.BARE and not item.found
        for matter in report.matters
        for item in owed(matter)
    )
    if silent:
        yield (
            Words(amount(silent, "disclosure"), bold=True),
            " that a seller owes " + ("is" if silent == 1 else "are") + " not made at all.",
        )


def _claims(report: Report, claims: Sequence[Stated]) -> Iterator[Block]:
    titles = titles_of(report)
    for level, heading in (
        (Level.ERROR, "Claims that go furthest beyond their evidence"),
        (Level.WARNING, "Other claims without their evidence"),
        (Level.NOTE, "Claims that are backed, or bounded by their wording"),
    ):
        chosen = [each for each in claims if each.finding.level is level]
        if chosen:
            yield Heading(f"{heading} ({len(chosen)})")
            rows = tuple(_row(each, titles) for each in chosen)
            yield Table(("The claim, and where", "Kind", "Evidence"), rows, (7, 2.5, 5))


def _row(each: Stated, titles: dict[str, str]) -> tuple[Box | Text, ...]:
    claim = each.finding.claim
    kind = claim.category.words + (f" ({claim.aspect})" if claim.aspect else "")
    return (
        box(marked(each.finding), Words(each.told_places, italic=True)),
        box(kind, (claim.grade, ", ", level_words(each.finding.level))),
        box(*_lines(verdicts(each.finding, titles))),
    )


def _lines(told: str) -> tuple[Text, ...]:
    parts = []
    for part in told.split("; "):
        head, colon, rest = part.partition(": ")
        parts.append((Words(head + colon, bold=True), rest) if colon else (part,))
    return tuple(parts)


def _precedents(report: Report, claims: Sequence[Stated]) -> Iterator[Block]:
    """Yield the decided cases on wording like that of the gravest claims."""
    named = [
        name
        for each in claims
        if each.finding.level is Level.ERROR
        for name in each.finding.precedents
    ]
    by_count = sorted(set(named), key=lambda name: (-named.count(name), name))[:_MOST_PRECEDENTS]
    chosen = [note for note in report.precedents if note.id in by_count]
    if not chosen:
        return
    yield Heading("Comparable wording that regulators acted on")
    yield Para(
        Words(
            "Not legal advice; says nothing about this vendor. Seen in secondary sources.",
            italic=True,
        )
    )
    rows = tuple(_precedent(note) for note in chosen)
    yield Table(("Case", "By, on", "What it was about", "Seen in"), rows, (2.6, 3.8, 5.6, 2.6))


def _precedent(note: PrecedentNote) -> tuple[Box | Text, ...]:
    seen = "; ".join(dict.fromkeys(s.seen_in or s.title for s in note.sources))
    return (
        Words(note.case, bold=True),
        f"{note.body}, {note.date} ({note.status})",
        note.line,
        seen,
    )
