"""The page as a person sees it: its visible box, its rotation, and the way back to the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from claimlint.document import Location, Part, Problem, ProblemCode
from claimlint.values.boxes import Box

_T = TypeVar("_T")


def median(numbers: Iterable[float]) -> float:
    """Return the median, as the standard library's, which takes longer to load than a page."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def grouped(things: Iterable[_T], joins: Callable[[list[_T], _T], bool]) -> list[list[_T]]:
    """Return things in their order, each in the group before it where it `joins` that."""
    groups: list[list[_T]] = []
    for thing in things:
        if groups and joins(groups[-1], thing):
            groups[-1].append(thing)
        else:
            groups.append([thing])
    return groups


class Sheet(Struct, frozen=True, kw_only=True, dict=True):
    """One page: number from 1, visible box in PDF coordinates (y upwards), clockwise rotation.

    `label` is the printed page number where the file names one that differs ("iv").
    """

    number: int
    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0
    label: str | None = None

    @cached_property
    def width(self) -> float:
        """The width of the page as displayed, in points."""
        across = self.rotation % 180 == 0
        return self.right - self.left if across else self.top - self.bottom

    @cached_property
    def height(self) -> float:
        """The height of the page as displayed, in points."""
        across = self.rotation % 180 == 0
        return self.top - self.bottom if across else self.right - self.left

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a box of PDF coordinates as it is displayed, origin at the top left corner."""
        if self.rotation in (180, 270):
            left, right = right, left
        if self.rotation not in (90, 180):
            bottom, top = top, bottom
        return (*self.point(left, bottom), *self.point(right, top))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a place in PDF coordinates as it is displayed."""
        if self.rotation == 90:
            x, y = y - self.bottom, x - self.left
        elif self.rotation == 180:
            x, y = self.right - x, y - self.bottom
        elif self.rotation == 270:
            x, y = self.top - y, self.right - x
        else:
            x, y = x - self.left, self.top - y
        return round(x, 2), round(y, 2)

    def beside(
        self, what: str, part: Part, *, box: Box | None = None, hidden: str | None = None
    ) -> Location:
        """Return the place of something beside the print of the page, called `what`."""
        return Location(
            label=f"{self.name}, {what}",
            order=(self.number,),
            page=self.number,
            bbox=box,
            part=part,
            hidden=hidden,
            anchor=self.anchor,
        )

    def problem(self, code: ProblemCode, message: str) -> Problem:
        """Return a problem with the page."""
        place = Location(label=self.name, order=(self.number,), page=self.number)
        return Problem(code=code, message=message, location=place)

    @cached_property
    def anchor(self) -> str:
        """The address that turns displayed boxes back into PDF coordinates.

        `p3@0,0,612,792` is page 3 with that visible box; `p3/90@…` is displayed turned by 90
        degrees clockwise.
        """
        turned = f"/{self.rotation}" if self.rotation else ""
        edges = ",".join(f"{edge:g}" for edge in (self.left, self.bottom, self.right, self.top))
        return f"p{self.number}{turned}@{edges}"

    @cached_property
    def name(self) -> str:
        """What a person calls the page: "page 12", with the printed number where it differs."""
        printed = f" (printed {self.label})" if self.label else ""
        return f"page {self.number}{printed}"
