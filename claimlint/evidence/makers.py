"""Who sells the product, by its papers: what that firm tests is no test by others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec.structs import replace

from claimlint.document import Document
from claimlint.evidence.detectors.people import PARTY
from claimlint.evidence.disclosures.find import EVALUATORS
from claimlint.evidence.text.plain import plain
from claimlint.finding import Disclosure
from claimlint.regex import regex
from claimlint.terms import NAMED_PARTY, SELF_REPORTED

_DOES = r"(?:made|built|developed|sold|offered|provided|manufactured|created|product)"
_MAKERS = tuple(
    regex(form, re.IGNORECASE)
    for form in (
        rf"(?:©|\(c\)|\bcopyright)[\s\d©,–-]{{0,24}}(?:by\s)?(?P<who>{PARTY})",
        rf"^\W*(?-i:[A-Z])[\w-]+(?:\s\d[\d.]*)?\s(?:is|was)\s(?:[\w,-]+\s){{0,8}}?{_DOES}\s"
        rf"(?:by|of|from)\s(?P<who>{PARTY})",
        rf"^\W*(?-i:[A-Z])[\w-]+\sby\s(?P<who>{PARTY})\W*$",
        r"\b(?:vendor|manufacturer|provider|supplier|developer|publisher|(?:developed|made) by)"
        rf"\s?:\s(?P<who>{PARTY})",
        rf"(?P<who>{PARTY}),?\s\((?:hereinafter\s)?(?:the\s)?[\"'“](?:provider|supplier|vendor|"
        r"licensor|company|we|us)\b",
        rf"\bwe at (?P<who>{PARTY})",
    )
)
_CAPITAL = regex(r"\b[A-Z][\w&-]*")
_COMMON = frozenset(
    "Advanced All American Applied Cloud Data Digital European First General Global National Open "
    "Royal Smart The United".split()
)
"""Words with which many names open."""
_SHORTEST = 4


def makers_among(
    names: frozenset[str], papers: Sequence[Document], vendors: Iterable[str] = ()
) -> frozenset[str]:
    """Return those of some words in names of firms by which papers tell who sells the product.

    `vendors` are sellers that are known otherwise.
    """
    sellers = [*vendors]
    for passage in chain.from_iterable(paper.passages for paper in papers):
        if any(name in passage.text for name in names):
            text = plain(passage.text).text
            sellers.extend(match["who"] for form in _MAKERS for match in form.finditer(text))
    first = (_CAPITAL.match(seller) for seller in sellers)
    words = frozenset(match.group() for match in first if match is not None)
    return names.intersection(word for word in words - _COMMON if len(word) >= _SHORTEST)


def testers(item: Disclosure) -> list[frozenset[str]]:
    """Return the words in the names of the firms that are said to have tested, firm by firm."""
    if item.provenance != NAMED_PARTY or item.from_dossier:
        return []
    named = (
        frozenset(_CAPITAL.findall(found.text.rpartition("by ")[2]))
        for found in item.fields
        if found.field in EVALUATORS
    )
    return [names for names in named if names]


def by_the_maker(item: Disclosure, makers: frozenset[str]) -> Disclosure:
    """Return evidence, as self-reported where all who are said to have tested are the maker."""
    theirs = testers(item)
    own = bool(theirs) and all(names & makers for names in theirs)
    return replace(item, provenance=SELF_REPORTED) if own else item
