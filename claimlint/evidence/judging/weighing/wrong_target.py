"""Whether evidence speaks of something else: another version, product, task, or a base model."""

from __future__ import annotations

import re
from collections import Counter

from claimlint.document import Document
from claimlint.evidence.detectors.versions import find_version
from claimlint.evidence.disclosures.targets import name_of
from claimlint.evidence.judging.weighing.claim_scope import PRODUCT, ClaimScope
from claimlint.evidence.judging.weighing.tasks import other_task
from claimlint.evidence.matching.wordlists import word_lists
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.plain import plain
from claimlint.finding import Disclosure
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import ACCURACY, SECURITY, Verdict

_NAME = regex(r"[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+)?")
_TITLED = regex(
    r"\W*(?:[A-Z][\w-]*\s)?(?P<name>(?!(?:Release|Notes|Version|Update|Build|Edition|Guide|Manual|"
    r"Overview|Deck|Brochure|Sheet|Card|Report|Paper|Rev)\b)[A-Z][\w-]*)\s(?:[vV]\.?\s?)?\d+\.\d"
)
"""A title that opens with the product and its version."""
_AUDITED = "says that the audit did not look at the AI feature"
_MEASURED = "is not this product at the buyer's task"
_CORRECTED = "it was scored after people had corrected it"
_BY_PEOPLE = regex(r"\b(?:after|once|human|corrected|correction)\b", re.IGNORECASE)
"""What stands in every phrase of the list `corrected`."""
_OPENING = 12
_TWICE = 2


def wrong_target(
    scope: ClaimScope, own: Document, item: Disclosure, catalogue: Catalogue
) -> str | None:
    """Return why evidence is about something else than claims of a scope, or None."""
    return (
        besides(item)
        or _other_product(scope, own, item, catalogue)
        or _other_version(scope, own, item)
        or other_task(scope.tasks, item, catalogue)
    )


def besides(item: Disclosure) -> str | None:
    """Return why evidence says itself that it is about something else, or None."""
    for found in item.fields:
        if found.field == "caveat" and found.value == Verdict.WRONG_TARGET:
            if item.kind == ACCURACY and _BY_PEOPLE.search(found.text):
                return f'"{found.text}": {_CORRECTED}'
            what = _AUDITED if item.kind == SECURITY else _MEASURED
            return f'"{found.text}" {what}'
        if found.field == "human-correction" and found.value == "before-scoring":
            return _CORRECTED
    return None


def _other_product(
    scope: ClaimScope, own: Document, item: Disclosure, catalogue: Catalogue
) -> str | None:
    if item.product is None:
        return None
    names = scope.products or _main_products(own) or _of_title(own, item, catalogue)
    if not names or any(_same(name, item.product) for name in names):
        return None
    return f"about {item.product}, the claim is about {names[0]}"


@once_a_document
def _main_products(own: Document) -> tuple[str, ...]:
    """Return the product names in the opening of a document that come up again, or title it."""
    opening = " ".join(_opening(own))
    counted = Counter(name for item in own.passages for name in PRODUCT.findall(item.text))
    title = next((plain(each.text).text for each in own.passages if each.role.heads), "")
    titled = _TITLED.match(title)
    if titled is not None:
        counted[titled["name"]] += _TWICE
    return tuple(name for name in PRODUCT.findall(opening) if counted[name] >= _TWICE)


def _of_title(own: Document, item: Disclosure, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the name in the title of a document that comes up in its text and nowhere in evidence.

    A document that names the product of the evidence speaks of it too, whatever its title.
    """
    title = next((each.text.strip() for each in own.passages if each.role.heads), "")
    texts = [each.text for each in own.passages if each.text.strip() != title]
    if not _NAME.fullmatch(title) or title.split()[0].lower() in word_lists(catalogue).site_pages:
        return ()
    if not any(re.search(rf"\b{title}\b", text) for text in texts):
        return ()
    named = {found.unit.lower() for found in item.fields if found.field != "baseline"}
    if any(title.lower() in text for text in named) or not item.product:
        return ()
    return () if any(item.product in text for text in texts) else (title,)


def _other_version(scope: ClaimScope, own: Document, item: Disclosure) -> str | None:
    if item.version is None:
        return None
    current = next((found for found in item.fields if found.field == "current-version"), None)
    if current is not None and current.value and not agree(current.value, item.version):
        return f"about version {item.version}, the product is at {current.value}"
    for words in (scope.sentence, *_opening(own)):
        named = _version_of(item.product, words)
        if named is not None:
            return _differing(item.version, named)
        for hit in find_version(words):
            name = name_of(words, hit.start, hit.end)
            if name and item.product and not _same(name, item.product):
                continue
            if name is None and words is not scope.sentence and item.version in _named(own):
                continue
            return _differing(item.version, hit.value or item.version)
    return None


@once_a_document
def _named(own: Document) -> frozenset[str]:
    """Return the versions that stand behind a name in a document; one without is the paper's."""
    texts = (plain(passage.text).text for passage in own.passages)
    return frozenset(
        hit.value
        for text in texts
        for hit in find_version(text)
        if hit.value and name_of(text, hit.start, hit.end)
    )


@once_a_document
def _opening(own: Document) -> tuple[str, ...]:
    return tuple(plain(passage.text).text for passage in own.passages[:_OPENING])


def _version_of(product: str | None, text: str) -> str | None:
    """Return the version that stands behind a product's name in a text ("Codexa 4"), or None."""
    if product is None:
        return None
    behind = re.search(rf"\b{re.escape(product)}\s[vV]?(\d+(?:\.\d+){{0,3}})\b(?!\s?%)", text)
    return behind.group(1) if behind else None


def _differing(shown: str, claimed: str) -> str | None:
    if agree(claimed, shown):
        return None
    return f"about version {shown}, the claim is about {claimed}"


def _same(left: str, right: str) -> bool:
    first, second = re.sub(r"\W", "", left).lower(), re.sub(r"\W", "", right).lower()
    return first in second or second in first


def agree(left: str, right: str) -> bool:
    """Tell whether two versions are the same as far as both are given ("4.2" and "4.2.1")."""
    first, second = (each.strip().lower().removeprefix("v").split(".") for each in (left, right))
    return all(a == b for a, b in zip(first, second, strict=False))
