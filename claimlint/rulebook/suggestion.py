"""Which of the known names somebody may have meant by a wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_TELLING = 4
_OFFERED = 3


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ' (did you mean "…"?)' for the nearest of `known`, or nothing.

    A word that others begin with stands for the first three of those.
    """
    names = tuple(known)
    begun = [name for name in names if name.startswith(word)] if len(word) >= _TELLING else []
    begun.sort(key=lambda name: "." in name)
    from difflib import get_close_matches

    near = begun[:_OFFERED] or get_close_matches(word, names, n=1)
    if not near:
        return ""
    quoted = [f'"{name}"' for name in near]
    told = " or ".join([", ".join(quoted[:-1]), quoted[-1]] if quoted[1:] else quoted)
    return f" (did you mean {told}?)"


def suggestion_or_all(word: str, known: Sequence[str]) -> str:
    """Return the suggestion for a word, or '; known are …' with all of `known` where none is near.

    For names of which there are few.
    """
    return suggestion(word, known) or f"; known are {', '.join(known)}"
