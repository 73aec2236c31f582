"""Hours of work in a sentence, in one notation: "24/7", "office hours", "mon-fri 09:00-17:00"."""

from __future__ import annotations

import re

from claimlint.detect.cues import Cues
from claimlint.regex import regex
from claimlint.rulebook.reading_form import Token

_ALL = "24/7"
_OFFICE = "office hours"
_DAY = r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_SPAN_OF_DAYS = regex(rf"\b{_DAY}\s*(?:-|–|to|through|until|till)\s*{_DAY}\b")
_TIME = r"(?P<h{0}>\d{{1,2}})(?:[:.](?P<m{0}>\d{{2}}))?\s*(?P<p{0}>a\.?m\.?|p\.?m\.?|h\b|o'clock)?"
_SPAN_OF_TIME = regex(
    r"(?<![\d.,])" + _TIME.format(1) + r"\s*(?:-|–|to|until|till|and)\s*" + _TIME.format(2)
)


def hours(row: tuple[Token, ...], text: str, cues: Cues) -> str | None:
    """Return the hours that a sentence names, or None.

    Days with times count before words; "office hours" also stands for weekdays without times.
    """
    lower = text.lower()
    days = _SPAN_OF_DAYS.search(lower)
    times = next((t for t in map(_times, _SPAN_OF_TIME.finditer(lower)) if t), "")
    office = bool(cues.find("hours-office", row))
    if times and (days or office):
        named = f"{days[1]}-{days[2]}" if days else "mon-fri"
        return f"{named} {times}"
    if office or (days and (days[1], days[2]) != ("mon", "sun")):
        return _OFFICE
    return _ALL if cues.find("hours-all", row) else None


def _times(match: re.Match[str]) -> str:
    """Return "09:00-17:00", or nothing where the figures are no times of day."""
    told = match["m1"] or match["m2"] or match["p1"] or match["p2"]
    start, end = _clock(match, 1), _clock(match, 2)
    if not told or start is None or end is None:
        return ""
    return f"{start}-{end}"


def _clock(match: re.Match[str], which: int) -> str | None:
    hour, minute = int(match[f"h{which}"]), int(match[f"m{which}"] or 0)
    half = (match[f"p{which}"] or "").replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None
