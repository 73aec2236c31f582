"""Each sign of `rules/kinds.yaml` decides on a paper that shows it; a fault has its place."""

from __future__ import annotations

import gc
from weakref import ref

import pytest
from msgspec.structs import replace

from claimlint.datafiles import data_folder
from claimlint.detect.cues import Cues
from claimlint.detect.paper.kind import sign_of
from claimlint.detect.paper.survey import Survey
from claimlint.detect.units.segment import units
from claimlint.errors import RuleFault
from claimlint.rulebook.load import load_book
from claimlint.rulebook.yaml.signs import load_signs

from .build import cells_of, passages

BOOK = load_book(data_folder("rules"))
CUES = Cues(BOOK.words)
FLAG = [(sign.id, paper) for sign in BOOK.signs for paper in sign.flag]
PASS = [(sign.id, near.text) for sign in BOOK.signs for near in sign.passes]


def shown(paper):
    survey = Survey(units(passages(*paper.strip().splitlines())), CUES)
    return sign_of(survey, CUES, BOOK.signs).id


def test_every_sign_has_its_examples():
    assert {sign for sign, _ in FLAG} == {sign for sign, _ in PASS} == {s.id for s in BOOK.signs}


@pytest.mark.parametrize(("sign", "paper"), FLAG)
def test_a_sign_decides_on_its_papers(sign, paper):
    assert shown(paper) == sign


@pytest.mark.parametrize(("sign", "paper"), PASS)
def test_a_sign_leaves_its_near_misses_to_others(sign, paper):
    assert shown(paper) != sign


def test_a_paper_without_a_sign_sells():
    assert shown("Letters find their tray before breakfast.") == "sells"


def test_a_phrase_on_every_line_counts_twice():
    assert shown("Trays are hereby full.\n" * 9) == "sells"


def test_the_month_of_may_weighs_nothing():
    paper = "Trays were counted on 3 {0} and 5 {0}.\nIn contrast to hooks, trays hang."
    assert shown(paper.format("may")) == "essay"
    assert shown(paper.format("May")) == "sells"


def test_numbers_that_the_word_processor_prints_are_those_of_clauses():
    lines = ("Keys are counted; the parties shall keep them.", "Lids are no trays.", "It is shut.")

    def kind(numbers):
        numbered = [
            replace(passage, location=replace(passage.location, clause=number))
            for passage, number in zip(passages(*lines), numbers, strict=True)
        ]
        return sign_of(Survey(units(numbered), CUES), CUES, BOOK.signs).id

    assert kind(["6.1", "6.2", "6.2(a)"]) == "clauses"
    assert kind(["6.", "7.", "8."]) == kind([None, None, None]) == "sells"


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("kind: advert", 'no such word "advert"'),
        ("kind: other, title: names-of-contract", "names-of-contracts"),
        ("kind: other, counts: {reader: {least: 3}}", 'unknown key "least"'),
        ("kind: other, shape: poem", 'no such word "poem"'),
        ("kind: other, because: c", 'unknown key "because"'),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_place(tmp_path, more, fault):
    file = tmp_path / "kinds.yaml"
    near = "pass: [{text: e, because: f}]"
    file.write_text(f"- {{id: a, says: b, why: c, flag: [d], {near}, {more}}}", encoding="utf-8")
    with pytest.raises(RuleFault, match=fault) as told:
        load_signs(file, BOOK.words)
    assert str(told.value).startswith("rules/kinds.yaml:1:")


def test_the_words_of_a_paper_are_let_go_once_its_kind_is_told():
    survey = Survey(units(passages("Order Form", "Two seats, one year.")), CUES)
    held = ref(survey)
    gc.disable()
    try:
        sign_of(survey, CUES, BOOK.signs)
        del survey
        assert held() is None
    finally:
        gc.enable()


@pytest.mark.parametrize(("answer", "sign"), [("It sorts alone.", "answers"), ("", "names-itself")])
def test_a_questionnaire_in_a_table_sells_where_its_rows_are_answered(answer, sign):
    rows = ((f"A{number}", f"Does it do job {number}?", answer, "no") for number in range(1, 6))
    cells = [cell for cell in cells_of(("Ref", "Question", "Answer", "Proof"), *rows) if cell.text]
    survey = Survey(units([*passages("Supplier questionnaire"), *cells]), CUES)
    assert sign_of(survey, CUES, BOOK.signs).id.startswith(sign)
