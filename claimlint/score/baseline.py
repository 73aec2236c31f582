"""The phrase list that a careful detector has to beat: a dozen regular expressions, no context."""

from __future__ import annotations

import re
from types import MappingProxyType

from claimlint.terms import Category

_PHRASES = MappingProxyType(
    {
        Category.AUTONOMY: r"autonomous(?:ly)?|without human|hands[- ]free|autopilot|end to end",
        Category.INDEPENDENT_DECISION: r"makes? decisions|decides",
        Category.HUMAN_REPLACEMENT: r"ai (?:employee|worker|sdr)|digital worker|replaces?",
        Category.CONTINUOUS_OPERATION: r"24/7|around the clock|always[- ]on|never sleeps",
        Category.OVERSIGHT_REDUCTION: r"no (?:manual )?review|without (?:review|supervision)",
        Category.ACCURACY_RELIABILITY: r"\d+ ?% accura\w+|error[- ]free|hallucinates|reliabl\w+",
        Category.HUMAN_PARITY: r"human[- ]level|superhuman|like a human|expert[- ]level",
        Category.UNDERSTANDING_LEARNING: r"understands|learns|reasons|gets smarter",
        Category.SAFETY_COMPLIANCE: r"complian(?:t|ce)|bias[- ]free|secure|risk[- ]free",
        Category.BUSINESS_OUTCOME: r"\d+x|save[s]? (?:time|money|hours)|reduce[s]? costs?|roi",
        Category.UNIVERSALITY: r"any (?:workflow|task|data|industry)|everything|infinitely",
        Category.MARKET_POSITION: r"world'?s first|the only|leading|best|#1",
    }
)


def phrases_in(text: str) -> frozenset[Category]:
    """Return the categories whose obvious phrases stand in `text`."""
    return frozenset(
        category
        for category, pattern in _PHRASES.items()
        if re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE)
    )
