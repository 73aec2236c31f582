"""Lists in contracts: what leads a list and names nothing says nothing without its items."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.values.comparison import Stance

_COLON = ":"


def without_stems(stances: Sequence[Stance]) -> tuple[Stance, ...]:
    """Return the stances without those of stems that name nothing or whose items hold them, too.

    "We do not guarantee:" takes back what its list names, not all that is sold.
    """
    led = {(each.topic, each.position, each.lead) for each in stances if each.lead}
    return tuple(each for each in stances if not _idle(each, led))


def _idle(stance: Stance, led: set[tuple[str, str, str]]) -> bool:
    text = " ".join(stance.unit.split())
    if not text.endswith(_COLON):
        return False
    stem = text.removesuffix(_COLON)
    return not stance.things or any(
        (topic, position) == (stance.topic, stance.position) and stem.endswith(lead)
        for topic, position, lead in led
    )
