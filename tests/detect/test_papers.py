"""A paper is what it calls itself, or what the shape of its lines says."""

from __future__ import annotations

import pytest

from claimlint.datafiles import data_folder
from claimlint.detect.detector import Detector
from claimlint.rulebook.book import load_book
from claimlint.terms import DocumentKind

from .build import passages

CONTRACT, OTHER, MARKETING = DocumentKind.CONTRACT, DocumentKind.OTHER, DocumentKind.MARKETING
CLAIM = "It closes tickets without human intervention."


@pytest.fixture(scope="module")
def detector():
    return Detector(load_book(data_folder("rules")))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("STATEMENT OF WORK NO. 7", CONTRACT),
        ("Order Form", CONTRACT),
        ("This Addendum forms part of the Hosting Agreement between the parties.", CONTRACT),
        ("Runbook: the queue is full", OTHER),
        ("Baker (m/f/d), full time", OTHER),
        ("Privacy notice of the choir", OTHER),
        ("Privacy policy generator for busy founders", MARKETING),
        ("AI that writes your statement of work", MARKETING),
        ("Hire a full time AI employee", MARKETING),
    ],
)
def test_the_head_of_a_title_names_the_kind(detector, title, kind):
    assert detector.find(passages(title, CLAIM)).kind is kind


@pytest.mark.parametrize(
    "lines",
    [
        ("FR-1: the clerk logs in", "FR-2: works unattended", "FR-3: no manual step", "FR-4: logs"),
        ("maxRuns: 5", "supportHours: 24/7", "isUnattended: runs unattended", "planTier: pro"),
        (
            "Agent: a program that acts on its own.",
            "Batch: work that runs unattended at night.",
            "Recall: the share of items that are found.",
            "Pipeline: a chain of steps with no manual step.",
        ),
    ],
)
def test_requirements_fields_and_entries_sell_nothing(detector, lines):
    found = detector.find(passages(*lines))
    assert (found.kind, found.claims) == (OTHER, ())


def test_a_paper_that_names_itself_but_is_full_of_claims_to_the_reader_sells(detector):
    lines = (
        "Handbook for growth",
        *[f"Your agent {n} works without human intervention." for n in "abcdef"],
    )
    assert detector.find(passages(*lines)).kind is MARKETING


def test_the_definition_of_a_measure_is_no_claim(detector):
    text = "An invoice counts as right when every field is right."
    assert detector.find(passages(text), MARKETING).claims == ()
