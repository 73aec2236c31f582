"""Which paper of a contract holds where two of them differ, and which clause gives way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TypeAlias

from msgspec.structs import replace

from claimlint.detect.cues import Cues, Span, words_of
from claimlint.detect.units.unit import Unit
from claimlint.rulebook.reading_form import Token
from claimlint.values.comparison import OWN, Precedence

Tiers: TypeAlias = tuple[tuple[str, ...], ...]
_OWN = ("this", "these")
_POINTED = (*_OWN, "the")
_NEAR = 2
_REACH = 8
"""So many words at most stand between the number of a clause and the paper that holds it."""


def precedence(units: Iterable[Unit], cues: Cues) -> tuple[Precedence, ...]:
    """Return the sentences that rank papers or stand in place of a clause, in order.

    A list of papers in their order is told by the sentence that leads it.
    """
    found: list[Precedence] = []
    stem: tuple[Token, ...] | None = None
    for unit in units:
        row = unit.tokens
        if stem is not None and unit.lead == stem:
            listed = tuple((name,) for _, name in _names(row, cues)[:1])
            found[-1] = replace(found[-1], tiers=found[-1].tiers + listed)
            continue
        stem = None
        instead = [_told(unit, ((OWN,), (paper,)), clause) for paper, clause in _put(row, cues)]
        ranks = () if instead else _ranks(row, cues)
        if ranks:
            found.append(_told(unit, ranks))
        elif cues.find("precedence-order", row) and unit.text.rstrip().endswith(":"):
            stem = row
            found.append(_told(unit, ()))
        found.extend(instead)
    return tuple(each for each in found if len(each.tiers) > 1)


def _told(unit: Unit, tiers: Tiers, clause: str | None = None) -> Precedence:
    return Precedence(
        unit=unit.text,
        location=unit.locate(0, len(unit.text)),
        number=unit.number,
        passage=unit.index,
        offset=unit.start,
        tiers=tiers,
        clause=clause,
    )


def _ranks(row: tuple[Token, ...], cues: Cues) -> Tiers:
    """Return the papers that a sentence ranks, those that prevail first."""
    names = _names(row, cues)
    order = cues.find("precedence-order", row)
    if order and len(names) > 1:
        behind = [name for span, name in names if span[0] >= order[0][1]]
        listed = behind if len(behind) > 1 else [name for _, name in names]
        return tuple((name,) for name in dict.fromkeys(listed))
    prevails = cues.find("precedence-prevails", row)
    if not prevails:
        return ()
    start, end = max(each for each in prevails if each[0] == prevails[0][0])
    before = list(takewhile(lambda each: each[0][1] <= start, names))
    over = cues.find("precedence-over", row[start : end + 1])
    if not before or not (over or cues.find("precedence-conflict", row)):
        return ()
    (_, last), winner = before[-1]
    if cues.find("precedence-denied", row[last:start]):
        return ()
    others = (names[len(before) :] if over else ()) or before[:-1]
    losers = tuple(dict.fromkeys(name for _, name in others if name != winner))
    return ((winner,), losers) if losers else ()


def _put(row: tuple[Token, ...], cues: Cues) -> Iterator[tuple[str, str]]:
    """Yield paper and number of each clause in whose place a sentence stands."""
    for _, end in cues.find("precedence-instead", row):
        for start, number in cues.find("precedence-clauses", row):
            if end <= start <= end + _NEAR and row[number : number + 1]:
                figure = row[number].form
                behind = row[number + 1 : number + _REACH]
                named = _names(behind, cues) if behind and behind[0].form in ("of", "in") else []
                if figure[0].isdigit():
                    yield named[0][1] if named else OWN, figure.rstrip(".")


def _names(row: Sequence[Token], cues: Cues) -> list[tuple[Span, str]]:
    """Return the papers that are named, in order; "this order form" is the one that says so."""
    row = tuple(row)
    spans = cues.find("precedence-papers", row)
    taken = [*spans, *cues.find("precedence-order", row)]
    names = []
    for span in sorted(set(spans)):
        within = any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in taken)
        before = row[span[0] - 1].form if span[0] else ""
        if not within and (before in _POINTED or row[span[0]].text[:1].isupper()):
            words = words_of(row, span)
            names.append((span, f"{OWN} {words}" if before in _OWN else words))
    return names
