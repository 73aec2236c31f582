"""The committed score card says what the committed rules do, and README and docs show it."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

from claimlint.datafiles import data_folder
from claimlint.rulebook.load import load_book
from claimlint.score.card import card
from claimlint.score.run import evaluate
from claimlint.score.sample import load_samples

ROOT = Path(__file__).resolve().parent.parent
SCORES = json.loads((ROOT / "corpora" / "scores.json").read_text(encoding="utf-8"))


def test_was_measured_with_the_rules_that_are_committed():
    assert SCORES["rules_digest"] == load_book(data_folder("rules")).digest
    assert SCORES["real"]["rules_digest"] == SCORES["rules_digest"]


@pytest.mark.parametrize("part", ["test", "tune"])
def test_matches_a_new_measurement(part):
    assert card(evaluate(load_samples(ROOT / "corpora" / part))) == SCORES[part]


def test_stands_in_the_readme_and_on_its_page_as_measured():
    script = runpy.run_path(str(ROOT / "scripts" / "build_score.py"))
    assert script["summary"](SCORES) in (ROOT / "README.md").read_text(encoding="utf-8")
    assert script["tables"](SCORES) == (ROOT / "docs" / "score.md").read_text(encoding="utf-8")
