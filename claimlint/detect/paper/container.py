"""The papers in a container (mail, archive), each of its own kind: parted, then joined again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from msgspec.structs import replace

from claimlint.detect.detected import Detected
from claimlint.detect.units.unit import Unit
from claimlint.document import Passage
from claimlint.terms import DocumentKind
from claimlint.values.comparison import Rank

Paper = Callable[[Passage], str | None] | None
"""Tells which paper of a container a passage belongs to; no container without it."""
_LEAST_WORDS = 50
"""A covering note or a logo in a mail is no paper; a data sheet of one page is."""
_LISTS = tuple(
    name for name in Detected.__struct_fields__ if name not in ("kind", "language", "units", "rank")
)
"""What papers hold one after the other."""


def apart(cut: Iterable[Unit], paper: Paper) -> Sequence[Iterable[Unit]]:
    """Return the units of each paper, in their order; one paper where nothing tells several.

    What is too short for a paper is taken together.
    """
    if paper is None:
        return [cut]
    owners = [paper(unit.passage) for unit in cut]
    words: Counter[str | None] = Counter()
    for unit, owner in zip(cut, owners, strict=True):
        words[owner] += len(unit.tokens)
    papers: dict[str | None, list[Unit]] = {}
    for unit, owner in zip(cut, owners, strict=True):
        papers.setdefault(owner if words[owner] >= _LEAST_WORDS else None, []).append(unit)
    return [tuple(units) for units in papers.values()] or [cut]


def joined(found: Sequence[Detected]) -> Detected:
    """Return what papers hold as one: marketing where any is, else what the first is."""
    first = found[0]
    if len(found) == 1:
        return first
    markets = any(each.kind is DocumentKind.MARKETING for each in found)
    return replace(
        first,
        kind=DocumentKind.MARKETING if markets else first.kind,
        language=_language([each.language for each in found]),
        units=sum(each.units for each in found),
        rank=_rank([each.rank for each in found]),
        **{
            name: tuple(chain.from_iterable(getattr(each, name) for each in found))
            for name in _LISTS
        },
    )


def _rank(ranks: Sequence[Rank]) -> Rank:
    """Return the sentences that rank papers, with the titles of all papers."""
    return Rank(
        title=" / ".join(dict.fromkeys(each.title for each in ranks if each.title)),
        told=tuple(chain.from_iterable(each.told for each in ranks)),
    )


def _language(languages: Sequence[str | None]) -> str | None:
    """Return the one language of all; where they differ, each passage tells its own."""
    told = {language for language in languages if language is not None}
    return told.pop() if len(told) == 1 else ("en" if told else None)
