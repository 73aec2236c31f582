"""Other systems in the table of a result: the rows beside it are what it was compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.evidence.disclosures.members import Ground
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
