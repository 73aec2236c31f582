"""Who the remarks are by, how their lines are worded, and which characters an XML file can hold."""

from __future__ import annotations

import re

AUTHOR = "claimlint"
INITIALS = "cl"
ASK = "Ask the vendor: "
REWRITE = "Wording that could be backed: "
NOTE_MARK = "▸"
"""Opens a remark in the notes of a slide."""
LABEL = f"Remarks of {AUTHOR}"
UNMARKED = f"{LABEL} on words that cannot be marked:"
HEADS = frozenset((AUTHOR, LABEL, UNMARKED))
"""What stands above the remarks of a text."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def clean(text: str) -> str:
    """Return the text on one line, without characters that no XML file may hold."""
    return " ".join(_FORBIDDEN.sub(" ", text).split())


def capitalised(name: str) -> str:
    """Return an id as words, the first with a capital."""
    said = str(name).replace("-", " ")
    return said[:1].upper() + said[1:]


def on_words(words: str, label: str) -> str:
    """Return the line that says what a remark is on, where it does not stand at the words."""
    return f"On “{words}” ({label})."


def further(count: int) -> str:
    """Return the line that says on how many more claims a clause bears."""
    return f"It bears on {count} more claims; {AUTHOR} compare lists them all."


def claim_title(said: str, grade: str, level: str) -> str:
    """Return the title of a remark on a claim, behind its number; `said` names its category."""
    return f"{capitalised(said)} claim, {grade}: {level}"


def clause_title(label: str) -> str:
    """Return the title of a remark on a clause, behind its number."""
    return f"Clause: {capitalised(label)}"
