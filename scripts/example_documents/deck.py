"""The sales deck: twelve slides with notes, tables, a group of shapes, and small print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from example_documents import words
from example_documents.container import describe, save
from example_documents.deck_look import (
    AMBER,
    BULLETS,
    COVER,
    GREY,
    HEIGHT,
    INK,
    INNER,
    MARGIN,
    PALE,
    TEAL,
    TITLE_ONLY,
    WHITE,
    WIDTH,
    Letters,
    blank_deck,
    card,
    fill,
    set_lines,
    write,
)
from example_documents.deck_pieces import (
    GAP,
    TOP,
    bullets,
    columns,
    fill_body,
    notes,
    place,
    small_print,
    table,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pptx.presentation import Presentation
    from pptx.slide import Slide

_HEADING = Letters(size=20, bold=True, colour=TEAL, pad=Inches(0.3), after=8)
_BODY = Letters(size=20)
_BIG = Letters(size=44, bold=True, colour=TEAL, pad=Inches(0.3), after=8)


def build(path: Path) -> None:
    """Write the deck to `path`."""
    deck = blank_deck()
    for add in (
        _cover,
        _problem,
        _meet,
        _steps,
        _accuracy,
        _measured,
        _compared,
        _praise,
        _setup,
        _compliance,
        _results,
        _stops,
    ):
        add(deck)
    describe(deck.core_properties, "Clerkwell product overview")
    save(deck, path)


def _cover(deck: Presentation) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[COVER])
    background = slide.background.fill
    background.solid()
    background.fore_color.rgb = INK
    title, subtitle = slide.placeholders[0], slide.placeholders[1]
    place(title, MARGIN, Inches(2.2), Inches(9), Inches(1.2))
    place(subtitle, MARGIN, Inches(3.5), Inches(10), Inches(0.8))
    set_lines(
        title, (words.PRODUCT,), Letters(size=60, bold=True, colour=WHITE, anchor=MSO_ANCHOR.BOTTOM)
    )
    set_lines(subtitle, (words.EMPLOYEE,), Letters(size=30, colour=AMBER))
    write(
        slide.shapes,
        (f"{words.VENDOR} · Product overview", words.VERSION),
        (MARGIN, Inches(5.9), Inches(9), Inches(0.8)),
        Letters(size=14, colour=WHITE),
    )
    for step, shade in enumerate((TEAL, AMBER, PALE)):
        bar = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE,
            WIDTH - Inches(2.6) + step * Inches(0.8),
            Inches(4.6) - step * Inches(1.3),
            Inches(0.6),
            HEIGHT,
        )
        fill(bar, shade)
    notes(slide, "Ask who opens the invoice mailbox on a Sunday. Do not read the slide out.")


def _problem(deck: Presentation) -> None:
    slide = _titled(deck, "The invoice pile does not wait")
    for box, fact in zip(columns(3, Inches(3.7)), words.PROBLEM, strict=True):
        card(slide.shapes, fact, box, _BIG, _BODY)
    small_print(slide, words.PROBLEM_SOURCE)
    notes(
        slide,
        "Our own survey, so say so. Readers of our newsletter are larger than the average firm.",
    )


def _meet(deck: Presentation) -> None:
    slide = _titled(deck, "Meet Clerkwell")
    group = slide.shapes.add_group_shape()
    group.name = "Three cards"
    cards = (("Agents", words.AGENTS), ("Context", words.CONTEXT), ("Fit", words.FUNCTIONS))
    for box, text in zip(columns(3, Inches(4.2)), cards, strict=True):
        card(group.shapes, text, box, _HEADING, _BODY)
    notes(
        slide,
        "If they ask what “agents” means here: one for intake, one for matching, one for posting.",
    )


def _steps(deck: Presentation) -> None:
    slide = _titled(deck, "From mailbox to ledger")
    look = Letters(
        size=20, bold=True, colour=WHITE, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE
    )
    for box, (name, text) in zip(columns(4, Inches(0.95), Inches(0.2)), words.STEPS, strict=True):
        left, top, width, height = box
        arrow = slide.shapes.add_shape(MSO_SHAPE.CHEVRON, left, top, width, height)
        arrow.adjustments[0] = 0.25
        fill(arrow, TEAL)
        set_lines(arrow, (name,), look)
        write(slide.shapes, (text,), (left, top + Inches(1.15), width - GAP, Inches(2)), _BODY)
    write(
        slide.shapes,
        (words.AUTOMATED,),
        (MARGIN, Inches(5.3), INNER, Inches(0.9)),
        Letters(size=18, colour=GREY),
    )
    notes(
        slide,
        "It never sleeps: let that land, then pause. Leave the exception queue for questions.",
    )


def _accuracy(deck: Presentation) -> None:
    slide = _titled(deck, "Field by field")
    panel = (MARGIN, TOP, Inches(5.4), Inches(4.0))
    left, top, width, _ = panel
    fill(slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *panel), TEAL)
    write(
        slide.shapes,
        (f"{words.ACCURATE} on supplier invoices",),
        (left + GAP, top + Inches(1.1), width - 2 * GAP, Inches(1.7)),
        Letters(size=38, bold=True, colour=WHITE),
    )
    bullets(slide, words.FIELD_BY_FIELD, left + width + Inches(0.5), INNER - width - Inches(0.5))
    small_print(slide, words.ACCURATE_NOTE)
    notes(slide, "If asked for the size of the internal test: 400 invoices, all from one customer.")


def _measured(deck: Presentation) -> None:
    slide = _titled(deck, "What we measured, and how")
    table(slide, words.MEASURED, Inches(1.65), Inches(0.5))
    write(
        slide.shapes,
        (words.MEASURED_HOW, words.MEASURED_ON),
        (MARGIN, Inches(4.4), INNER, Inches(2)),
        Letters(size=17, after=8),
    )


def _compared(deck: Presentation) -> None:
    slide = _titled(deck, "Next to the alternatives")
    table(slide, words.COMPARED, TOP, Inches(1.0), size=20)


def _praise(deck: Presentation) -> None:
    slide = _titled(deck, "What finance leaders say")
    said = ((words.PRAISE, words.PRAISE_BY), (words.SOBER, words.SOBER_BY))
    for (left, top, width, height), (quote, speaker) in zip(
        columns(2, Inches(3.9)), said, strict=True
    ):
        fill(slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, width, height), PALE)
        fill(slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, Inches(0.08), height), AMBER)
        inner = (left + Inches(0.4), top + Inches(0.5), width - Inches(0.8), height - Inches(1))
        box = write(slide.shapes, (f"“{quote}”",), inner, Letters(size=26, italic=True, after=14))
        run = box.text_frame.add_paragraph().add_run()
        run.text = speaker
        run.font.size = Pt(14)
        run.font.color.rgb = GREY


def _setup(deck: Presentation) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[BULLETS])
    slide.shapes.title.text = "Set-up and learning"
    fill_body(slide, words.SETUP)


def _compliance(deck: Presentation) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[BULLETS])
    slide.shapes.title.text = "Control and compliance"
    fill_body(slide, words.COMPLIANCE)


def _results(deck: Presentation) -> None:
    slide = _titled(deck, "Results")
    look = Letters(size=26, bold=True, pad=Inches(0.3), anchor=MSO_ANCHOR.MIDDLE)
    for box, text in zip(columns(3, Inches(3.6)), words.RESULTS, strict=True):
        left, top, width, _ = box
        face = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box)
        fill(face, PALE)
        set_lines(face, (text,), look)
        fill(slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, width, Inches(0.07)), AMBER)
    small_print(slide, words.RESULTS_NOTE)


def _stops(deck: Presentation) -> None:
    slide = _titled(deck, "Where Clerkwell stops")
    sides = (("Clerkwell does not:", words.STOPS), ("Known failures, version 3.2", words.FAILURES))
    for (left, top, width, _), (stem, items) in zip(columns(2, Inches(3)), sides, strict=True):
        bullets(slide, items, left, width, top=top - Inches(0.2), size=18, stem=stem)
    banner = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, MARGIN, Inches(5.55), INNER, Inches(0.65))
    fill(banner, PALE)
    set_lines(
        banner,
        (words.ADVICE,),
        Letters(size=16, bold=True, pad=Inches(0.2), anchor=MSO_ANCHOR.MIDDLE),
    )
    write(
        slide.shapes,
        (words.CONTACT,),
        (MARGIN, Inches(6.4), INNER, Inches(0.4)),
        Letters(size=14, colour=TEAL),
    )
    notes(
        slide,
        "Stay on this slide. The limits are in the agreement anyway, so show them before "
        "legal does.",
    )


def _titled(deck: Presentation, title: str) -> Slide:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    slide.shapes.title.text = title
    return slide
