"""Numbers in words and with their nouns, and texts and lists cut short, for people."""

from __future__ import annotations

from collections.abc import Sequence

ONES = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())


def amount(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, `plural` where "s" does not make it ("1,204 entries")."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def shortened(text: str, most: int) -> str:
    """Return a text, where it has more than `most` characters cut with "…" as the last of them."""
    return text if len(text) <= most else text[: most - 1] + "…"


def whole_words(text: str, most: int) -> str:
    """Return a text, of one of more than `most` characters the whole words in these and " …"."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"


def as_many_as_fit(parts: Sequence[str], room: int) -> str:
    """Return as many of the parts as `room` characters hold, one at least, and how many others."""
    for count in range(len(parts), 0, -1):
        more = f" and {len(parts) - count} more" if count < len(parts) else ""
        told = ", ".join(parts[:count]) + more
        if len(told) <= room or count == 1:
            return told
    return ""
