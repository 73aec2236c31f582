"""A history for a terminal: a row a claim or clause, a column a version."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.text import Text

from claimlint.drift import Course, History, Mark
from claimlint.reports.plain import safe
from claimlint.reports.screen import indented

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

if TYPE_CHECKING:
    from rich.console import RenderableType


def courses(history: History) -> Iterator[RenderableType]:
    """Yield the lines of all versions: their numbers, what changed in them, what each mark says."""
    yield Text("All versions", "bold")
    for number, version in enumerate(history.versions, start=1):
        yield Text(f"  {number} {safe(version)}")
    yield Text("")
    width = len(str(len(history.versions))) + 1
    changed = [course for course in history.courses if course.changed]
    if changed:
        numbers = "".join(f"{n:>{width}}" for n in range(1, len(history.versions) + 1))
        yield Text(f"  {numbers}", "dim")
    for course in changed:
        yield from _course(course, width)
    if changed:
        legend = ", ".join(f"{symbol} {mark}" for mark, symbol in SYMBOLS.items())
        yield indented(Text(legend, "dim"), 2)
    yield Text("")
    yield Text(still(history))


def still(history: History) -> str:
    """Return how many claims and clauses stand unchanged in all versions, as one sentence."""
    count = sum(1 for course in history.courses if not course.changed)
    if count == 1:
        return "1 claim or clause stands unchanged in all versions."
    return f"{count or 'No'} claims or clauses stand unchanged in all versions."


def _course(course: Course, width: int) -> Iterator[RenderableType]:
    line = Text("  ")
    for mark in course.marks:
        line.append(f"{SYMBOLS[mark]:>{width}}", _STYLES.get(mark, "dim"))
    line.append(f"  {course.subject}: ", "bold")
    line.append(f"«{safe(course.held.text)}»")
    yield line
