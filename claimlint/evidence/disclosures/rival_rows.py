"""Other systems and people in the table of a result: their rows are what it was compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.numbers import find_value
from claimlint.evidence.disclosures.members import Ground
from claimlint.evidence.disclosures.off_subject import is_peoples_row
from claimlint.evidence.matching.compiled_kinds import CompiledKind, FieldHit
from claimlint.evidence.text.unit import Shape, Unit
from claimlint.regex import regex
from claimlint.terms import ACCURACY

_SYSTEMS = regex(
    r"(?:models?|systems?|methods?|approach(?:es)?|engines?|classifiers?|algorithms?|providers?|"
    r"vendors?|tools?|products?|solutions?|services?|apis?|llms?|configurations?|variants?)"
    r"(?:\s(?:name|tested|evaluated|version))?",
    re.IGNORECASE,
)
"""What the first column of a table is headed that has a row for each system."""
_COUNT = regex(r"\d[\d,. ]*")


def rivals_of(
    compiled: CompiledKind, anchors: Sequence[Unit], ground: Ground
) -> Iterator[FieldHit]:
    """Yield as baseline the other systems in the table of measured accuracy, the nearest row."""
    rows = [unit for unit in anchors if unit.shape is Shape.ROW]
    if compiled.kind.id != ACCURACY or not rows:
        return
    own = {_system(unit, ground) for unit in rows}
    if None in own:
        return
    for place in ground.blocks[rows[0].block]:
        unit = ground.units[place]
        found = _system(unit, ground)
        if found is not None and found not in own:
            seen = ground.index.texts[place]
            if compiled.anchor.fills(unit, seen):
                _, start, end = seen.labelled[0]
                yield FieldHit("baseline", unit, start, end)
                return


def _system(unit: Unit, ground: Ground) -> str | None:
    """Return the system that a row is about, None where its first column names none."""
    labelled = ground.index.texts[unit.index].labelled
    if unit.shape is not Shape.ROW or not labelled or not _SYSTEMS.fullmatch(labelled[0][0]):
        return None
    _, start, end = labelled[0]
    return unit.text[start:end]


def people_of(
    compiled: CompiledKind, anchors: Sequence[Unit], ground: Ground
) -> Iterator[FieldHit]:
    """Yield as baseline, and with its value, the row of people in the table of measured accuracy.

    Where both rows count their items, and differently, they are not compared: a system that answers
    what it is sure of is not set beside people who answer all.
    """
    row = next((unit for unit in anchors if unit.shape is Shape.ROW), None)
    if compiled.kind.id != ACCURACY or row is None:
        return
    for place in ground.blocks[row.block]:
        unit = ground.units[place]
        if unit.shape is not Shape.ROW or not is_peoples_row(unit.text):
            continue
        ours, theirs = _cells(row, ground), _cells(unit, ground)
        values = (label for label in ours if _value(ours[label][0]) is not None)
        found = next((label for label in values if label in theirs), None)
        value = None if found is None else _value(theirs[found][0])
        if found is not None and value is not None and not _of_other_items(ours, theirs):
            who, where = next(iter(theirs.values())), theirs[found][1]
            yield FieldHit("baseline", unit, *who[1:])
            yield FieldHit(
                "people-value", unit, where + value.start, where + value.end, value.value
            )
            return


def _cells(unit: Unit, ground: Ground) -> dict[str, tuple[str, int, int]]:
    """Return by the head of its column the text of each cell of a row, and where it stands."""
    cells = {}
    for label, start, end in ground.index.texts[unit.index].labelled:
        # A head such as "95 % CI" opens with no letter and is read as a part of the cell before it.
        cell = unit.text[start:end].partition(";")[0]
        cells[label] = (cell, start, start + len(cell))
    return cells


def _value(cell: str) -> Hit | None:
    return next((hit for hit in find_value(cell) if hit.value is not None), None)


def _of_other_items(
    ours: dict[str, tuple[str, int, int]], theirs: dict[str, tuple[str, int, int]]
) -> bool:
    shared = ((ours[label][0], theirs[label][0]) for label in ours if label in theirs)
    return any(
        one != two and _COUNT.fullmatch(one) and _COUNT.fullmatch(two) for one, two in shared
    )
