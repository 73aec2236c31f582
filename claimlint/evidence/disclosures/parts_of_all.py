"""Rows of a table that measure a part of what another row measures: "Scanned" beside "All"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from claimlint.evidence.disclosures.members import Ground
from claimlint.evidence.matching.compiled_kinds import CompiledKind, FieldHit
from claimlint.evidence.once import once_a_document
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
    if compiled.kind.id != ACCURACY or row is None:
        return
    mine, place = _first_cell(row, ground), _rows_of_all(ground).get(row.block)
    if mine is None or place is None:
        return
    whole = ground.units[place]
    if compiled.anchor.fills(whole, ground.index.texts[place]):
        shared = _words(whole, _first_cell(whole, ground))
        own = [word for word in _words(row, mine) if word not in shared]
        yield FieldHit("slice", row, *mine, WHOLE if place == row.index else " ".join(own))


@once_a_document
def _rows_of_all(ground: Ground) -> Mapping[int, int]:
    """Return by block the first row that is about all; each row of a long table asks for it."""
    found: dict[int, int] = {}
    for unit in ground.units:
        cell = _first_cell(unit, ground)
        if cell is not None and _ALL.match(unit.text, *cell):
            found.setdefault(unit.block, unit.index)
    return found


def _words(unit: Unit, cell: tuple[int, int] | None) -> list[str]:
    return [] if cell is None else unit.text[slice(*cell)].lower().replace("-", " ").split()


def _first_cell(unit: Unit, ground: Ground) -> tuple[int, int] | None:
    labelled = ground.index.texts[unit.index].labelled if unit.shape is Shape.ROW else ()
    if not labelled:
        return None
    _, start, end = labelled[0]
    return start, start + len(unit.text[start:end].partition(";")[0])
