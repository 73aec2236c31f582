"""Questions that a paper asks and answers itself: what stands behind one says what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.evidence.text.unit import Shape, Unit

_LONGEST = 160
_ANSWERS = 2
"""Sentences behind a question that answer it: what follows them has left it."""


def answers_in(units: Iterable[Unit]) -> Iterator[tuple[Unit, str]]:
    """Yield the first sentences behind each question, with the question in lower case.

    A question stands in front of them in their paragraph, alone in the one before, or as heading.
    """
    question, left, before = "", 0, None
    for unit in units:
        if before is None or unit.section != before.section:
            question, left = _asked(unit.headings[-1] if unit.headings else ""), _ANSWERS
        elif unit.block != before.block and left < _ANSWERS and not _asked(before.text):
            question = ""
        before = unit
        if unit.shape is Shape.HEADING:
            continue
        if asked := _asked(unit.text):
            question, left = asked, _ANSWERS
        elif question and left and unit.shape in (Shape.SENTENCE, Shape.BULLET):
            left -= 1
            yield unit, question


def _asked(text: str) -> str:
    """Return a text in lower case where it is a question and no more, else nothing."""
    asked = text.strip(" *_\"'")
    return asked.lower() if asked.endswith("?") and len(asked) <= _LONGEST else ""
