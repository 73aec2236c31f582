"""A column head that a narrow column breaks is the head of its cells all the same."""

from __future__ import annotations

from msgspec.structs import replace

from claimlint.evidence.text.units import cut
from claimlint.score.evidence_examples import paper


def test_a_head_on_two_lines_stands_before_its_entries():
    passages = paper("| Finding | Sensitivity (95% CI) |\n| Bleed | 98.7% |").passages
    broken = [
        replace(each, text=each.text.replace(" (", "\n(")) if each.cell.row == 1 else each
        for each in passages
    ]
    (row,) = (unit.text for unit in cut(broken, frozenset()))
    assert row == "Finding: Bleed; Sensitivity (95% CI): 98.7%"


FORM = """
| Ref | Question | Y/N | Comment |
| 1 | Is each output reviewed by humans before it takes effect? | N | Not required |
| 2 | Availability in the last 12 months? | Y | 99.93 % at the API |
| 3 | Do you hold a certificate? | | Yes, of 2026. It covers the model. |
| 4 | Planned for 2027? | No | Planned for 2027 |
| 5 | Known failures? | | See the card. |
"""


def test_a_question_stands_with_an_answer_that_says_yes_or_gives_a_figure_only():
    units = list(cut(paper(FORM).passages, frozenset()))
    assert [unit.text for unit in units] == [
        "N",
        "Not required",
        "Availability in the last 12 months? Y 99.93 % at the API",
        "Do you hold a certificate? Yes, of 2026. It covers the model.",
        "No",
        "Planned for 2027",
        "See the card.",
    ]


def test_a_question_is_no_evidence_beside_an_answer_in_sentences_that_does_not_say_yes():
    form = """
| Question | Compliant (Y/N) | Response |
| Do people, also of subcontractors, take part? | Y | Our system works without people. |
| Was it tested for bias? | Y | Yes, by sex and age in June 2026. |
"""
    assert [unit.text for unit in cut(paper(form).passages, frozenset())] == [
        "Y",
        "Our system works without people.",
        "Was it tested for bias? Y Yes, by sex and age in June 2026.",
    ]


def test_what_a_questionnaire_is_answered_with_is_placed_at_the_answer():
    units = list(cut(paper(FORM).passages, frozenset()))
    passages = paper(FORM).passages
    assert [passages[unit.passage].text for unit in units[2:4]] == [
        "Y",
        "Yes, of 2026. It covers the model.",
    ]
