"""Guesses what sort of document it is; the guess orders the report and sets the context."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.detect.context.scene import Cues
from claimlint.detect.unit import Unit
from claimlint.rulebook.reading import Token
from claimlint.terms import DocumentKind

_PER_THOUSAND = 1000.0
_LEAST_WORDS = 250
_CONTRACT = 9.0
_POLICY = 10.0
_OVER_SELLING = 6.0
_NORMS = 4.0
_REPORT = 6.0
_NOBODY_SELLS = 3.0
_DISCLOSURE = 12.0


def kind_of(units: Sequence[Unit], cues: Cues) -> DocumentKind:
    """Return the kind by the density of cue words: contract, disclosure, other, or marketing.

    Densities are cues in a thousand words; the thresholds were set on the `tune` part of our own
    corpora. A document that sells is marketing even where it also sets terms; one that speaks of
    law, studies and rules and never says "we" or "you" reports and does not sell.
    """
    row: tuple[Token, ...] = tuple(token for unit in units for token in unit.tokens)
    words = max(_LEAST_WORDS, len(row))

    def density(name: str) -> float:
        return len(cues.find(name, row)) * _PER_THOUSAND / words

    if density("contract-cues") >= _CONTRACT:
        return DocumentKind.CONTRACT
    if density("disclosure-cues") >= _DISCLOSURE:
        return DocumentKind.DISCLOSURE
    policy = density("policy-cues")
    sells = policy - density("selling-cues") < _OVER_SELLING
    if policy >= _POLICY and not sells and density("norm-cues") >= _NORMS:
        return DocumentKind.OTHER
    if density("report-cues") >= _REPORT and density("seller") + density("reader") < _NOBODY_SELLS:
        return DocumentKind.OTHER
    return DocumentKind.MARKETING
