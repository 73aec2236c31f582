"""Claims in a document that is built from a few lines of text."""

from __future__ import annotations

from claimlint.document import Document
from claimlint.finding import Claim
from claimlint.terms import Category, Strength


def claim_in(
    document: Document,
    words: str,
    category: Category,
    strength: Strength = Strength.PLAIN,
    aspect: str | None = None,
) -> Claim:
    """Return a claim on `words`, in the sentence of the document in which they stand first."""
    for index, passage in enumerate(document.passages):
        start = passage.text.find(words)
        if start < 0:
            continue
        left = max(passage.text.rfind(mark, 0, start) + 2 for mark in (". ", "! ", "? "))
        left = left if left > 1 else 0
        right = passage.text.find(". ", start)
        unit = passage.text[left : right + 1 if right >= 0 else len(passage.text)]
        span = (start - left, start - left + len(words))
        return Claim(
            rule=f"{category}.test",
            category=category,
            strength=strength,
            text=words,
            unit=unit,
            span=span,
            location=passage.locate(start, start + len(words)),
            passage=index,
            offset=left,
            aspect=aspect,
            reading=unit.lower(),
        )
    raise AssertionError(f"no passage holds {words!r}")
