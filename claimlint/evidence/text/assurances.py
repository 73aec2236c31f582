"""Audits, certificates and tests that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from msgspec import Struct

from claimlint.regex import regex
from claimlint.terms import ACCURACY, SECURITY

_SCHEME = regex(
    r"\b(?:Type\s?(?P<ahead>II|I|2|1)\W{1,3})?"
    r"(?P<name>SOC\s?[123]|(?:ISO(?:/IEC)?\s?)?(?P<iso>2700[1-9]|277\d\d|42001)|HITRUST|FedRAMP|"
    r"Cyber Essentials|PCI|TISAX)\b(?:\W{0,3}Type\s?(?P<type>II|I|2|1)\b)?",
    re.IGNORECASE,
)
_TESTED = r"(?:audit|test|assess|review|evaluat|examin|check|analys|stud)\w*"
_BIAS = r"(?:bias|fairness|discrimination|adverse[- ]impact)"
_TESTS = MappingProxyType(
    {
        "penetration test": regex(r"\bpen(?:etration)?[- ]?test\w*", re.IGNORECASE),
        "bias audit": regex(
            rf"\b{_BIAS}[- ]{_TESTED}|\b{_TESTED}[^.;?]{{0,30}}?\sfor\s(?:\w+\s)?{_BIAS}\b",
            re.IGNORECASE,
        ),
        "red team": regex(r"\bred[- ]team\w*", re.IGNORECASE),
        "impact assessment": regex(
            r"\bDPIAs?\b|\bdata protection impact assessments?\b", re.IGNORECASE
        ),
    }
)
_BY_OTHERS = regex(
    r"\b(?:independent|external|third[- ]party)(?:ly)?\s(?:\w+\s){0,2}?"
    r"(?:audit|validat|evaluat|test|assess|verif|certif)\w*"
    r"|\b(?:audited|tested|validated|evaluated|assessed|verified|certified)\b[^.;?]{0,20}?\sby\s"
    r"(?:an?\s)?(?:\w+\s)?(?:independent|external|third[- ]party)\b",
    re.IGNORECASE,
)
"""A test of whatever by others, where none of the others is named."""
_BY_WHOEVER = "independent test"
OPENINGS = tuple(
    "soc iso 270 277 42001 hitrust fedramp cyber pci tisax pen red dpia impact bias fairness "
    "discrimination adverse independent external third".split()
)
"""How a word begins, in lower case, without which a text names none of these."""
_KINDS = MappingProxyType(
    {
        "penetration test": (SECURITY,),
        "bias audit": ("fairness-audit",),
        "red team": (SECURITY, "robustness-evaluation"),
        "impact assessment": ("legal-conformity",),
        _BY_WHOEVER: (ACCURACY, SECURITY, "fairness-audit", "decision-accountability"),
        "ISO 42001": ("legal-conformity", SECURITY),
        "ISO 27701": ("legal-conformity", SECURITY),
    }
)
_OF_SCHEMES = (SECURITY, "legal-conformity")
_ONE_TYPE = MappingProxyType({"1": "I", "2": "II"})


class Assurance(Struct, frozen=True):
    """An audit, a certificate or a test by its shortest name; `type` is that of a SOC report."""

    name: str
    type: str = ""

    def agrees(self, other: Assurance) -> bool:
        """Tell whether both may be the same: one that names no type may be of either."""
        typed = bool(self.type and other.type)
        return self.name == other.name and (not typed or self.type == other.type)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of evidence that it belongs to, first the one of which it is proof."""
        return _KINDS.get(self.name, _OF_SCHEMES)

    def proves(self, kind: str) -> bool:
        """Tell whether without it a kind of evidence may well be lacking altogether."""
        return self.kinds[0] == kind and self.name != _BY_WHOEVER

    @property
    def words(self) -> str:
        """Return how people call it ("SOC 2 Type II")."""
        return f"{self.name} Type {self.type}" if self.type else self.name


class Named(Struct, frozen=True):
    """An assurance with its place in a text."""

    start: int
    end: int
    assurance: Assurance


def assurances_in(text: str) -> tuple[Named, ...]:
    """Return what a text names, in order."""
    found = [*_schemes(text), *_tests(text)]
    if not found:
        other = _BY_OTHERS.search(text)
        found = [] if other is None else [Named(*other.span(), Assurance(_BY_WHOEVER))]
    return tuple(sorted(found, key=lambda named: named.start))


def schemes_in(text: str) -> frozenset[str]:
    """Return the schemes of audit and certification that a text names, by their shortest names."""
    return frozenset(named.assurance.name for named in _schemes(text))


def _schemes(text: str) -> Iterator[Named]:
    for match in _SCHEME.finditer(text):
        name = " ".join(match["name"].upper().split())
        if name.startswith("SOC"):
            name = f"SOC {name[-1]}"
        kind = (match["ahead"] or match["type"] or "").upper()
        called = f"ISO {match['iso']}" if match["iso"] else name
        yield Named(*match.span(), Assurance(called, _ONE_TYPE.get(kind, kind)))


def _tests(text: str) -> Iterator[Named]:
    for name, words in _TESTS.items():
        yield from (Named(*match.span(), Assurance(name)) for match in words.finditer(text))
