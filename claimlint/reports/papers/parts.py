"""Parts that the papers for people share: the verdict, disclosures, clauses, conflicts, papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.amounts import amount
from claimlint.document import NOTHING_LOST, ReadStatus, file_name
from claimlint.finding import Assessment, Clause, Report
from claimlint.office.styles import AMBER, GREEN, RED
from claimlint.office.word_document import Box, Text, Words, box
from claimlint.reports.contents.disclosures import lacking, owed, state_of
from claimlint.reports.contents.disputes import Dispute, Voice, disputes
from claimlint.reports.contents.tally import tally
from claimlint.reports.papers.blocks import Block, Heading, Para, Table
from claimlint.terms import OWED, ClauseLabel, DocumentKind, Level, Verdict
from claimlint.values.comparison import Conflict, Relation

NO_ADVICE = (
    "claimlint says which evidence is missing. It does not say that a claim is false or unlawful, "
    "and it is not legal advice."
)
_QUOTED = 4
"""So many sentences of a side are quoted: a row of more is read by nobody."""
_COLOURS = {Verdict.BACKED: GREEN, Verdict.PARTLY_BACKED: AMBER}
_STANDS = {Relation.CONTRADICTS: RED, Relation.LIMITS: AMBER}
_LEVELS = {Level.ERROR: RED, Level.WARNING: AMBER, Level.NOTE: ""}


def verdict(report: Report) -> Iterator[Block]:
    """Yield the answer: how many claims, how many of them backed, by level."""
    found = tally(report)
    papers = amount(len(report.documents), "paper")
    yield Para(Words(f"{amount(found.claims, 'claim')} in {papers}: {found.answer}.", bold=True))
    levels = ", ".join(f"{count} {level}" for level, count in found.levels)
    yield Para(f"By level: {levels}. Checked on {report.tool.today}.")
    if found.unread:
        yield Para((Words("Not read, or only in part: ", bold=True), ", ".join(found.unread)))


def disclosures(report: Report) -> Table:
    """Return the table of the disclosures that every seller owes, by vendor where several."""
    several = len(report.matters) > 1
    rows = []
    for matter in report.matters:
        for item in owed(matter):
            cells = (OWED[item.kind], disclosed(item), told(report, item))
            rows.append((matter.name, *cells) if several else cells)
    head = ("Disclosure", "State", "What is there, and what is missing")
    return Table(
        ("Vendor", *head) if several else head, tuple(rows),
        (2, 4, 2.2, 6) if several else (4, 2.2, 6),
    )  # fmt: skip


def disclosed(item: Assessment) -> Words:
    """Return in a word or two whether something is disclosed, in its colour."""
    return Words(state_of(item), bold=True, colour=_COLOURS.get(item.verdict, RED))


def told(report: Report, item: Assessment) -> str:
    """Return why evidence stands as it does and what it lacks."""
    lacks = lacking(report, item)
    if item.verdict is Verdict.BARE and not item.found:
        return f"asks: {lacks}" if lacks else item.reason
    return f"{item.reason.rstrip('.')}; lacks: {lacks}" if lacks else item.reason


def level_words(level: Level) -> Words:
    """Return a level in its colour."""
    return Words(str(level), bold=level is Level.ERROR, colour=_LEVELS[level])


def clauses(report: Report) -> Iterator[Block]:
    """Yield what contracts say, by label with the printed numbers, and which labels are absent."""
    contracts = [
        document
        for document in report.documents
        if document.kind is DocumentKind.CONTRACT or document.clauses
    ]
    for document in contracts:
        yield Heading(f"What the contract says: {document.path}", 1)
        rows = tuple(_clause(clause) for clause in document.clauses)
        if rows:
            yield Table(("Label", "Clause", "Words"), rows, (2.2, 2.2, 7.4))
        held = {clause.label for clause in document.clauses}
        absent = [str(label).replace("-", " ") for label in ClauseLabel if label not in held]
        if absent:
            yield Para((Words("Not in it: ", bold=True), ", ".join(absent), "."))


def _clause(clause: Clause) -> tuple[Box | Text, ...]:
    number = clause.number or clause.location.label
    start, end = clause.span
    words = (clause.unit[:start], Words(clause.unit[start:end], bold=True), clause.unit[end:])
    return (str(clause.label).replace("-", " "), number, words)


def conflicts(report: Report) -> Iterator[Block]:
    """Yield what claims and clauses say against each other, where they were compared."""
    if not report.conflicts:
        return
    yield Heading("Claims against clauses")
    rows = tuple(_dispute(each) for each in disputes(report.conflicts))
    heads = ("On what", "The papers say", "The contract says", "Why it matters")
    yield Table(heads, rows, (2.3, 3.4, 5.2, 3.9))


def by_claim(found: Sequence[Conflict]) -> tuple[tuple[Conflict, ...], ...]:
    """Return conflicts in groups of one claim and one reason, the gravest claims first."""
    groups: dict[tuple[object, ...], list[Conflict]] = {}
    for item in found:
        claim = item.claim
        key = (item.kind, item.claim_document, claim.location.label, claim.text, item.topic)
        groups.setdefault(key, []).append(item)
    return tuple(tuple(group) for group in groups.values())


def _dispute(dispute: Dispute) -> tuple[Box | Text, ...]:
    offers = [(Words("Negotiate: ", italic=True), text) for text in dispute.negotiate]
    stands = Words(dispute.heading, bold=True, colour=_STANDS.get(dispute.kind, GREEN))
    return (
        box(Words(dispute.title, bold=True), stands),
        box(*_said(dispute.claims)),
        box(*_said(dispute.clauses)),
        box(*dispute.whys, *offers),
    )


def _said(voices: Sequence[Voice]) -> Iterator[Text]:
    """Yield the words of one side, each once with all its places; of many the places alone."""
    places: dict[str, list[str]] = {}
    for voice in voices:
        name = file_name(voice.document)
        words = " ".join(voice.stance.whole.split())
        places.setdefault(words, []).append(f"{name}, {voice.stance.place}")
    for words, where in tuple(places.items())[:_QUOTED]:
        yield (f"«{words}» ", Words("; ".join(where), italic=True))
    rest = [place for where in tuple(places.values())[_QUOTED:] for place in where]
    if rest:
        yield Words(f"Also: {'; '.join(rest)}", italic=True)


def paper_rows(report: Report) -> tuple[tuple[Box | Text, ...], ...]:
    """Return a row for each paper: its name, how it was read, how many claims it holds."""
    rows = []
    for document in report.documents:
        problems = [
            f"{problem.location.label}: {problem.message}" if problem.location else problem.message
            for problem in document.coverage.problems
            if problem.code not in NOTHING_LOST
        ]
        state = "read" if document.status is ReadStatus.READ else str(document.status)
        count = str(len(document.findings))
        rows.append((document.path, "; ".join([state, *problems[:3]]), count))
    return tuple(rows)


def made_by(report: Report) -> str:
    """Return which program, rules and model made the report."""
    tool = report.tool
    return (
        f"Made by claimlint {tool.version} on {tool.today} with {tool.rules} rules (digest "
        f"{tool.rules_digest[:12]}) and the language model {tool.model}, offline."
    )
