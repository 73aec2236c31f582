"""Footnote markers in the text of pages and plain files."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.regex import regex

FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Figures as people raise them to mark a note; with `RAISED` and `LEVEL` they are made so."""
RAISED = str.maketrans("0123456789", FIGURES)
LEVEL = str.maketrans(FIGURES, "0123456789")

SIGNS = "*†‡§¶"
MARKER = rf"[{SIGNS}]{{1,3}}|[{FIGURES}]{{1,2}}|\[\d{{1,2}}\]"
"""What a note opens with, as a pattern."""
SUPERSCRIPT = rf"\d{{1,3}}|[{SIGNS}]{{1,3}}"
"""What marks a note where markup raises it."""
_OPENING = regex(rf"({MARKER})\s*(?=[^\W_])")
_STANDING = regex(
    r"(?<=[\w.,;:!?%)’”\"])(?<!\*)(?P<sign>[*†‡]{1,3})(?=[\s,;:)!?]|\.?\Z|\.\s)"
    rf"|(?<=[^\s\d_])(?P<figures>[{FIGURES}]{{1,2}}(?:,[{FIGURES}]{{1,2}})*)"
    r"|(?<=\S)[ ]?\[(?P<bracket>\d{1,2})\]"
)
MARKS = frozenset(f"*†‡[{FIGURES}")
"""What stands in every marker: most texts hold none."""
_UNIT = regex(r"(?:\A|[\W\d])(?:[cmk]?m|ft|in|mi|x|e|CO)\Z")


def note_of(text: str) -> str | None:
    """Return the marker that a note opens with, or None where the text opens with none."""
    found = _OPENING.match(text)
    if found is None:
        return None
    marker = found.group(1)
    emphasis = marker[0] == "*" and marker in text[found.end() :] and found.end() == len(marker)
    return None if emphasis else marker.translate(LEVEL).strip("[]")


def notes_in(text: str) -> tuple[str, ...]:
    """Return the footnote markers that stand in the text, in order, raised figures as plain ones.

    "m²" and "CO₂" hold none, nor does bold text in Markdown.
    """
    return () if MARKS.isdisjoint(text) else tuple(_markers(text))


def _markers(text: str) -> Iterator[str]:
    bold = "**" in text
    for found in _STANDING.finditer(text):
        figures, sign = found["figures"], found["sign"]
        if figures:
            if not _UNIT.search(text[max(0, found.start() - 4) : found.start()]):
                yield from figures.translate(LEVEL).split(",")
        elif sign is None:
            yield found["bracket"]
        elif not (bold and sign == "**"):
            yield sign
