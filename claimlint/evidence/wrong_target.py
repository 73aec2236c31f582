"""Whether evidence speaks of something else: another version, product or task."""

from __future__ import annotations

import re

from claimlint.document import Document
from claimlint.evidence.detectors.versions import find_version
from claimlint.evidence.plain import plain
from claimlint.evidence.targets import name_of
from claimlint.finding import Claim, Disclosure

_OPENING = 12


def wrong_target(claim: Claim, own: Document, item: Disclosure) -> str | None:
    """Return why evidence is about something else than the claim, or None."""
    return _other_version(claim, own, item)


def _other_version(claim: Claim, own: Document, item: Disclosure) -> str | None:
    if item.version is None:
        return None
    for text in (claim.unit, *(passage.text for passage in own.passages[:_OPENING])):
        words = plain(text).text
        for hit in find_version(words):
            name = name_of(words, hit.start, hit.end)
            if name and item.product and not _same(name, item.product):
                continue
            if hit.value and not _agree(hit.value, item.version):
                return f"about version {item.version}, the claim is about {hit.value}"
            return None
    return None


def _same(left: str, right: str) -> bool:
    first, second = re.sub(r"\W", "", left).lower(), re.sub(r"\W", "", right).lower()
    return first in second or second in first


def _agree(left: str, right: str) -> bool:
    """Tell whether two versions are the same as far as both are given ("4.2" and "4.2.1")."""
    first, second = left.split("."), right.split(".")
    return all(a == b for a, b in zip(first, second, strict=False))
