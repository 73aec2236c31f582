"""What a report tells of those who did the work without the product, to compare it with them."""

from __future__ import annotations

from claimlint.regex import regex

_COMPARED = regex(
    r"\b(?i:(?:as a|for|by|in) comparison)\b[^.;]*$"
    r"|\bwithout (?:it|the (?:tool|product|assistant|system)|[A-Z]\w+)\b(?![^.;]*\bwith )[^.;]*$"
)


def without_product(before: str) -> bool:
    """Tell whether the words before a figure say that it is theirs.

    "As a comparison, the clinicians' own notes had a recall of", "written without Scribe, had".
    """
    return _COMPARED.search(before) is not None
