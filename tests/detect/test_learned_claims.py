"""What was learned finds claims in copy that no pattern words, and never has the last word."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from claimlint.datafiles import data_folder
from claimlint.detect.detector import Detector
from claimlint.rulebook.learned import CLAIM, Weights
from claimlint.rulebook.load import load_book
from claimlint.terms import Confidence, DocumentKind

from .build import cells_of, passages

ODD = "Every quay gets its zorble"
"""Nothing that a pattern finds."""


@pytest.fixture(scope="module")
def odd():
    """Return a detector to which "zorble" is a claim to universality."""
    weights = {
        CLAIM: Weights(-1.0, {"zorble": 9.0}),
        "universality": Weights(-1.0, {"quay": 9.0}),
        "autonomy": Weights(-1.0, {"bollard": 9.0}),
    }
    return Detector(replace(load_book(data_folder("rules")), learned=weights))


def found(detector, text, kind=DocumentKind.MARKETING):
    return [(claim.rule, claim.text) for claim in detector.find(passages(text), kind).claims]


def test_a_claim_is_told_with_low_confidence_and_the_category_of_its_words(odd):
    (claim,) = odd.find(passages(f"{ODD}."), DocumentKind.MARKETING).claims
    assert (claim.rule, claim.confidence) == ("universality.learned", Confidence.LOW)
    assert claim.grade == "strong, unsure"
    assert claim.text == ODD
    assert found(odd, "Every bollard gets its zorble.")[0][0] == "autonomy.learned"


def test_only_copy_is_read_so(odd):
    assert found(odd, ODD, DocumentKind.CONTRACT) == []
    assert found(odd, ODD, DocumentKind.OTHER) == []


def test_a_cell_says_nothing_without_its_heads(odd):
    assert odd.find(cells_of(("Quay", ODD), (ODD, "zorble")), DocumentKind.MARKETING).claims == ()


def test_where_a_pattern_finds_a_claim_nothing_is_added(odd):
    ((rule, _),) = found(odd, "It runs without human intervention on every quay, zorble.")
    assert rule == "autonomy.no-person"


@pytest.mark.parametrize("text", [f"{ODD}?", f"☐ {ODD}"])
def test_the_context_lets_it_go_like_any_other(odd, text):
    assert found(odd, text) == []


def test_without_its_rule_a_category_is_not_found(odd):
    book = load_book(data_folder("rules"))
    alone = book.only(book.claims.named("autonomy.learned"), "claims")
    weights = {
        CLAIM: Weights(1.0, {}),
        "universality": Weights(1.0, {}),
        "autonomy": Weights(0, {}),
    }
    assert found(Detector(replace(alone, learned=weights)), ODD) == []
