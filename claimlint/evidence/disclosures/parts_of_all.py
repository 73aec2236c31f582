"""Rows of a table that measure a part of what another row measures: "Scanned" beside "All"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.evidence.disclosures.members import Ground
from claimlint.evidence.matching.compiled_kinds import CompiledKind, FieldHit
from claimlint.evidence.text.unit import Shape, Unit
from claimlint.regex import regex
from claimlint.terms import ACCURACY

WHOLE = "all"
_ALL = regex(r"\W*(?:all|overall|total|combined|pooled|entire|whole)\b(?!-)", re.IGNORECASE)


def part_of_all(
    compiled: CompiledKind, anchors: Sequence[Unit], ground: Ground
) -> Iterator[FieldHit]:
    """Yield as slice what a row of measured accuracy is about, where some row is about all.

    Its value are the words that the row for all has not; of that row itself it is "all".
    """
    row = next((unit for unit in anchors if unit.shape is Shape.ROW), None)
    mine = None if compiled.kind.id != ACCURACY or row is None else _first_cell(row, ground)
    if row is None or mine is None:
        return
    for place in ground.blocks[row.block]:
        unit = ground.units[place]
        cell = _first_cell(unit, ground)
        if cell is None or not _ALL.match(unit.text, *cell):
            continue
        if compiled.anchor.fills(unit, ground.index.texts[place]):
            whole = _words(unit, cell)
            own = [word for word in _words(row, mine) if word not in whole]
            yield FieldHit("slice", row, *mine, WHOLE if unit is row else " ".join(own))
        return


def _words(unit: Unit, cell: tuple[int, int]) -> list[str]:
    return unit.text[slice(*cell)].lower().replace("-", " ").split()


def _first_cell(unit: Unit, ground: Ground) -> tuple[int, int] | None:
    labelled = ground.index.texts[unit.index].labelled
    if unit.shape is not Shape.ROW or not labelled:
        return None
    _, start, end = labelled[0]
    return start, start + len(unit.text[start:end].partition(";")[0])
