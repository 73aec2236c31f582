"""Figures of a page that wait for their captions: the next words in the same element."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import Passage
from claimlint.readers.figures import LABEL_WORDS, captioned, captions, heads_section, wants_caption

_NOWHERE = 1_000_000


class Captions:
    """Joins `<div>98%</div><div>field accuracy</div>`, which share an element, to one passage."""

    def __init__(self) -> None:
        self._figure: Passage | None = None
        self._around = _NOWHERE
        self._labelled = _NOWHERE

    def take(self, passage: Passage, around: int) -> Iterator[Passage]:
        """Yield what can be told now that a passage ends inside the element at depth `around`."""
        figure, self._figure = self._figure, None
        if figure is not None and captions(figure, passage):
            self._labelled = _NOWHERE
            yield captioned(figure, passage)
            return
        if figure is not None:
            yield figure
        if wants_caption(passage) and self._labelled != around:
            self._figure, self._around = passage, around
            return
        self._labelled = around if _is_label(passage) else _NOWHERE
        yield passage

    def end(self, depth: int = 0) -> Iterator[Passage]:
        """Yield the figure that waits in an element, now that the one at `depth` ends."""
        if depth <= self._labelled:
            self._labelled = _NOWHERE
        if self._figure is not None and depth <= self._around:
            figure, self._figure = self._figure, None
            yield figure


def _is_label(passage: Passage) -> bool:
    """Tell whether a passage can be what a figure below it counts."""
    short = len(passage.text.split()) <= LABEL_WORDS
    return short and not heads_section(passage) and not passage.text.endswith((".", ":"))
