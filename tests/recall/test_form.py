"""Results as nested lists: what goes in comes out, and nothing else comes out."""

from __future__ import annotations

import json
from datetime import date

import pytest
from msgspec import Struct

from claimlint.datafiles import data_folder
from claimlint.document import Location, Part, Passage, Piece
from claimlint.finding import Report
from claimlint.pieces import Boxed
from claimlint.recall.form import FormFault, dumped, loaded
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.way.memory import Judged


def through(kind, thing):
    return loaded(kind, json.loads(json.dumps(dumped(thing))))


@pytest.fixture(scope="module")
def report() -> Report:
    return check([data_folder("examples")], Settings(today=date(2026, 11, 23), stances=True))


def test_what_a_run_found_comes_back_as_it_was(report):
    assert report.findings
    assert any(document.passages for document in report.documents)
    judged = Judged(documents=report.documents, matters=report.matters)
    assert through(Judged, judged) == judged


def test_pieces_come_back_packed_or_not():
    place = Location(label="page 1", part=Part.TABLE, bbox=(0.0, 1.5, 2.0, 3.0))
    packed = Passage(text="A b", location=place, pieces=Boxed.of(((0, 1, (1.0, 2.0, 3.0, 4.25)),)))
    single = Passage(text="A b", location=place, pieces=(Piece(0, 1, 3, 4), Piece(2, 3)))
    for passage in (packed, single):
        back = through(Passage, passage)
        assert back == passage
        assert type(back.pieces) is type(passage.pieces)


@pytest.mark.parametrize("raw", [None, 5, {}, [[]], ["a", 5], ["a", ["b"] * 40], ["a", [1], "x"]])
def test_what_is_no_passage_is_refused(raw):
    with pytest.raises(FormFault):
        loaded(Passage, raw)


class _Odd(Struct, frozen=True):
    things: dict[str, str]


def test_a_type_that_has_no_form_is_told():
    with pytest.raises(FormFault):
        loaded(_Odd, [{}])
