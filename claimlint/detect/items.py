"""List items of contracts: an item has the clause of its stem ("We do not guarantee:")."""

from __future__ import annotations

from dataclasses import replace

from claimlint.detect.context.scene import Cues
from claimlint.detect.unit import Unit
from claimlint.finding import Clause, Decision
from claimlint.terms import ClauseLabel

_TAIL = " \t\n*_—–-"
_EXCEPTS = ("excluding:", "except:", "except for:", "unless:", "excludes:", "apply to:", "limit:")


_HANDED_DOWN = frozenset(
    {
        ClauseLabel.ACCURACY_DISCLAIMER,
        ClauseLabel.AS_IS,
        ClauseLabel.LIABILITY_CAP,
        ClauseLabel.NO_RELIANCE,
        ClauseLabel.USE_RESTRICTION,
    }
)
"""What is denied or forbidden covers every item; a list of duties mixes many sorts."""


class Stems:
    """The stems seen so far that carry a clause, for the items that complete them."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._seen: dict[str, Clause] = {}

    def settle(self, unit: Unit, own: tuple[Clause, ...]) -> tuple[Clause, ...]:
        """Return the unit's own clause, or that of its stem, and keep it for the items below.

        Below a stem that excepts ("…, excluding:") nothing is inherited. The word list
        `no-item-of-<label>` holds words by which an item is something else.
        """
        settled = own or self._inherited(unit)
        words = unit.text.rstrip(_TAIL).lower()
        handed = bool(settled) and settled[0].label in _HANDED_DOWN
        if handed and words.endswith(":") and not words.endswith(_EXCEPTS):
            self._seen[unit.text] = settled[0]
        return settled

    def _inherited(self, unit: Unit) -> tuple[Clause, ...]:
        stem = self._seen.get(unit.lead_text)
        if stem is None or self._cues.finds(f"no-item-of-{stem.label}", unit.tokens):
            return ()
        clause = replace(
            stem,
            text=unit.text,
            unit=unit.text,
            span=(0, len(unit.text)),
            location=unit.passage.locate(unit.start, unit.end),
            passage=unit.index,
            number=unit.passage.number or unit.passage.location.clause,
            why=(*stem.why, Decision("stem", "kept", unit.lead_text)),
        )
        return (clause,)
