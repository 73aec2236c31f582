"""What one sentence of a contract says twice, and which of it is told."""

from __future__ import annotations

import pytest

from claimlint.terms import ClauseLabel, DocumentKind
from tests.contracts.reading import read

TWICE = [
    (
        "Output may be incorrect, and Customer will not rely on it.",
        (ClauseLabel.ACCURACY_DISCLAIMER, ClauseLabel.NO_RELIANCE),
    ),
    (
        "Output may be inaccurate and must be reviewed by a qualified person before use.",
        (ClauseLabel.ACCURACY_DISCLAIMER, ClauseLabel.HUMAN_REVIEW_DUTY),
    ),
    (
        "The Service is provided as is, and Customer shall review all Output.",
        (ClauseLabel.AS_IS, ClauseLabel.HUMAN_REVIEW_DUTY),
    ),
    (
        "Provider warrants 99% accuracy, but Customer shall review all Output.",
        (ClauseLabel.PERFORMANCE_WARRANTY, ClauseLabel.HUMAN_REVIEW_DUTY),
    ),
]
ONCE = [
    "The Service is provided as is, with no warranty of accuracy.",
    "Provider does not warrant that the Service is error free and that defects will be corrected.",
    "Provider makes no representation or warranty about the accuracy or fitness of Output.",
]


@pytest.mark.parametrize(("text", "labels"), TWICE)
def test_both_things_that_a_sentence_joins_are_told_in_their_order(text, labels):
    found = read(text, DocumentKind.CONTRACT).clauses
    assert tuple(clause.label for clause in found) == labels


@pytest.mark.parametrize("text", ONCE)
def test_one_thing_said_at_length_is_told_once(text):
    assert len(read(text, DocumentKind.CONTRACT).clauses) == 1


DEFINITIONS = [
    '"Security Testing" means the annual penetration test of the Service by Provider.',
    "“Service Level” means the availability of 99.5% that Provider shall achieve in each month.",
    '"Excluded Losses" shall mean loss of profit, loss of data and any consequential loss.',
    '1.1 "Notice" or "Incident Notice" refers to a notice that Provider gives within 24 hours.',
    '(c) **"Cap"** (see clause 9) has the meaning of a liability limited to the Fees paid.',
]


@pytest.mark.parametrize("text", DEFINITIONS)
def test_what_a_term_means_is_no_clause(text):
    assert read(text, DocumentKind.CONTRACT).clauses == ()


def test_a_quoted_name_that_a_clause_does_not_define_changes_nothing():
    text = 'The Service is provided "as is", which means that Provider gives no warranties.'
    assert [each.label for each in read(text, DocumentKind.CONTRACT).clauses] == [ClauseLabel.AS_IS]
