"""The brief for the person who signs: one page, the answer first."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.amounts import amount
from claimlint.document import file_name
from claimlint.finding import Report
from claimlint.office.styles import GREEN, RED
from claimlint.office.word_document import Box, Text, Words, box
from claimlint.reports.contents.disclosures import asks_of, owed
from claimlint.reports.contents.disputes import speakers
from claimlint.reports.contents.distinct_claims import Stated, stated, titles_of
from claimlint.reports.contents.tally import tally
from claimlint.reports.papers.blocks import (
    Block,
    Bullets,
    Heading,
    Para,
    Table,
    in_markdown,
    in_word,
)
from claimlint.reports.papers.parts import NO_ADVICE, by_claim, disclosed
from claimlint.reports.safe_text import safe
from claimlint.terms import OWED, Level, Verdict
from claimlint.values.comparison import Relation

TITLE = "Before you sign"
_SIZE = 9.5
_CLAIMS, _QUESTIONS, _CONFLICTS = 5, 4, 3
_SENTENCE, _PLACE, _REASON, _QUESTION, _PATHS = 80, 48, 90, 170, 120
_SHOWN = (Verdict.BACKED, Verdict.PARTLY_BACKED)


def word(report: Report) -> bytes:
    """Return the brief as a Word document of one page; the same report gives the same bytes."""
    return in_word(_blocks(report), TITLE, report.tool.today, size=_SIZE)


def markdown(report: Report) -> str:
    """Return the brief as Markdown."""
    return in_markdown(_blocks(report))


def _blocks(report: Report) -> Iterator[Block]:
    found = tally(report)
    yield Heading(TITLE, 0)
    papers = ", ".join(file_name(document.path) for document in report.documents)
    yield Para(f"Papers checked on {report.tool.today}: {_cut(papers, _PATHS)}")
    answer = _answer(report)
    colour = RED if answer.startswith("Not yet") else GREEN
    yield Para(Words(answer, bold=True, size=13, colour=colour))
    yield Para(
        f"{amount(found.claims, 'claim')} about AI: {found.answer}. "
        + ", ".join(f"{count} {level}" for level, count in found.levels)
        + "."
    )
    yield Heading("What the vendor must disclose", 2)
    yield _disclosures(report)
    errors = [each for each in stated(report) if each.finding.level is Level.ERROR]
    gravest = sorted(errors, key=_gravity)
    most = _CLAIMS - 1 if report.conflicts else _CLAIMS
    if gravest:
        yield Heading("What you would be relying on without evidence", 2)
        rows = tuple(_claim(each, titles_of(report)) for each in gravest[:most])
        yield Table(("The papers say", "What stands behind it"), rows, (7, 6))
        if len(gravest) > most:
            yield Para(f"and {amount(len(gravest) - most, 'claim')} more of this kind.")
    yield from _conflicts(report)
    if report.questions:
        yield Heading("Ask for this before you sign", 2)
        asked = (_cut(question.text, _QUESTION) for question in report.questions[:_QUESTIONS])
        yield Bullets(tuple(asked), numbered=True)
    if found.unread:
        yield Para((Words("Not read, or only in part: ", bold=True), _cut(", ".join(found.unread))))
    yield Para(Words(NO_ADVICE, italic=True, size=8))


def _answer(report: Report) -> str:
    missing = [
        item for matter in report.matters for item in owed(matter) if item.verdict not in _SHOWN
    ]
    errors = tally(report).levels[0][1]
    if not errors and not missing:
        return "The evidence that a buyer needs is there, as far as claims were found."
    parts = []
    if errors:
        verb = "goes" if errors == 1 else "go"
        parts.append(f"{amount(errors, 'claim')} {verb} beyond the evidence")
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        parts.append(f"{amount(len(missing), 'disclosure')} {verb} not made")
    return f"Not yet: {' and '.join(parts)}."


def _disclosures(report: Report) -> Table:
    """Return the four disclosures; of several vendors the worst of each is told."""
    rows: list[tuple[Box | Text, ...]] = []
    for kind, title in OWED.items():
        found = [item for matter in report.matters for item in owed(matter) if item.kind == kind]
        worst = min(found, key=lambda each: (each.verdict.rank, -len(each.missing)), default=None)
        if worst is not None:
            of = f" (the worst of {len(found)})" if len(found) > 1 else ""
            lacks = "; ".join(asks_of(report, kind, worst.missing))
            rows.append((title, (disclosed(worst), of), _cut(lacks, _REASON)))
    return Table(("Disclosure", "State", "What is missing of it"), tuple(rows), (5, 3.4, 6))


def _gravity(each: Stated) -> tuple[int, int, int]:
    """Return what puts a claim first: contradicted before missing, strong words, many places."""
    claim = each.finding.claim
    return each.finding.worst.rank, claim.strength.rank, -len(each.places)


def _claim(each: Stated, titles: dict[str, str]) -> tuple[Box | Text, ...]:
    worst = min(each.finding.required, key=lambda item: item.verdict.rank)
    kinds = [
        titles.get(i.kind, i.kind) for i in each.finding.required if i.verdict is worst.verdict
    ]
    told = worst.reason if worst.verdict is Verdict.CONTRADICTED else ", ".join(kinds)
    words = (Words(f"{worst.verdict.words}: ", bold=True, colour=RED), _cut(told, _REASON))
    claim = _cut(each.finding.claim.text, _SENTENCE)
    return (
        box((Words(f"«{claim}» ", bold=True), Words(_ending(each.places[0], _PLACE), italic=True))),
        box(words),
    )


def _conflicts(report: Report) -> Iterator[Block]:
    if all(item.kind is Relation.SUPPORTS for item in report.conflicts):
        return
    yield Heading("Sold one way, contracted another", 2)
    against = [
        group for group in by_claim(report.conflicts) if group[0].kind is not Relation.SUPPORTS
    ]
    papers = speakers(report)
    several = len({conflict.clause_document for conflict in report.conflicts}) > 1
    told: list[Text] = []
    for conflict in (group[0] for group in against[:_CONFLICTS]):
        paper = f"{_cut(papers[conflict.clause_document], _PLACE)}, " if several else ""
        said = f"but {paper}{conflict.clause.place}: «{_cut(conflict.clause.whole, 100)}»"
        told.append((Words(f"«{_cut(conflict.claim.text, 50)}» ", bold=True), said))
    yield Bullets(tuple(told))


def _cut(text: str, most: int = _PATHS) -> str:
    """Return as many words of a text as there is room for, on one line."""
    words = safe(text)
    if len(words) <= most:
        return words
    whole = words[: most - 1].rpartition(" ")[0]
    return (whole if len(whole) * 2 > most else words[: most - 1]) + "…"


def _ending(text: str, most: int) -> str:
    """Return the end of a place, where page and slide stand."""
    return text if len(text) <= most else f"…{text[1 - most :]}"
