"""Questions that a paper asks and answers itself: what stands behind one says what it asks for.

A heading asks, too ("Data retention"), and so do a few words that stand alone in front of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.evidence.text.unit import Shape, Unit

_LONGEST = 160
_FEW_WORDS = 6
_ANSWERS = 2
"""Sentences behind a question that answer it: what follows them has left it."""


def answers_in(units: Iterable[Unit]) -> Iterator[tuple[Unit, str]]:
    """Yield the first sentences behind each question, with the question in lower case.

    A question stands in front of them in their paragraph, alone in the one before, or as heading.
    """
    question, left, before = "", 0, None
    for unit in units:
        if before is None or unit.section != before.section:
            question, left = _heads(unit.headings[-1] if unit.headings else ""), _ANSWERS
        elif unit.block != before.block and left < _ANSWERS and not _asked(before.text):
            question = ""
        before = unit
        if unit.shape is Shape.HEADING:
            continue
        if asked := _asked(unit.text) or (_heads(unit.text) if _is_line(unit) else ""):
            question, left = asked, _ANSWERS
        elif question and left and unit.shape in (Shape.SENTENCE, Shape.BULLET):
            left -= 1
            yield unit, question


def _is_line(unit: Unit) -> bool:
    """Tell whether a unit is a few words that end like no sentence."""
    words = unit.text.split()
    ended = unit.text.endswith((".", "!", ",", ";"))
    return unit.shape is Shape.SENTENCE and len(words) <= _FEW_WORDS and not ended


def _heads(text: str) -> str:
    """Return a short heading as the question that it asks, in lower case and without its number."""
    words = text.rstrip(" :*_?.)(\"'").lstrip(" :*_0123456789.)(\"'").lower()
    return f"{words}?" if words and len(words) <= _LONGEST else ""


def _asked(text: str) -> str:
    """Return a text in lower case where it is a question and no more, else nothing."""
    asked = text.strip(" *_\"'")
    return asked.lower() if asked.endswith("?") and len(asked) <= _LONGEST else ""
