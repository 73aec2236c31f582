"""Fields of evidence that stand in a paper without the one by which their kind is recognised.

A paper may tell who reviews and how fast, and never what is reviewed: what it does show is not told
as missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from msgspec.structs import replace

from claimlint.evidence.disclosures.drafts import Piece
from claimlint.evidence.disclosures.members import Ground
from claimlint.evidence.disclosures.pieces import Pieces
from claimlint.evidence.matching.compiled_kinds import CompiledField, CompiledKind
from claimlint.terms import FAILURES, OUTCOMES, OVERSIGHT

_BY_ANY_FIELD = frozenset(
    "autonomy-boundary availability-record change-monitoring data-provenance "
    "decision-accountability fairness-audit human-involvement intended-use legal-conformity "
    "security-assurance".split()
)
"""Kinds whose fields papers tell one by one, each by words that hardly mean anything else."""
_BY_KERNEL = frozenset({FAILURES, "market-comparison", OUTCOMES, OVERSIGHT})
"""Kinds of which only fields of the kernel tell so much."""
_BY_FIRST = frozenset({"robustness-evaluation"})
"""Kinds of which the first field alone tells so much: which inputs were tested."""
_OF_GROUPS = frozenset({"fairness-audit"})
"""Kinds of which rates and numbers count only where groups of people are named."""
_NAMING = frozenset({"provision"})
"""Detectors that find names, which mean nothing else."""
_TRIED = 200
_MOST = 8
"""So many units are tried, and so many pieces looked at: the first of a long paper."""


def strays(compiled: CompiledKind, ground: Ground) -> Iterator[Piece]:
    """Yield what shows another field of a kind and lacks some of its kernel.

    A date or a number alone shows nothing: words of the kind's own do, where another field or a
    heading says the same.
    """
    fields = _fields_by(compiled)
    if fields:
        worded = tuple(
            replace(field, cues=field.cues.phrases) if field.cues.sources else field
            for field in fields
        )
        pieces = Pieces(compiled, ground, worded)
        found = islice(pieces.anchored_in(islice(pieces.able, _TRIED)), _MOST)
        yield from (piece for piece in found if _tells(piece, fields))


def _fields_by(compiled: CompiledKind) -> Sequence[CompiledField]:
    """Return the fields by which a kind is looked for: those that have words of their own."""
    able: Sequence[CompiledField] = ()
    if compiled.kind.id in _BY_ANY_FIELD:
        able = compiled.fields
    elif compiled.kind.id in _BY_FIRST:
        able = compiled.kernel[0]
    elif compiled.kind.id in _BY_KERNEL:
        able = tuple(chain.from_iterable(compiled.kernel[1:]))
    return tuple(
        field for field in able if field.cues.sources or _NAMING.intersection(field.cues.detectors)
    )


def _tells(piece: Piece, fields: Sequence[CompiledField]) -> bool:
    kind = piece.compiled.kind
    shown = [field for field in piece.compiled.fields if piece.by_own_words(field)]
    complete = piece.vital == len(piece.compiled.kernel)
    if complete or not any(field in fields for field in shown):
        return False
    if kind.id in _OF_GROUPS:
        return len(shown) > 1 and piece.compiled.fields[0] in shown
    worded = kind.id in _BY_ANY_FIELD or kind.id in _BY_FIRST
    vital = worded and any(field.field.kernel for field in shown)
    return len(shown) > 1 or vital or any(map(piece.compiled.headed, piece.anchors))
