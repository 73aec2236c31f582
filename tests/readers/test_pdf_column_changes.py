"""Pages as browsers print them: rows of cards, columns of another kind below, a foot."""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.build.pdf import Drawing, bold, lines, pdf, together
from tests.readers.test_pdf_layout import texts

CARDS = (
    ("Intake", ("It collects from the", "inbox, day and night.")),
    ("Coding", ("It assigns accounts", "by itself and learns.")),
    ("Payment", ("It pays on time with", "no approval at all.")),
)
LEFT = ("The engine reads each of the lines and", "posts them with nobody beside it.")
RIGHT = ("Teams spend most of their week on this", "work, and it takes the work away.")


def beside(*columns: tuple[str, tuple[str, ...]], top: float, gap: float = 14) -> Drawing:
    """Return columns under bold heads, as wide as the page allows; no head where it is ""."""
    step = 360 / len(columns)
    drawings = []
    for number, (head, text) in enumerate(columns):
        x = 25 + step * number
        drawings.append(lines(*text, x=x, top=top + gap, size=8))
        if head:
            drawings.append(bold(head, x=x, top=top, size=9))
    return together(*drawings)


def centred(text: str, top: float, size: float = 10, font: str = "Helvetica") -> Drawing:
    """Return a line whose middle is that of the columns, which end before the margin."""
    return lines(text, x=185 - stringWidth(text, font, size) / 2, top=top, size=size, font=font)


def said(*columns: tuple[str, tuple[str, ...]]) -> list[str]:
    return [text for head, lines in columns for text in (head, " ".join(lines)) if text]


def test_cards_above_columns_are_read_before_them():
    columns = (("How", LEFT), ("Why", RIGHT))
    page = together(beside(*CARDS, top=60), beside(*columns, top=140))
    assert texts(pdf(page)) == [*said(*CARDS), *said(*columns)]


def test_cards_whose_gutters_hold_in_the_columns_below_are_read_before_them_too():
    four = (*CARDS, ("Audit", ("It keeps a log of", "what it has done.")))
    columns = (("For clinics", LEFT), ("For garages", RIGHT))
    page = together(beside(*four, top=60), beside(*columns, top=140, gap=18))
    assert texts(pdf(page)) == [*said(*four), *said(*columns)]


def test_rows_of_cards_are_read_row_by_row():
    second = tuple((head + " again", text) for head, text in CARDS)
    page = together(beside(*CARDS, top=60), beside(*second, top=120))
    assert texts(pdf(page)) == [*said(*CARDS), *said(*second)]


def test_a_heading_alone_between_columns_is_that_of_what_follows():
    figures = (("", ("Nine of ten tickets", "are closed alone.")),) * 3
    page = together(
        beside(*CARDS, top=60), bold("Numbers", x=25, top=120, size=12), beside(*figures, top=130)
    )
    assert texts(pdf(page)) == [*said(*CARDS), "Numbers", *said(*figures)]


def test_a_heading_above_a_gutter_is_read_before_the_columns():
    figures = (("", ("Nine of ten", "are closed.")), ("", ("It takes three", "minutes.")))
    page = together(bold("Numbers", x=115, top=60, size=12), beside(*figures, top=80))
    assert texts(pdf(page)) == ["Numbers", *said(*figures)]


def test_a_centred_text_above_cards_keeps_its_short_last_line():
    page = together(
        centred("One platform for all of the work that nobody in a team", top=60),
        centred("wants to do.", top=72),
        beside(*CARDS, top=110),
    )
    assert texts(pdf(page))[0].endswith("in a team wants to do.")


def test_small_print_below_the_first_column_is_read_after_the_last():
    page = together(
        lines(*LEFT, "It goes on, for the sentence is", x=25, top=60, size=10),
        lines("taken up in the next column.", "There it ends.", x=230, top=60, size=10),
        lines("An imprint, and no more", x=25, top=140, size=7),
    )
    whole = " ".join((*LEFT, "It goes on, for the sentence is taken up in the next column."))
    assert texts(pdf(page)) == [f"{whole} There it ends.", "An imprint, and no more"]


def test_a_source_below_the_first_column_stays_there():
    page = together(
        lines(*LEFT, x=25, top=60, size=10),
        lines(*RIGHT, x=230, top=60, size=10),
        lines("Source: a survey of 40 teams", x=25, top=140, size=7),
    )
    assert texts(pdf(page))[1] == "Source: a survey of 40 teams"


def test_a_small_table_in_a_column_does_not_part_the_page():
    rows = [("Line", "n", "Share"), ("Motor", "980", "96.1 %"), ("Travel", "240", "95.5 %")]
    page = together(
        lines(*LEFT, x=25, top=60, size=8),
        *(
            lines(cell, x=25 + 50 * column, top=90 + 17 * number, size=8)
            for number, row in enumerate(rows)
            for column, cell in enumerate(row)
        ),
        lines(*RIGHT, x=230, top=71, size=8),
        lines(*RIGHT, "And it comes to its end.", x=230, top=109, size=8),
    )
    found = texts(pdf(page))
    assert found[: 1 + len(rows) * 3] == [" ".join(LEFT), *(cell for row in rows for cell in row)]
