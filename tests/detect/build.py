"""Passages for tests of detection."""

from __future__ import annotations

from claimlint.document import Location, Passage, Role


def passage(text: str, role: Role = Role.PARAGRAPH, level: int = 0, number: int = 1) -> Passage:
    location = Location(label=f"line {number}", line=number, order=(number,))
    return Passage(text=text, role=role, level=level, location=location)


def passages(*texts: str) -> list[Passage]:
    return [passage(text, number=number) for number, text in enumerate(texts, start=1)]
