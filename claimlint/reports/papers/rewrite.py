"""The rewrite sheet for a vendor: what each claim could say today, and what stronger words need."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.amounts import amount
from claimlint.finding import Assessment, Finding, Report
from claimlint.office.styles import AMBER, GREEN, RED
from claimlint.office.word_document import Box, Text, Words, box
from claimlint.reports.contents.backed_wording import form_of, sayable, shown_by
from claimlint.reports.contents.disclosures import lacking
from claimlint.reports.contents.distinct_claims import Stated, marked, stated, titles_of
from claimlint.reports.papers.blocks import Block, Heading, Para, Table, in_markdown, in_word
from claimlint.terms import Verdict

TITLE = "Rewrite sheet"
_SHOWN = (Verdict.BACKED, Verdict.PARTLY_BACKED)
_LEAD = (
    "For each claim: the words as they stand, what could be said today with the evidence found, "
    "and what the words as they stand would need. Figures come from the evidence and keep its "
    "source; square brackets are for you to fill in."
)


def word(report: Report) -> bytes:
    """Return the sheet as a Word document; the same report gives the same bytes."""
    return in_word(_blocks(report), TITLE, report.tool.today, landscape=True)


def markdown(report: Report) -> str:
    """Return the sheet as Markdown."""
    return in_markdown(_blocks(report))


def _blocks(report: Report) -> Iterator[Block]:
    claims = stated(report)
    rest = [each for each in claims if not each.finding.backed]
    yield Heading(TITLE, 0)
    yield Para(_LEAD)
    yield Para(
        Words(
            f"{amount(len(claims), 'claim')}: {len(claims) - len(rest)} can stand as they are, "
            f"{len(rest)} need other words or more evidence.",
            bold=True,
        )
    )
    if rest:
        yield Heading("Claims to rewrite")
        head = ("The claim, and where", "What you could say today", "What the stronger words need")
        yield Table(head, tuple(_row(each, report) for each in rest), (5, 6, 6))
    if len(rest) < len(claims):
        yield Heading("Claims that can stand")
        rows = tuple(_standing(each) for each in claims if each.finding.backed)
        yield Table(("The claim, and where", "Backed by"), rows, (7, 6))


def _row(each: Stated, report: Report) -> tuple[Box | Text, ...]:
    finding = each.finding
    said = sayable(finding)
    today: list[Text] = [Words(said, bold=True, colour=GREEN) if said else _nothing(finding)]
    today.extend(_quoted(finding))
    form = form_of(finding)
    if form:
        today.append((Words("Form: ", italic=True), Words(form, italic=True)))
    claim = box(marked(finding), Words(each.told_places, italic=True))
    return claim, box(*today), box(*_needs(finding, report))


def _nothing(finding: Finding) -> Text:
    """Return what to do with a claim for which there is nothing to say yet."""
    against = [item for item in finding.required if item.verdict is Verdict.CONTRADICTED]
    if against:
        return (
            Words("Take it back: ", bold=True, colour=RED),
            f"the papers contradict it ({against[0].reason}).",
        )
    if any(item.verdict in _SHOWN for item in finding.required) and shown_by(finding):
        return (
            Words("Say only what was found: ", bold=True, colour=AMBER),
            "a part of what these words need is shown.",
        )
    return (
        Words("Leave these words out: ", bold=True, colour=AMBER),
        "nothing that was found carries them.",
    )


def _quoted(finding: Finding) -> Iterator[Text]:
    quotes = shown_by(finding)
    if quotes:
        yield Words("The evidence found says, and so can you:", bold=True, colour=GREEN)
    for words, source in quotes:
        yield (f"“{words}” ", Words(f"({source})", italic=True))


def _needs(finding: Finding, report: Report) -> Iterator[Text]:
    titles = titles_of(report)
    for item in sorted(finding.required, key=lambda each: each.verdict.rank):
        if item.verdict is not Verdict.BACKED:
            yield (Words(f"{titles.get(item.kind, item.kind)} ", bold=True), _need(item, report))


def _need(item: Assessment, report: Report) -> str:
    lacks = lacking(report, item, most=12)
    if item.verdict is Verdict.CONTRADICTED:
        return f"(contradicted): {item.reason}"
    if item.verdict in (Verdict.BARE, Verdict.PARTLY_BACKED) and lacks:
        return f"({item.verdict.words}): {lacks}"
    reason = item.reason.rstrip(".") if lacks else item.reason
    return f"({item.verdict.words}): {reason}" + (f"; {lacks}" if lacks else "")


def _standing(each: Stated) -> tuple[Box | Text, ...]:
    claim = box(marked(each.finding), Words(each.told_places, italic=True))
    return claim, box(*dict.fromkeys(item.reason for item in each.finding.required))
