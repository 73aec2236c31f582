"""Marks on the text of a passage: claims, further words of claims, clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimlint.document import Passage
from claimlint.finding import Clause, Finding
from claimlint.reports.html.model import Badge, Mark, Segment

_RANK = ("error", "warning", "note", "clause", "further")


def claim_marks(finding: Finding, number: int, passage: Passage) -> Iterator[Mark]:
    """Yield the marks of a finding on its passage: the claim's words, then the further ones."""
    claim = finding.claim
    for index, (start, end) in enumerate((claim.span, *claim.marks)):
        first, last = claim.offset + start, claim.offset + end
        if not 0 <= first < last <= len(passage.text):
            continue
        place = claim.location if index == 0 else passage.locate(first, last)
        yield Mark(
            start=first,
            end=last,
            target=f"c{number}",
            number=str(number),
            look=str(finding.level),
            said=f"Claim {number}: {finding.level}, {claim.category.words}",
            boxes=place.boxes or ((place.bbox,) if place.bbox and index == 0 else ()),
            shape=not place.boxes,
            main=index == 0,
        )


def clause_mark(clause: Clause, number: str, passage: Passage) -> Iterator[Mark]:
    """Yield the mark of a clause on its passage."""
    start, end = clause.offset + clause.span[0], clause.offset + clause.span[1]
    if 0 <= start < end <= len(passage.text):
        yield Mark(
            start=start,
            end=end,
            target=f"k{number}",
            number=number,
            look="clause",
            said=f"Clause {number}: {clause.label.replace('-', ' ')}",
            boxes=clause.location.boxes
            or ((clause.location.bbox,) if clause.location.bbox else ()),
            shape=not clause.location.boxes,
        )


def segments(text: str, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Return the text cut where marks begin and end; where marks meet, the gravest look counts."""
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    found = []
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        looks = [mark.look if mark.main else "further" for mark in over]
        badges = tuple(
            Badge(mark.target, mark.number, mark.look, mark.said)
            for mark in over
            if mark.main and mark.end == end
        )
        found.append(Segment(text[start:end], min(looks, key=_RANK.index, default=None), badges))
    return tuple(found)
