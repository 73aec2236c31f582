"""What stands behind a question, or a label in other words, fills the field that it asks for."""

from __future__ import annotations

import pytest

from claimlint.evidence.disclosures.searched_document import searched
from claimlint.evidence.matching.compiled_kinds import compiled_kind
from claimlint.score.evidence_examples import paper


def told(text: str, kind: str, field: str, catalogue) -> bool:
    whole = searched(paper(text), catalogue)
    (asked,) = (each for each in compiled_kind(kind, catalogue).fields if each.field.id == field)
    return any(asked.fills(unit, whole.index.texts[unit.index]) for unit in whole.units)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("How long do you hold sketches? Until the term is over.", "retention"),
        ("# How long are sketches held?\n\nUntil the term is over.", "retention"),
        ("Q: Do you train on our sketches or on your customers' work? Never.", "customer-data"),
        ("| Topic | What we say |\n| Pictures used for teaching | Two schools, 2019 to 2022 |\n"
         "| How long kept | Eight weeks |", "sources"),
        ("Who else sees a sketch?\n\nNobody.", "third-parties"),
    ],
)  # fmt: skip
def test_an_answer_fills_what_the_question_asks(text: str, field: str, catalogue):
    assert told(text, "data-provenance", field, catalogue)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("How long do you hold sketches? We take this seriously.", "retention"),
        ("How long do you hold sketches? Our privacy policy has the answer.", "retention"),
        ("How long do you hold sketches? Ask us, for it depends on the school.", "retention"),
        ("| Retention rate of pupils | 95 % |", "retention"),
        ("How long does a lesson last? Schools love it.", "retention"),
    ],
)
def test_what_answers_nothing_fills_nothing(text: str, field: str, catalogue):
    assert not told(text, "data-provenance", field, catalogue)


def test_months_share_the_year_of_the_last_one(catalogue):
    series = "Recall was 81 % in March, 84 % in June and 88 % in September 2026."
    assert told(series, "change-monitoring", "dated-scores", catalogue)
    wishes = "Recall may rise to 81 %, 84 % or 88 % in 2026."
    assert not told(wishes, "change-monitoring", "dated-scores", catalogue)
