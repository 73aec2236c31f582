"""The brochure: the words of the deck on two-column pages, with small print and page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph, Spacer

from example_documents import words
from example_documents.brochure_look import (
    AMBER,
    COLUMN,
    FOOT,
    GREY,
    GUTTER,
    INK,
    LEAD,
    LINE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PALE,
    QUOTE,
    SMALL,
    SPEAKER,
    TEAL,
    bullets,
    heading,
    prose,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Column = tuple[Flowable, ...]


class DoesNotFitError(Exception):
    """The words are longer than their column."""


def build(path: Path) -> None:
    """Write the brochure to `path`, uncompressed: builds of zlib differ in their bytes."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True, pageCompression=0)
    canvas.setTitle("Clerkwell product brochure")
    canvas.setAuthor(words.VENDOR)
    canvas.setSubject("An invented product: an example for claimlint")
    _banner(canvas)
    _page(canvas, 1, (_problem(), _meet()), (words.PROBLEM_SOURCE,), top=PAGE_HEIGHT - 86 * mm)
    _page(canvas, 2, (_accuracy(), _compared()), (words.ACCURATE_NOTE,))
    _page(canvas, 3, (_promises(), _limits()), (words.RESULTS_NOTE, _IMPRINT))
    canvas.save()


_IMPRINT = (
    "Oddlestone Systems Ltd, 4 Tanner’s Row, Sedgeby. Clerkwell is a trade name. Subject to "
    "change. The agreement alone decides what is owed; nothing in this brochure is part of "
    "it."
)


def _banner(canvas: Canvas) -> None:
    height = 72 * mm
    canvas.setFillColor(INK)
    canvas.rect(0, PAGE_HEIGHT - height, PAGE_WIDTH, height, stroke=0, fill=1)
    for step, shade in enumerate((TEAL, AMBER, PALE)):
        canvas.setFillColor(shade)
        bar = (20 + 14 * step) * mm
        canvas.rect(
            PAGE_WIDTH - (62 - 15 * step) * mm, PAGE_HEIGHT - height, 11 * mm, bar, stroke=0, fill=1
        )
    canvas.setFillColor(white)
    canvas.setFont("Helvetica-Bold", 34)
    canvas.drawString(MARGIN, PAGE_HEIGHT - 36 * mm, words.PRODUCT)
    canvas.setFillColor(AMBER)
    canvas.setFont("Helvetica", 16)
    canvas.drawString(MARGIN, PAGE_HEIGHT - 47 * mm, words.EMPLOYEE)
    canvas.setFillColor(white)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(MARGIN, PAGE_HEIGHT - 62 * mm, f"{words.VENDOR} · {words.VERSION}")


def _page(
    canvas: Canvas,
    number: int,
    columns: tuple[Column, Column],
    small_print: tuple[str, ...],
    top: float = PAGE_HEIGHT - 16 * mm,
) -> None:
    for index, flow in enumerate(columns):
        left = MARGIN + index * (COLUMN + GUTTER)
        _pour(canvas, flow, (left, FOOT, COLUMN, top - FOOT))
    canvas.setStrokeColor(LINE)
    canvas.line(MARGIN, FOOT - 3 * mm, PAGE_WIDTH - MARGIN, FOOT - 3 * mm)
    notes = tuple(Paragraph(note, SMALL) for note in small_print)
    _pour(canvas, notes, (MARGIN, 17 * mm, PAGE_WIDTH - 2 * MARGIN, FOOT - 21 * mm))
    canvas.setFillColor(GREY)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, 11 * mm, "Oddlestone Systems Ltd · Clerkwell brochure")
    canvas.drawRightString(PAGE_WIDTH - MARGIN, 11 * mm, f"Page {number} of 3")
    canvas.showPage()


