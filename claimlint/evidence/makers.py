"""Who sells the product, by its papers: what that firm tests is no test by others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

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


def known_makers(papers: Sequence[Document], vendors: Iterable[str] = ()) -> frozenset[str]:
    """Return the first words of the names of firms that papers tell as sellers of the product.

    `vendors` are names that are known otherwise.
    """
    names = [*vendors]
    for paper in papers:
        for passage in paper.passages:
            text = plain(passage.text).text
            names.extend(match["who"] for form in _MAKERS for match in form.finditer(text))
    first = (_CAPITAL.match(name) for name in names)
    words = frozenset(match.group() for match in first if match is not None)
    return frozenset(word for word in words - _COMMON if len(word) >= _SHORTEST)


def by_the_maker(item: Disclosure, makers: frozenset[str]) -> Disclosure:
    """Return evidence, as self-reported where all who are said to have tested are the maker."""
    if item.provenance != NAMED_PARTY or item.from_dossier:
        return item
    named = [
        frozenset(_CAPITAL.findall(found.text.rpartition("by ")[2]))
        for found in item.fields
        if found.field in EVALUATORS
    ]
    theirs = [names for names in named if names]
    own = bool(theirs) and all(names & makers for names in theirs)
    return replace(item, provenance=SELF_REPORTED) if own else item
