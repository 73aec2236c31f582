"""Reading order: columns are read one after the other, what spans them parts them into bands.

A recursive cut: a region is cut where the kind of its columns changes, at a clean gutter, at the
lines that span an otherwise clean gutter, or at a clear horizontal gap. Rows of a table without
rules stay rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from claimlint.readers.pdf.geometry import median
from claimlint.readers.pdf.layout.column_changes import parts_of
from claimlint.readers.pdf.layout.unruled_tables import Slab, rows_in

_DEPTH = 24
_MANY = 4_000
"""With more lines than this on a page no columns are looked for."""


class Region(Struct, frozen=True):
    """Slabs that are read from top to bottom; `rows` says that they are rows of a table."""

    slabs: tuple[Slab, ...]
    rows: bool = False


def regions_of(slabs: Sequence[Slab]) -> tuple[Region, ...]:
    """Return the regions of a page in reading order; each slab is in one of them."""
    if len(slabs) > _MANY:
        return (Region(_downward(slabs)),)
    found: list[Region] = []
    stack: list[tuple[Sequence[Slab], int]] = [(slabs, 0)]
    while stack:
        part, depth = stack.pop()
        if len(part) < 2 or depth >= _DEPTH or not _beside(part):
            if part:
                found.append(Region(_downward(part)))
            continue
        columns = _columns(part)
        table = rows_in(columns)
        if table is not None and len(table.rows) == len(part):
            found.append(Region(table.rows, rows=True))
            continue
        pieces = table.parts if table else _pieces(part, columns)
        if pieces:
            stack.extend((piece, depth + 1) for piece in reversed(pieces))
        else:
            found.append(Region(_downward(part)))
    return tuple(found)


def _pieces(part: Sequence[Slab], columns: Sequence[Sequence[Slab]]) -> Sequence[Sequence[Slab]]:
    """Cut a part; empty if there is no place to cut it."""
    return parts_of(part, _gutter(part)) or columns or _bands(part) or _gaps(part)


def _downward(slabs: Sequence[Slab]) -> tuple[Slab, ...]:
    return tuple(sorted(slabs, key=lambda slab: (slab.base, slab.x0)))


def _beside(slabs: Sequence[Slab]) -> bool:
    """Tell whether any two slabs stand beside each other."""
    reach = float("-inf")
    for slab in sorted(slabs, key=lambda slab: slab.top):
        if slab.top < reach - 0.3 * slab.size:
            return True
        reach = max(reach, slab.bottom)
    return False


def _gutter(slabs: Sequence[Slab]) -> float:
    """Return how wide a gutter must be."""
    return max(6.0, 0.8 * median(slab.size for slab in slabs))


def _columns(slabs: Sequence[Slab]) -> list[list[Slab]]:
    """Cut at gutters that nothing crosses; empty if there is none."""
    wide = _gutter(slabs)
    columns: list[list[Slab]] = []
    reach = float("-inf")
    for slab in sorted(slabs, key=lambda slab: slab.x0):
        if not columns or slab.x0 - reach >= wide:
            columns.append([])
        columns[-1].append(slab)
        reach = max(reach, slab.x1)
    return columns if len(columns) > 1 else []


def _bands(slabs: Sequence[Slab]) -> list[list[Slab]]:
    """Cut above and below the slabs that span a gutter which is clean without them."""
    best: tuple[float, list[Slab]] | None = None
    wide = _gutter(slabs)
    for edge in _candidates(slabs):
        crossing = [slab for slab in slabs if slab.x0 < edge - wide and slab.x1 > edge - wide / 2]
        left = [slab for slab in slabs if slab.x1 <= edge - wide / 2]
        right = [slab for slab in slabs if slab.x0 >= edge - 0.5]
        if len(crossing) + len(left) + len(right) != len(slabs) or not crossing:
            continue
        gain = _side_by_side(left, right) - 1.5 * len(crossing)
        if gain > 0 and (best is None or gain > best[0]):
            best = (gain, crossing)
    return _cut_at(slabs, best[1]) if best else []


def _candidates(slabs: Sequence[Slab]) -> list[float]:
    """Return left edges that several slabs share, the most common first."""
    counts: dict[int, list[float]] = {}
    first = min(slab.x0 for slab in slabs)
    for slab in slabs:
        if slab.x0 > first + 3 * slab.size:
            counts.setdefault(round(slab.x0 / 3), []).append(slab.x0)
    often = sorted(counts.values(), key=lambda edges: (-len(edges), edges[0]))
    return [min(edges) for edges in often[:12]]


def _side_by_side(left: Sequence[Slab], right: Sequence[Slab]) -> int:
    """Return how many lines of the shorter side have a neighbour on the other."""
    if not left or not right:
        return 0
    top = max(min(slab.top for slab in left), min(slab.top for slab in right))
    bottom = min(max(slab.bottom for slab in left), max(slab.bottom for slab in right))
    return min(sum(top - 1 <= slab.base <= bottom + 1 for slab in side) for side in (left, right))


def _cut_at(slabs: Sequence[Slab], spanning: Sequence[Slab]) -> list[list[Slab]]:
    """Return the bands between spanning slabs, and those slabs, from top to bottom."""
    marks = _with_tails(_downward(slabs), {id(slab) for slab in spanning})
    spans = _downward([slab for slab in slabs if id(slab) in marks])
    bands: list[list[Slab]] = [[] for _ in range(2 * len(spans) + 1)]
    bases = [slab.base for slab in spans]
    for slab in slabs:
        if id(slab) not in marks:
            bands[2 * bisect_right(bases, slab.base)].append(slab)
    for index, slab in enumerate(spans):
        bands[2 * index + 1].append(slab)
    return _merged([band for band in bands if band], marks)


def _with_tails(ordered: Sequence[Slab], marks: set[int]) -> set[int]:
    """Add the short last lines of paragraphs that span the gutter."""
    for before, slab, after in zip(ordered, ordered[1:], (*ordered[2:], None), strict=False):
        alone = after is None or after.base - slab.base > 0.3 * slab.size
        if (
            id(before) in marks
            and alone
            and (abs(slab.x0 - before.x0) <= slab.size or _centred(slab, before))
            and abs(slab.size - before.size) <= 0.05 * slab.size
            and 0.5 * slab.size < slab.base - before.base <= 1.6 * slab.size
        ):
            marks.add(id(slab))
    return marks


def _centred(slab: Slab, before: Slab) -> bool:
    return abs(slab.x0 + slab.x1 - before.x0 - before.x1) <= slab.size


def _merged(bands: list[list[Slab]], marks: set[int]) -> list[list[Slab]]:
    """Join spanning lines that follow each other: they are one wrapped heading or paragraph."""
    found: list[list[Slab]] = []
    for band in bands:
        spanning = id(band[0]) in marks
        if found and spanning and id(found[-1][0]) in marks:
            found[-1].extend(band)
        else:
            found.append(list(band))
    return found


def _gaps(slabs: Sequence[Slab]) -> list[list[Slab]]:
    """Cut at the clear horizontal gaps."""
    ordered = sorted(slabs, key=lambda slab: slab.top)
    gaps: list[float] = []
    reach = ordered[0].bottom
    for slab in ordered[1:]:
        gaps.append(slab.top - reach)
        reach = max(reach, slab.bottom)
    widest = max(gaps)
    if widest < 0.8 * median(slab.size for slab in slabs):
        return []
    limit = max(0.7 * widest, 0.8 * median(slab.size for slab in slabs))
    bands: list[list[Slab]] = [[ordered[0]]]
    for slab, gap in zip(ordered[1:], gaps, strict=True):
        if gap >= limit:
            bands.append([])
        bands[-1].append(slab)
    return bands  # two at least: the widest gap is within the limit
