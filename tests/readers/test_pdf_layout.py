"""Columns, headings, bullets, tables, running heads: what the page's geometry says."""

from __future__ import annotations

import pytest

from claimlint.document import Part, Passage, Role
from claimlint.readers.interface import Source
from claimlint.readers.pdf import file as reader
from claimlint.readers.pdf.layout.notes import notes_in
from tests.build.pdf import bold, lines, pdf, table, together

LEFT = ("The first column opens with a sentence", "that is wrapped over two lines.")
RIGHT = ("The second column is read after the", "first one and never across it.")
BODY = (
    "Running text fills the page so that its size is the size of the",
    "body, and whatever is larger or bold stands out from the rest.",
)


def passages(data: bytes) -> list[Passage]:
    found = reader.read(Source(path="deck.pdf", data=data))
    return [item for item in found if isinstance(item, Passage)]


def texts(data: bytes) -> list[str]:
    return [passage.text.replace("\n", " ") for passage in passages(data)]


def two_columns(top: float, left: tuple[str, ...] = LEFT, right: tuple[str, ...] = RIGHT):
    return together(lines(*left, x=30, top=top, size=8), lines(*right, x=215, top=top, size=8))


def test_two_columns_are_read_one_after_the_other():
    assert texts(pdf(two_columns(100))) == [" ".join(LEFT), " ".join(RIGHT)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            ("The agent pays each invoice", "on the day that it comes in, without"),
            ("human intervention by anybody", "in the finance department."),
        ),
        (
            ("The test was made in May with", "all customers. Ledger Owl 4.2"),
            ("reached a precision of 0.96", "on invoices."),
        ),
        (
            ("It read 400 invoices with an", "accuracy of 96 % (95 % interval"),
            ("94.1 to 97.9), as two clerks", "of a lab found."),
        ),
    ],
)
def test_a_paragraph_that_a_column_breaks_off_is_one_passage(left, right):
    assert texts(pdf(two_columns(100, left, right))) == [" ".join((*left, *right))]


def test_a_column_that_opens_a_sentence_of_its_own_stays_apart():
    ended = ("The agent pays each invoice", "on the day that it comes in.")
    opens = ("human intervention by anybody", "in the finance department.")
    assert len(texts(pdf(two_columns(100, ended, opens)))) == 2
    assert len(texts(pdf(two_columns(100, ("One line", "goes on, without"), RIGHT)))) == 2


def test_a_headline_across_two_columns_comes_first_and_parts_them():
    page = together(
        lines("A headline across both columns", top=70, size=18),
        two_columns(100),
        lines("Another headline across both", top=160, size=18),
        two_columns(190),
    )
    columns = [" ".join(LEFT), " ".join(RIGHT)]
    assert texts(pdf(page)) == [
        "A headline across both columns",
        *columns,
        "Another headline across both",
        *columns,
    ]


def test_a_paragraph_across_two_columns_keeps_its_short_last_line():
    page = together(
        lines("This paragraph spans the page above both of the", "columns.", top=80, x=30),
        two_columns(120),
    )
    assert texts(pdf(page))[0] == "This paragraph spans the page above both of the columns."


def test_three_columns_are_read_in_order():
    page = together(
        *(
            lines(f"Column {name} holds words", "that wrap onto lines", x=20 + 130 * i, size=8)
            for i, name in enumerate("ABC")
        )
    )
    assert [text[:8] for text in texts(pdf(page))] == ["Column A", "Column B", "Column C"]


def test_cards_side_by_side_stay_together_and_figures_keep_their_words():
    page = together(
        *(
            together(
                bold(title, x=30 + 125 * i, top=120, size=12),
                lines(figure, x=30 + 125 * i, top=200, size=30),
                lines(said, x=30 + 125 * i, top=215, size=9),
            )
            for i, (title, figure, said) in enumerate(
                [("Accurate", "98%", "right answers"), ("Awake", "24/7", "at work")]
            )
        )
    )
    assert texts(pdf(page)) == ["Accurate", "98% right answers", "Awake", "24/7 at work"]


def test_headings_are_told_by_size_with_levels_by_rank():
    page = together(
        lines("A very large title", top=80, size=24),
        lines("A smaller heading", top=110, size=14),
        lines(*BODY, top=140),
    )
    found = passages(pdf(page))
    assert [(p.role, p.level) for p in found] == [
        (Role.HEADING, 1),
        (Role.HEADING, 2),
        (Role.PARAGRAPH, 0),
    ]
    assert [p.size for p in found] == [2.4, 1.4, 1.0]


def test_a_bold_line_of_its_own_is_a_heading_and_bold_words_are_not():
    page = together(bold("Human oversight", top=80), lines(*BODY, top=100))
    first, second = passages(pdf(page))
    assert (first.role, second.role) == (Role.HEADING, Role.PARAGRAPH)


