"""Cards: a number in one shape, what it counts in the shape below or beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimlint.readers.office.names import A, P
from claimlint.values.boxes import Box

if TYPE_CHECKING:
    from claimlint.readers.office.slides.shape import Shape

_NUMBER = re.compile(
    r"[<>~≈±+\-−$€£¥]{0,2}\s?\d[\d.,\s]{0,11}\s?(?:%|x|×|k|m|bn|b|h|s|ms|\+|/\s?\d+)?\s?\+?",
    re.IGNORECASE,
)
_LONGEST_LABEL = 160
_NEAR = 1.5
_CROWDED = 300
_BODIES = ("body", "obj")


def with_labels(ordered: list[Shape]) -> list[Shape]:
    """Return the shapes with each label moved behind the number that stands over or before it.

    Only a shape that is nothing but a number takes a label, and a label goes to one number.
    """
    if len(ordered) > _CROWDED:
        return ordered
    texts = [_text(shape) for shape in ordered]
    numbers = [at for at, text in enumerate(texts) if _is_number(ordered[at], text)]
    taken: dict[int, int] = {}
    for number in numbers:
        label = _label(number, ordered, texts, {*numbers, *taken.values()})
        if label is not None:
            taken[number] = label
    if not taken:
        return ordered
    moved = set(taken.values())
    result: list[Shape] = []
    for at, shape in enumerate(ordered):
        if at not in moved:
            result.append(shape)
        if at in taken:
            result.append(ordered[taken[at]])
    return result


def _is_number(shape: Shape, text: str) -> bool:
    counts = not shape.placeholder or shape.kind in _BODIES
    return counts and _NUMBER.fullmatch(text) is not None


def _label(number: int, shapes: list[Shape], texts: list[str], used: set[int]) -> int | None:
    box = shapes[number].box
    if box is None:
        return None
    found: list[tuple[float, int]] = []
    for at, shape in enumerate(shapes):
        if at in used or shape.box is None or (shape.placeholder and shape.kind not in _BODIES):
            continue
        if 0 < len(texts[at]) <= _LONGEST_LABEL:
            gap = _gap(box, shape.box)
            if gap is not None:
                found.append((gap, at))
    return min(found)[1] if found else None


def _gap(number: Box, label: Box) -> float | None:
    """Return how far a label stands below or to the right of a number, None if it does not."""
    high, wide = number[3] - number[1], number[2] - number[0]
    below, beside = label[1] - number[3], label[0] - number[2]
    if _shared(number, label, 0) and -high / 2 <= below <= _NEAR * high:
        return max(below, 0.0)
    if _shared(number, label, 1) and -wide / 2 <= beside <= _NEAR * wide:
        return 1000.0 + max(beside, 0.0)
    return None


def _shared(one: Box, other: Box, axis: int) -> bool:
    overlap = min(one[axis + 2], other[axis + 2]) - max(one[axis], other[axis])
    return overlap >= min(one[axis + 2] - one[axis], other[axis + 2] - other[axis]) / 2


def _text(shape: Shape) -> str:
    body = shape.element.find(f"{P}txBody")
    if body is None:
        return ""
    return " ".join("".join(text.text or "" for text in body.iter(f"{A}t")).split())
