"""Guesses what sort of document it is; the guess orders the report and sets the context."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from claimlint.detect.context.scene import Cues
from claimlint.detect.names import names_of
from claimlint.detect.papers import (
    opens_with_definition,
    tells_news,
    told_by_lines,
    told_by_name,
)
from claimlint.detect.unit import Unit
from claimlint.rulebook.reading import Token
from claimlint.terms import DocumentKind

_PER_THOUSAND = 1000.0
LEAST_WORDS = 250
"""A paper of fewer hardly tells its kind."""
_CONTRACT = 9.0
_TERMS = 4.0
_POLICY = 10.0
_OVER_SELLING = 6.0
_SURE_POLICY = 20.0
_OVER_SELLING_TIMES = 2.0
_NORMS = 4.0
_REPORT = 6.0
_REPORTS_ONLY = 15.0
_ESSAY = 9.0
_AUTHORS_SPEAK = 5.0
_READER_SPOKEN_TO = 12.0
_REPORTS_TO_SELLS = 5.0
_DISCLOSURE = 12.0
_TECHNICAL = 25.0
_TECHNICAL_TO_AI = 10.0
_STRICT = 16.0
_SELLS = 0.15
_SELLS_IN_A_POLICY = 0.22
_SELLS_IN_A_STUDY = 0.35
_SELLS_AGAINST_ITS_NAME = 0.45
_SELLS_TO_NOBODY = 0.9
_NEVER_SELLS = 1.1
_LAW = 8.0
_ON_CONTRACTS = 8.0
_HARDLY_SELLS = 3.0
_SELLS_LITTLE = 12.0
_STUDY = 12.0


def kind_of(units: Sequence[Unit], cues: Cues) -> DocumentKind:
    """Return the kind: what the paper calls itself, or else what the density of cue words says.

    Densities are cues in a thousand words; the thresholds were set on the `tune` part of our own
    corpora. A document that sells is marketing even where it also sets terms; one that speaks of
    law, studies and rules and hardly ever says "we" or "you" reports and does not sell; nor does
    a manual, changelog or licence of plain software.
    """
    density = _densities(units, cues)
    return _told(units, cues, density) or _by_words(density)


def _told(
    units: Sequence[Unit], cues: Cues, density: Callable[[str], float]
) -> DocumentKind | None:
    """Return the kind that the title, the first sentences or the shape of the lines tell."""
    named = told_by_name(units, cues)
    if named is not None:
        return named
    selling = density("selling-cues")
    if density("law-texts") >= _LAW and not density("contract-itself") and selling < _HARDLY_SELLS:
        return DocumentKind.OTHER
    addressed = density("seller") + density("reader")
    binds = density("contract-cues") >= _TERMS
    tells = (
        (selling < _HARDLY_SELLS and not binds and tells_news(units, cues))
        or _on_contracts(density)
        or (not addressed and opens_with_definition(units, cues))
        or told_by_lines(units)
        or (_studies(density) and not binds and not names_of(units, cues))
    )
    return DocumentKind.OTHER if tells else None


def speaks_of_contracts(units: Sequence[Unit], cues: Cues) -> bool:
    """Tell whether an article discusses contracts of others and binds nobody itself."""
    return _on_contracts(_densities(units, cues))


def _on_contracts(density: Callable[[str], float]) -> bool:
    discusses = density("on-contracts") >= _ON_CONTRACTS and density("contract-cues") >= _CONTRACT
    return discusses and density("binding") < _TERMS


def _studies(density: Callable[[str], float]) -> bool:
    """Tell whether authors report what they tried on whom, and offer nothing."""
    return density("study-cues") >= _STUDY and density("selling-cues") < _SELLS_LITTLE


def _by_words(density: Callable[[str], float]) -> DocumentKind:
    contract = density("contract-cues")
    if contract >= (_TERMS if density("norm-cues") >= _NORMS else _CONTRACT):
        return DocumentKind.CONTRACT
    if density("disclosure-cues") >= _DISCLOSURE:
        return DocumentKind.DISCLOSURE
    policy = density("policy-cues")
    sells = policy - density("selling-cues") < _OVER_SELLING
    sure = policy >= max(_SURE_POLICY, _OVER_SELLING_TIMES * density("selling-cues"))
    if sure or (policy >= _POLICY and not sells and density("norm-cues") >= _NORMS):
        return DocumentKind.OTHER
    if _reports(density, _REPORT) or _essay(density) or _technical(density):
        return DocumentKind.OTHER
    return DocumentKind.MARKETING


def expounds(units: Sequence[Unit], cues: Cues) -> bool:
    """Tell whether a document does nothing but report or explain: a study, news, a manual."""
    return _expounds(_densities(units, cues))


def _expounds(density: Callable[[str], float]) -> bool:
    return _reports(density, _REPORTS_ONLY) or _essay(density) or _technical(density)


def selling_share(units: Sequence[Unit], cues: Cues) -> float:
    """Return the share of units with a claim from which a document sells that does not look it.

    The more it reads like a rule, a manual or a study, the thicker its claims have to stand; so
    too where it nowhere names anything artificial that could be on offer.
    """
    density = _densities(units, cues)
    if _told(units, cues, density) is DocumentKind.OTHER:
        addressed = density("seller") + density("reader")
        if _studies(density) or (not addressed and opens_with_definition(units, cues)):
            return _NEVER_SELLS
        told = not density("reader") or told_by_lines(units)
        return _SELLS_TO_NOBODY if told else _SELLS_AGAINST_ITS_NAME
    if _expounds(density) or not density("sold-as-ai"):
        return _SELLS_IN_A_STUDY
    strict = density("policy-cues") >= _STRICT or _technical(density)
    return _SELLS_IN_A_POLICY if strict else _SELLS


def _technical(density: Callable[[str], float]) -> bool:
    """Tell whether it is a manual or changelog of software that has nothing to do with AI."""
    technical = density("technical-cues")
    return technical >= max(_TECHNICAL, _TECHNICAL_TO_AI * density("sold-as-ai"))


def _essay(density: Callable[[str], float]) -> bool:
    """Tell whether the text discusses systems in general, hardly "ours", hardly to "you"."""
    if density("reader") >= _READER_SPOKEN_TO:
        return False
    return density("essay-cues") >= _ESSAY and density("seller") < _AUTHORS_SPEAK


def _reports(density: Callable[[str], float], least: float) -> bool:
    addressed = density("seller") + density("reader")
    return density("report-cues") >= max(least, _REPORTS_TO_SELLS * addressed)


def _densities(units: Sequence[Unit], cues: Cues) -> Callable[[str], float]:
    row: tuple[Token, ...] = tuple(token for unit in units for token in unit.tokens)
    words = max(LEAST_WORDS, len(row))

    @cache  # between two questions cues are asked of other rows
    def density(name: str) -> float:
        return len(cues.find(name, row)) * _PER_THOUSAND / words

    return density
