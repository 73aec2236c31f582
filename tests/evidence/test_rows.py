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
