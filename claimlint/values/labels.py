"""Labels of places, as a person would say them."""

from __future__ import annotations

from claimlint.regex import regex

NAMED = regex(r"(?![IVXLCivxlc]+\b)[^\W\d_]{3,}")
"""How the number of a clause opens that says itself what it numbers ("Section 7", "Annex A")."""


def on_line(label: str, stated: int | None, line: int) -> str:
    """Return the label of a passage that begins on the line `stated` for words on another one.

    A paragraph goes over several lines; "attachment plan.txt: line 4" becomes "… line 5".
    """
    if stated is None or stated == line:
        return label
    before, named, after = label.rpartition(f"line {stated}")
    return label if not named or after[:1].isdigit() else f"{before}line {line}{after}"


def called(clause: str) -> str:
    """Return how a person names a clause: "clause 7.2", but "Section 7.2" as it stands."""
    return clause if NAMED.match(clause) or clause.startswith("§") else f"clause {clause}"
