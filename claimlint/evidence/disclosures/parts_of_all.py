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

_WORD = regex(r"[^\W_]+")


def part_of_all(
    compiled: CompiledKind, anchors: Sequence[Unit], ground: Ground
) -> Iterator[FieldHit]:
    """Yield as slice what a row of measured accuracy is about, where some row is about all.

    Its value are the words that the row for all above it has not; of that row itself it is "all". A
    second such row ("All letters" below "All invoices") is "all letters", and has parts of its own.
    """
    row = next((unit for unit in anchors if unit.shape is Shape.ROW), None)
    if compiled.kind.id != ACCURACY or row is None:
        return
    mine, wholes = _first_cell(row, ground), _rows_of_all(ground).get(row.block)
    if mine is None or wholes is None:
        return
    first = wholes[0]
    above = (each for each in wholes if each < row.index)
    whole = ground.units[first if row.index in wholes else max(above, default=first)]
    if compiled.anchor.fills(whole, ground.index.texts[whole.index]):
        shared = _words(whole, _first_cell(whole, ground))
        own = " ".join(word for word in _words(row, mine) if word not in shared)
        whole_of = f"{WHOLE} {own}" if row.index in wholes else own
        yield FieldHit("slice", row, *mine, WHOLE if first == row.index else whole_of)


@once_a_document
def _rows_of_all(ground: Ground) -> Mapping[int, Sequence[int]]:
    """Return by block the rows that are about all; each row of a long table asks for them."""
    found: dict[int, list[int]] = {}
    for unit in ground.units:
        cell = _first_cell(unit, ground)
        if cell is not None and _ALL.match(unit.text, *cell):
            found.setdefault(unit.block, []).append(unit.index)
    return found


def _words(unit: Unit, cell: tuple[int, int] | None) -> list[str]:
    return [] if cell is None else _WORD.findall(unit.text[slice(*cell)].lower())


def _first_cell(unit: Unit, ground: Ground) -> tuple[int, int] | None:
    labelled = ground.index.texts[unit.index].labelled if unit.shape is Shape.ROW else ()
    if not labelled:
        return None
    _, start, end = labelled[0]
    return start, start + len(unit.text[start:end].partition(";")[0])
