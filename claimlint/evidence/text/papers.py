"""Where the papers of a container begin: what stands in two of them is no one piece of evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claimlint.document import Document
from claimlint.evidence.text.unit import Units
from claimlint.file_types import paper_in


def starts_of_papers(document: Document, units: Units) -> tuple[int, ...]:
    """Return the index of the first unit of each paper in a document; of one that is none, 0."""
    ends = (document.passages[:1], document.passages[-1:])
    if all(passage.location.member is None for end in ends for passage in end):
        return (0,)
    starts: list[int] = [0]
    last: str | None = None
    for unit in units:
        paper = paper_in(document.passages[unit.passage].location.member)
        if unit.index and paper != last:
            starts.append(unit.index)
        last = paper
    return tuple(starts)


def paper_at(starts: Sequence[int], place: int, count: int) -> range:
    """Return the units of the paper that holds the unit `place`, of `count` units in all."""
    at = bisect_right(starts, place)
    return range(starts[at - 1], starts[at] if at < len(starts) else count)
