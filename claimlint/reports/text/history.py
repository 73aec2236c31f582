"""A history for a terminal: a row a claim or clause, a column a version."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from claimlint.reports.safe_text import safe
from claimlint.reports.text.screen import Line, indented
from claimlint.values.drift import Course, History, Mark

NOTHING = "·"
SYMBOLS = MappingProxyType(
    {
        Mark.CAME: "+",
        Mark.WENT: "-",
        Mark.STRENGTHENED: "^",
        Mark.SOFTENED: "v",
        Mark.EVIDENCE: "e",
        Mark.MOVED: "m",
        Mark.UNCHANGED: "=",
        Mark.ABSENT: NOTHING,
    }
)
"""A character for each mark."""
_STYLES = MappingProxyType(
    {
        Mark.CAME: "yellow",
        Mark.STRENGTHENED: "bold red",
        Mark.SOFTENED: "green",
        Mark.WENT: "green",
        Mark.EVIDENCE: "cyan",
    }
)


def courses(history: History) -> Iterator[Line]:
    """Yield the lines of all versions: their numbers, what changed in them, what each mark says."""
    yield Line("All versions", "bold")
    for number, version in enumerate(history.versions, start=1):
        yield Line(f"  {number} {safe(version)}")
    yield Line("")
    width = len(str(len(history.versions))) + 1
    changed = [course for course in history.courses if course.changed]
    if changed:
        numbers = "".join(f"{n:>{width}}" for n in range(1, len(history.versions) + 1))
        yield Line(f"  {numbers}", "dim")
    for course in changed:
        yield from _course(course, width)
    if changed:
        legend = ", ".join(f"{symbol} {mark}" for mark, symbol in SYMBOLS.items())
        yield indented(Line(legend, "dim"), 2)
    yield Line("")
    yield Line(still(history))


def still(history: History) -> str:
    """Return how many claims and clauses stand unchanged in all versions, as one sentence."""
    count = sum(1 for course in history.courses if not course.changed)
    if count == 1:
        return "1 claim or clause stands unchanged in all versions."
    return f"{count or 'No'} claims or clauses stand unchanged in all versions."


def _course(course: Course, width: int) -> Iterator[Line]:
    line = Line("  ")
    for mark in course.marks:
        line += Line(f"{SYMBOLS[mark]:>{width}}", _STYLES.get(mark, "dim"))
    line += Line(f"  {course.subject}: ", "bold")
    yield line + Line(f"«{safe(course.held.text)}»")