def _pour(canvas: Canvas, flow: Iterable[Flowable], box: tuple[float, float, float, float]) -> None:
    frame = Frame(*box, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    left_over = list(flow)
    frame.addFromList(left_over, canvas)
    if left_over:
        raise DoesNotFitError(left_over[0])


def _problem() -> Column:
    return (
        heading("The invoice pile does not wait"),
        prose(
            "Accounts teams did not choose their trade to chase attachments. Yet most of a "
            "clerk’s week goes into typing, and the pile grows over the weekend."
        ),
        bullets(f"<b>{figure}</b> {fact}" for figure, fact in words.PROBLEM),
        prose(
            "Rules and templates help until a supplier changes its letterhead. Then somebody "
            "has to teach the template again."
        ),
        heading("From mailbox to ledger"),
        bullets((f"<b>{name}.</b> {step}" for name, step in words.STEPS), numbered=True),
    )


def _meet() -> Column:
    return (
        heading("Meet Clerkwell"),
        Paragraph(words.AGENTS, LEAD),
        prose(
            "One agent takes invoices in, one matches them, one posts them. You see the "
            "queue of each on one page and can stop it with one button."
        ),
        Paragraph(words.CONTEXT, LEAD),
        prose(words.FUNCTIONS),
        prose(
            "Clerkwell runs in your own region. You choose Dublin, Frankfurt or Zurich when "
            "you sign up."
        ),
        prose(words.AUTOMATED),
        heading("What you need"),
        bullets(
            (
                "an ERP with a posting interface",
                "two approvers whom you name",
                "three months of past invoices for the mapping",
            )
        ),
    )


def _accuracy() -> Column:
    return (
        heading("Field by field"),
        Paragraph(f"{words.ACCURATE} on supplier invoices", LEAD),
        bullets(words.FIELD_BY_FIELD),
        heading("What we measured, and how"),
        prose(words.MEASURED_HOW),
        table(words.MEASURED, (0.29, 0.21, 0.23, 0.27)),
        Spacer(1, 8),
        prose(words.MEASURED_ON),
        prose(
            "Handwritten invoices and other languages were not in the sample. The report "
            "names every invoice class and can be downloaded without a form."
        ),
    )


def _compared() -> Column:
    return (
        heading("Next to the alternatives"),
        table(words.COMPARED, (0.25, 0.25, 0.25, 0.25)),
        Spacer(1, 8),
        prose(
            "Figures for manual work and workflow suites are the answers of 64 readers to "
            "our survey of March 2026, not measurements."
        ),
        heading("What finance leaders say"),
        Paragraph(f"“{words.PRAISE}”", QUOTE),
        Paragraph(words.PRAISE_BY, SPEAKER),
        Paragraph(f"“{words.SOBER}”", QUOTE),
        Paragraph(words.SOBER_BY, SPEAKER),
        heading("Who answers the phone"),
        prose(
            "Our support team is staffed by people in Sedgeby and Porto, Monday to Friday, "
            "9:00 to 17:00 UK time. Outside these hours a duty engineer handles outages only."
        ),
    )


def _promises() -> Column:
    return (
        heading("Set-up and learning"),
        bullets(words.SETUP),
        heading("Control and compliance"),
        bullets(words.COMPLIANCE),
        heading("Results"),
        bullets(words.RESULTS),
        prose("Ask us for the calculation sheet and put your own figures in."),
        heading("What it costs"),
        prose(
            "From €0.38 per invoice, with a minimum of 500 invoices a month. The first month "
            "can be cancelled at any time, and you keep your data."
        ),
    )


def _limits() -> Column:
    return (
        heading("Where Clerkwell stops"),
        prose("Clerkwell does not:"),
        bullets(words.STOPS),
        heading("Known failures, version 3.2"),
        bullets(words.FAILURES),
        prose(words.ADVICE),
        heading("Questions we are asked"),
        prose(
            "<b>Can we switch the approval step off?</b> For amounts below your limit, yes. "
            "We advise against it in the first three months."
        ),
        prose(
            "<b>What happens to an unclear scan?</b> It waits in the exception queue until a clerk "
            "has looked at it."
        ),
        heading("Talk to us"),
        prose(words.CONTACT),
    )
