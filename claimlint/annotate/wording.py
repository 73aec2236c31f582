"""Who the remarks are by, and which characters an XML file can hold."""

from __future__ import annotations

import re

AUTHOR = "claimlint"
INITIALS = "cl"

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def clean(text: str) -> str:
    """Return the text on one line, without characters that no XML file may hold."""
    return " ".join(_FORBIDDEN.sub(" ", text).split())
