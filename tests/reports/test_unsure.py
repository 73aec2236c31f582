"""A claim of which its rule is not sure is told as such wherever people read it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cli.calls import TODAY, call

LEARNED = "Handles any cargo."
"""What no pattern finds."""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.md").write_text(f"# Gull\n\n{LEARNED}\n", encoding="utf-8")
    return tmp_path


def shown(folder, layout: str) -> str:
    return call("check", "a.md", "--kind=marketing", "-f", layout, TODAY, cwd=folder).out


def test_reports_for_people_say_unsure(folder):
    assert "error · universality · strong, unsure" in shown(folder, "text")
    assert "error, universality, strong, unsure" in shown(folder, "markdown")
    assert "strong, unsure" in shown(folder, "html")


def test_reports_for_programs_have_the_confidence_as_a_field(folder):
    (row,) = csv.DictReader(io.StringIO(shown(folder, "csv")))
    assert (row["rule"], row["confidence"]) == ("universality.learned", "low")
    (document,) = json.loads(shown(folder, "json"))["documents"]
    (finding,) = document["findings"]
    assert (finding["strength"], finding["confidence"]) == ("strong", "low")


def test_a_remark_says_so_and_is_known_again_as_one(folder):
    call("annotate", "a.md", "--kind=marketing", "-o", "b.md", TODAY, cwd=folder)
    text = (folder / "b.md").read_text(encoding="utf-8")
    assert "1. Universality claim, strong, unsure: error" in text
    again = call("check", "b.md", "--kind=marketing", TODAY, cwd=folder).out
    assert "1 remark that claimlint wrote into this copy was not checked" in again
    assert "1 claim" in again.splitlines()[0]
