"""A figure that stands for itself ("98%", "24/7", "$2M+") and the words that say what it counts."""

from __future__ import annotations

import re

from msgspec.structs import replace

from claimlint.document import Passage, Role
from claimlint.regex import regex
from claimlint.values.boxes import hull

_FIGURE = regex(
    r"[<>≤≥~≈±+–−-]{0,2}[$€£¥₹]?\d[\d.,/:–−-]{0,11}"
    r"(?:%|×|\+|(?:[a-z]{1,3}|hours|days|weeks|months|years|minutes|mins|seconds|million|billion)"
    r"\+?(?:/[a-z]{1,5})?|(?:in|of|outof)\d{1,6})?",
    re.IGNORECASE,
)
_COUNTER = regex(r"0?[1-9][.)]?|[1-9]\d[.)]?|(?:19|20)\d\d")
"""A step, the number of an item, a year: it counts nothing that stands below it."""
LABEL_WORDS = 7
"""The words above or below a figure that say what it counts are no more."""
_LONGEST_CAPTION = 120
_HEAD_OF_SECTION = 2


def is_figure(text: str) -> bool:
    """Tell whether a text is nothing but a figure."""
    return _FIGURE.fullmatch("".join(text.split())) is not None


def wants_caption(passage: Passage) -> bool:
    """Tell whether a passage is a figure that says nothing without words beside it."""
    free = passage.cell is None and passage.location.hidden is None
    return free and is_figure(passage.text) and not _COUNTER.fullmatch(passage.text.strip())


def heads_section(passage: Passage) -> bool:
    """Tell whether a passage heads a page or a section, and no mere card."""
    return passage.role.heads and passage.level <= _HEAD_OF_SECTION


def captions(figure: Passage, passage: Passage) -> bool:
    """Tell whether a passage beside a figure can say what it counts."""
    return not heads_section(passage) and can_stand_by(figure, passage)


def can_stand_by(figure: Passage, passage: Passage) -> bool:
    """Tell whether a passage can say what a figure counts if it heads nothing."""
    return (
        passage.role is not Role.LINK
        and passage.cell is None
        and passage.location.hidden is None
        and passage.location.part is figure.location.part
        and len(passage.text) <= _LONGEST_CAPTION
        and not is_figure(passage.text)
    )


def captioned(figure: Passage, caption: Passage) -> Passage:
    """Return a figure and its caption as one passage of two lines, each word in its place."""
    moved = (piece.shifted(len(figure.text) + 1) for piece in caption.pieces)
    role = Role.PARAGRAPH if caption.role.heads else caption.role
    place, below = figure.location, caption.location
    boxes = tuple(box for box in (place.bbox, below.bbox) if box is not None)
    return replace(
        caption,
        text=f"{figure.text}\n{caption.text}",
        location=replace(
            place,
            end_line=below.end_line,
            end_column=below.end_column,
            bbox=hull(boxes) if boxes else None,
        ),
        role=Role.BULLET if figure.role is Role.BULLET else role,
        level=figure.level if figure.role is Role.BULLET else 0,
        size=figure.size,
        pieces=(*figure.pieces, *moved),
        notes=(*figure.notes, *caption.notes),
    )
