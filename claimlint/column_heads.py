"""How the head of a column or row in a table names what a paper sells ("With Acme AI 3")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimlint.regex import regex

_VERSION = regex(r"v?\d[\w.]*|v|version", re.IGNORECASE)
_AROUND_NAME = frozenset("agent ai app assistant by from our ours platform the using with".split())


def without_version(words: Iterable[str]) -> list[str]:
    """Return the words of a head without those of a version."""
    return [word for word in words if not _VERSION.fullmatch(word)]


def bare_name(words: Iterable[str]) -> list[str]:
    """Return the words of a head without a version and what else stands around a name."""
    return [word for word in without_version(words) if word.lower() not in _AROUND_NAME]