def test_bullets_lose_their_glyph_and_keep_their_depth():
    page = lines(
        "• Answers every question",
        "• Books travel",
        "    – flights",
        "    – hotels",
        "• Pays bills",
    )
    found = passages(pdf(page))
    assert all(p.role is Role.BULLET for p in found)
    assert [(p.text, p.level) for p in found] == [
        ("Answers every question", 1),
        ("Books travel", 1),
        ("flights", 2),
        ("hotels", 2),
        ("Pays bills", 1),
    ]


def test_a_bullet_that_hangs_in_the_margin_finds_its_wrapped_line():
    page = together(
        lines("•", x=40, top=101, size=12),
        lines(
            "Works day and night on every question that comes", "in from anywhere.", x=60, top=100
        ),
    )
    (passage,) = passages(pdf(page))
    assert passage.role is Role.BULLET
    assert passage.text == "Works day and night on every question that comes\nin from anywhere."


def test_a_letter_of_a_symbol_font_is_a_bullet():
    page = together(
        lines("l", x=40, top=100, font="ZapfDingbats"), lines("It never sleeps", x=55, top=100)
    )
    (passage,) = passages(pdf(page))
    assert (passage.text, passage.role) == ("It never sleeps", Role.BULLET)


def test_clauses_carry_their_printed_number():
    page = lines(
        "7.2 The Vendor shall keep a person in the loop at all times, and",
        "shall say so.",
        "7.3 The Customer shall pay.",
        "(a) on time",
    )
    found = passages(pdf(page))
    assert [p.number for p in found] == ["7.2", "7.3", "(a)"]
    assert found[0].text.startswith("7.2 The Vendor")


def test_a_clause_whose_number_hangs_keeps_a_second_line_that_opens_with_a_name():
    page = together(
        lines("2.3", x=40, top=100, size=10),
        lines(
            "The Services process claims under the Supported Policy",
            "Forms only.",
            x=64,
            top=100,
            size=10,
        ),
        lines("2.4", x=40, top=130, size=10),
        lines("The Supplier shall encrypt all Customer Data at rest.", x=64, top=130, size=10),
    )
    assert texts(pdf(page)) == [
        "2.3 The Services process claims under the Supported Policy Forms only.",
        "2.4 The Supplier shall encrypt all Customer Data at rest.",
    ]


def test_a_clause_number_that_touches_its_first_word_is_parted_from_it():
    told = passages(
        pdf(
            lines(
                "4.1.Supplier shall give notice.",
                "4.2.A notice is in writing.",
                x=40,
                top=100,
                size=10,
            )
        )
    )
    assert [(one.number, one.text) for one in told] == [
        ("4.1", "4.1. Supplier shall give notice."),
        ("4.2", "4.2. A notice is in writing."),
    ]


def test_small_print_with_a_star_is_the_footnote_of_the_starred_words():
    page = together(
        lines("Right in 99% of cases*, and that is what", "this page is about.", top=100),
        lines("* Measured by us on our own data.", top=560, size=7),
    )
    body, note = passages(pdf(page))
    assert body.notes == ("*",)
    assert (note.note_id, note.location.part) == ("*", Part.FOOTNOTE)
    assert note.location.label == "page 1, footnote"


def test_the_only_line_with_a_star_explains_the_starred_words_in_print_of_any_size():
    starred = lines("Right in 99% of cases.*", "And this goes on.", top=100)
    note = lines("* Measured by us on our own data.", top=200)
    found = passages(pdf(together(starred, note)))
    assert [passage.note_id for passage in found] == [None, "*"]
    both = lines("Faster, too.**", top=160), lines("** Seen by our customers.", top=240)
    found = passages(pdf(together(starred, note, *both)))
    assert [passage.note_id for passage in found] == [None, None, None, "*"]
    listed = lines("* Quick", "* Cheap", top=200)
    found = passages(pdf(together(starred, listed)))
    assert [passage.role for passage in found[1:]] == [Role.BULLET, Role.BULLET]


def test_a_raised_figure_is_a_note_and_never_part_of_the_number_before_it():
    page = together(
        lines("Accuracy of 99.2", x=40, top=100),
        lines("1", x=113.5, top=96, size=6),
        lines("in our tests of last year, and so on.", x=120, top=100),
        lines("1", x=40, top=556, size=5),
        lines("Vendor test, 2026.", x=44, top=560, size=7),
    )
    body, note = passages(pdf(page))
    assert body.text.startswith("Accuracy of 99.2¹ in")
    assert (body.notes, note.note_id) == (("1",), "1")


def test_notes_are_found_in_runs_of_letters_of_any_length():
    assert notes_in("a" * 300_000 + "\N{SUPERSCRIPT ONE} and 99\N{SUPERSCRIPT TWO}") == ("1", "2")


def test_numbers_in_brackets_are_notes():
    page = together(
        lines("The agent wins every test [1] that it takes, always.", top=100),
        lines("[1] Three tests, by us.", top=560, size=7),
    )
    body, note = passages(pdf(page))
    assert (body.notes, note.note_id) == (("1",), "1")


