"""Which capitals are names of companies, and which are terms that a contract defines."""

from __future__ import annotations

from claimlint.datafiles import data_folder
from claimlint.detect.cues import Cues
from claimlint.detect.paper.names import Names
from claimlint.rulebook.load import load_book
from claimlint.rulebook.reading_form import tokens

CUES = Cues(load_book(data_folder("rules")).words)


def bare(*sentences: str) -> frozenset[str]:
    names = Names()
    for sentence in sentences:
        names.add(tokens(sentence))
    return names.bare(frozenset(["calder", "forms", "ledger", "recommendation", "recommendations"]))


def test_a_company_stands_without_an_article():
    told = bare("Calder keeps the log.", "Each month Calder sends it.", "It is sent by Calder.")
    assert "calder" in told


def test_what_any_and_each_stand_before_is_a_term_also_behind_another_capital():
    told = bare("any Approved Ledger", "Each Ledger is kept.", "The Approved Ledger is closed.")
    assert "ledger" not in told


def test_what_means_something_or_has_a_plural_is_a_term():
    told = bare("Supported Forms means those in Part B.", "It reads Forms.", "We like Forms.")
    assert told.isdisjoint(["forms", "recommendation", "recommendations"])


def test_the_web_address_of_a_company_does_not_make_its_name_a_common_word():
    names = Names()
    for sentence in (
        "We call it Calder.",
        "Here Calder reads.",
        "There Calder writes to mail@calder.example.",
        "See calder.example for more.",
    ):
        names.add(tokens(sentence))
    assert "calder" in names.told(CUES)


def test_a_word_that_also_stands_in_lower_case_is_no_name():
    names = Names()
    for sentence in ("We call it Calder.", "Here Calder reads.", "There Calder is.", "A calder."):
        names.add(tokens(sentence))
    assert "calder" not in names.told(CUES)
