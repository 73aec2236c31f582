"""What the reader of plain text gives: paragraphs, bullets, headings, rows, exact places."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Part, Problem, ProblemCode, Role
from claimlint.errors import UnreadableFile
from claimlint.values.labels import on_line
from tests.readers.places import found_in_order, items, passages, readable


def told(text: str) -> list[tuple[str, Role]]:
    return [(passage.text, passage.role) for passage in passages("text", text)]


def texts(text: str | bytes) -> list[str]:
    return [passage.text for passage in passages("text", text)]


def test_a_wrapped_paragraph_is_one_passage():
    text = (
        "The agent answers every ticket that comes in\nwithout help from a person.\n\nNext one.\n"
    )
    first, last = passages("text", text)
    assert first.text == text.split("\n\n")[0]
    assert (first.location.line, first.location.end_line) == (1, 2)
    assert (last.location.label, last.location.column) == ("line 4", 1)


def test_words_have_the_line_and_column_of_the_file():
    (passage,) = passages("text", "\ufeffIt works\r\n  without any human help.")
    start = passage.text.index("human")
    place = passage.locate(start, start + len("human help"))
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 15, 2, 25)


def test_a_span_over_a_line_break_ends_on_the_next_line():
    (passage,) = passages("text", "It runs without\nhuman help.")
    place = passage.locate(passage.text.index("without"), passage.text.index(" help"))
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 9, 2, 6)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_ending_counts(ending):
    text = ending.join(("One.", "", "Two.", "", "Three."))
    assert [passage.location.line for passage in passages("text", text)] == [1, 3, 5]


def test_a_form_feed_ends_a_paragraph_and_no_line():
    found = passages("text", "End of page\fStart of page")
    assert [(p.text, p.location.line, p.location.column) for p in found] == [
        ("End of page", 1, 1),
        ("Start of page", 1, 13),
    ]


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "+", "▪", "→", "✅", "🤖", "☑️", "- [x]"])
def test_marks_start_a_bullet_and_are_no_text(mark):
    text = f"It can:\n{mark} answer mail\n{mark} pay bills that\n  come in\n"
    assert told(text)[1:] == [
        ("answer mail", Role.BULLET),
        ("pay bills that\ncome in", Role.BULLET),
    ]


def test_indented_bullets_are_deeper():
    found = passages("text", "- one\n  - two\n    - three\n- four\n")
    assert [passage.level for passage in found] == [1, 2, 3, 1]


def test_a_dash_inside_a_sentence_is_no_bullet():
    assert len(texts("It never sleeps\n— not even at night.")) == 1


def test_numbered_items_keep_their_number():
    found = passages("text", "1. Connect\n2. Relax\n(a) first\n(b) second\n")
    assert [(p.number, p.text) for p in found] == [
        ("1.", "Connect"),
        ("2.", "Relax"),
        ("(a)", "first"),
        ("(b)", "second"),
    ]


def test_a_number_in_a_wrapped_sentence_is_no_list():
    assert texts("Our customers are more than\n200. They like it.") == [
        "Our customers are more than\n200. They like it."
    ]


def test_clauses_have_their_number():
    text = "7.1 The vendor warrants it.\n7.2 The client checks\nthe output.\n7.2.1 Always\n"
    assert [(p.number, p.text) for p in passages("text", text)] == [
        ("7.1", "The vendor warrants it."),
        ("7.2", "The client checks\nthe output."),
        ("7.2.1", "Always"),
    ]


def test_a_figure_is_no_clause():
    assert texts("4.8 Stars from our users.") == ["4.8 Stars from our users."]


def test_headings_are_underlined_shouted_or_alone():
    text = "Acme One\n========\n\nOVERVIEW\nIt works.\n\nOur agent\n\nIt never sleeps.\n"
    assert told(text) == [
        ("Acme One", Role.HEADING),
        ("OVERVIEW", Role.HEADING),
        ("It works.", Role.PARAGRAPH),
        ("Our agent", Role.HEADING),
        ("It never sleeps.", Role.PARAGRAPH),
    ]


def test_the_only_line_of_a_text_is_no_heading():
    assert told("Works without human help") == [("Works without human help", Role.PARAGRAPH)]


def test_short_lines_that_would_have_fitted_are_paragraphs_of_their_own():
    assert texts("AI-powered triage\nZero human involvement\nAlways on\n") == [
        "AI-powered triage",
        "Zero human involvement",
        "Always on",
    ]


def test_a_line_that_breaks_inside_a_phrase_goes_on():
    assert len(texts("Runs without the\nGPT-4 model.")) == 1
    assert len(texts("It works without\nhuman help.")) == 1


def test_rows_between_tabs_or_bars_are_cells_with_heads():
    found = passages("text", "| Metric | Value |\n|--------|-------|\n| Accuracy | 99 % |\n")
    value = found[-1]
    assert (value.text, value.role, value.location.part) == ("99 %", Role.CELL, Part.TABLE)
    assert (value.cell.column_head, value.cell.row_head) == ("Value", "Accuracy")
    assert value.location.label == "line 3, table 1, row 2"
    assert [p.cell.column for p in passages("text", "a\tb\nc\td\n")] == [1, 2, 1, 2]


def test_quoted_lines_are_quotes():
    assert told("He said:\n\n> It never\n> sleeps.\n")[-1] == ("It never\nsleeps.", Role.QUOTE)


def test_a_footnote_with_an_asterisk_explains_its_marker():
    claim, *_, note = passages("text", "99 %* of cases.\n\n- a\n- b\n\n* Of 50 cases.\n")
    assert claim.notes == ("*",)
    assert (note.note_id, note.location.part) == ("*", Part.FOOTNOTE)


def test_bullets_with_asterisks_stay_bullets():
    assert [p.role for p in passages("text", "99 %* of:\n* a\n* b\n")][1:] == [Role.BULLET] * 2


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (codecs.BOM_UTF8 + "naïve".encode(), "naïve"),
        (codecs.BOM_UTF16_LE + "naïve".encode("utf-16-le"), "naïve"),
        (codecs.BOM_UTF32_BE + "naïve".encode("utf-32-be"), "naïve"),
        ("It is long enough".encode("utf-16-le"), "It is long enough"),
        ("It’s – “naïve”".encode("cp1252"), "It’s – “naïve”"),
    ],
)
def test_charsets_are_told_from_the_bytes(data, text):
    assert texts(data) == [text]


def test_characters_that_cannot_be_told_are_a_problem():
    found = items("text", "Das ist schön und gut, sehr schön, äußerst schön.".encode() + b"\xff")
    problems = [item for item in found if isinstance(item, Problem)]
    assert [problem.code for problem in problems] == [ProblemCode.GARBLED_TEXT]


@pytest.mark.parametrize("data", [bytes(range(32)) * 10, b"\x7fELF" + b"\0" * 100])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UnreadableFile):
        items("text", data)


PARTS = (
    *("word", "two words", "UPPER CASE", "A.", "99%*", " ", "\n", "\n\n", "\r\n", "\r", "\f", "\t"),
    *("- ", "* ", "• ", "1. ", "2. ", "(a) ", "7.1 A", "7.2 B", "> ", "===\n", "---\n", "|", "# "),
    *("* Note", "[1]", "é😀", "🤖 ", ":", "—", "\x0b", "\u200b", "\xa0", "\x85", "\u2028", "\x1c"),
)


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_every_word_stands_where_its_passage_says(text):
    found_in_order("text", text, exact=True)


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_no_letter_is_lost(text):
    letters = [letter for letter in text if letter.isalpha()]
    marks = {"a"} if "(a) " in text else set()
    read = [letter for p in readable("text", text) for letter in p.text if letter.isalpha()]
    assert [x for x in read if x not in marks] == [x for x in letters if x not in marks]


def test_fields_under_each_other_make_a_table():
    table = """
                   Sheet      Clerkwell
                   -----      ---------
    Cost           €9.40      €1.88
    Weekend work   your own   runs unattended
    """
    found = {passage.text: passage.cell for passage in passages("text", table)}
    assert found["runs unattended"].column_head == "Clerkwell"
    assert found["runs unattended"].row_head == "Weekend work"
    assert (found["€1.88"].row, found["€1.88"].column) == (2, 3)


@pytest.mark.parametrize(
    "block",
    [
        "1.  Reads the mail\n2.  Pays it\n3.  Sleeps never",
        "-  Reads  the mail\n-  Pays   it\n-  Sleeps never",
        "Text  that has  two\nspaces  in it now\nand  then, no columns",
        "Name    Ann\nTitle   Buyer",
    ],
)
def test_lists_and_text_with_wide_gaps_are_no_table(block):
    assert all(passage.cell is None for passage in passages("text", block))


@pytest.mark.parametrize(
    ("word", "label"), [("Owl", "line 3"), ("sends", "line 4"), ("ten", "line 5")]
)
def test_the_label_of_words_names_their_own_line_of_a_paragraph(word, label):
    _, passage = passages("text", "Hello,\n\nline 3 of Owl\nsends it\nwithin ten minutes.\n")
    start = passage.text.index(word)
    assert passage.locate(start, start + len(word)).label == label


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("attachment line 4.txt: line 4", "attachment line 4.txt: line 6"),
        ("line 4 of the decoded text, HTML part", "line 6 of the decoded text, HTML part"),
        ("line 41", "line 41"),
        ("slide 4", "slide 4"),
    ],
)
def test_only_the_line_of_a_label_changes(label, told):
    assert on_line(label, 4, 6) == told
