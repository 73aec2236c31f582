"""Results as lines of JSON: what goes in comes out, and nothing else comes out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimlint.cache.encoding import FormFault, dumped, loaded
from claimlint.datafiles import data_folder
from claimlint.document import Location, Part, Passage, Piece
from claimlint.finding import Report
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.steps.result_cache import Judged
from claimlint.values.pieces import Boxed


def through(kind, thing):
    return loaded(kind, dumped(thing))


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


@pytest.mark.parametrize(
    "text", [b"", b"null", b"5", b"[]", b"{}", b'{"text": 5}', b"[" * 100_000, b'{"text": "\xff"}']
)
def test_what_is_no_passage_is_refused(text):
    with pytest.raises(FormFault):
        loaded(Passage, text)


def test_paths_and_days_come_back():
    settings = Settings(today=date(2026, 11, 23), rules=Path("rules"), evidence=(Path("a.yaml"),))
    assert through(Settings, settings) == settings


def test_half_a_character_has_no_form():
    with pytest.raises(FormFault):
        dumped(Passage(text="\ud800", location=Location(label="line 1")))
