"""Whether a claim and evidence speak of the same things, as far as their words tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimlint.evidence.disclosures.parts_of_all import WHOLE
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure, FieldFound
from claimlint.regex import regex
from claimlint.stems import first_letters

_WORD = regex(r"[^\W\d_]{4,}")
_GENERAL = frozenset(
    first_letters(word)
    for word in """
    about above accuracy across after agent always answer assistant automation average below
    best better bring build company compute correct customer data deliver detect does error
    every exact except fault finds first flawless found free from gets good guarantee
    hallucinate have human intelligence less level makes match measure mistake model most needs
    never only other output over percent perfect perform platform power precision product
    provide quality rate rates reach reliable result right runs score single software solution
    speed system teams technology test tested than that their them these they this time times
    tool tools under uptime using value version very what when which will with without work
    works wrong year years your zero
    """.split()
)
"""Words that name no subject: they stand in claims of any."""
_OF_ALL = 2
_CAUGHT = regex(
    r"\b(?:catch|detect|find|flag|spot)\w*\s(?:\w+\s){0,2}[\d.,]+\s?%\sof\s(?:all\s|the\s)*"
    r"(?P<what>\w+)",
    re.IGNORECASE,
)


def share_words(claim: Claim, item: Disclosure) -> bool:
    """Tell whether a claim and evidence have a word of their subject in common.

    True too where the claim has no such word ("never wrong"): it may be about anything. What is
    caught ("98 % of duplicate invoices") is told by the first word behind the share.
    """
    words = plain(claim.unit).text
    caught = _CAUGHT.search(words)
    said = _subjects(caught["what"] if caught else words)
    return not said or not said.isdisjoint(_shown(item))


def unspoken_part(said: str, item: Disclosure) -> str | None:
    """Return what evidence was measured on alone, a part of all of which `said` has no word."""
    part = _row_of(item)
    if part is None or part.value == WHOLE or not _words(part.value).isdisjoint(_words(said)):
        return None
    return part.text


def told_after(said: str, item: Disclosure) -> int:
    """Return 0 for a part of all that is spoken of, 1 for all of such, 2 for all, 3 for others."""
    part = _row_of(item)
    if part is None or part.value == WHOLE:
        return _OF_ALL
    if unspoken_part(said, item) is not None:
        return _OF_ALL + 1
    return 1 if (part.value or "").startswith(f"{WHOLE} ") else 0


def beside_the_point(said: str, items: Iterable[Disclosure]) -> frozenset[Disclosure]:
    """Return what was measured on all, or on other parts, where the part spoken of is beside it."""
    of_table = [(item, told_after(said, item)) for item in items if of_a_row(item)]
    least: dict[str, int] = {}
    for item, place in of_table:
        least[item.document] = min(place, least.get(item.document, _OF_ALL))
    return frozenset(item for item, place in of_table if place > least[item.document] < _OF_ALL)


def of_a_row(item: Disclosure) -> bool:
    """Tell whether evidence is a row of a table that has rows for all and for parts of it."""
    return _row_of(item) is not None


def _row_of(item: Disclosure) -> FieldFound | None:
    return next((found for found in item.fields if found.field == "slice"), None)


def _words(text: str | None) -> frozenset[str]:
    return frozenset(map(first_letters, _WORD.findall(plain(text or "").text)))


@once_a_document
def _shown(item: Disclosure) -> frozenset[str]:
    """Return the words of the subject of evidence: a long paragraph of it has thousands."""
    text = " ".join((item.product or "", *(f"{found.unit} {found.text}" for found in item.fields)))
    return _subjects(plain(text).text)


def _subjects(text: str) -> frozenset[str]:
    return frozenset(map(first_letters, _WORD.findall(text))) - _GENERAL
