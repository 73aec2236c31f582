"""Words that name people's work, inside longer patterns as alone."""

from __future__ import annotations

import json
import re

import pytest

from claimlint.datafiles import data_folder
from claimlint.evidence.detectors.workers import WORKER, find_worker

_ALONE = re.compile(WORKER, re.IGNORECASE)
_NOBODY = re.compile(rf"\bno\s{WORKER}", re.IGNORECASE)
_REVIEW = re.compile(rf"\b(?:{WORKER}|customers)\sreview", re.IGNORECASE)


def _found(pattern, text):
    return [match.group() for match in pattern.finditer(text)]


def test_a_pattern_finds_the_workers_that_are_told_word_by_word():
    files = sorted(data_folder("corpora").glob("tune/*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    for text in (json.loads(line)["text"] for line in lines):
        spans = [match.span() for match in _ALONE.finditer(text)]
        assert spans == [(hit.start, hit.end) for hit in find_worker(text)], text


def test_words_that_only_end_so_are_passed_over_and_the_search_goes_on():
    assert _found(_NOBODY, "No editor, no customer, no others and no clerk.") == [
        "No editor",
        "no clerk",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Editors review it.", ["Editors review"]),
        ("Customers review it.", ["Customers review"]),
        ("Other members review it.", []),
    ],
)
def test_what_is_no_worker_may_be_another_part_of_the_pattern(text, found):
    assert _found(_REVIEW, text) == found
