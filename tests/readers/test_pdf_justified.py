"""Justified columns, lists with room between their items, bullets that are no characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.document import Passage, Role
from claimlint.readers.interface import Source
from claimlint.readers.pdf import file as reader
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Style, Word
from claimlint.readers.pdf.words.garble import clean
from tests.build.pdf import bold, lines, pdf, table, together

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from tests.build.pdf import Drawing

SIZE = 8.0
STEP = 10.0
PLAIN = Style(SIZE)


def passages(data: bytes) -> list[Passage]:
    found = reader.read(Source(path="deck.pdf", data=data))
    return [item for item in found if isinstance(item, Passage)]


def texts(data: bytes) -> list[str]:
    return [passage.text.replace("\n", " ") for passage in passages(data)]


def justified(*rows: str, left: float, width: float, top: float = 80) -> Drawing:
    """Return a drawing of lines set to one width, the last of them ragged."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        for number, row in enumerate(rows):
            words = row.split()
            free = width - sum(canvas.stringWidth(word, "Helvetica", SIZE) for word in words)
            gap = 3.0 if number == len(rows) - 1 else free / (len(words) - 1)
            x = left
            for word in words:
                canvas.drawString(x, canvas._pagesize[1] - top - STEP * number, word)
                x += canvas.stringWidth(word, "Helvetica", SIZE) + gap

    return draw


def dots(*tops: float, x: float, radius: float = 1.3) -> Drawing:
    def draw(canvas: Canvas) -> None:
        for top in tops:
            canvas.circle(x, canvas._pagesize[1] - top + 2.5, radius, stroke=0, fill=1)

    return draw


LEFT = (
    "The agent reads each invoice as it",
    "comes in and books it to the ledger",
    "notwithstanding their abbreviations",
    "immediately, understanding all",
    "cross-references, without human",
    "intervention, and day after day, all",
    "through the week and on holidays, so",
    "nobody ever waits for an answer of",
    "it.",
)
RIGHT = (
    "Most of our customers see that the",
    "errors of their books are gone in the",
    "first week, whatever the condition",
    "of their documentation was, and",
    "their accountants concentrate on",
    "negotiations with their suppliers,",
    "which nobody had the time for when",
    "papers were keyed by hand in the old",
    "days.",
)


def test_wide_gaps_of_justified_columns_part_no_line():
    page = together(justified(*LEFT, left=30, width=155), justified(*RIGHT, left=200, width=155))
    assert texts(pdf(page)) == [" ".join(LEFT), " ".join(RIGHT)]


def test_cells_that_stand_at_uneven_distances_stay_cells():
    rows = (("Uptime", "99.9%", "monthly"), ("Errors", "0.1%", "yearly"), ("Staff", "4", "daily"))
    found = passages(pdf(table(*rows, ruled=False)))
    assert [passage.cell is not None for passage in found] == [True] * 9


def test_text_below_a_list_is_no_part_of_its_last_item():
    items = (
        ("The agent settles each case by itself and tells", "you of it later."),
        ("It learns from what its makers tell it", "about the case."),
        ("Nobody needs to look at its work any more",),
    )
    below = ("Text below the list goes on from the left edge of", "the page.")
    drawn, top = [], 80.0
    for first, *more in items:
        drawn += [lines(f"\u2022 {first}", top=top), lines(*more, x=46.5, top=top + 12)]
        top += 18 + 12 * len(more)
    found = passages(pdf(together(*drawn, lines(*below, top=top))))
    assert [passage.text for passage in found] == ["\n".join(rows) for rows in (*items, below)]


def test_painted_dots_before_lines_are_bullets():
    rows = ("Pays every invoice by itself", "Learns from each case", "Never sleeps")
    page = together(lines(*rows, x=60), dots(60, 72, 84, x=50), dots(140, x=50, radius=9))
    found = passages(pdf(page))
    assert [(passage.text, passage.role) for passage in found] == [
        (row, Role.BULLET) for row in rows
    ]


def _word(text: str, unmapped: int = 0) -> Word:
    box = (0.0, 0.0, 5.0, 5.0)
    return Word(text, box, 0.0, 0.0, 5.0, 5.0, 5.0, PLAIN, 0, spaced=True, unmapped=unmapped)


def test_bullets_of_a_symbol_font_are_not_garbled_text():
    sheet = Sheet(number=1, left=0, bottom=0, right=400, top=600)
    bullets = [_word("\uf0b7", unmapped=1) for _ in range(20)]
    words = [_word("Works") for _ in range(60)]
    assert clean([*bullets, *words], sheet) == ((*bullets, *words), ())
    kept, problems = clean([*bullets, *words[:3]], sheet)
    assert (len(kept), len(problems)) == (3, 1)


def test_cards_in_a_grid_are_no_rows_of_a_table():
    cards = (
        ("Give it a task and it finds", "a way by itself, day or", "night"),
        ("It learns from what you do", "and from each of the cases", "that it met"),
        ("Never asks the same thing", "twice, whoever works with", "it"),
    )
    row = [lines(*card, x=30 + 125 * at, size=8) for at, card in enumerate(cards)]
    below = [lines(*card, x=30 + 125 * at, top=110, size=8) for at, card in enumerate(cards)]
    assert {passage.cell for passage in passages(pdf(together(*row, *below)))} == {None}


def test_bold_titles_over_lines_again_and_again_make_cards():
    cards = (("Uptime", "99.9% a month"), ("Staff", "none at night"), ("Cost", "half as much"))
    drawn = [
        together(
            bold(title, x=30 + 125 * at, top=60 + down, size=8),
            lines(said, x=30 + 125 * at, top=71 + down, size=8),
        )
        for at, (title, said) in enumerate(cards)
        for down in (0, 30)
    ]
    assert {passage.cell for passage in passages(pdf(together(*drawn)))} == {None}


def test_a_table_whose_labels_are_wrapped_stays_a_table():
    rows = (
        ("Quote data", "extraction", "9.5 min", "12"),
        ("Total per", "shipment", "20.5 min", "4"),
    )
    drawn = [lines("Time saved", x=150, size=8), lines("Runs", x=250, size=8)]
    for at, (label, more, saved, runs) in enumerate(rows):
        top = 78.0 + 24 * at
        drawn += [
            lines(label, more, x=40, top=top, size=8),
            lines(saved, x=150, top=top, size=8),
            lines(runs, x=250, top=top, size=8),
        ]
    found = {passage.text: passage.cell for passage in passages(pdf(together(*drawn)))}
    assert found["9.5 min"].column_head == "Time saved"
