"""Negation works on predicates: what the negated verb governs is denied, nothing else."""

from __future__ import annotations

import pytest

from .build import passages

CLAIMS = [
    "No scripts, no code, without human intervention.",
    "It never sleeps and works without human intervention.",
    "It is not just a chatbot: it closes tickets without human intervention.",
    "Zero delays, without human involvement.",
    "Not a demo. Runs payroll without human intervention.",
    "You do not write scripts, and the agent runs without human intervention.",
    "You do not write, test, or send scripts: the agent runs without human intervention.",
]
DENIALS = [
    "Nothing signs, sends or commits a price on its own.",
    "We would never let a payment leave your account without human involvement.",
    "The agent does not, under any circumstances, approve refunds without human involvement.",
    "The agent never pays without human involvement.",
    "No agent pays a supplier without human involvement.",
    "None of our agents act without human involvement.",
    "It cannot issue refunds without human involvement.",
    "It cannot be guaranteed that it pays without human involvement.",
    "No bid, quote or order is ever drawn up by AI and sent without human involvement.",
    "0 bids sent without human involvement.",
    "Zero bids were sent without human involvement.",
    "Without human involvement nothing is sent.",
    "Without human involvement, nothing leaves the desk.",
    "A form cannot read a letter, answer calls without human involvement, or file a claim.",
]


@pytest.mark.parametrize("text", CLAIMS)
def test_a_negator_elsewhere_denies_nothing(detector, text):
    found = detector.find(passages(text)).claims
    assert [claim.text for claim in found if claim.category == "autonomy"] != []


@pytest.mark.parametrize("text", DENIALS)
def test_a_negated_verb_denies_what_it_governs(detector, text):
    found = detector.find(passages(text))
    assert [claim.text for claim in found.claims if claim.category == "autonomy"] == []
    assert "denied" in {item.decision.check for item in found.let_go}


@pytest.mark.parametrize("end", ["need a second briefing", "even ask for a desk"])
def test_a_want_that_a_machine_lacks_leaves_it_a_worker(detector, end):
    found = detector.find(passages(f"Our digital clerks don't {end}.")).claims
    assert "human-replacement" in {claim.category for claim in found}


def test_a_deed_that_a_machine_called_a_worker_does_not_do_is_denied(detector):
    found = detector.find(passages("Digital clerks do not exist."))
    assert "human-replacement" not in {claim.category for claim in found.claims}


def test_a_noun_made_with_no_denies_nothing(detector):
    texts = (
        "The no-form desk runs without human intervention.",
        "No desk runs without human intervention.",
    )
    found = [{c.category for c in detector.find(passages(text)).claims} for text in texts]
    assert ["autonomy" in each for each in found] == [True, False]
