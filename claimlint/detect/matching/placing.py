"""Which spans of words make a match: by their length, their place, and their side of a verb."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from claimlint.detect.cues import Span
from claimlint.rulebook.patterns import At, Frame, Item, Pattern, Words
from claimlint.rulebook.reading_form import Kind, Token

NEGATORS = ("not", "n't", "never")
_BARRIERS = frozenset((*".!?;:", *NEGATORS))
_PARTED = _BARRIERS | frozenset("—|")
"""What parts a verb from its object or subject; other company may stand behind a long dash."""
_JOINS = frozenset({",", "and", "or"})
_DOING = "ing"
_LABEL_WORDS = 4
_LABEL_ENDS = frozenset(":–—")
_PICTURES = frozenset({"So", "Sk", "Mn", "Cf"})
_MARKS_ONLY = frozenset(".!?,;:-–—\"'()[]*#•…✅✓✔")

Spans = Mapping[str, list[Span]]
"""By the part of a pattern, the spans found, from the left."""


class Place(NamedTuple):
    """Where a pattern matches; of a frame its verb, and where it begins without its subject."""

    start: int
    end: int
    verb: int | None
    asserts: int


def placed(pattern: Pattern, found: Spans, row: tuple[Token, ...], lead: int) -> Iterator[Place]:
    """Yield where a pattern matches in a row.

    The first `lead` tokens of the row are those that the unit completes.
    """
    if isinstance(pattern, Words):
        for start, end in _at(found[""], pattern.at, row, lead):
            yield Place(start, end, None, start)
    else:
        yield from _framed(pattern, found, row)


def _framed(frame: Frame, found: Spans, row: tuple[Token, ...]) -> Iterator[Place]:
    sides = (
        (frame.object, "object", "after"),
        (frame.subject, "subject", "before"),
        (frame.company, "with", "either"),
    )
    for verb in found["verb"]:
        spans, asserts = [verb], verb[0]
        for item, name, side in sides:
            if item is None:
                continue
            near = _nearest(verb, found[name], side, frame.within, row)
            if near is None:
                break
            spans.append(near)
            asserts = asserts if name == "subject" else min(asserts, near[0])
        else:
            yield Place(min(s for s, _ in spans), max(e for _, e in spans), verb[0], asserts)


def longest(items: tuple[Item, ...], spans: set[Span]) -> list[Span]:
    """Return the longest spans, of those with free places the shortest, from the left."""
    gapped = any(item.gap for item in items)
    return sorted(
        span for span in spans if not any(_absorbs(other, span, shortest=gapped) for other in spans)
    )


def _absorbs(other: Span, span: Span, *, shortest: bool) -> bool:
    if other == span:
        return False
    if shortest:
        return other[0] == span[0] and other[1] < span[1]
    return other[0] <= span[0] and span[1] <= other[1]


def _at(spans: list[Span], at: At, row: tuple[Token, ...], lead: int) -> Iterator[Span]:
    def bare(part: tuple[Token, ...]) -> bool:
        return all(token.form in _MARKS_ONLY or _is_picture(token) for token in part)

    for start, end in spans:
        ahead = row[lead:start]
        first = at in (At.START, At.WHOLE) and not (
            bare(ahead) or (at is At.START and _is_label(ahead))
        )
        last = at in (At.END, At.WHOLE) and not bare(row[end:])
        if not first and not last:
            yield start, end


def _is_picture(token: Token) -> bool:
    """Tell whether a token is an emoji or the like, which many a line of copy opens with."""
    return token.kind is Kind.MARK and unicodedata.category(token.text[0]) in _PICTURES


def _is_label(part: tuple[Token, ...]) -> bool:
    """Tell whether a sequence that opens its unit may stand behind a label ("Speed: 40% up")."""
    words = part[:-1]
    return (
        0 < len(words) <= _LABEL_WORDS
        and part[-1].form in _LABEL_ENDS
        and not any(token.form in _BARRIERS for token in words)
    )


def _nearest(
    verb: Span, found: list[Span], side: str, within: int, row: tuple[Token, ...]
) -> Span | None:
    """Return the nearest span on the asked side of the verb, in its clause and reach."""
    best: tuple[int, Span] | None = None
    for span in found:
        after = span[0] >= verb[1]
        if (side == "after" and not after) or (side == "before" and span[1] > verb[0]):
            continue
        if not after and span[1] > verb[0]:
            continue
        left, right = (verb[1], span[0]) if after else (span[1], verb[0])
        distance = right - left
        barriers = _BARRIERS if side == "either" else _PARTED
        if distance > within or any(t.form in barriers for t in row[left:right]):
            continue
        if side == "after" and _hands_on(row[verb[1] - 1 : right]):
            continue
        if best is None or distance < best[0]:
            best = (distance, span)
    return best[1] if best else None


def _hands_on(row: tuple[Token, ...]) -> bool:
    """Tell whether a list goes on with another doing ("cutting friction, and surfacing" – "risk").

    The row begins with the verb, and ends before its object.
    """
    forms = [token.form for token in row]
    if not forms[0].endswith(_DOING):
        return False
    return any(one in _JOINS and other.endswith(_DOING) for one, other in pairwise(forms[1:]))
