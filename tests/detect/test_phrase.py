"""A claim ends where a phrase ends, begins with no joining word, and stops at the next one."""

from __future__ import annotations

import pytest

from claimlint.detect.marking.phrase import asserted, completed, from_last_join, led_on, within
from claimlint.rulebook.reading_form import tokens
from claimlint.terms import Category


@pytest.mark.parametrize(
    ("text", "found", "category", "whole"),
    [
        ("It decides on every repair under 800 dollars.", (1, 4), "independent-decision", 5),
        ("The leading sourcing platform for ports", (0, 2), "market-position", 4),
        ("It works 24/7 on your orders.", (2, 3), "continuous-operation", 3),
        ("It senses that a corridor is busy.", (1, 4), "understanding-learning", 5),
        ("Our bot learns from each storm.", (0, 3), "understanding-learning", 6),
        ("A clerk that doesn't tire", (3, 4), "human-replacement", 6),
        ("It decides on every. Then it stops.", (1, 4), "independent-decision", 4),
        ("It pays up to $500 on its own.", (6, 9), "autonomy", 9),
        ("It closes books without anyone touching a key.", (1, 5), "autonomy", 8),
    ],
)
def test_words_go_on_to_the_end_of_their_phrase(text, found, category, whole):
    row = tokens(text)
    assert completed(row, found, Category(category), len(row)) == (found[0], whole)


@pytest.mark.parametrize(
    ("text", "found", "category", "words"),
    [
        ("45% decrease in idle time", (2, 5), "business-outcome", "45% decrease in idle time"),
        ("Errors: 15% → 0.8% a month", (0, 4), "accuracy-reliability", "Errors: 15% → 0.8%"),
        ("Costs fall by £40 a day.", (0, 2), "business-outcome", "Costs fall by £40"),
        ("Hire AI toll keepers.", (0, 2), "human-replacement", "Hire AI toll keepers"),
    ],
)
def test_a_figure_and_the_name_of_a_role_belong_to_the_words(text, found, category, words):
    row = tokens(text)
    start, end = completed(row, found, Category(category), len(row))
    assert text[row[start].start : row[end - 1].end] == words


def test_of_words_on_hours_the_hours_are_enough():
    assert within((0, 9), [(5, 8), (12, 13)]) == (5, 8)
    assert within((0, 4), [(5, 8)]) == (0, 4)


def test_words_stop_where_the_next_claim_begins():
    row = tokens("Our leading AI employee sorts mail.")
    assert completed(row, (1, 2), Category.MARKET_POSITION, 2) == (1, 2)


def test_joining_words_and_marks_at_the_ends_are_left_out():
    row = tokens("A clerk: that thinks, and acts.")
    assert completed(row, (2, 6), Category.UNDERSTANDING_LEARNING, len(row)) == (4, 5)


def test_of_several_verbs_the_one_that_claims_begins_the_words():
    row = tokens("A clerk that reads the mail and decides each case.")
    assert from_last_join(row, (2, 10), 7) == (7, 10)
    assert from_last_join(row, (7, 10), 7) == (7, 10)


@pytest.mark.parametrize(
    ("text", "found", "category", "words"),
    [
        ("Our agent handles everything.", (0, 4), "autonomy", "handles everything"),
        ("Agents work all night.", (0, 4), "continuous-operation", "work all night"),
        ("We'll file it hands-free.", (0, 6), "autonomy", "file it hands-free"),
        ("The agent employee wins.", (1, 4), "understanding-learning", "agent employee wins"),
        (
            "Our platform leads the field.",
            (0, 3),
            "market-position",
            "Our platform leads",
        ),
        ("It reads the file and decides on its own.", (1, 6), "autonomy", "decides on its own"),
        ("It decides without asking anybody.", (1, 2), "autonomy", "decides without asking"),
        ("It learns on its own.", (1, 2), "understanding-learning", "learns"),
    ],
)
def test_words_begin_with_what_is_done_and_go_on_to_how_alone(text, found, category, words):
    row = tokens(text)
    verbs = frozenset({"work", "works", "reads", "decides", "learns"})
    start, end = completed(
        row, asserted(row, found, Category(category), verbs), Category(category), len(row)
    )
    assert text[row[start].start : row[end - 1].end] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [("Now Ledgerly does it, daily.", "Now Ledgerly does it"), ("Never on Sundays", "Never")],
)
def test_the_small_word_that_goes_on_a_sentence_takes_its_clause_along(text, words):
    row = tokens(text)
    start, end = led_on(row, (0, 1), len(row))
    assert text[row[start].start : row[end - 1].end] == words
