"""Titles that call a product after a task decide nothing; those that say who decides do."""

from __future__ import annotations

import pytest

from claimlint.datafiles import data_folder
from claimlint.detect.detector import Detector
from claimlint.rulebook.load import load_book
from claimlint.terms import Category, DocumentKind

from .build import passages

_TAKEN = ("decides", "nobody")


@pytest.fixture(scope="module")
def decided():
    """Return whether a line claims to decide, or takes such a position in a comparison."""
    reader = Detector(load_book(data_folder("rules")), stances=True)

    def told(line: str) -> bool:
        found = reader.find(passages(line), DocumentKind.MARKETING)
        claims = any(claim.category == Category.INDEPENDENT_DECISION for claim in found.claims)
        return claims or any(stance.position in _TAKEN for stance in found.stances)

    return told


@pytest.mark.parametrize(
    "line",
    [
        "AI triage for insurers",
        "AI-powered claims triage",
        "AI underwriting for banks",
        "The AI underwriting platform",
        "AI-driven underwriting for insurers.",
        "AI hiring for retailers",
        "AI grading for schools",
        "AI prior authorization for hospitals",
        "AI adjudication",
        "Claimly: AI underwriting software",
    ],
)
def test_a_product_called_after_a_task_decides_nothing(decided, line):
    assert not decided(line)


@pytest.mark.parametrize(
    "line",
    [
        "AI underwriting in seconds",
        "Automated triage for hospitals",
        "Autonomous triage for insurers",
        "Fully automated underwriting for banks",
        "AI hiring decisions for retailers",
        "AI underwriting that approves loans on its own",
        "AI-driven credit decisioning",
        "Autonomous claims approval",
        "Straight-through AI adjudication",
        "Our AI underwrites loans without a person.",
    ],
)
def test_a_title_that_says_more_than_the_task_decides(decided, line):
    assert decided(line)
