"""The questionnaire as a Word document: a table for each question, the claims at the end."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.office.cells import plain
from claimlint.office.styles import BAND, GREY
from claimlint.office.word_document import Box, Paper, Words, box
from claimlint.questionnaire import sheets
from claimlint.questionnaire.model import AskedField, Item, Questionnaire
from claimlint.questionnaire.wording import STEPS, TITLE, claims_told, lead
from claimlint.values.statement import AnswerState

HEADS = ("We ask", "Found so far", sheets.ANSWER, "State", sheets.ID)
_WIDTHS = (24.0, 24.0, 32.0, 9.0, 14.0)
_CLAIM_WIDTHS = (5.5, 15.0, 24.0, 11.0, 11.0, 13.0, 8.0, 10.5, 10.0)
_ASKED, _KNOWN = "FFF8DC", "F3F7F1"
_SMALL = 7
_CHOOSE = "choose"
_MOST_CLAIMS = 6


def render(asked: Questionnaire) -> bytes:
    """Return the document; the same questionnaire gives the same bytes."""
    paper = Paper(TITLE, asked.prepared_on, landscape=True, size=10)
    paper.heading(TITLE, 0)
    paper.text(lead(asked))
    paper.bullets(STEPS, numbered=True)
    pairs = [(box(_grey(key)), box(_grey(value))) for key, value in sheets.about(asked)]
    paper.table(pairs, (14, 90), head=False)
    for number, item in enumerate(asked.items, start=1):
        _question(paper, asked, number, item)
    paper.heading("Claims")
    heads = [box(Words(head, bold=True)) for head in sheets.CLAIMS]
    rows = [[_claim(at, text) for at, text in enumerate(sheets.claim_row(claim))]
            for claim in asked.claims]  # fmt: skip
    paper.table([heads, *rows], _CLAIM_WIDTHS)
    return paper.data()


def _question(paper: Paper, asked: Questionnaire, number: int, item: Item) -> None:
    paper.heading(f"{number}  {item.heading}", 1)
    paper.text((Words(item.asks, bold=True),))
    paper.text((Words(f"{item.why} ", colour=GREY), Words(f"So far: {item.standing.rstrip('.')}.")))
    paper.bullets(claims_told(asked, item.claims, _MOST_CLAIMS))
    paper.table(tuple(_rows(item)), _WIDTHS)


def _rows(item: Item) -> Iterator[tuple[Box, ...]]:
    yield tuple(box(Words(head, bold=True)) for head in HEADS)
    told = f"Owner: {item.owner}\nDue: {item.due}"
    yield (
        box(Words(item.heading, bold=True), fill=BAND), box(item.standing, fill=BAND),
        box(*told.split("\n"), fill=BAND), box("", fill=BAND),
        box(_grey(sheets.item_id(item)), fill=BAND),
    )  # fmt: skip
    for field in item.fields:
        known = bool(field.so_far)
        ground = "" if known else _ASKED
        yield (
            box(Words(field.asks, bold=field.kernel)),
            box(*sheets.so_far(field).split("\n"), fill=_KNOWN if known else ""),
            box(*plain(field.answer).split("\n"), fill=ground), _state(field, ground),
            box(_grey(sheets.field_id(item, field))),
        )  # fmt: skip


def _state(field: AskedField, ground: str) -> Box:
    """Return the cell with the list of states; a Word list must show something: "choose"."""
    chosen = Words(field.state) if field.state else Words(_CHOOSE, colour=GREY)
    return Box(((chosen,),), ground, (_CHOOSE, *(str(state) for state in AnswerState)))


def _claim(column: int, text: str) -> Box:
    return box(Words(text, bold=column == 1, size=_SMALL if column > 6 else 0))


def _grey(text: str) -> Words:
    return Words(text, colour=GREY, size=_SMALL)
