"""What the texts of options mean: days, limits, patterns, what the house has settled."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from claimlint.errors import WrongCall
from claimlint.settings import default_today
from claimlint.values.policy import Named, Policy


def day(text: str | None) -> date:
    """Return the day that `--today` names, or the default one.

    Raises:
        WrongCall: not a day in the form YYYY-MM-DD.
    """
    if text is None:
        return default_today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongCall(f"--today: {text!r} is no day; write it as 2026-11-23") from None


def limits(entries: list[str] | None) -> tuple[tuple[str, float], ...]:
    """Return the limits that `--limit NAME=VALUE` names.

    Raises:
        WrongCall: an unknown name, or a value that is no positive number.
    """
    from claimlint.config.reading import LIMITS, can_be
    from claimlint.rulebook.suggestion import suggestion_or_all

    found = []
    for entry in entries or ():
        name, _, value = entry.partition("=")
        if name not in LIMITS:
            hint = suggestion_or_all(name, LIMITS)
            raise WrongCall(f"--limit: no limit called {name!r}{hint}")
        try:
            number = float(value)
        except ValueError:
            number = 0.0
        if not can_be(name, number):
            raise WrongCall(f"--limit {name}: {value!r} is no positive number")
        found.append((name, number))
    return tuple(found)


def patterns(entries: list[str] | None) -> tuple[tuple[str, Path], ...]:
    """Return file patterns with the folder that they are seen from, the working folder."""
    return tuple((entry, Path()) for entry in entries or ())


def policy(select: list[str] | None, ignore: list[str] | None) -> Policy:
    """Return what `--select` and `--ignore` settle."""
    return Policy(
        select=tuple(Named(name, "--select") for name in select or ()),
        ignore=tuple(Named(name, "--ignore") for name in ignore or ()),
    )