def test_lines_that_come_back_in_the_margin_are_heads_and_feet():
    pages = [
        together(
            lines("ACME, autonomous since 2020", top=20, size=8),
            lines(f"What page {number} has to say is this.", top=200),
            lines(f"Page {number} of 3", x=300, top=585, size=8),
        )
        for number in (1, 2, 3)
    ]
    found = passages(pdf(*pages))
    assert [p.location.part for p in found] == [Part.HEADER, Part.BODY, Part.FOOTER] * 3
    assert found[3].location.label == "page 2, header"


def test_the_number_of_a_page_in_a_bundle_is_a_foot():
    pages = [
        together(lines(*BODY, top=100), lines(f"ACV00004{number}", x=300, top=585))
        for number in (1, 2, 3)
    ]
    feet = [p.text for p in passages(pdf(*pages)) if p.location.part is Part.FOOTER]
    assert feet == ["ACV000041", "ACV000042", "ACV000043"]


def test_a_headline_in_the_margin_is_no_running_head():
    pages = [
        together(lines("Our promise", top=40, size=24), lines(*BODY, top=100)) for _ in range(3)
    ]
    heads = [p for p in passages(pdf(*pages)) if p.text == "Our promise"]
    assert [head.location.part for head in heads] == [Part.BODY] * 3


ROWS = (("Metric", "Value", "Data"), ("Accuracy", "94 %", "internal"), ("Recall", "88 %", "public"))


def test_cells_of_a_ruled_table_know_their_heads():
    page = together(lines("All values were measured in June.", top=80), table(*ROWS, top=100))
    cells = [p for p in passages(pdf(page)) if p.role is Role.CELL]
    assert [p.text for p in cells] == [text for row in ROWS for text in row]
    value = next(p for p in cells if p.text == "88 %")
    assert value.location.label == "page 1, table 1, row 3"
    assert value.location.part is Part.TABLE
    assert value.cell is not None
    assert (value.cell.column_head, value.cell.row_head) == ("Value", "Recall")


def test_a_table_stands_where_it_stands_in_the_text():
    page = together(
        lines("Before the table.", top=80), table(*ROWS, top=100), lines("After it.", top=200)
    )
    found = texts(pdf(page))
    assert (found[0], found[-1]) == ("Before the table.", "After it.")


def test_rows_without_rules_are_a_table_too():
    page = together(
        lines("All values below were measured by us in June of this year.", top=80),
        table(*ROWS, top=100, ruled=False),
    )
    cells = [p for p in passages(pdf(page)) if p.role is Role.CELL]
    assert [p.text for p in cells] == [text for row in ROWS for text in row]


def test_rows_between_rules_alone_are_a_table_with_wrapped_cells():
    def rules(canvas):
        for y in (500, 470, 440, 410):
            canvas.line(40, y, 340, y)

    page = together(
        rules,
        *(lines("Working", "hours", x=44, top=112 + 30 * i, size=9) for i in range(3)),
        *(lines("24/7, no", "sick days", x=150, top=112 + 30 * i, size=9) for i in range(3)),
        *(lines("Zero", x=280, top=117 + 30 * i, size=9) for i in range(3)),
    )
    cells = [p for p in passages(pdf(page)) if p.role is Role.CELL]
    assert [p.text for p in cells] == ["Working\nhours", "24/7, no\nsick days", "Zero"] * 3
    assert cells[-1].location.label == "page 1, table 1, row 3"


def test_running_text_between_rules_is_no_table():
    def rules(canvas):
        for y in (540, 480, 420):
            canvas.line(40, y, 360, y)

    page = together(rules, lines(*BODY, top=80), lines(*BODY, top=140))
    assert {p.role for p in passages(pdf(page))} == {Role.PARAGRAPH}


def test_a_head_over_two_columns_stands_over_both():
    def rules(canvas):
        for y in (500, 480, 460, 440):
            canvas.line(40, y, 340, y)
        for x in (40, 140, 340):
            canvas.line(x, 500, x, 440)
        canvas.line(240, 480, 240, 440)

    page = together(
        rules,
        *(
            lines(text, x=x, top=top, size=9)
            for text, x, top in (
                ("Task", 44, 114),
                ("Accuracy in tests", 150, 114),
                ("Intake", 44, 134),
                ("94 %", 150, 134),
                ("96 %", 250, 134),
                ("Match", 44, 154),
                ("90 %", 150, 154),
                ("91 %", 250, 154),
            )
        ),
    )
    heads = {p.text: p.cell.column_head for p in passages(pdf(page)) if p.cell is not None}
    assert heads["96 %"] == heads["94 %"] == "Accuracy in tests"


def test_a_frame_around_text_is_no_table():
    page = table(("We never fail.",), top=100, wide=200, high=60)
    assert [p.role for p in passages(pdf(page))] == [Role.PARAGRAPH]


def test_a_caption_is_told():
    page = together(lines(*BODY, top=100), lines("Figure 3: How the agent works", top=300))
    assert passages(pdf(page))[-1].role is Role.CAPTION
