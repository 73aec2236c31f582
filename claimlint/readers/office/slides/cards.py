"""Cards: a figure in one shape, what it counts in the shape below or beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import TypeVar

from claimlint.document import Passage, Role
from claimlint.readers.figures import (
    LABEL_WORDS,
    can_stand_by,
    captioned,
    captions,
    is_figure,
    wants_caption,
)
from claimlint.readers.interface import Item
from claimlint.values.boxes import Box, extent, overlap

_LONGEST_LABEL = 160
_NEAR = 1.5
_CROWDED = 300
_LARGER = 1.4
"""A figure is that much larger than the label that would else be a heading of its slide."""

_Shape = TypeVar("_Shape")


def with_labels(
    ordered: list[_Shape], text: Callable[[_Shape], str], box: Callable[[_Shape], Box | None]
) -> list[_Shape]:
    """Return the shapes with each label moved behind the figure that stands over or before it.

    Only a shape that is nothing but a figure takes a label, and a label goes to one figure. A
    shape whose `text` is empty is neither.
    """
    if len(ordered) > _CROWDED:
        return ordered
    texts = [text(shape) for shape in ordered]
    boxes = [box(shape) for shape in ordered]
    figures = [at for at, said in enumerate(texts) if is_figure(said)]
    taken: dict[int, int] = {}
    for figure in figures:
        label = _label(boxes[figure], texts, boxes, {*figures, *taken.values()})
        if label is not None:
            taken[figure] = label
    moved = set(taken.values())
    result: list[_Shape] = []
    for at, shape in enumerate(ordered):
        if at not in moved:
            result.append(shape)
        if at in taken:
            result.append(ordered[taken[at]])
    return result


def _label(
    figure: Box | None, texts: list[str], boxes: list[Box | None], used: set[int]
) -> int | None:
    found = [
        (gap, at)
        for at, said in enumerate(texts)
        if at not in used and 0 < len(said) <= _LONGEST_LABEL
        for gap in (_gap(figure, boxes[at]),)
        if gap is not None
    ]
    return min(found)[1] if found else None


def joined(items: Iterable[tuple[Item, Box | None]]) -> Iterator[Item]:
    """Yield what stands on a slide, each figure and its caption as one passage.

    Items come in reading order with the boxes of their shapes.
    """
    above: tuple[Passage, Box | None] | None = None
    figure: tuple[Passage, Box | None] | None = None
    ordered = list(items)
    following = (box for _, box in ordered[1:])
    for (item, box), after in zip_longest(ordered, following):
        passage = item if isinstance(item, Passage) else None
        if figure is not None:
            alone = box is not None and box != after
            if passage is not None and _goes_on(above, figure, passage, box, alone=alone):
                yield captioned(figure[0], passage)
                above = figure = None
                continue
            yield figure[0]
            above, figure = figure, None
        if passage is not None and passage.role is not Role.TITLE and wants_caption(passage):
            figure = passage, box
            continue
        above = None if passage is None else (passage, box)
        yield item
    if figure is not None:
        yield figure[0]


def _goes_on(
    above: tuple[Passage, Box | None] | None,
    figure: tuple[Passage, Box | None],
    passage: Passage,
    box: Box | None,
    *,
    alone: bool,
) -> bool:
    """Tell whether a passage says what the figure before it counts, and not the words above it.

    A line in type that is large on its slide, and still much smaller than the figure, is no
    heading where it is all that its shape holds (`alone`).
    """
    number, own = figure
    sizes = number.size or 0, passage.size or 0
    label = alone and passage.role is not Role.TITLE and 0 < _LARGER * sizes[1] <= sizes[0]
    if not captions(number, passage) and not (label and can_stand_by(number, passage)):
        return False
    if 0 < sizes[0] <= sizes[1]:
        return False
    if own == box and number.role is passage.role is Role.BULLET:
        return False
    gap = _distance(own, box)
    if gap is None or above is None or len(above[0].text.split()) > LABEL_WORDS:
        return gap is not None
    over = None if above[0].role is Role.TITLE else _distance(above[1], own)
    return over is None or gap < over


def _distance(one: Box | None, other: Box | None) -> float | None:
    return 0.0 if one is not None and one == other else _gap(one, other)


def _gap(figure: Box | None, label: Box | None) -> float | None:
    """Return how far a label stands below or to the right of a figure, None if it does not."""
    if figure is None or label is None:
        return None
    high, wide = figure[3] - figure[1], figure[2] - figure[0]
    below, beside = label[1] - figure[3], label[0] - figure[2]
    if _shared(figure, label, 0) and -high / 2 <= below <= _NEAR * high:
        return max(below, 0.0)
    if _shared(figure, label, 1) and -wide / 2 <= beside <= _NEAR * wide:
        return 1000.0 + max(beside, 0.0)
    return None


def _shared(one: Box, other: Box, axis: int) -> bool:
    return overlap(one, other, axis) >= min(extent(one, axis), extent(other, axis)) / 2
