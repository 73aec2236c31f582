"""Other readings of a row: bounds and ranges by figures, the name of the product, results."""

from __future__ import annotations

import pytest

from claimlint.detect.matching.readings import readings
from claimlint.rulebook.reading_form import tokens
from claimlint.terms import Category, DocumentKind

from .build import passages


def read(text, names=frozenset()):
    return [" ".join(token.form for token in each.tokens) for each in readings(tokens(text), names)]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("cuts up to 40 % of it", "cuts 40 % of it"),
        ("saves well over $2,000 a week", "saves $ 2,000 a week"),
        ("saves 10-15 hours", "saves 15 hours"),
        ("saves 10–15 hours", "saves 15 hours"),
        ("saves 10 to 15 hours", "saves 15 hours"),
        ("20% to 30% less", "30 % less"),
        ("saves $20–$30 a box", "saves $ 30 a box"),
        ("20+ hours won", "20 hours won"),
        ("as many as 9 of 10 right", "9 of 10 right"),
    ],
)
def test_what_says_how_exact_a_figure_is_is_left_out(written, plain):
    assert read(written) == [plain]


@pytest.mark.parametrize(
    "text",
    ["from 20 to 30 boxes", "over the hill", "it takes 9 days", "under 9 days", "less than 3 %"],
)
def test_other_words_stay(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ledger Owl pays the mill", ["agent pays the mill"]),
        ("Ledger Owl Pro", []),
        ("We gave Ledger Owl keys", []),
        ("Ledger Owl is a tray", []),
        (
            "Ledger Owl pays over 9 mills",
            ["Ledger Owl pays 9 mills", "agent pays over 9 mills", "agent pays 9 mills"],
        ),
    ],
)
def test_a_name_that_is_the_subject_reads_as_an_agent(text, plain):
    assert read(text, frozenset({"ledger", "owl"})) == [
        each.lower() if each.startswith("L") else each for each in plain
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Our agents file each claim", ["our agent files each claim"]),
        ("bots that also carry letters", ["bot that also carries letters"]),
        ("bots also carry letters", ["bot also carries letters"]),
        ("agents and people file it", []),
        ("we employ agents that file it", []),
        ("our AI sales agents file it", ["our ai sales agent files it"]),
        ("agents filed it", []),
        ("agents can file it", []),
    ],
)
def test_what_several_systems_do_reads_as_of_one(text, plain):
    assert read(text) == plain


def claimed(detector, *texts):
    found = detector.find(passages(*texts), DocumentKind.MARKETING)
    return [(claim.category, claim.text) for claim in found.claims]


def test_a_claim_is_marked_with_its_bound(detector):
    (claim,) = claimed(detector, "Our agent catches over 97% of the twin invoices.")
    assert claim == (Category.ACCURACY_RELIABILITY, "catches over 97%")


@pytest.mark.parametrize("figure", ["40%", "up to 40%", "30–40%", "roughly 40%", "40+%"])
def test_a_saving_is_found_however_exact_it_is(detector, figure):
    found = claimed(detector, f"It cuts handling time by {figure}.")
    assert [category for category, _ in found] == [Category.BUSINESS_OUTCOME]


def test_the_name_of_the_product_does_what_an_agent_does(detector):
    other = ("Ask about Bidwise today.", "With Bidwise you sit back.", "Meet Bidwise.")
    found = claimed(detector, "Bidwise makes decisions about stock.", *other)
    assert (Category.INDEPENDENT_DECISION, "makes decisions") in found
    assert not claimed(detector, "Whoever asks Bidwise makes decisions about stock.", *other)


def test_what_others_gain_does_not_tell_who_does_it(detector):
    assert claimed(detector, "The agent takes action when stock runs low, so your team can rest.")
    assert not claimed(detector, "The agent takes action, so your team must check each order.")


@pytest.mark.parametrize("opening", ["", "🚀 ", "Key benefit – ", "Ledger Owl: ", "👩‍🍳 "])
def test_a_picture_or_a_label_may_stand_before_what_opens_a_line(detector, opening):
    found = claimed(detector, f"{opening}Works independently from day one")
    assert Category.AUTONOMY in [category for category, _ in found]


def test_a_sentence_before_it_is_no_label(detector):
    found = claimed(detector, "She reads. Nobody works independently from day one")
    assert found == []
