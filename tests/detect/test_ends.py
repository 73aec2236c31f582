"""Marked words neither begin nor end in the middle of a phrase, a name, a number or a compound."""

from __future__ import annotations

import pytest

from claimlint.datafiles import data_folder
from claimlint.detect.cues import Cues
from claimlint.detect.marking.ends import end_words, unbroken
from claimlint.rulebook.load import load_book
from claimlint.rulebook.reading_form import tokens

VERBS = frozenset("negotiates reached make decide plan screens trains".split())
WORDS = end_words(Cues(load_book(data_folder("rules")).words), VERBS)


@pytest.mark.parametrize(
    ("before", "cut", "rest", "behind"),
    [
        ("", "autonomous accounting", " platform", " for ports"),
        ("", "unbiased hiring", " decisions", "."),
        ("", "bias-free candidate", " screening", " at scale"),
        ("", "tireless digital claims", " adjuster", " for insurers"),
        ("certified to ", "ISO/IEC 42001 by an accredited", " registrar", ""),
        ("", "certified to ISO", "/IEC 42001", " in May"),
        ("", "for use in safety", "-critical or high-risk environments", "."),
        ("", "negotiates contracts end", " to end", ", always"),
        ("", "errors fell from 8%", " to 2%", " within a year"),
        ("", "errors fell from 4 %", " to below 0.2 %", " in May"),
        ("", "explains how it reached", " a decision", ", in words"),
        ("it can ", "make credit", " decisions", " without asking"),
        ("", "informs the Controller without", " undue delay", " of it"),
        ("", "nights, weekends", " and public holidays", "."),
        ("", "is never used", " to train models", "."),
        ("AI that ", "understands your business", " context", " and more"),
        ("", "matches reviewers question", " for question", "."),
        ("", "does not promise that results will meet", " your targets", ", ever"),
    ],
)
def test_words_go_on_to_the_end_of_the_phrase_they_break_off(before, cut, rest, behind):
    assert marked(before, cut, rest + behind) == cut + rest


@pytest.mark.parametrize(
    ("before", "cut", "behind", "whole"),
    [
        ("Priority ", "1 incidents are acknowledged", ".", "Priority 1 incidents are acknowledged"),
        ("Staffed from Friday ", "noon on", ".", "from Friday noon on"),
        ("Fewer missed-", "bin reports", ".", "missed-bin reports"),
    ],
)
def test_words_begin_where_the_name_begins(before, cut, behind, whole):
    assert marked(before, cut, behind) == whole


@pytest.mark.parametrize(
    ("cut", "behind"),
    [
        ("autonomous", " agents"),
        ("hack-proof", " voice verification"),
        ("clinically safe", " triage"),
        ("our digital employees", " handle payroll"),
        ("no human review", " required before release"),
        ("an AI bookkeeper", " automatically pays"),
        ("liability for claims", " arising from use"),
        ("let our virtual bookkeeper", " plan it"),
        ("an AI agent", " screens the candidates"),
        ("closes the books", " overnight"),
    ],
)
def test_words_that_are_whole_stay_as_they_are(cut, behind):
    assert marked("", cut, behind) == cut


def test_words_stop_where_the_next_claim_begins():
    text = "Unbiased hiring decisions"
    assert unbroken(text, tokens(text), (0, 2), 2, WORDS) == (0, 2)


def marked(before: str, cut: str, behind: str) -> str:
    text = before + cut + behind
    row, first = tokens(text), len(before)
    inside = [at for at, token in enumerate(row) if first <= token.start < first + len(cut)]
    start, end = unbroken(text, row, (inside[0], inside[-1] + 1), len(row), WORDS)
    return text[row[start].start : row[end - 1].end]
