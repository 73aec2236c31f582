"""What a rate per step comes to over several steps."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.evidence.arithmetic import end_to_end, percent
from claimlint.evidence.detectors.numbers import NUMBER, PERCENT, find_value, number
from claimlint.regex import regex

_PER_STEP = regex(
    rf"{PERCENT}(?:\s[\w-]+){{0,4}}?\s(?:per|(?:at|on|in) (?:each|every)) (?:step|action|stage)"
    rf"|\b(?:each|every|per) (?:step|action|stage)(?:\s[\w-]+){{0,5}}?\s{PERCENT}",
    re.IGNORECASE,
)
_STEP = regex(r" (?:step|action|stage)", re.IGNORECASE)
"""What stands in both: most texts hold none."""
_STEPS = regex(rf"(?P<n>{NUMBER})[\s-](?:or more\s)?(?:steps?|actions|stages)\b", re.IGNORECASE)
_USUAL_STEPS = 10
_MOST_STEPS = 10_000


def compounded(texts: Sequence[str]) -> str | None:
    """Return what a rate per step comes to over several steps, in words, or None."""
    for text in texts:
        match = _PER_STEP.search(text) if _STEP.search(text) else None
        value = next(find_value(match.group()), None) if match else None
        if value is None or value.value is None:
            continue
        steps = _STEPS.search(text)
        count = int(number(steps["n"]) or _USUAL_STEPS) if steps else _USUAL_STEPS
        share = end_to_end(float(value.value), min(count, _MOST_STEPS))
        each = percent(float(value.value))
        return f"{each} per step is {percent(share)} over {count} steps"
    return None
