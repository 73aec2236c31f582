"""What spares work finds no less: detectors that need a number, cues filed by their words."""

from __future__ import annotations

import json

import pytest

from claimlint.datafiles import data_folder
from claimlint.evidence.detectors.named import DETECTORS, SIGNS
from claimlint.evidence.matching.compiled_kinds import compiled_kinds
from claimlint.evidence.matching.cues import compile_cues
from claimlint.evidence.matching.needs import Lists
from claimlint.evidence.matching.searched_text import Index, SearchedText
from claimlint.evidence.text.units import cut
from claimlint.score.evidence_examples import paper


@pytest.fixture(scope="module")
def texts() -> list[str]:
    files = sorted(data_folder("corpora").glob("tune/*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line)["text"] for line in lines[::4]]


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_a_detector_of_numbers_or_workers_finds_the_same_whether_it_is_asked_or_spared(name, texts):
    for text in texts:
        assert SearchedText(text).hits(name) == tuple(DETECTORS[name](text)), text


def test_a_number_in_words_or_other_figures_is_a_number():
    assert SearchedText("Nine out of ten are right.").hits("value")
    assert SearchedText("Twenty-one of them at Three hospitals.").hits("places")
    assert SearchedText("\u0669\u0668 % are right").hits("value") == tuple(
        DETECTORS["value"]("\u0669\u0668 % are right")
    )


def test_cues_stand_only_where_the_index_says(catalogue, texts):
    searched = [SearchedText(text) for text in texts]
    index = Index(searched)
    for compiled in compiled_kinds(catalogue):
        for cues in (compiled.about, *(field.cues for field in compiled.fields)):
            rest = (searched[n] for n in index.all if n not in cues.places(index))
            assert not any(
                any(cue.matches(seen.text))
                for seen in list(rest)[::20]
                for cue in cues.filed.phrases[::5]
            )


def test_a_field_is_filled_only_where_the_index_says(catalogue, texts):
    units = [unit for text in texts for unit in cut(paper(text).passages)]
    index = Index([SearchedText(unit.text) for unit in units])
    for compiled in compiled_kinds(catalogue):
        for field in compiled.fields:
            rest = (n for n in index.all if n not in field.places(index))
            for place in list(rest)[::9]:
                assert not list(field.find(units[place], index.texts[place])), units[place].text


def test_evidence_of_a_kind_is_looked_for_where_each_field_of_its_kernel_has_a_place(catalogue):
    words = "On 400 invoices, 95 % of the fields were right."
    accuracy, *_ = compiled_kinds(catalogue)
    backed = Index([SearchedText(words), SearchedText("Tested on a hold-out set of invoices.")])
    assert all(accuracy.needed(backed))
    assert not all(accuracy.needed(Index([SearchedText("95 % of the visitors like the museum.")])))


def test_a_cue_of_a_number_or_of_people_at_work_finds_the_same_whether_it_is_tried(
    catalogue, texts
):
    fields = [field for compiled in compiled_kinds(catalogue) for field in compiled.fields]
    tried = {
        cue.source: cue
        for field in fields
        for cue in field.cues.filed.phrases
        if not {"<n>", "$number", "$value", "$worker"}.isdisjoint(cue.parts)
    }
    assert len(tried) > 20
    for seen in map(SearchedText, texts[::6]):
        spared = [cue for cue in tried.values() if not cue.possible(seen)]
        assert not any(any(cue.matches(seen.text)) for cue in spared), seen.text


def test_phrases_that_end_alike_are_found_each_with_its_own_words():
    cues = compile_cues(["$role"], Lists({"role": ("case handler*", "on-call clerk*", "lead")}))
    text = SearchedText("Case-handlers, on call clerks and a lead handler led the leads.")
    found = [text.text[hit.start : hit.end] for hit in cues.find(text)]
    assert found == ["Case-handlers", "on call clerks", "lead"]


def test_a_list_may_be_one_way_of_several():
    cues = compile_cues(["go to team/$role"], Lists({"role": ("nurse",)}))
    assert cues.any(SearchedText("They go to nurse."))
    assert cues.any(SearchedText("They go to team."))


def test_a_cue_needs_a_word_of_each_of_its_parts():
    cues = compile_cues(["tested $on <n> case*"], Lists({"on": ("on", "with a")}))
    found = [
        [text[hit.start : hit.end] for hit in cues.find(SearchedText(text))]
        for text in ("Tested on 40 cases.", "tested with a 3 case", "tested at 40 cases")
    ]
    assert found == [["Tested on 40 cases"], ["tested with a 3 case"], []]


def test_a_cue_is_tried_only_where_its_words_follow_one_another():
    (cue,) = compile_cues(["$worker ... review* <n>"], Lists({})).filed.phrases
    told = ("Nurses review 12 cases.", "In 12 reviews nurses nod.", "Nurses revise 12 cases.")
    assert [cue.possible(SearchedText(text)) for text in told] == [True, False, False]


def test_a_range_is_looked_for_where_two_numbers_stand_or_something_was_measured():
    told = ("It opens at nine.", "Nine of 10 opened.", "Tested with 40 users.")
    assert [bool(SearchedText(text).able("range")) for text in told] == [False, True, True]
