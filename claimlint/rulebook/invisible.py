"""Characters that nobody sees: how words read without them, and which of them hide words.

A soft hyphen or joiner inside a word, an override of the writing direction, a filler or a sequence
that sets a terminal's colours parts or turns words for a program, and a person reads on.
"""

from __future__ import annotations

import re

from claimlint.regex import regex

ESCAPE = "\x1b"
_OVERRIDE = "\u202e"
_POPS = "\u202c\u2069\n"
_DIRECTIONS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
JOINERS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe")
_FILLERS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180e\u2061\u2062\u2063\u2064\u206a\u206b\u206c\u206d\u206e\u206f"
    "\u3164\uffa0\ufff9\ufffa\ufffb"
)
UNSEEN = (
    _DIRECTIONS
    | JOINERS
    | _FILLERS
    | frozenset(map(chr, range(0xFE00, 0xFE10)))
    | frozenset(map(chr, range(0xE0000, 0xE0080)))
)
"""Characters that are left out of the reading form."""

_CONTROLS = regex(r"[\x00-\x08\x0e-\x1f\x7f]")
_INSIDE = regex(
    "[A-Za-z][" + "".join(sorted(UNSEEN - {"\u00ad", "\ufe0e", "\ufe0f", "\u200d"})) + "]+[A-Za-z]"
)
_TURNED = regex(f"{_OVERRIDE}([^{_POPS}]+)")
_COMMON = frozenset(
    """a an and are at by can for from has in is it its no not of on or our that the this to we with
    without you your ai agent agents all any human never review work works every""".split()
)
Run = tuple[int, int]
_SEQUENCE = (
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, weight, the cursor
    r"|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)"  # links and titles
    r"|\x1b[(-/][0-~]"  # alphabets
)
"""What steers a terminal that shows the text. Source: ECMA-48, sections 5.3 to 5.6."""
_SEQUENCES = regex(_SEQUENCE)
_SEQUENCE_INSIDE = regex(f"[A-Za-z](?:{_SEQUENCE})+[A-Za-z]")


def sees_all(text: str) -> bool:
    """Tell whether the text is plain ASCII without control characters."""
    return text.isascii() and not _CONTROLS.search(text)


def turned(text: str) -> list[Run]:
    """Return the runs that an override shows back to front, where that makes them readable."""
    if _OVERRIDE not in text:
        return []
    runs = (match.span(1) for match in _TURNED.finditer(text))
    return [run for run in runs if _reads(text[run[0] : run[1]][::-1]) > _reads(text[slice(*run)])]


def sequences(text: str) -> list[Run]:
    """Return the runs that steer a terminal, in order; nobody sees them there."""
    if ESCAPE not in text:
        return []
    return [match.span() for match in _SEQUENCES.finditer(text)]


def shown(text: str) -> str:
    """Return the text without what nobody sees."""
    return "".join(char for char in _SEQUENCES.sub("", text) if char not in UNSEEN)


def hides_words(text: str) -> bool:
    """Tell whether what nobody sees stands inside words, or an override turns the line."""
    if ESCAPE in text and _SEQUENCE_INSIDE.search(text):
        return True
    return not text.isascii() and (_OVERRIDE in text or bool(_INSIDE.search(text)))


def is_control(char: str) -> bool:
    """Tell whether the character is a control character that is no white space."""
    return bool(_CONTROLS.match(char))


def _reads(text: str) -> int:
    return sum(word in _COMMON for word in re.findall(r"[a-z]+", text.lower()))
